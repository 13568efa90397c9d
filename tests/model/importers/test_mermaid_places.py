"""Where diagrams are found in a file, and what is taken for one."""

import pytest

from model.importers.imported import ImportRefused
from model.importers.mermaid import Diagram, blocks, diagrams, read
from model.records import Card

JOURNEY = "journey\n  section Pagi\n    Bangun: 3: Sari\n"


def words_of(diagram: Diagram) -> str:
    return " ".join(diagram.text.split())


def test_a_plain_file_is_one_diagram() -> None:
    assert diagrams(JOURNEY) == [Diagram("journey", JOURNEY, 1)]


@pytest.mark.parametrize(
    "header", ["journey", "  JOURNEY", "Journey;", "journey %% pagi", "journey # pagi", "journey\t"]
)
def test_the_word_journey_may_be_written_in_any_case_with_something_behind_it(header: str) -> None:
    assert len(diagrams(f"{header}\nBangun: 3\n")) == 1


@pytest.mark.parametrize("fence", ["```", "~~~", "`````", "~~~~~~~~~~", ":::"])
def test_a_fence_may_have_any_length(fence: str) -> None:
    text = f"# Judul\n\n{fence}mermaid\n{JOURNEY}{fence}\n\nBangun: 3: bukan tugas\n"
    (found,) = diagrams(text)
    assert words_of(found) == "journey section Pagi Bangun: 3: Sari"
    assert (found.line, found.text.rstrip("\n").count("\n")) == (4, 2)


def test_a_shorter_fence_inside_a_longer_one_ends_nothing() -> None:
    (found,) = diagrams("````mermaid\njourney\n```\nBangun: 3\n````\nselesai\n")
    assert words_of(found) == "journey ``` Bangun: 3"


@pytest.mark.parametrize(
    "info",
    [
        "mermaid",
        "Mermaid",
        " mermaid",
        "mermaid title='Pagi'",
        "{mermaid}",
        "{.mermaid #pagi}",
        "mermaid {init}",
        "mmd",
    ],
)
def test_the_info_string_may_say_more_than_mermaid(info: str) -> None:
    assert len(diagrams(f"```{info}\n{JOURNEY}```\n")) == 1


@pytest.mark.parametrize("info", ["python", "mermaid-source", "text mermaid", "markdown"])
def test_a_block_of_another_language_is_no_diagram(info: str) -> None:
    assert blocks(f"```{info}\n{JOURNEY}```\n") == []


def test_a_diagram_shown_as_an_example_of_markdown_is_none() -> None:
    assert blocks(f"````markdown\n```mermaid\n{JOURNEY}```\n````\n") == []


def test_a_fence_without_a_language_counts_when_it_holds_the_only_journey() -> None:
    assert len(diagrams(f"Lihat:\n\n```\n{JOURNEY}```\n")) == 1
    assert len(diagrams(f"```\n{JOURNEY}```\n\n```mermaid\n{JOURNEY}```\n")) == 1


@pytest.mark.parametrize("indent", ["  ", "      ", "\t"])
def test_an_indented_fence_is_a_fence(indent: str) -> None:
    text = "".join(f"{indent}{row}\n" for row in ["```mermaid", *JOURNEY.splitlines(), "```"])
    assert len(diagrams(f"1. Langkah\n\n{text}\nSesudahnya\n")) == 1


@pytest.mark.parametrize("mark", ["- ", "* ", "12. ", "3) ", "- 1. ", "> - "])
def test_a_fence_may_stand_in_a_list(mark: str) -> None:
    quote = "> " if ">" in mark else ""
    (found,) = diagrams(f"{mark}```mermaid\n{quote}  journey\n{quote}    Bangun: 3\n{quote}  ```\n")
    assert words_of(found) == "journey Bangun: 3"


def test_a_quoted_block_loses_its_marks_and_ends_with_the_quotation() -> None:
    (found,) = diagrams("> > ```mermaid\n> > journey\n>> Bangun: 3\n> di luar\nTidur: 2\n")
    assert words_of(found) == "journey Bangun: 3"
    assert found.line == 2


def test_a_fence_that_is_never_closed_ends_at_the_next_diagram() -> None:
    first, second = diagrams(f"```mermaid\n{JOURNEY}\n```mermaid\njourney\nTidur: 2\n")
    assert "Tidur" not in first.text
    assert words_of(second) == "journey Tidur: 2"


def test_several_diagrams_are_counted_among_those_of_other_kinds() -> None:
    text = f"```mermaid\nflowchart LR\nA-->B\n```\n\n```mermaid\n{JOURNEY}```\n~~~mermaid\njourney\nTidur: 2\n~~~\n"
    assert [block.kind for block in blocks(text)] == ["flowchart", "journey", "journey"]
    assert [found.line for found in diagrams(text)] == [7, 12]


def test_other_diagrams_are_named_in_the_report_and_the_second_journey_can_be_asked_for() -> None:
    gantt = "```mermaid\ngantt\n```\n"
    text = f"{gantt}{gantt}```mermaid\n{JOURNEY}```\n```mermaid\njourney\nTidur: 2\n```\n"
    imported = read(text, diagram=2)
    assert [step.title for step in imported.document.steps] == ["Tidur"]
    told = {note.code: note.details for note in imported.notes}
    assert told["other_diagrams"] == {"count": 2, "kinds": "gantt 2"}
    assert told["more_journeys"] == {"count": 1}


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('<pre class="mermaid">', "</pre>"),
        ("<div class='mermaid'>", "</div>"),
        ("<DIV CLASS=mermaid>", "</DIV>"),
        ('<div id="a>b" class="wide mermaid zoom">', "</div>"),
        ('<pre><code class="language-mermaid">', "</code></pre>"),
        ('<pre class="mermaid"><code class="language-mermaid">', "</code></pre>"),
    ],
)
def test_elements_of_a_page_hold_diagrams(opening: str, closing: str) -> None:
    text = f"<!DOCTYPE html>\n<html><body>\n<p>Halo</p>\n{opening}\n{JOURNEY}{closing}\n<p>Bangun: 3</p></body></html>"
    (found,) = diagrams(text)
    assert words_of(found) == "journey section Pagi Bangun: 3: Sari"
    assert found.text.split("\n")[5 - found.line] == "journey"


def test_elements_stand_in_markdown_too_but_not_in_its_code() -> None:
    shown = '```html\n<pre class="mermaid">\n```\n'
    text = f'Pakai `<div class="mermaid">` begini:\n\n<div class="mermaid">\n{JOURNEY}</div>\n\n{shown}'
    (found,) = blocks(text)
    assert (found.kind, found.line) == ("journey", 3)


def test_what_a_page_hides_is_no_diagram() -> None:
    hidden = '<html><!-- <pre class="mermaid">journey</pre> --><script>"<pre class=\'mermaid\'>journey"</script>'
    assert blocks(hidden) == []
    assert len(blocks(f'{hidden}<pre class="mermaid">{JOURNEY}</pre>')) == 1


def test_entities_and_boxes_in_a_page_are_resolved_and_line_breaks_kept() -> None:
    task = "Teh &amp; kopi<br />&lt;panas&gt;: 4: A&#39;a"
    text = f'<html><pre class="mermaid"><span class="line">journey</span>\n{task}</pre>'
    (step,) = read(text).document.steps
    assert step.title == "Teh & kopi\n<panas>"


def test_an_element_that_is_never_closed_ends_at_the_next_diagram() -> None:
    first, second = diagrams('<html><div class="mermaid">journey\nA: 1\n<div class="mermaid">journey\nB: 2\n')
    assert words_of(first) == "journey A: 1"
    assert words_of(second) == "journey B: 2"


def test_diagrams_one_below_the_other_in_a_plain_file_are_told_apart() -> None:
    text = f"{JOURNEY}\nflowchart TD\nA-->B\n\n---\ntitle: Malam\n---\njourney\nTidur: 2\n"
    assert [block.kind for block in blocks(text)] == ["journey", "flowchart", "journey"]
    assert read(text, diagram=2).document.map.title == "Malam"
    assert len(read(text).document.steps) == 1


def test_a_branch_named_journey_in_another_diagram_is_no_journey() -> None:
    assert [block.kind for block in blocks("mindmap\n  root\n\n    journey\n")] == ["mindmap"]


def test_a_comment_or_a_setting_may_stand_ahead_of_the_word() -> None:
    text = '%% untuk lokakarya\n%%{init: {"theme": "base",\n "x": 1}}%%\n\njourney\nBangun: 3\n'
    (found,) = diagrams(f"```mermaid\n{text}```\n")
    assert found.header == 4
    assert len(read(text).document.steps) == 1


def test_words_ahead_of_the_diagram_in_a_plain_file_are_parked_a_paragraph_a_card() -> None:
    imported = read(f"Catatan rapat\nhari Senin\n\nBawa laptop\n\n{JOURNEY}")
    assert [card.text for card in imported.document.parked] == ["Catatan rapat\nhari Senin", "Bawa laptop"]
    assert imported.parts_left_out


@pytest.mark.parametrize("text", ["", "Halo semua", "# Judul\n\n- butir\n", "<html></html>", "```mermaid\n```\n"])
def test_a_file_without_a_journey_is_refused(text: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read(text)
    assert refused.value.code in ("no_journey", "other_diagrams_only")


def test_a_file_of_other_diagrams_is_refused_by_name() -> None:
    with pytest.raises(ImportRefused) as refused:
        read("```mermaid\nsequenceDiagram\n```\n```mermaid\npie\n```\n")
    assert refused.value.details == {"count": 2, "kinds": "sequenceDiagram 1, pie 1"}


@pytest.mark.parametrize("number", [0, -1, 2, 99])
def test_a_number_no_diagram_has_is_refused(number: int) -> None:
    with pytest.raises(ImportRefused) as refused:
        read(JOURNEY, diagram=number)
    assert (refused.value.code, refused.value.details) == ("no_such_diagram", {"number": number, "count": 1})


def test_windows_and_old_mac_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    expected = [(step.title) for step in read(JOURNEY).document.steps]
    for text in ("\ufeff" + JOURNEY, JOURNEY.replace("\n", "\r\n"), JOURNEY.replace("\n", "\r")):
        imported = read(text)
        assert [step.title for step in imported.document.steps] == expected
        assert [card.text for card in imported.document.table(Card).values()] == expected

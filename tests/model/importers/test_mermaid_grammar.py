"""Every form a line of a journey has, and every way real files break the grammar."""

import pytest

from model.importers import Imported
from model.importers.mermaid import read
from model.records import Card, Emotion, Role


def journey(*rows: str) -> Imported:
    return read("\n".join(("journey", "title T", *rows)))


def codes(imported: Imported) -> list[tuple[int, str]]:
    return [(note.line, note.code) for note in imported.notes]


def tasks(imported: Imported) -> list[tuple[str, float | None]]:
    """Each step's title and feeling, from left to right."""
    feelings = {emotion.step: emotion.value for emotion in imported.document.table(Emotion).values()}
    return [(step.title, feelings.get(step.id)) for step in imported.document.steps]


def stages(imported: Imported) -> list[str]:
    return [stage.title for stage in imported.document.stages]


def note_on(imported: Imported, text: str) -> str:
    (card,) = (card for card in imported.document.table(Card).values() if card.text == text)
    return card.note


def people(imported: Imported) -> list[str]:
    return [persona.name for persona in imported.document.personas]


@pytest.mark.parametrize(
    "row", ["A: 5", "A: 5:", "A: 5: x, y", "A :5 : x", "A:5:x", "\tA\t:\t5\t", "A: 5: x;", "A\u00a0:\u00a05"]
)
def test_every_form_of_a_task_is_read_without_a_remark(row: str) -> None:
    imported = journey("section S", row)
    assert tasks(imported) == [("A", 2.0)]
    assert codes(imported) == []


def test_keywords_are_read_in_any_case() -> None:
    imported = read(
        "JOURNEY\nTITLE Hari kerja\nSection Pagi\nA: 3\nsEcTiOn Sore\nB: 3\nACCTITLE: Ringkas\naccdescr: Panjang"
    )
    assert stages(imported) == ["Pagi", "Sore"]
    assert imported.document.map.title == "Hari kerja"
    assert imported.document.map.scenario == "Ringkas\nPanjang"


@pytest.mark.parametrize(
    ("score", "value"), [("1", -2.0), ("2", -1.0), ("3", 0.0), ("4", 1.0), ("5", 2.0), ("3.5", 0.5)]
)
def test_scores_become_feelings(score: str, value: float) -> None:
    imported = journey("section S", f"A: {score}: Saya")
    assert tasks(imported) == [("A", value)]
    assert codes(imported) == []


@pytest.mark.parametrize(
    ("score", "value", "code"),
    [
        ("0", -2.0, "score_clamped"),
        ("9", 2.0, "score_clamped"),
        ("-3", -2.0, "score_clamped"),
        ("+5.2", 2.0, "score_clamped"),
        ("9" * 400, 2.0, "score_clamped"),
        ("3.3", 0.5, "score_rounded"),
        ("1.2", -2.0, "score_rounded"),
    ],
)
def test_a_score_off_the_scale_is_fitted_and_reported_and_stays_beside_the_marker(
    score: str, value: float, code: str
) -> None:
    imported = journey("section S", f"A: {score}: Saya")
    assert tasks(imported) == [("A", value)]
    assert codes(imported) == [(4, code)]
    (emotion,) = imported.document.table(Emotion).values()
    assert emotion.note.endswith(score)


def test_a_decimal_comma_is_a_guess() -> None:
    imported = journey("section S", "A: 4,5: Saya")
    assert tasks(imported) == [("A", 1.5)]
    assert codes(imported) == [(4, "score_comma")]


@pytest.mark.parametrize("words", ["senang", "NaN", "Infinity", "5/5", "1e3", "4_5", "😀", "lima bintang"])
def test_a_score_in_words_is_kept_as_the_cards_note_and_gives_no_emotion(words: str) -> None:
    imported = journey("section S", f"A: {words}: Saya")
    assert tasks(imported) == [("A", None)]
    assert note_on(imported, "A") == words
    assert codes(imported) == [(4, "score_words")]
    assert people(imported) == ["Saya"]


def test_a_task_without_a_score_has_no_emotion() -> None:
    imported = journey("section S", "A", "B:", "C: : Saya")
    assert tasks(imported) == [("A", None), ("B", None), ("C", None)]
    assert codes(imported) == [(4, "colon_missing"), (5, "score_missing"), (6, "score_missing")]
    assert people(imported) == ["Saya"]


def test_what_mermaid_drops_behind_the_actors_is_kept() -> None:
    imported = journey("section S", "A: 5: Saya: di rumah: jam 10")
    assert note_on(imported, "A") == "di rumah: jam 10"
    assert codes(imported) == [(4, "pieces_kept")]
    assert not imported.parts_left_out


def test_actors_are_split_at_commas_and_empty_ones_are_none() -> None:
    imported = journey("section S", "A: 5: ,Ayah,, Ibu ,", "B: 3: , ,")
    assert people(imported) == ["Ayah", "Ibu"]
    assert codes(imported) == []


def test_an_actor_written_twice_is_one() -> None:
    imported = journey("section S", "A: 5: Ayah, Ibu, Ayah")
    assert people(imported) == ["Ayah", "Ibu"]
    assert codes(imported) == [(4, "actor_twice")]


def test_a_semicolon_ends_a_statement() -> None:
    imported = journey("section Pagi; A: 5: Saya; B: 1; section Sore;C: 3")
    assert stages(imported) == ["Pagi", "Sore"]
    assert tasks(imported) == [("A", 2.0), ("B", -2.0), ("C", 0.0)]
    assert codes(imported) == []


def test_the_first_statement_may_stand_behind_the_word_journey() -> None:
    assert read("journey title Pagi\nsection S\nA: 3").document.map.title == "Pagi"


def test_comments_are_notes_of_their_stages_and_none_is_on_paper() -> None:
    imported = journey("%% dari Budi", "# dari Sari", "section S", "A: 3", "  %% --------", "B: 3; %% akhir")
    assert tasks(imported) == [("A", 0.0), ("B", 0.0)]
    assert imported.document.parked == ()
    assert imported.document.stages[0].note == "dari Budi\ndari Sari\nakhir"
    assert codes(imported) == [(3, "comment_noted"), (4, "comment_noted"), (8, "comment_noted")]
    two = journey("section S", "A: 3", "%% satu", "section T %% dua", "B: 3")
    assert [stage.note for stage in two.document.stages] == ["satu", "dua"]
    assert journey("%% hanya ini").document.stages[0].note == "hanya ini"
    assert not imported.parts_left_out


@pytest.mark.parametrize("comment", ["# tanya Budi", " %% tanya Budi", "#tanya Budi; B: 5"])
def test_a_comment_behind_a_task_ends_its_text_and_stays_on_its_card(comment: str) -> None:
    imported = journey("section S", f"A: 5: Saya{comment}")
    assert tasks(imported) == [("A", 2.0)]
    assert people(imported) == ["Saya"]
    assert note_on(imported, "A") == comment.strip().lstrip("%# ")
    assert codes(imported) == [(4, "comment_kept")]


def test_a_comment_behind_a_section_is_no_part_of_its_title() -> None:
    imported = journey("section Pagi # belum pasti", "A: 3")
    assert stages(imported) == ["Pagi"]
    assert [stage.note for stage in imported.document.stages] == ["belum pasti"]


def test_per_cent_signs_inside_a_word_are_text() -> None:
    assert tasks(journey("section S", "Naik 100%%: 4")) == [("Naik 100%%", 1.0)]


def test_a_hash_in_a_name_that_mermaid_would_stumble_over_is_text() -> None:
    imported = journey("section S", "Bayar pesanan #12: 4: Saya; B: 3")
    assert tasks(imported) == [("Bayar pesanan #12", 1.0), ("B", 0.0)]
    assert codes(imported) == [(4, "hash_as_text")]


def test_entities_stand_for_characters_and_end_nothing() -> None:
    imported = journey("section S#58; satu", "Teh #35;1#59; #quot;panas#quot; &amp; #9829;: 4: A#44; B, C")
    assert stages(imported) == ["S: satu"]
    assert tasks(imported) == [('Teh #1; "panas" & ♥', 1.0)]
    assert people(imported) == ["A, B", "C"]
    assert codes(imported) == []


def test_an_entity_that_shows_nothing_stays_as_written() -> None:
    assert tasks(journey("section S", "Pesanan #12; lunas: 4")) == [("Pesanan #12; lunas", 1.0)]


@pytest.mark.parametrize("mark", ["<br>", "<br/>", "<br />", "</br />", "<br\t/>", "<BR>", "</br>", '<br class="x">'])
def test_every_way_to_write_a_line_break_is_one(mark: str) -> None:
    imported = journey(f"section Satu{mark}dua", f"Tiga{mark} empat: 3")
    assert stages(imported) == ["Satu\ndua"]
    assert tasks(imported) == [("Tiga\nempat", 0.0)]


def test_tabs_are_blanks_and_a_no_break_space_inside_a_name_stays() -> None:
    assert tasks(journey("section S", "\tBayar\t\t10\u00a0€\u00a0: 3")) == [("Bayar 10\u00a0€", 0.0)]


def test_tasks_ahead_of_any_section_get_a_stage_of_their_own() -> None:
    imported = journey("A: 3", "section Sore", "B: 3")
    assert stages(imported) == ["", "Sore"]
    assert codes(imported) == [(3, "stage_guessed")]


def test_a_section_without_tasks_keeps_its_place() -> None:
    imported = journey("section Pagi", "section Sore", "B: 3")
    assert stages(imported) == ["Pagi", "Sore"]
    assert tasks(imported) == [("", None), ("B", 0.0)]
    assert codes(imported) == [(3, "stage_empty")]


def test_a_journey_of_nothing_but_a_title_is_a_map_to_begin_with() -> None:
    imported = journey()
    assert stages(imported) == [""]
    assert codes(imported) == [(0, "journey_empty")]


def test_a_title_with_a_colon_is_a_title_and_one_like_a_task_is_reported() -> None:
    assert read("journey\ntitle Pagi: hari Senin\nsection S\nA: 3").document.map.title == "Pagi: hari Senin"
    imported = read("journey\nsection S\nTitle search: 5: Notaris\nA: 3")
    assert imported.document.map.title == "search: 5: Notaris"
    assert codes(imported) == [(3, "title_like_task")]


def test_the_last_title_counts_and_the_earlier_one_is_parked() -> None:
    imported = journey("section S", "A: 3", "title Judul baru")
    assert imported.document.map.title == "Judul baru"
    assert [card.text for card in imported.document.parked] == ["T"]
    assert codes(imported) == [(5, "title_replaced")]
    assert imported.parts_left_out


def test_a_section_with_a_colon_is_read_as_a_section() -> None:
    imported = journey("section Bayar: transfer", "A: 3")
    assert stages(imported) == ["Bayar: transfer"]
    assert codes(imported) == [(3, "section_colon")]


def test_a_task_that_begins_with_section_and_that_mermaid_cannot_read_is_a_task() -> None:
    imported = journey("section S", "Section leader bicara: 4: Ketua")
    assert tasks(imported) == [("Section leader bicara", 1.0)]
    assert codes(imported) == [(4, "section_like_task")]


def test_a_colon_behind_a_keyword_is_ignored_unless_a_score_follows() -> None:
    imported = read("journey\ntitle: Hari kerja\nsection: Pagi\nTitle: 5: Saya\nsection: 2: Saya")
    assert imported.document.map.title == "Hari kerja"
    assert stages(imported) == ["Pagi"]
    assert tasks(imported) == [("Title", 2.0), ("section", -1.0)]
    assert codes(imported) == [(2, "keyword_colon"), (3, "keyword_colon")]


def test_a_section_without_a_title_is_reported() -> None:
    imported = journey("section", "A: 3")
    assert stages(imported) == [""]
    assert codes(imported) == [(3, "section_untitled")]


def test_words_that_only_begin_like_a_keyword_are_a_task() -> None:
    imported = journey("section S", "Titles: 3", "sectional sofa: 3", "journeys: 3", "journey ends: 3")
    assert [title for title, _ in tasks(imported)] == ["Titles", "sectional sofa", "journeys", "journey ends"]
    assert codes(imported) == []


def test_a_line_without_a_name_is_parked_and_one_without_words_is_skipped() -> None:
    imported = journey("section S", ": 5: Saya", "A: 3", "-----")
    assert tasks(imported) == [("A", 0.0)]
    assert [card.text for card in imported.document.parked] == [": 5: Saya"]
    assert codes(imported) == [(4, "line_parked"), (6, "line_wordless")]
    assert imported.parts_left_out


def test_the_word_journey_again_is_no_task() -> None:
    imported = read("```mermaid\njourney\ntitle T\nsection S\nA: 3\njourney\nB: 3\n```")
    assert [title for title, _ in tasks(imported)] == ["A", "B"]
    assert codes(imported) == [(6, "header_again")]


def test_a_diagram_in_the_middle_of_a_file_reports_the_lines_of_the_file() -> None:
    imported = read("# Judul\n\n\n```mermaid\njourney\ntitle T\nsection S\n\nA: 9\n```\n")
    assert codes(imported) == [(9, "score_clamped")]


def test_roles_and_not_names_say_what_the_lanes_are() -> None:
    imported = journey("section S", "A: 3: Ayah, Ibu")
    assert [lane.role for lane in imported.document.lanes] == [Role.CUSTOMER_ACTIONS, Role.OTHER, Role.EMOTION]

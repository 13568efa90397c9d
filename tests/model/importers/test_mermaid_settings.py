"""Front matter, directives and the text for screen readers."""

import pytest

from model.importers.mermaid import read

TASKS = "journey\nsection S\nA: 3: Saya\n"


@pytest.mark.parametrize(
    "yaml",
    [
        "title: Hari kerja: Senin",
        "title:   Hari kerja: Senin  ",
        "Title : Hari kerja: Senin",
        '"title": Hari kerja: Senin',
        'title: "Hari kerja: Senin"',
        "title: 'Hari kerja: Senin'",
        "title: Hari\n  kerja: Senin",
        "title: >-\n  Hari kerja:\n  Senin\n",
        "title: |\n  Hari kerja: Senin\n",
        'title: "Hari \\u006berja\\x3a\n  Senin"',
    ],
)
def test_a_title_is_read_in_every_way_yaml_writes_one(yaml: str) -> None:
    imported = read(f"---\n{yaml}\n---\n{TASKS}")
    assert imported.document.map.title == "Hari kerja: Senin"
    assert imported.notes == ()


def test_quotation_marks_in_a_title_are_unescaped() -> None:
    assert read(f"---\ntitle: 'Jum''at \"pagi\"'\n---\n{TASKS}").document.map.title == 'Jum\'at "pagi"'
    assert (
        read(f'---\ntitle: "\\"Pagi\\" \\ud83d\\ude00 \\U0001F600"\n---\n{TASKS}').document.map.title == '"Pagi" 😀 😀'
    )


def test_a_quotation_that_is_never_closed_is_taken_as_it_stands() -> None:
    assert read(f'---\ntitle: "Pagi\n---\n{TASKS}').document.map.title == '"Pagi'


def test_everything_else_in_front_matter_is_reported_with_its_line() -> None:
    imported = read(
        f"---\nconfig:\n  theme: forest\n  journey:\n    x: 1\ntitle: Pagi # nanti\ntags: [a, b]\n---\n{TASKS}"
    )
    assert imported.document.map.title == "Pagi"
    told = [(note.line, note.code, note.details["text"]) for note in imported.notes]
    assert told == [
        (2, "settings", "config:\n  theme: forest\n  journey:\n    x: 1"),
        (6, "settings", "# nanti"),
        (7, "settings", "tags: [a, b]"),
    ]
    assert not imported.parts_left_out


def test_a_title_in_the_diagram_goes_before_the_one_in_front_matter_which_is_parked() -> None:
    imported = read(f"---\ntitle: Lama\n---\n{TASKS}title Baru\n")
    assert imported.document.map.title == "Baru"
    assert [card.text for card in imported.document.parked] == ["Lama"]


def test_front_matter_that_is_never_closed_ends_at_the_word_journey() -> None:
    imported = read(f"```mermaid\n---\ntitle: Pagi\n\n{TASKS}```\n")
    assert imported.document.map.title == "Pagi"
    assert [(note.line, note.code) for note in imported.notes] == [(2, "front_matter_unclosed")]
    assert [step.title for step in imported.document.steps] == ["A"]


@pytest.mark.parametrize(
    "directive", ["%%{init: {'theme': 'base'}}%%", '%%{init: {"journey": {"x": "#f00;"},\n  "y": 1}\n}%%', "%%{wrap}%%"]
)
def test_a_directive_is_reported_wherever_it_stands(directive: str) -> None:
    for text in (f"{directive}\n{TASKS}", f"{TASKS}{directive}\nB: 3\n", f"{TASKS}B: 3 {directive}\n"):
        imported = read(text, name="T")
        assert [note.details["text"] for note in imported.notes if note.code == "settings"] == [directive]
        assert {step.title for step in imported.document.steps} <= {"A", "B"}


def test_lines_below_a_directive_over_several_lines_keep_their_numbers() -> None:
    imported = read("%%{init: {\n'x': 1\n}}%%\njourney\ntitle T\nsection S\nA: 9\n")
    assert [(note.line, note.code) for note in imported.notes] == [(1, "settings"), (7, "score_clamped")]


def test_a_directive_that_is_never_closed_ends_with_its_line() -> None:
    imported = read(f"%%{{init: {{'theme': 'base'}}\n{TASKS}")
    assert [step.title for step in imported.document.steps] == ["A"]
    assert "directive_unclosed" in [note.code for note in imported.notes]


@pytest.mark.parametrize(
    "description",
    [
        "accDescr: Keluarga pergi belanja",
        "accDescr {Keluarga pergi belanja}",
        "accDescr{\n  Keluarga pergi belanja\n}",
        "ACCDESCR   {\n\n  Keluarga pergi belanja }",
    ],
)
def test_a_description_is_the_scenario_also_ahead_of_the_title(description: str) -> None:
    imported = read(f"journey\n{description}\ntitle Belanja\nsection S\nA: 3\n")
    assert imported.document.map.scenario == "Keluarga pergi belanja"
    assert imported.document.map.title == "Belanja"
    assert imported.notes == ()


def test_a_statement_may_follow_the_closing_brace_on_its_line() -> None:
    imported = read("journey\naccDescr {\n  Satu #1;\n  dua: 5\n}title Belanja\nsection S\nA: 9\n")
    assert imported.document.map.scenario == "Satu #1;\ndua: 5"
    assert imported.document.map.title == "Belanja"
    assert [note.line for note in imported.notes] == [7]


@pytest.mark.parametrize("statement", ["title Belanja", "section S", "Masuk: 4: Saya", "accTitle: Ringkas"])
def test_a_description_that_is_never_closed_ends_at_the_next_clear_statement(statement: str) -> None:
    imported = read(f"journey\naccDescr {{ Keluarga\n  pergi belanja\n{statement}\nA: 3\n", name="T")
    assert imported.document.map.scenario.endswith("Keluarga\npergi belanja")
    assert (2, "description_unclosed") in [(note.line, note.code) for note in imported.notes]
    assert imported.document.steps[-1].title == "A"


def test_the_text_for_screen_readers_runs_to_the_end_of_its_line() -> None:
    imported = read("journey\ntitle T\naccTitle: Satu; dua #3\naccDescr: empat: 5; lima\nsection S\nA: 3\n")
    assert imported.document.map.scenario == "Satu; dua #3\nempat: 5; lima"


def test_without_a_title_the_short_text_is_the_title_and_then_the_files_name() -> None:
    imported = read(f"{TASKS}accTitle: Ringkas\naccDescr: Panjang\n", name="berkas")
    assert (imported.document.map.title, imported.document.map.scenario) == ("Ringkas", "Panjang")
    assert [note.code for note in imported.notes] == ["title_from_summary"]
    imported = read(TASKS, name="berkas")
    assert (imported.document.map.title, imported.notes[0].code) == ("berkas", "title_from_name")
    imported = read(TASKS)
    assert (imported.document.map.title, imported.notes[0].code) == ("", "title_missing")


def test_options_of_a_markdown_dialect_are_settings() -> None:
    imported = read(f"```{{mermaid}}\n:caption: Gambar 1\n:align: center\n\n{TASKS}```\n", name="T")
    assert [note.details["text"] for note in imported.notes if note.code == "settings"] == [
        ":caption: Gambar 1",
        ":align: center",
    ]

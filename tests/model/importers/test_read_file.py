"""Which reader a file is for, and what is refused."""

import pytest

from model.importers import ImportRefused, read_file

JOURNEY = "journey\n  section Pagi\n    Bangun: 3: Sari\n"


@pytest.mark.parametrize(
    "name", ["pagi.mmd", "pagi.md", "pagi.txt", "pagi.HTML", "pagi", "pagi.csv", "/tmp/x/pagi.mmd"]
)
def test_what_is_in_a_file_counts_more_than_its_name(name: str) -> None:
    imported = read_file(name, JOURNEY.encode())
    assert [step.title for step in imported.document.steps] == ["Bangun"]
    assert imported.document.map.title == "pagi"


def test_a_guessed_encoding_is_the_first_line_of_the_report() -> None:
    imported = read_file("pagi.mmd", JOURNEY.replace("Bangun", "Café").encode("cp1252"))
    assert imported.document.steps[0].title == "Café"
    assert (imported.notes[0].code, imported.notes[0].details) == ("encoding_guessed", {"encoding": "CP1252"})


def test_control_characters_are_counted_in_the_report() -> None:
    imported = read_file("pagi.mmd", JOURNEY.replace("Bangun", "Ba\x0bng\x1bun").encode())
    assert ("characters_replaced", {"count": 2}) in [(note.code, note.details) for note in imported.notes]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.mmd", b"", "empty"),
        ("a.mmd", b" \n\n", "empty"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_text"),
        ("a.json", b'{\n"format": "customer-journey-map", "version": 1', "is_map"),
        ("a.csv", b"Tahap\nPagi\n", "table_empty"),
        ("a.md", b"# Catatan\n", "no_journey"),
        ("a.mmd", b"journey\n" + b"A: 5\n" * 100_001, "too_long"),
        ("a.mmd", b"journey\n" + b"A;" * 100_001, "too_long"),
        ("a.html", b" " * 8 * 1024 * 1024 + b"x", "too_large"),
        ("a.md", b"```mermaid\npie\n```\n", "other_diagrams_only"),
        ("a.txt", b"```mermaid\npie\n```\n", "other_diagrams_only"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(name: str, data: bytes, code: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_file(name, data)
    assert refused.value.code == code


def test_the_number_and_the_language_are_handed_on() -> None:
    data = f"```mermaid\n{JOURNEY}```\n~~~mermaid\njourney\ntitle Malam\nTidur: 1: A, B\n~~~\n".encode()
    imported = read_file("hari.md", data, diagram=2, language="en", actors="personas")
    assert (imported.document.map.title, imported.document.map.language) == ("Malam", "en")
    assert len(imported.document.lanes) == 2

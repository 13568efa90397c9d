"""`import`: maps from journeys of other programs."""

from pathlib import Path

import pytest

from model.document import Document
from model.importers.worksheet_names import About, name
from model.records import Map
from model.storage.file import open_map
from tests.checking.command_line import JOURNEY, Run, put
from tests.making.small_map import small_map
from tests.making.worksheets import by_pypdf, worksheet_of


def test_a_journey_becomes_a_map(run: Run) -> None:
    source = put("journey.md", f"# Rapat\n\n```mermaid\n{JOURNEY}```\n")
    outcome = run("import", source, "-o", "map.cjm")
    assert (outcome.code, outcome.told) == (0, "")
    assert open_map("map.cjm").document.map.title == "Berobat"


def test_a_second_journey_is_named_and_taken_when_asked_for(run: Run) -> None:
    block = f"```mermaid\n{JOURNEY}```\n"
    source = put("two.md", block + block.replace("Berobat", "Pulang"))
    first = run("import", source, "-o", "one.cjm")
    assert first.code == 1
    assert "two.md" in first.told
    assert "--diagram 2" in first.told
    second = run("import", source, "--diagram", "2", "-o", "two.cjm")
    assert second.code == 0
    assert "--diagram" not in second.told
    assert open_map("two.cjm").document.map.title == "Pulang"
    assert "3" in run("import", source, "--diagram", "3", "-o", "three.cjm").sentence
    assert not Path("three.cjm").exists()


def test_words_without_a_place_are_told_with_their_line(run: Run) -> None:
    source = put("journey.mmd", JOURNEY + "  title Berobat lagi\n")
    outcome = run("import", source, "-o", "map.cjm")
    assert outcome.code == 1
    assert "journey.mmd, line 2" in outcome.told or "journey.mmd, line 6" in outcome.told
    assert Path("map.cjm").exists()


def test_how_a_table_was_read_is_told_with_its_rows(run: Run) -> None:
    rows = "Stage,Step,Lane,Card\nPagi,Bangun,Tindakan,Minum kopi\n"
    for content, told in ((rows, "1 row.\n"), (rows + "Pagi,Bangun,Tindakan,Mandi\n", "2 rows.\n")):
        outcome = run("import", put("peta.csv", content), "-o", "peta.cjm", "--force", "--language", "en")
        assert (outcome.code, outcome.told.endswith(told)) == (0, True)


@pytest.mark.parametrize("content", ["", "just words", b"\x89PNG\r\n\x1a\n\0\0\0", "flowchart TD\n  a --> b\n"])
def test_what_is_no_journey_is_refused_in_a_sentence(run: Run, content: str | bytes) -> None:
    assert "notes.txt" in run("import", put("notes.txt", content), "-o", "map.cjm").sentence
    assert not Path("map.cjm").exists()


def test_a_file_larger_than_anyone_draws_is_refused_in_a_sentence(run: Run) -> None:
    source = put("large.mmd", "journey\n" + "  A: 5: B\n" * 900_000)
    assert "8 MiB" in run("import", source, "-o", "map.cjm").sentence
    assert not Path("map.cjm").exists()


def test_an_import_never_writes_over_its_source(run: Run) -> None:
    source = put("journey.cjm", JOURNEY)
    assert "journey.cjm" in run("import", source, "-o", source, "--force").sentence
    assert source.read_text() == JOURNEY


def test_the_sheets_of_several_people_become_one_map(run: Run) -> None:
    data = worksheet_of(small_map())
    asked = name("m", About.ANSWER, "l1", "s1")
    sources = [
        put(f"{who}.pdf", by_pypdf(data, {asked: f"kata {who}", name("m", About.AUTHOR): who}))
        for who in ("Ani", "Budi")
    ]
    outcome = run("import", *sources, "-o", "map.cjm")
    assert (outcome.code, outcome.told) == (0, "")
    cards = open_map("map.cjm").document.cards_in("l1", "t1")
    assert [(card.text, card.author) for card in cards] == [("kata Ani", "Ani"), ("kata Budi", "Budi")]


def test_what_is_said_of_several_sheets_names_the_one(run: Run) -> None:
    data = worksheet_of(small_map())
    filled = by_pypdf(data, {name("m", About.ANSWER, "l1", "s1"): "kata"})
    outcome = run("import", put("satu.pdf", data), put("dua.pdf", filled), "-o", "map.cjm", "--language", "en")
    assert outcome.code == 0
    assert [line.split(":")[0] for line in outcome.told.splitlines()] == ["satu.pdf", "dua.pdf"]


def test_sheets_of_two_maps_are_not_mixed(run: Run) -> None:
    one, other = put("a.pdf", worksheet_of(small_map())), put("b.pdf", worksheet_of(Document([Map(id="x")])))
    sentence = run("import", one, other, "-o", "map.cjm").sentence
    assert "a.pdf" in sentence
    assert "b.pdf" in sentence
    assert not Path("map.cjm").exists()


def test_several_files_are_worksheets_or_are_refused(run: Run) -> None:
    sentence = run("import", put("a.pdf", worksheet_of(small_map())), put("b.mmd", JOURNEY), "-o", "map.cjm").sentence
    assert "b.mmd" in sentence
    assert "gone.pdf" in run("import", "a.pdf", "gone.pdf", "-o", "map.cjm").sentence


def test_a_pdf_that_is_no_worksheet_is_told_in_a_sentence(run: Run) -> None:
    assert "x.pdf" in run("import", put("x.pdf", b"%PDF-1.7 kaput"), "-o", "map.cjm").sentence
    assert not Path("map.cjm").exists()

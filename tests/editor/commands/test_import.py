"""`import`: maps from journeys of other programs."""

from pathlib import Path

import pytest

from model.storage.file import open_map
from tests.checking.command_line import JOURNEY, Run, put


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

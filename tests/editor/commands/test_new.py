"""`new`: maps from templates."""

from pathlib import Path

import pytest

from model.storage.file import open_map
from tests.checking.command_line import Run, put


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_new_map_is_nobody_elses_and_dated_and_its_frame_is_the_templates(run: Run, language: str) -> None:
    for name in ("one.cjm", "two.cjm"):
        made = run("new", "--template", "five-stages", "--language", language, "--date", "2026-11-12", "-o", name)
        assert (made.code, made.told) == (0, "")
        assert name in made.out
    one, two = open_map("one.cjm").document, open_map("two.cjm").document
    assert one.map.id != two.map.id
    assert one.map.facts.date == "2026-11-12"
    assert one.map.language == language
    assert (one.stages, one.steps, one.lanes) == (two.stages, two.steps, two.lanes)
    assert len(one.stages) == 5


def test_a_map_that_is_there_is_replaced_only_by_force(run: Run) -> None:
    there = put("map.cjm", "precious")
    assert "--force" in run("new", "--template", "blank", "-o", there).sentence
    assert there.read_text() == "precious"
    assert run("new", "--template", "blank", "-o", there, "--force").code == 0
    assert open_map(there).document.map.language == "en"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder that takes no file, whoever asks")
def test_a_folder_that_takes_no_file_is_told_of_without_an_old_file_that_is_not_there(run: Run) -> None:
    sentence = run("new", "--template", "blank", "-o", "/proc/self/map.cjm").sentence
    assert "has not been saved" in sentence
    assert "old file" not in sentence


def test_a_new_map_is_named_like_one(run: Run) -> None:
    assert ".cjm" in run("new", "--template", "blank", "-o", "map.pdf").sentence
    assert not Path("map.pdf").exists()

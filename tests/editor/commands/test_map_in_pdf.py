"""A PDF with the map inside, wherever a command asks for a map."""

from pathlib import Path

import pytest

from tests.checking.command_line import CLINIC, Run, put
from tests.making.attached import by_another, with_inside


@pytest.fixture
def inside(run: Run) -> Path:
    """The clinic sample in a PDF, as `export --attach` makes one."""
    path = put("klinik.cjm", CLINIC.read_bytes())
    assert run("export", path, "-o", "klinik.pdf", "--attach", "--date", "2026-11-22").code == 0
    return Path("klinik.pdf")


def test_a_map_exported_with_itself_inside_is_checked_as_the_map_is(run: Run, inside: Path) -> None:
    assert run("check", inside).out == run("check", "klinik.cjm").out


def test_a_map_inside_is_drawn_as_the_map_is(run: Run, inside: Path) -> None:
    for source in (inside, Path("klinik.cjm")):
        assert run("export", source, "-o", source.with_suffix(".svg")).code == 0
        source.with_suffix(".svg").rename(f"{source.suffix[1:]}.svg")
    pages = [Path(f"{kind}.svg").read_text("utf-8").replace("klinik.pdf", "klinik.cjm") for kind in ("pdf", "cjm")]
    assert len(pages[0]) == pytest.approx(len(pages[1]), abs=200)  # the file's name stands in the foot


def test_the_pdf_that_holds_the_map_is_not_written_over(run: Run, inside: Path) -> None:
    before = inside.read_bytes()
    assert "klinik.pdf" in run("export", inside, "-o", inside).sentence
    assert inside.read_bytes() == before


def test_a_pdf_without_a_map_is_refused_in_a_sentence(run: Run) -> None:
    assert "no map inside" in run("check", put("lain.pdf", by_another()), "--language", "en").sentence


def test_a_damaged_map_inside_needs_to_be_asked_for(run: Run) -> None:
    data = CLINIC.read_bytes()
    path = put("rusak.pdf", with_inside(data[: len(data) // 2]))
    assert run("check", path).code == 2
    assert run("check", path, "--as-copy").code == 1

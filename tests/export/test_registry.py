"""Which formats there are, and which files they make."""

import ast
import json
from pathlib import Path

import pytest

import resources
from export.options import PageOptions
from export.registry import EXPORTERS, Job, exporter, render
from model.refusal import Refused
from tests.checking.export_tools import text_of
from tests.making.export_pages import INFO, line, page
from tests.making.small_map import small_map

PAGES = tuple(page(line(word), title=word) for word in ("satu", "dua", "tiga"))
ROOT = Path(__file__).resolve().parents[2]


def job(*sheets: int) -> Job:
    return Job(small_map(), INFO, options=PageOptions(sheets=sheets))


def test_a_pdf_holds_all_pages() -> None:
    files = render(job(), PAGES, Path("peta.pdf"))
    assert list(files) == [Path("peta.pdf")]
    assert text_of(files[Path("peta.pdf")]) == "satu\ndua\ntiga"


def test_an_svg_holds_one_page_and_several_are_numbered() -> None:
    assert list(render(job(), PAGES[:1], Path("a/peta.svg"))) == [Path("a/peta.svg")]
    assert [path.name for path in render(job(), PAGES, Path("peta.v2.SVG"))] == [
        "peta.v2-1.SVG",
        "peta.v2-2.SVG",
        "peta.v2-3.SVG",
    ]


def test_one_sheet_can_be_printed_again_alone() -> None:
    files = render(job(3), PAGES, Path("peta.pdf"))
    assert text_of(files[Path("peta.pdf")]) == "tiga"
    assert b"/St 3" in files[Path("peta.pdf")]
    assert [path.name for path in render(job(3, 1), PAGES, Path("peta.svg"))] == [
        "peta-3.svg",
        "peta-1.svg",
    ]


@pytest.mark.parametrize(
    ("name", "count", "sheets", "code"),
    [("peta.doc", 3, (), "unknown_format"), ("peta", 3, (), "unknown_format"), ("peta.pdf", 0, (), "no_pages"),
     ("peta.pdf", 3, (4,), "no_sheet"), ("peta.svg", 3, (0,), "no_sheet")],
)  # fmt: skip
def test_what_cannot_be_written_is_refused(name: str, count: int, sheets: tuple[int, ...], code: str) -> None:
    with pytest.raises(Refused) as refused:
        render(job(*sheets), PAGES[:count], Path(name))
    assert refused.value.code == code


def test_every_exporter_is_found_by_its_ending() -> None:
    assert {exporter(Path(f"x{ending.upper()}")) for ending in EXPORTERS} == set(EXPORTERS.values())


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_refusal_and_fault_has_a_sentence(language: str) -> None:
    sentences = json.loads(resources.path("i18n", f"export.{language}.json").read_bytes())
    assert {key.removesuffix(".one") for key in sentences} == codes()


def codes() -> set[str]:
    """The first word of every Refused(...) and Unreadable(...) where files and paper are made."""
    calls = [
        node
        for room in ("export", "model/handouts", "model/layout")
        for file in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Refused", "Unreadable")
    ]
    return {str(node.args[0].value) for node in calls if isinstance(node.args[0], ast.Constant)}

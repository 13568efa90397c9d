"""What a file says about itself and its pages: outline, labels, boxes, facts."""

import io
import re
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from export import pdf
from export.info import Info
from model.layout.shapes import Page
from tests.checking.export_tools import run
from tests.making.export_pages import INFO, line, page

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def sheet(title: str = "", chapter: str = "", label: str = "") -> Page:
    return msgspec.structs.replace(page(line("isi"), title=title), chapter=chapter, label=label)


def reader(*pages: Page, info: Info = INFO) -> PdfReader:
    data = pdf.write(pages, info)
    run("qpdf", data, "--check")
    return PdfReader(io.BytesIO(data), strict=True)


def outline(file: PdfReader, lines: Any = None) -> list[Any]:
    """Titles with the pages they lead to, lists for those below."""
    return [
        (str(each.title), file.get_destination_page_number(each))
        if isinstance(each, Destination)
        else outline(file, each)
        for each in (file.outline if lines is None else lines)
    ]


def test_chapters_stand_above_their_pages() -> None:
    file = reader(
        sheet("Peta", "Peta"), sheet("Satu", "Tahap"), sheet("Dua", "Tahap"), sheet("Sendiri"), sheet("Tiga", "Tahap")
    )
    below = [("Peta", 0)], [("Satu", 1), ("Dua", 2)], [("Tiga", 4)]
    assert outline(file) == [("Peta", 0), below[0], ("Tahap", 1), below[1], ("Sendiri", 3), ("Tahap", 4), below[2]]


def test_a_chapter_of_pages_without_titles_is_one_line() -> None:
    assert outline(reader(sheet(chapter="Kartu"), sheet(chapter="Kartu"), sheet("Lain"))) == [("Kartu", 0), ("Lain", 2)]


def test_pages_are_called_by_their_labels_and_else_by_their_numbers() -> None:
    file = reader(sheet(), sheet(label="R1 C2"), sheet(label="Ötökkä (中)"), sheet())
    assert file.page_labels == ["1", "R1 C2", "Ötökkä (中)", "4"]


def test_a_bleed_is_around_the_sheet_that_stays() -> None:
    whole = Page(420.5, 318.25, (line("isi"),), bleed=9)
    (made,) = reader(whole).pages
    boxes = {name: [float(edge) for edge in getattr(made, name)] for name in ("mediabox", "bleedbox", "trimbox")}
    assert boxes["mediabox"] == boxes["bleedbox"] == [0, 0, 420.5, 318.25]
    assert boxes["trimbox"] == [9, 9, 411.5, 309.25]


def test_a_page_without_bleed_has_one_box() -> None:
    (made,) = reader(sheet()).pages
    assert "/TrimBox" not in made
    assert "/BleedBox" not in made


@pytest.mark.parametrize("text", ["Berobat & pulang <1>", "Ψ 中 🙂", "a\x00b\ud800c", ""])
def test_the_facts_stand_in_the_file_twice_and_agree(text: str) -> None:
    info = Info(title=text, author=text, subject=text, language="vi-VN", date=INFO.date)
    file = reader(sheet(), info=info)
    found = file.root_object["/Metadata"].get_object()
    about = ElementTree.fromstring(found.get_data())  # type: ignore[union-attr]  # a stream it is
    said = {
        each: [item.text for item in about.iter(f"{_DC}{each}") for item in item.iter(f"{_RDF}li")]
        for each in ("title", "creator", "description", "language")
    }
    wanted = [re.sub("[\x00\ufffe]", "\ufffd", text.encode("utf-8", "replace").decode())] if text else []
    assert said == {"title": wanted, "creator": wanted, "description": wanted, "language": ["vi-VN"]}
    assert b"2026-11-12T00:00:00Z" in found.get_data()  # type: ignore[union-attr]


def test_readers_show_the_title_and_no_claim_is_made_that_was_not_shown() -> None:
    data = pdf.write((sheet(),), INFO)
    assert b"/DisplayDocTitle true" in data
    assert b"pdfuaid" not in data
    assert b"pdfaid" not in data

"""Each sample as each kind of paper, on three sheets, in colour and in grey: what nobody may find wrong with a page.

The shapes are looked at first, and then the file as strangers read it: pdfium has every letter and picture with its
place, qpdf its structure. The map's own pages are looked at more closely in `test_every_paper.py`.
"""

import ctypes
import datetime
from collections.abc import Iterator
from functools import lru_cache

import msgspec
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from export import pdf
from export.info import Info
from model.document import Document
from model.handouts.brief import Brief
from model.handouts.kinds import KINDS
from model.handouts.making import handout
from model.layout.look import Look
from model.layout.shapes import Page
from model.layout.sheets import sheet
from model.storage import cjm
from tests.checking.export_tools import run
from tests.checking.page_faults import off_page, small_text
from tests.checking.printed import SAMPLES, sample_path, squeezed
from tests.checking.seen import in_the_edge, seen_over_each_other, whole_words

PAPERS = ("A4", "A3", "Letter")
_SMALLEST = 6.995  # points: seven, as far as a file of four decimals can say


class Handed(msgspec.Struct, frozen=True):
    """`cut`: its sheets show a window of something larger, so letters may lie outside of them, unseen."""

    pages: tuple[Page, ...]
    data: bytes
    cut: bool


@lru_cache(maxsize=1)
def handed(sample: str, kind: str, paper: str, grey: bool) -> Handed:
    """One handout, made once for all tests of it."""
    document = of_sample(sample)
    brief = Brief(sheet=sheet(paper), name=f"{sample}.cjm", look=Look(grey=grey))
    pages = handout(document, kind, brief)
    info = Info(title=document.map.title, date=datetime.date(2026, 11, 12), language=document.map.language)
    return Handed(pages, pdf.write(pages, info), kind == "poster")


@lru_cache
def of_sample(name: str) -> Document:
    return cjm.decode(sample_path(name).read_bytes())


@pytest.fixture(
    params=[
        (sample, kind, paper, grey)
        for sample in SAMPLES
        for kind in KINDS
        for paper in PAPERS
        for grey in (False, True)
    ],
    ids=lambda each: f"{each[0]}-{each[1]}-{each[2]}-{'grey' if each[3] else 'colour'}",
    scope="module",
)
def made(request: pytest.FixtureRequest) -> Handed:
    return handed(*request.param)


def test_no_shape_is_small_cut_off_or_over_another(made: Handed) -> None:
    assert small_text(made.pages) == []
    assert off_page(made.pages) == []
    assert in_the_edge(made.pages) == []
    assert seen_over_each_other(made.pages) == []


def test_the_file_is_sound_and_its_fonts_are_in_it(made: Handed) -> None:
    assert b"No syntax or stream encoding errors" in run("qpdf", made.data, "--check")
    fonts = run("pdffonts", made.data).decode().splitlines()[2:]
    assert fonts
    assert [font for font in fonts if font.split()[-5] != "yes"] == []


def test_each_page_has_its_size_something_on_it_and_no_small_letter(made: Handed) -> None:
    with pdfium.PdfDocument(made.data) as file:
        assert len(file) == len(made.pages)
        for page, own in zip(file, made.pages, strict=True):
            assert page.get_mediabox() == pytest.approx((0, 0, own.width, own.height), abs=0.1)
            found = list(letters(page))
            assert found
            assert min(letter.size for letter in found) >= _SMALLEST
            if not made.cut:
                assert [letter for letter in found if not letter.inside(own.width, own.height)] == []


def test_every_word_can_be_searched(made: Handed) -> None:
    with pdfium.PdfDocument(made.data) as file:
        for page, own in zip(file, made.pages, strict=True):
            text = squeezed(page.get_textpage().get_text_bounded())
            # pdfium joins what a hyphen ends a line of, and drops the hyphen.
            assert sorted(word for word in whole_words(own) if squeezed(word).rstrip("-") not in text) == []


class Letter(msgspec.Struct, frozen=True):
    """A letter as pdfium finds it: its font size and its box, in points, y up."""

    size: float
    left: float
    bottom: float
    right: float
    top: float

    def inside(self, width: float, height: float) -> bool:
        return self.left >= 0 and self.bottom >= 0 and self.right <= width and self.top <= height


def letters(page: pdfium.PdfPage) -> Iterator[Letter]:
    """Every letter that is drawn on a page."""
    text = page.get_textpage()
    for at in range(text.count_chars()):
        if chr(raw.FPDFText_GetUnicode(text, at)).isspace() or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        box = [ctypes.c_double() for _ in range(4)]
        raw.FPDFText_GetCharBox(text, at, *map(ctypes.byref, box))
        left, right, bottom, top = (edge.value for edge in box)
        yield Letter(raw.FPDFText_GetFontSize(text, at), left, bottom, right, top)

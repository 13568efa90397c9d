"""Samples on paper, laid out and written once for all tests of one sheet; and what their shapes say, word by word."""

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

import resources
from export import pdf
from export.info import Info
from model.document import Document
from model.layout.engine import lay_out
from model.layout.shapes import Page, Text, walk
from model.layout.sheets import sheet
from model.layout.text.faces import face
from model.layout.view import View
from model.storage import cjm
from tests.checking.export_tools import Word

SAMPLES = ("clinic", "online-shop", "train-journey")
DATE = datetime.date(2026, 11, 12)


class Printed(msgspec.Struct, frozen=True):
    document: Document
    pages: tuple[Page, ...]
    pdf: bytes


def sample_path(name: str) -> Path:
    return resources.path("samples", f"{name}.cjm")


@lru_cache(maxsize=2)
def printed(sample: str, paper: str, orientation: str, view: View) -> Printed:
    """A sample on sheets of paper. Only the last two are kept: tests ask for one sheet after the other."""
    return on_paper(_sample(sample), paper, orientation, view)


@lru_cache
def _sample(name: str) -> Document:
    return cjm.decode(sample_path(name).read_bytes())


def on_paper(
    document: Document, paper: str = "A3", orientation: str = "landscape", view: View | None = None
) -> Printed:
    """A map on sheets of paper."""
    pages = lay_out(document, view=view, sheet=sheet(paper, orientation)).pages
    info = Info(title=document.map.title, date=DATE, language=document.map.language)
    return Printed(document, pages, pdf.write(pages, info))


def words_said(page: Page) -> list[Word]:
    """Every word of a page where its shapes put it, by our own arithmetic: `bottom` goes by the descent of the face,
    as readers of PDF reckon it."""
    return [word for shape, x, y, _ in walk(page.shapes) if isinstance(shape, Text) for word in _words(shape, x, y)]


def _words(text: Text, x: float, y: float) -> Iterator[Word]:
    if not text.runs:
        return
    descent = face(text.runs[0].face).descent
    letters = [(letter, x + left, x + right) for letter, left, right in _letters(text)]
    for match in re.finditer(r"\S+", "".join(letter for letter, _, _ in letters)):
        first, last = letters[match.start()], letters[match.end() - 1]
        yield Word(match[0], first[1], last[2], y + text.y + descent * text.size)


def _letters(text: Text) -> Iterator[tuple[str, float, float]]:
    """Each character with its left and right edge; those of one glyph share it, tracking stands behind them."""
    left = text.x
    for run in text.runs:
        unit = text.size / face(run.face).units
        for at, (start, advance) in enumerate(zip(run.clusters, run.advances, strict=True)):
            right = left + advance * unit
            end = run.clusters[at + 1] if at + 1 < len(run.clusters) else len(run.text)
            yield from ((letter, left, right) for letter in run.text[start:end])
            left = right + text.tracking


def squeezed(text: str) -> str:
    """Text without the breaks that lines and columns put in."""
    return re.sub(r"\s+", "", text)


def nearest(word: Word, others: Iterable[Word]) -> float:
    """How far (points) the closest of the others stands from where a word should."""
    return min(
        (
            max(abs(word.left - each.left), abs(word.right - each.right), abs(word.bottom - each.bottom))
            for each in others
        ),
        default=float("inf"),
    )

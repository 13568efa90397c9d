"""Worksheets for tests, and two programs that fill them in: pypdf, and pdfium as somebody with mouse and keyboard."""

import datetime
import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdf import PageObject, PdfReader, PdfWriter
from pypdfium2 import raw

from export import pdf
from export.info import Info
from model.document import Document
from model.handouts.brief import Brief
from model.handouts.making import handout
from model.handouts.options import WorksheetOptions
from model.importers.worksheet_names import About, Place, place
from model.layout.shapes import Page
from model.layout.sheets import Sheet, sheet

Answers = Mapping[str, str]
"""By the name of the field: a text, or the number of the face that is ticked."""

_RETURN = 13


def pages_of(document: Document, on: Sheet | None = None, **options: bool) -> tuple[Page, ...]:
    """The worksheet of a map; `options`: those of WorksheetOptions."""
    brief = Brief(sheet=on or sheet("A4"), name="peta.cjm", options=WorksheetOptions(**options))
    return handout(document, "worksheet", brief)


def worksheet_of(document: Document, on: Sheet | None = None, **options: bool) -> bytes:
    """The worksheet of a map as a file."""
    return pdf.write(pages_of(document, on, **options), Info(title="Lembar kerja", date=datetime.date(2026, 11, 12)))


def places(data: bytes) -> dict[str, Place]:
    """Every field of a worksheet that is filled in, in their order."""
    fields = PdfReader(io.BytesIO(data)).get_fields() or {}
    found = {name: place(name) for name in fields}
    return {name: each for name, each in found.items() if each is not None and each.about is not About.MAP}


def by_pypdf(data: bytes, answers: Answers) -> bytes:
    """The file with these answers in it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    ticked = _ticked(data)
    values = {name: f"/{value}" if name in ticked else value for name, value in answers.items()}
    writer.update_page_form_field_values(list(writer.pages), values, auto_regenerate=False)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def by_pdfium(data: bytes, answers: Answers) -> bytes:
    """The file as a viewer saves it in which somebody clicked into each field and typed."""
    file, reader = pdfium.PdfDocument(data), PdfReader(io.BytesIO(data))
    file.init_forms()
    for number, page in enumerate(file):
        for click in _clicks(reader.pages[number], answers):
            _click(file, page, click.x, click.y)
            if not click.ticks:
                _type(file, page, answers[click.name])
        raw.FORM_ForceToKillFocus(file.formenv)
    kept = io.BytesIO()
    file.save(kept)
    file.close()
    return kept.getvalue()


class Click(NamedTuple):
    """The middle of a field that gets an answer, or of the box that is ticked; points, y up."""

    name: str
    x: float
    y: float
    ticks: bool


def _clicks(page: PageObject, answers: Answers) -> Iterator[Click]:
    """What to click on a page, each field once."""
    met = set[str]()
    laid: Any = page.get("/Annots", ())
    for reference in laid:
        widget = reference.get_object()
        field = widget if "/T" in widget else widget["/Parent"]
        name, ticks = str(field["/T"]), field["/FT"] == "/Btn"
        left, bottom, right, top = (float(edge) for edge in widget["/Rect"])
        if name in answers and (f"/{answers[name]}" in widget["/AP"]["/N"] if ticks else name not in met):
            met.add(name)
            yield Click(name, (left + right) / 2, (bottom + top) / 2, ticks)


def _ticked(data: bytes) -> set[str]:
    fields = PdfReader(io.BytesIO(data)).get_fields() or {}
    return {name for name, field in fields.items() if field.get("/FT") == "/Btn"}


def _click(file: pdfium.PdfDocument, page: pdfium.PdfPage, x: float, y: float) -> None:
    for act in (raw.FORM_OnMouseMove, raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
        act(file.formenv, page, 0, x, y)


def _type(file: pdfium.PdfDocument, page: pdfium.PdfPage, text: str) -> None:
    """Letter by letter, halves of characters beyond the first 65,536 one behind the other."""
    units = text.replace("\n", chr(_RETURN)).encode("utf-16-le")
    for at in range(0, len(units), 2):
        raw.FORM_OnChar(file.formenv, page, int.from_bytes(units[at : at + 2], "little"), 0)

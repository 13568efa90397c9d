"""Which slides there are: the whole map, as large as all of it needs, and then each stage on the same size."""

from collections.abc import Iterator

import msgspec

from export.options import PptxOptions
from export.pptx.notes import notes_of
from export.pptx.stage import stage_layout
from export.registry import Job
from model.handouts.making import dressed
from model.layout.engine import Layout, lay_out
from model.layout.page import Composed
from model.layout.shapes import Page
from model.layout.sheets import Sheet
from model.layout.stages import spans
from model.layout.text.tongue import speak

LARGER = 1.12
"""A slide against the sheet its page is laid out on: room for a face that is wider than the one on paper."""
_WIDE = (960.0, 540.0)  # points: 13.33 by 7.5 inches, what PowerPoint begins with
_GROWS = 1.25
_MOST, _LEAST = 4032.0, 72.0  # points: the sizes PowerPoint takes


class Slide(msgspec.Struct, frozen=True):
    """A page of a layout, `scale` times as large. `composed`: its pieces; a page behind the map has none."""

    layout: Layout
    page: Page
    composed: Composed | None
    scale: float
    title: str
    notes: str


class Shown(msgspec.Struct, frozen=True):
    """All slides of a job, and their size in points."""

    width: float
    height: float
    slides: tuple[Slide, ...]


def slides_of(job: Job) -> Shown:
    """The whole map, and where it has several stages each of them."""
    speak(job.document.map.language)
    width, height, whole = _whole(job)
    slides = [*_slides(job, whole, width, job.info.title)]
    stages = spans(whole.order.source.columns)
    for span in stages if len(stages) > 1 else ():
        job.brief.check()
        title = span.stage.title if span.stage is not None else ""
        slides += _slides(job, stage_layout(whole.order, span), width, title)
    return Shown(width, height, tuple(slides))


def _whole(job: Job) -> tuple[float, float, Layout]:
    """The size of the slides in points, and the map laid out for them: the first size at which one slide has it all."""
    for width, height in _sizes(job):
        job.brief.check()
        layout = _laid_out(job, width, height)
        if len(layout.composed) == 1:
            break
    return width, height, layout


def _sizes(job: Job) -> Iterator[tuple[float, float]]:
    asked = job.options.slide if isinstance(job.options, PptxOptions) else PptxOptions().slide
    if asked == "sheet":
        sheet = job.brief.sheet
        fits = min(1.0, _MOST / max(sheet.width, sheet.height))
        yield max(sheet.width * fits, _LEAST), max(sheet.height * fits, _LEAST)
        return
    width, height = _WIDE
    while width < _MOST:
        yield width, height
        width, height = width * _GROWS, height * _GROWS
    yield _MOST, _MOST * _WIDE[1] / _WIDE[0]


def _laid_out(job: Job, width: float, height: float) -> Layout:
    on, brief = Sheet("", width / LARGER, height / LARGER), job.brief
    language = brief.language or job.info.language
    look = msgspec.structs.replace(brief.look, numbered=False)  # slides have numbers of their own
    return lay_out(job.document, view=brief.view, sheet=on, language=language, name=brief.name, look=look)


def _slides(job: Job, layout: Layout, width: float, title: str) -> Iterator[Slide]:
    look = msgspec.structs.replace(job.brief.look, bleed=0.0)
    pages = dressed(layout.pages, look, job.info.language)
    pieces: list[Composed | None] = [*layout.composed, *[None] * (len(pages) - len(layout.composed))]
    for page, composed in zip(pages, pieces, strict=True):
        notes = ""
        if composed is not None:
            here = composed.part.columns
            notes = notes_of(job.document, composed, layout.order.source.columns[here.start : here.stop])
        yield Slide(layout, page, composed, width / page.width, title, notes)

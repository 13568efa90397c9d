"""The map itself on paper: on one sheet, or split by stage over several."""

from collections.abc import Iterator

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.options import PageOptions
from model.handouts.reading_map import read_aloud
from model.layout.engine import Layout, lay_out
from model.layout.shapes import Page
from model.layout.sheets import Sheet, sheet

_STANDARD = ("A4", "A3", "A2", "A1", "A0")
_LARGER = 1.25  # each sheet beyond A0 against the one before it
_MOST_SHEETS = 24  # a map that needs more is two hundred times an A0


def split(document: Document, brief: Brief) -> tuple[Page, ...]:
    """The fewest sheets of the size asked for that keep 7 points, cut between stages."""
    return laid_out(document, brief, brief.sheet).pages


def one_sheet(document: Document, brief: Brief) -> tuple[Page, ...]:
    """The map on one sheet: of the size asked for where it fits at 7 points, else of the next size at which it does."""
    options = brief.options
    smallest = isinstance(options, PageOptions) and options.smallest
    for on in _sheets(brief.sheet, smallest=smallest):
        brief.check()
        layout = _drawn(document, brief, on)
        if len(layout.composed) == 1:
            break
    return read_aloud(layout)


def laid_out(document: Document, brief: Brief, on: Sheet | None) -> Layout:
    """The map as a brief wants it drawn; its pages say how they are read."""
    layout = _drawn(document, brief, on)
    return msgspec.structs.replace(layout, pages=read_aloud(layout))


def _drawn(document: Document, brief: Brief, on: Sheet | None) -> Layout:
    return lay_out(document, view=brief.view, sheet=on, language=brief.language, name=brief.name, look=brief.look)


def _sheets(asked: Sheet, *, smallest: bool) -> Iterator[Sheet]:
    """The sheets to try, each larger than the one before, lying as the one asked for."""
    lies = "landscape" if asked.width > asked.height else "portrait"
    standard = [sheet(name, lies) for name in _STANDARD]
    if not smallest:
        yield asked
        standard = [each for each in standard if each.width * each.height > asked.width * asked.height]
    yield from standard
    largest = max((*standard, asked), key=lambda each: each.width * each.height)
    for power in range(1, _MOST_SHEETS + 1):
        yield Sheet("", largest.width * _LARGER**power, largest.height * _LARGER**power)

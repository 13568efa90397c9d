"""Everything a map says, as blocks of text in reading order."""

from collections.abc import Iterator

from model.document import Document
from model.handouts.outline import insights, journey, lens, rest
from model.handouts.outline.telling import Telling
from model.handouts.prose import Block
from model.layout.view import View
from model.records import Id

_BEFORE = (lens.about, lens.personas, lens.lanes)
_JOURNEY = (journey.journey, insights.insights, insights.kpis, rest.links, rest.parked, rest.set_aside)


def outline(
    document: Document, language: str | None = None, view: View | None = None, hidden: frozenset[Id] = frozenset()
) -> tuple[Block, ...]:
    """The map in words: every text of every record, but for what templates ask (`guide`), which is never printed.

    `language`: of the words around the map's, else the map's own. `view`: only the lanes of one view. `hidden`: lanes
    left out; those hidden in the map are told, and marked.
    """
    tell = Telling(document, language or document.map.language, view, hidden)
    return (*opening(tell), *telling(tell))


def opening(tell: Telling) -> Iterator[Block]:
    """What comes ahead of the journey."""
    for section in _BEFORE:
        yield from section(tell)


def telling(tell: Telling) -> Iterator[Block]:
    """The journey, and what stands behind it."""
    for section in _JOURNEY:
        yield from section(tell)

"""Everything a map says, as blocks of text in reading order."""

from collections.abc import Iterator

from model.handouts.outline import insights, journey, lens, rest
from model.handouts.outline.telling import Telling
from model.handouts.prose import Block

_BEFORE = (lens.about, lens.personas, lens.lanes)
_JOURNEY = (journey.journey, insights.insights, insights.kpis, rest.links, rest.parked, rest.set_aside)


def outline(tell: Telling) -> tuple[Block, ...]:
    """The map in words: every text of every record that is asked for, but for what templates ask (`guide`), which is
    never printed."""
    return (*opening(tell), *telling(tell))


def opening(tell: Telling) -> Iterator[Block]:
    """What comes ahead of the journey."""
    for section in _BEFORE:
        yield from section(tell)


def telling(tell: Telling) -> Iterator[Block]:
    """The journey, and what stands behind it."""
    for section in _JOURNEY:
        yield from section(tell)

"""What a page is to show, before anything is drawn: which columns, which lanes, which of their items."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

import msgspec

from model.layout import cards, emotions, labels
from model.layout.grid import Column, Item
from model.layout.lines import BlueprintLine
from model.layout.quotes import Marker
from model.layout.rows import HeightOf, Stack, stack
from model.layout.setting import Setting
from model.layout.text.wrap import widest
from model.records import Card, Emotion, Id, Lane, Mark, Role


class Band(msgspec.Struct, frozen=True, dict=True):
    """A lane, or the part of one that has room on a page, with the items it shows there, from left to right.

    A folded lane shows none: `folded` is how many it holds, None where the lane is not folded.
    """

    lane: Lane
    items: tuple[Item, ...]
    line: BlueprintLine | None = None
    folded: int | None = None

    def over(self, columns: range) -> tuple[Item, ...]:
        """The items that may touch these columns: a few more than do where some are wide."""
        first = bisect_left(self.items, columns.start - self._longest + 1, key=_first)
        return self.items[first : bisect_left(self.items, columns.stop, key=_first)]

    @cached_property
    def _longest(self) -> int:
        return max((item.span for item in self.items), default=1)

    @cached_property
    def marks(self) -> frozenset[Mark]:
        """The signs on the cards."""
        return frozenset(mark for item in self.items if isinstance(item.record, Card) for mark in item.record.marks)

    def widest_word(self, most: float) -> float:
        """The widest piece of text, in ems, among the cards over one column, as far as it is not wider than `most`."""
        return max((word for word in self._widest_words if word <= most), default=0.0)

    @cached_property
    def _widest_words(self) -> tuple[float, ...]:
        return tuple(
            widest(item.record.text, "card") for item in self.items if isinstance(item.record, Card) and item.span == 1
        )


_first = attrgetter("first")


class Part(msgspec.Struct, frozen=True):
    """One page's share of the map. The first page bears the whole header, the last one the parking lot."""

    columns: range
    bands: tuple[Band, ...]
    first: bool = True
    last: bool = False


class Source(msgspec.Struct, frozen=True):
    """What parts are cut from: the columns and bands of the view, the curves by emotion lane, the column of each step,
    the first column of each card and KPI, the texts each column holds (see `stages.step_titles`), and which cards and
    KPIs are folded away."""

    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    emotions: dict[Id, tuple[tuple[Emotion, ...], ...]]
    places: dict[Id, int]
    firsts: dict[Id, int]
    texts: tuple[frozenset[str], ...]
    folded: frozenset[Id] = frozenset()


class Measured(msgspec.Struct, frozen=True):
    """A band at a size: its stack, its curves, the least height of its row in points."""

    band: Band
    stacked: Stack
    curves: tuple[tuple[Marker, ...], ...]
    height: float


def measure(source: Source, part: Part, pitch: float, setting: Setting) -> tuple[Measured, ...]:
    """The bands of a part with the least heights of their rows, columns `pitch` points apart."""
    return tuple(measure_band(source, band, part.columns, pitch, setting) for band in part.bands)


def measure_band(source: Source, band: Band, columns: range, pitch: float, setting: Setting) -> Measured:
    """One band of a part, measured."""
    m, lane = setting.metrics, band.lane
    if band.folded is not None:
        return Measured(band, Stack((), 0.0), (), labels.folded_height(m))
    if lane.role is Role.EMOTION:
        felt = source.emotions.get(lane.id, ())
        curves = tuple(
            emotions.markers(curve, source.places, columns, pitch, m, aside)
            for curve, aside in zip(felt, emotions.asides(len(felt), pitch, m), strict=True)
        )
        high = emotions.least_height(curves, len(columns) * pitch - m.column_gap, setting)
        return Measured(band, Stack((), 0.0), curves, max(labels.least_height(lane, m), high))
    stacked = stack(band.over(columns), columns, m.stack_gap, height_in(lane, columns, pitch, setting))
    return of_stack(band, stacked, setting)


def of_stack(band: Band, stacked: Stack, setting: Setting) -> Measured:
    """A band of cards that are stacked already."""
    m = setting.metrics
    return Measured(band, stacked, (), max(labels.least_height(band.lane, m), stacked.height + 2 * m.row_inset))


def height_in(lane: Lane, columns: range, pitch: float, setting: Setting) -> HeightOf:
    """How tall cards of a lane are by nature."""
    m = setting.metrics
    measures = [cards.measure(lane.role, span * pitch - m.column_gap, setting) for span in range(len(columns) + 1)]

    def height_of(item: Item, span: int) -> float:
        text, marked = cards.text_of(item.record, setting.words), bool(cards.marks_of(item.record))
        return cards.natural_height(text, marked, measures[span], setting)

    return height_of


def gaps(bands: Sequence[Band], setting: Setting) -> list[float]:
    """Points below each band: more where a blueprint line lies; nothing below the last without one."""
    m = setting.metrics
    below = [m.line_gap if band.line else m.row_gap for band in bands]
    if below and not bands[-1].line:
        below[-1] = 0.0
    return below

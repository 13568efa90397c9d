"""The rows of a page where they stand: what the links are drawn against."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

import msgspec

from model.layout.rows import Slot
from model.records import Id, Lane


class Rect(msgspec.Struct, frozen=True):
    """Points, y down."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def meets(self, other: "Rect") -> bool:
        """Whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def common(self, other: "Rect") -> "Rect":
        """What both cover; of no size where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))


class Filling(msgspec.Struct, frozen=True, dict=True):
    """The slots of a row, wherever on the page the row stands, and who of them stands over which column."""

    slots: tuple[Slot, ...] = ()

    @cached_property
    def places(self) -> Mapping[Id, Slot]:
        """By id."""
        return {slot.id: slot for slot in self.slots}

    @cached_property
    def over(self) -> Mapping[int, Sequence[Slot]]:
        """By column: who stands over it, from top to bottom."""
        over: dict[int, list[Slot]] = defaultdict(list)
        for slot in self.slots:
            for column in range(slot.first, slot.first + slot.span) if slot.span > 1 else (slot.first,):
                over[column].append(slot)
        return dict(over)

    @cached_property
    def bridges(self) -> Mapping[int, Sequence[Slot]]:
        """By gutter (the gap left of the column of that number): who spans it, from top to bottom."""
        bridges: dict[int, list[Slot]] = defaultdict(list)
        for slot in self.slots:
            for gutter in range(slot.first + 1, slot.first + slot.span):
                bridges[gutter].append(slot)
        return dict(bridges)

    @cached_property
    def piles(self) -> Mapping[int, Sequence[tuple[Id, int, int]]]:
        """By column: who stands over it, from top to bottom, with the first column and the span of each."""
        return {column: [(slot.id, slot.first, slot.span) for slot in slots] for column, slots in self.over.items()}


class Row(msgspec.Struct, frozen=True):
    """A lane on the page. The slots stand between `top` and `bottom`, the insets taken off; `below` is the way to the
    next row in points, in the middle of which a blueprint line runs if the row is `lined`."""

    lane: Lane
    y: float
    height: float
    inset: float
    filling: Filling = Filling()
    below: float = 0.0
    lined: bool = False

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self.filling.slots

    @property
    def top(self) -> float:
        return self.y + self.inset

    @property
    def bottom(self) -> float:
        return self.y + self.height - self.inset

    @property
    def line_below(self) -> float | None:
        """The height of the blueprint line under the row."""
        return self.y + self.height + self.below / 2 if self.lined else None


class Frame(msgspec.Struct, frozen=True, dict=True):
    """All rows, and the columns: `left` is the first card's left edge, `pitch` the way to the next one's.

    A level is the top of the row of that number, and the bottom of the page's grid behind the last. What the links are
    made of hangs on levels, so that it stays as it is when its rows move.
    """

    rows: tuple[Row, ...]
    columns: int
    left: float
    pitch: float
    gap: float
    top: float
    bottom: float

    def rect(self, row: int, slot: Slot) -> Rect:
        """Where a slot's card stands on the page."""
        x = self.left + slot.first * self.pitch
        return Rect(x, self.rows[row].top + slot.y, slot.span * self.pitch - self.gap, slot.height)

    def place(self, key: Id) -> tuple[int, Slot] | None:
        """The row and slot of a record, if it is on the page."""
        for at, row in enumerate(self.rows):
            slot = row.filling.places.get(key)
            if slot is not None:
                return at, slot
        return None

    @cached_property
    def places(self) -> dict[Id, tuple[int, Slot]]:
        """The row and slot of each record on the page."""
        return {slot.id: (at, slot) for at, row in enumerate(self.rows) for slot in row.slots}

    def gutter_x(self, gutter: int) -> float:
        """The middle of the gap left of a column."""
        return self.left + gutter * self.pitch - self.gap / 2

    def level(self, at: int) -> float:
        """The height of a level."""
        return self.rows[at].y if at < len(self.rows) else self.bottom

    @cached_property
    def rises(self) -> Sequence[Sequence[float]]:
        """By two levels: how far the second is below the first, less than nothing where it is above.

        Added up from the rows between alone: the very same number wherever on the page they stand.
        """
        steps = [row.height + row.below for row in self.rows]
        down = [list(accumulate(steps[first:], initial=0.0)) for first in range(len(steps) + 1)]
        return [[-down[at][first - at] for at in range(first)] + down[first] for first in range(len(down))]

    def corridor(self, at: int) -> tuple[float, float]:
        """The free heights above row `at` (or below the last): no card stands there, over the whole width."""
        low, high = self.corridor_edges(at)
        return self.level(at) + low, self.level(at) + high

    def corridor_edges(self, at: int) -> tuple[float, float]:
        """The same, from the level of the corridor's number; where a blueprint line runs it ends there."""
        above = self.rows[at - 1] if at else None
        low = -above.below - above.inset if above else 0.0
        if above and above.lined:
            return low, -above.below / 2
        return low, self.rows[at].inset if at < len(self.rows) else 0.0

    @cached_property
    def corridor_middles(self) -> Sequence[float]:
        """The middle of each corridor, from the level of its number."""
        return [sum(self.corridor_edges(at)) / 2 for at in range(len(self.rows) + 1)]

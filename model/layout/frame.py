"""The rows of a page where they stand: what the links are drawn against."""

from functools import cached_property

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


class Row(msgspec.Struct, frozen=True):
    """A lane on the page. The slots stand between `top` and `bottom`, the insets taken off; `line_below` is the height
    of the blueprint line under it, or None."""

    lane: Lane
    y: float
    height: float
    inset: float
    slots: tuple[Slot, ...]
    line_below: float | None = None

    @property
    def top(self) -> float:
        return self.y + self.inset

    @property
    def bottom(self) -> float:
        return self.y + self.height - self.inset


class Frame(msgspec.Struct, frozen=True, dict=True):
    """All rows, and the columns: `left` is the first card's left edge, `pitch` the way to the next one's."""

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

    @cached_property
    def places(self) -> dict[Id, tuple[int, Slot]]:
        """The row and slot of each record on the page."""
        return {slot.id: (at, slot) for at, row in enumerate(self.rows) for slot in row.slots}

    @cached_property
    def _over(self) -> dict[tuple[int, int], list[tuple[float, float]]]:
        """By row and column: tops and bottoms of the cards there."""
        over: dict[tuple[int, int], list[tuple[float, float]]] = {}
        for at, row in enumerate(self.rows):
            for slot in row.slots:
                edges = (row.top + slot.y, row.top + slot.y + slot.height)
                for column in range(slot.first, slot.first + slot.span):
                    over.setdefault((at, column), []).append(edges)
        return over

    @cached_property
    def _bridges(self) -> dict[tuple[int, int], list[tuple[float, float]]]:
        """By row and gutter (the gap left of the column of that number): cards that span it."""
        bridges: dict[tuple[int, int], list[tuple[float, float]]] = {}
        for at, row in enumerate(self.rows):
            for slot in row.slots:
                edges = (row.top + slot.y, row.top + slot.y + slot.height)
                for gutter in range(slot.first + 1, slot.first + slot.span):
                    bridges.setdefault((at, gutter), []).append(edges)
        return bridges

    def column_clear(self, column: int, first_row: int, last_row: int, low: float, high: float) -> bool:
        """Whether no card of these rows stands in the column between two heights."""
        return self._clear(self._over, column, first_row, last_row, low, high)

    def gutter_clear(self, gutter: int, first_row: int, last_row: int, low: float, high: float) -> bool:
        """Whether no card of these rows spans the gutter between two heights."""
        return self._clear(self._bridges, gutter, first_row, last_row, low, high)

    @staticmethod
    def _clear(
        edges: dict[tuple[int, int], list[tuple[float, float]]], at: int, first: int, last: int, low: float, high: float
    ) -> bool:
        low, high = min(low, high) + 0.01, max(low, high) - 0.01
        return not any(
            top < high and bottom > low for row in range(first, last + 1) for top, bottom in edges.get((row, at), ())
        )

    def gutter_x(self, gutter: int) -> float:
        """The middle of the gap left of a column."""
        return self.left + gutter * self.pitch - self.gap / 2

    def corridor(self, at: int) -> tuple[float, float]:
        """The free heights above row `at` (or below the last): no card stands there, over the whole width."""
        low = self.rows[at - 1].bottom if at else self.top
        high = self.rows[at].top if at < len(self.rows) else self.bottom
        line = self.rows[at - 1].line_below if at else None
        return (low, line) if line is not None else (low, high)

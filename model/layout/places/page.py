"""One composed page: what stands in its head and its rows, and what of it is at a point."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from model.layout.frame import Rect, Row
from model.layout.order import Order
from model.layout.page import Composed
from model.layout.places.head import head_spots, head_top, stages_on
from model.layout.places.lines import Lines
from model.layout.places.row import Contents, holds, kind_of
from model.layout.places.spot import Cell, Kind, Spot
from model.records import Id

_LEAST_REACH = 3.0  # points beside a link's line: it is too thin to be hit


class PagePlaces(msgspec.Struct, frozen=True, dict=True):
    """A page of a layout and, row by row, what its rows hold."""

    number: int
    order: Order
    composed: Composed
    rows: tuple[Contents, ...]
    lines: Lines

    @property
    def first(self) -> int:
        """The page's first column, counted in the whole map."""
        return self.composed.part.columns.start

    @cached_property
    def head(self) -> Sequence[Spot]:
        return head_spots(self.order, self.composed, self.number)

    def spots(self, key: Id) -> Iterator[Spot]:
        """Where a record stands on this page."""
        yield from (spot for spot in self.head if spot.record == key)
        for row, held in self.filled():
            if row.lane.id == key:
                yield self._label(row, held)
            elif key in held.placed:
                kind, rect = held.placed[key]
                yield self._spot(kind, key, row, rect)
        line = self.lines.rect(key)
        if line is not None:
            yield Spot(Kind.LINK, key, self.number, line)

    def area(self, key: Id) -> Iterator[Spot]:
        """The columns of a stage or step from the chevrons to the last row, or the whole rows of a lane."""
        for span in stages_on(self.order, self.composed):
            if span.stage is not None and span.stage.id == key:
                yield self._columns(Kind.STAGE, key, span.first, span.columns)
        column = self.order.source.places.get(key)
        if column is not None and column in self.composed.part.columns:
            yield self._columns(Kind.STEP, key, column - self.first, 1)
        yield from (self._whole(row) for row in self.composed.frame.rows if row.lane.id == key)

    def at(self, x: float, y: float, reach: float) -> Spot | None:
        """What is on top at a point."""
        return self._marker_at(x, y, reach) or self._card_at(x, y) or self._link_at(x, y, reach) or self._head_at(x, y)

    def within(self, rect: Rect) -> Iterator[tuple[tuple[int, int, float, float], Spot]]:
        """The cards, KPIs and faces that meet a rectangle, each with its place in reading order."""
        for at, (row, held) in enumerate(self.filled()):
            inside = Rect(rect.x - self.composed.frame.left, rect.y - row.y, rect.width, rect.height)
            for key in held.meeting(inside) if _between(row, rect.y, rect.bottom) else ():
                spot = self._spot(held.placed[key][0], key, row, held.placed[key][1])
                yield (held.columns_begun[key], at, spot.rect.y, spot.rect.x), spot

    def cell(self, row: Row, column: int) -> Cell:
        """The cell of a row over a column of the page."""
        frame, step = self.composed.frame, self.order.source.columns[self.first + column].step
        rect = Rect(frame.left + column * frame.pitch, row.y, frame.pitch - frame.gap, row.height)
        return Cell(row.lane.id, step.id if step else None, self.first + column, self.number, rect)

    def filled(self) -> Iterator[tuple[Row, Contents]]:
        """The rows, each with what it holds."""
        return zip(self.composed.frame.rows, self.rows, strict=True)

    def row_of(self, lane: Id) -> tuple[Row, Contents] | None:
        """The row of a lane on this page, and what it holds."""
        return next(((row, held) for row, held in self.filled() if row.lane.id == lane), None)

    def shown(self, lane: Id) -> tuple[Row, Contents]:
        """The row of a lane, which must be on this page, and what it holds."""
        return next((row, held) for row, held in self.filled() if row.lane.id == lane)

    def _spot(self, kind: Kind, key: Id, row: Row, rect: Rect) -> Spot:
        left = self.composed.frame.left
        return Spot(kind, key, self.number, Rect(left + rect.x, row.y + rect.y, rect.width, rect.height))

    def _label(self, row: Row, held: Contents) -> Spot:
        """The label of a lane; of a folded one it is the whole row."""
        if held.measured.band.folded is not None:
            return self._whole(row)
        m = self.composed.setting.metrics
        return Spot(Kind.LANE, row.lane.id, self.number, Rect(m.margin, row.y, m.label_width, row.height))

    def _whole(self, row: Row) -> Spot:
        frame, margin = self.composed.frame, self.composed.setting.metrics.margin
        right = frame.left + frame.columns * frame.pitch - frame.gap
        return Spot(Kind.LANE, row.lane.id, self.number, Rect(margin, row.y, right - margin, row.height))

    def _columns(self, kind: Kind, key: Id, first: int, count: int) -> Spot:
        frame, top = self.composed.frame, head_top(self.composed)
        wide = count * frame.pitch - frame.gap
        return Spot(kind, key, self.number, Rect(frame.left + first * frame.pitch, top, wide, frame.bottom - top))

    def _marker_at(self, x: float, y: float, reach: float) -> Spot | None:
        for row, held in self.filled():
            if held.scale is not None and _between(row, y - reach, y + reach):
                marker = held.marker_at(x - self.composed.frame.left, y - row.y, reach)
                if marker is not None:
                    return self._spot(Kind.EMOTION, marker.emotion.id, row, held.face(marker))
        return None

    def _card_at(self, x: float, y: float) -> Spot | None:
        for row, held in self.filled():
            slot = held.slot_at(x - self.composed.frame.left, y - row.y) if _between(row, y, y) else None
            if slot is not None:
                return self._spot(kind_of(slot), slot.id, row, held.rect(slot))
        return None

    def _link_at(self, x: float, y: float, reach: float) -> Spot | None:
        link = self.lines.at(x, y, max(reach, _LEAST_REACH))
        rect = self.lines.rect(link) if link is not None else None
        return Spot(Kind.LINK, link, self.number, rect) if link is not None and rect is not None else None

    def _head_at(self, x: float, y: float) -> Spot | None:
        labels = (self._label(row, held) for row, held in self.filled())
        return next((spot for spot in (*self.head, *labels) if holds(spot.rect, x, y)), None)


def _between(row: Row, low: float, high: float) -> bool:
    """Whether a row stands, wholly or in part, between two heights."""
    return row.y <= high and low <= row.y + row.height

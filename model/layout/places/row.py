"""What stands in one row: found by id, by column and by point, measured from the row's top and the columns' left."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import hypot

import msgspec

from model.layout import emotions
from model.layout.frame import Rect, Row
from model.layout.page import Composed
from model.layout.parts import Measured
from model.layout.places.spot import Kind
from model.layout.quotes import Marker, Scale
from model.layout.rows import Slot
from model.layout.setting import Setting
from model.records import Card, Id, Role


class Contents(msgspec.Struct, frozen=True, dict=True):
    """What one row holds, wherever on the page the row stands. Indexes are made when first asked for."""

    slots: tuple[Slot, ...]
    measured: Measured
    height: float
    inset: float
    columns: int
    pitch: float
    gap: float
    setting: Setting
    places: Mapping[Id, int]

    @cached_property
    def placed(self) -> Mapping[Id, tuple[Kind, Rect]]:
        """Each card's, KPI's and face's place."""
        cards = {slot.id: (kind_of(slot), self.rect(slot)) for slot in self.slots}
        return {**cards, **{marker.emotion.id: (Kind.EMOTION, self.face(marker)) for marker in self.markers}}

    @cached_property
    def columns_begun(self) -> Mapping[Id, int]:
        """The column of the whole map in which each card, KPI and emotion begins."""
        cards = {slot.id: slot.item.first for slot in self.slots}
        return {**cards, **{marker.emotion.id: self.places[marker.emotion.step] for marker in self.markers}}

    @cached_property
    def beginning(self) -> Mapping[int, Sequence[Id]]:
        """By column of the whole map: what begins in it, from top to bottom."""
        begun: dict[int, list[Id]] = {}
        for key, _ in sorted(self.placed.items(), key=_downwards):
            begun.setdefault(self.columns_begun[key], []).append(key)
        return begun

    @cached_property
    def over(self) -> Mapping[int, Sequence[Slot]]:
        """By column of the page: what lies over it, from top to bottom."""
        over: dict[int, list[Slot]] = {}
        for slot in sorted(self.slots, key=lambda slot: slot.y):
            for column in range(slot.first, slot.first + slot.span):
                over.setdefault(column, []).append(slot)
        return over

    @cached_property
    def markers(self) -> tuple[Marker, ...]:
        """The markers on this page, in painting order."""
        return tuple(marker for curve in self.measured.curves for marker in curve if marker.here)

    @cached_property
    def scale(self) -> Scale | None:
        """The heights of feelings, on a lane that shows them."""
        band = self.measured.band
        if band.lane.role is not Role.EMOTION or band.folded is not None:
            return None
        return emotions.scale(self.measured.curves, self.columns * self.pitch - self.gap, self.height, self.setting)

    def rect(self, slot: Slot) -> Rect:
        """Where a slot's card stands."""
        wide = slot.span * self.pitch - self.gap
        return Rect(slot.first * self.pitch, self.inset + slot.y, wide, slot.height)

    def face(self, marker: Marker) -> Rect:
        """Where a marker's face stands."""
        radius = self.setting.metrics.face
        y = self.scale.y(marker.emotion.value) if self.scale is not None else 0.0
        return Rect(marker.x - radius, y - radius, 2 * radius, 2 * radius)

    def slot_at(self, x: float, y: float) -> Slot | None:
        """The card or KPI at a point."""
        here = self.over.get(int(x // self.pitch), ())
        return next((slot for slot in here if holds(self.rect(slot), x, y)), None)

    def marker_at(self, x: float, y: float, reach: float) -> Marker | None:
        """The face at a point: of those that cover it the one on top, else the nearest within `reach` points."""
        radius = self.setting.metrics.face
        away = [(self._distance(marker, x, y), marker) for marker in reversed(self.markers)]
        covering = (marker for distance, marker in away if distance <= radius)
        distance, nearest = min(away, key=lambda pair: pair[0], default=(0.0, None))
        return next(covering, nearest if distance <= radius + reach else None)

    def meeting(self, rect: Rect) -> Iterator[Id]:
        """The cards, KPIs and emotions that meet a rectangle."""
        columns = range(max(int(rect.x // self.pitch), 0), min(int(rect.right // self.pitch) + 1, self.columns))
        slots = {slot.id: slot for column in columns for slot in self.over.get(column, ())}
        yield from (key for key, slot in slots.items() if self.rect(slot).meets(rect))
        yield from (marker.emotion.id for marker in self.markers if self.face(marker).meets(rect))

    def _distance(self, marker: Marker, x: float, y: float) -> float:
        middle = self.scale.y(marker.emotion.value) if self.scale is not None else 0.0
        return hypot(x - marker.x, y - middle)


def contents(row: Row, measured: Measured, page: Composed, places: Mapping[Id, int]) -> Contents:
    """What a row of a page holds; `places` gives the column of each step."""
    frame = page.frame
    return Contents(
        row.slots, measured, row.height, row.inset, frame.columns, frame.pitch, frame.gap, page.setting, places
    )


def _downwards(placed: tuple[Id, tuple[Kind, Rect]]) -> tuple[float, float]:
    _, (_, rect) = placed
    return rect.y, rect.x


def kind_of(slot: Slot) -> Kind:
    """Whether a card or a KPI stands there."""
    return Kind.CARD if isinstance(slot.record, Card) else Kind.KPI


def holds(rect: Rect, x: float, y: float) -> bool:
    """Whether a point is in a rectangle or on its edge."""
    return rect.x <= x <= rect.right and rect.y <= y <= rect.bottom

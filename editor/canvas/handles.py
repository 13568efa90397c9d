"""Handles: where a card is stretched or linked from, where a link is taken off a card, where stages share a border."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from editor.appearance.colours import Colours
from editor.canvas.gestures.gesture import Aim
from model.layout.frame import Rect
from model.layout.links.tracks import Point
from model.layout.places import Kind, Spot
from model.records import Card, Id, Link

if TYPE_CHECKING:
    from editor.canvas.canvas import Canvas

_NARROWEST, _LOWEST = 40.0, 26.0  # pixels: on a smaller card nobody could hit anything beside a handle
_RADIUS = 6.0  # pixels
_HIT = 8.0  # pixels from the middle of a round handle
_EDGE = 5.0  # pixels to either side of a card's edge
_PILL = (5.0, 18.0)  # pixels


class Grip(Enum):
    """What is taken hold of."""

    LINK = auto()
    RIGHT = auto()
    LEFT = auto()
    SOURCE = auto()
    TARGET = auto()
    BORDER = auto()


CURSORS = {
    Grip.LINK: Qt.CursorShape.CrossCursor,
    Grip.SOURCE: Qt.CursorShape.CrossCursor,
    Grip.TARGET: Qt.CursorShape.CrossCursor,
    Grip.RIGHT: Qt.CursorShape.SizeHorCursor,
    Grip.LEFT: Qt.CursorShape.SizeHorCursor,
    Grip.BORDER: Qt.CursorShape.SplitHCursor,
}


class Handle(msgspec.Struct, frozen=True):
    """A grip of what stands at `spot`: the pixels in which it is hit, its middle, the point of the page it holds."""

    grip: Grip
    spot: Spot
    hit: QRectF
    middle: QPointF
    held: Point


class Handles:
    """Those of the selected card or link, and of the card and the border the pointer is over."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self.border: Handle | None = None
        """The border the pointer is over."""

    def at(self, point: QPointF) -> Handle | None:
        """The handle at a pixel of the viewport."""
        if self._canvas.under_strips(point) == point:
            found = next((handle for handle in self.shown() if handle.hit.contains(point)), None)
            if found is not None:
                return found
        return self._border_at(point)

    def paint(self, painter: QPainter, theme: Colours) -> None:
        """Draw those that show, clear of what holds fast."""
        painter.setBrush(theme.handle)
        painter.setPen(QPen(theme.selection, 1.6))
        for handle in self.shown():
            if self._canvas.under_strips(handle.middle) == handle.middle:
                _draw(painter, handle)
        if self.border is not None:
            _draw(painter, self.border)

    def shown(self) -> Iterator[Handle]:
        """Those that show, the topmost first."""
        seen: set[Id] = set()
        for spot in (*self._link_spots(), *self._card_spots()):
            if spot.record not in seen:
                seen.add(spot.record)
                yield from self._of_link(spot) if spot.kind is Kind.LINK else self._of_card(spot)

    def _link_spots(self) -> Iterator[Spot]:
        session = self._canvas.session
        if len(session.selection) == 1 and isinstance(session.document.records[session.selection[0]], Link):
            yield from session.drawing.places.spots(session.selection[0])

    def _card_spots(self) -> Iterator[Spot]:
        """Of a selection of several cards none has handles: what would they do to the others?"""
        session, hovered = self._canvas.session, self._canvas.pointing.hovered
        chosen = session.selection[0] if len(session.selection) == 1 else None
        places = session.drawing.places
        if hovered is not None and hovered.kind is Kind.CARD and not (session.selection and chosen is None):
            yield from (spot for spot in places.spots(hovered.record) if spot.page == hovered.page)
        if chosen is not None and isinstance(session.document.records[chosen], Card):
            yield from places.spots(chosen)

    def _of_card(self, spot: Spot) -> Iterator[Handle]:
        rect = self._pixels(spot)
        if rect.width() < _NARROWEST or rect.height() < _LOWEST:
            return
        page = spot.rect
        middle = page.y + page.height / 2
        yield self._link_handle(spot, rect.height())
        if self._ends_here(spot, last=True):
            yield self._edge(Grip.RIGHT, spot, (page.right, middle), rect.height())
        if self._ends_here(spot, last=False):
            yield self._edge(Grip.LEFT, spot, (page.x, middle), rect.height())

    def _of_link(self, spot: Spot) -> Iterator[Handle]:
        """A handle at each end that is at its card on this page; of a link to another page a stub is drawn."""
        session = self._canvas.session
        link = session.document.table(Link)[spot.record]
        runs = [run for page, run in session.drawing.places.link_paths(link.id) if page == spot.page]
        here = session.drawing.layout.composed[spot.page].frame.places
        if runs and link.source in here:
            yield self._round(Grip.SOURCE, spot, runs[0][0])
        if runs and link.target in here:
            yield self._round(Grip.TARGET, spot, runs[-1][-1])

    def _ends_here(self, spot: Spot, last: bool) -> bool:
        """Whether this edge of the spot is the card's own, and not where its page ends."""
        layout, document = self._canvas.session.drawing.layout, self._canvas.session.document
        card, columns = document.table(Card)[spot.record], layout.composed[spot.page].part.columns
        if card.step is None:
            return False
        first = document.columns[card.step]
        return first + len(document.under(card)) <= columns.stop if last else first >= columns.start

    def _border_at(self, point: QPointF) -> Handle | None:
        canvas = self._canvas
        aim = canvas.aim(canvas.under_strips(point), Qt.KeyboardModifier.NoModifier)
        places = canvas.session.drawing.places
        stage = places.border_at(aim.page, aim.x, aim.y, _EDGE / canvas.camera.zoom)
        if stage is None:
            return None
        return self._border(next(spot for spot in places.area(stage) if spot.page == aim.page), point, aim)

    def _border(self, spot: Spot, point: QPointF, aim: Aim) -> Handle:
        """The border right of a stage, at the height of the pointer's chevron."""
        frame = self._canvas.session.drawing.layout.composed[aim.page].frame
        x = spot.rect.right + frame.gap / 2
        shown = QPointF(self._view(aim.page, (x, aim.y)).x(), point.y())
        wide, high = _PILL
        hit = QRectF(shown.x() - wide, shown.y() - high, 2 * wide, 2 * high)
        return Handle(Grip.BORDER, spot, hit, shown, (x, aim.y))

    def _link_handle(self, spot: Spot, high: float) -> Handle:
        """At the lower edge; on a low card it leaves the middle to the hand that moves the card."""
        at = (spot.rect.x + spot.rect.width / 2, spot.rect.bottom)
        middle, inside = self._view(spot.page, at), min(_HIT, high / 4)
        hit = QRectF(middle.x() - _HIT, middle.y() - inside, 2 * _HIT, inside + _HIT)
        return Handle(Grip.LINK, spot, hit, middle, at)

    def _round(self, grip: Grip, spot: Spot, at: Point) -> Handle:
        middle = self._view(spot.page, at)
        return Handle(grip, spot, QRectF(middle.x() - _HIT, middle.y() - _HIT, 2 * _HIT, 2 * _HIT), middle, at)

    def _edge(self, grip: Grip, spot: Spot, at: Point, high: float) -> Handle:
        middle = self._view(spot.page, at)
        return Handle(grip, spot, QRectF(middle.x() - _EDGE, middle.y() - high / 2, 2 * _EDGE, high), middle, at)

    def _view(self, page: int, at: Point) -> QPointF:
        left, top = self._canvas.desk.corner(page)
        return QPointF(*self._canvas.camera.to_view(left + at[0], top + at[1]))

    def _pixels(self, spot: Spot) -> QRectF:
        shown: Rect = self._canvas.camera.rect_to_view(self._canvas.desk.placed(spot.page, spot.rect))
        return QRectF(shown.x, shown.y, shown.width, shown.height)


def _draw(painter: QPainter, handle: Handle) -> None:
    if handle.grip in (Grip.LINK, Grip.SOURCE, Grip.TARGET):
        painter.drawEllipse(handle.middle, _RADIUS, _RADIUS)
    else:
        wide, high = _PILL
        high = min(high, handle.hit.height() - 2)
        rect = QRectF(handle.middle.x() - wide / 2, handle.middle.y() - high / 2, wide, high)
        painter.drawRoundedRect(rect, wide / 2, wide / 2)
    if handle.grip is Grip.LINK:
        _plus(painter, handle.middle)


def _plus(painter: QPainter, middle: QPointF) -> None:
    arm = _RADIUS * 0.5
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))

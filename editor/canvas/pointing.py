"""What the pointer is over while nothing is dragged: the mark around it, and the pointer's shape."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from editor.canvas.gestures.begin import cursor_over
from editor.canvas.handles import CURSORS, Grip, Handle
from model.layout.places import Kind, Spot

if TYPE_CHECKING:
    from editor.canvas.canvas import Canvas


class Pointing:
    """`hovered`: what the pointer is over, if anything; `inside`: whether the pointer is over the canvas at all."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self.hovered: Spot | None = None
        self.inside = False

    def at(self, point: QPointF) -> Spot | None:
        """What stands at a pixel, the strips that hold fast being on top."""
        aim = self._canvas.aim(self._canvas.under_strips(point), Qt.KeyboardModifier.NoModifier)
        spot = self._canvas.session.drawing.places.at(aim.page, aim.x, aim.y, aim.reach)
        if spot is None or spot.kind is not Kind.MAP:
            return spot
        rect = spot.rect
        return spot if rect.x <= aim.x <= rect.right and rect.y <= aim.y <= rect.bottom else None

    def over(self, point: QPointF, handle: Handle | None) -> Spot | None:
        """The same, but a handle that stands over the edge of its card belongs to the card."""
        if handle is not None and handle.spot.kind is Kind.CARD:
            return handle.spot
        return self.at(point)

    def hover(self, point: QPointF, *, pans: bool) -> None:
        """The pointer is over a pixel, without a button. `pans`: a press there would move the picture."""
        self.inside = True
        handle = None if pans else self._canvas.handles.at(point)
        spot = self.over(point, handle)
        self._mark(spot, handle)
        self._canvas.viewport().setCursor(_cursor(spot, handle, pans))

    def leave(self) -> None:
        """The pointer has left the canvas."""
        self.inside = False
        self._mark(None, None)

    def _mark(self, spot: Spot | None, handle: Handle | None) -> None:
        border = handle if handle is not None and handle.grip is Grip.BORDER else None
        if spot != self.hovered or border != self._canvas.handles.border:
            self.hovered, self._canvas.handles.border = spot, border
            self._canvas.viewport().update()


def _cursor(spot: Spot | None, handle: Handle | None, pans: bool) -> Qt.CursorShape:
    if pans:
        return Qt.CursorShape.OpenHandCursor
    return CURSORS[handle.grip] if handle is not None else cursor_over(spot)

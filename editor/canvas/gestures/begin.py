"""Which gesture a drag begins, by what was taken hold of; and the pointer that says so beforehand."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from editor.canvas.gestures.cards import MoveCards
from editor.canvas.gestures.gesture import Aim, Gesture
from editor.session import Session
from model.layout.places import Kind, Spot

Begin = Callable[[Session, Spot, Aim], Gesture]

_BY_KIND: dict[Kind, Begin] = {
    Kind.CARD: MoveCards,
}


def begun(session: Session, spot: Spot | None, aim: Aim) -> Gesture | None:
    """The gesture of a drag that begins here; None where there is nothing to take hold of."""
    if spot is None or spot.kind not in _BY_KIND:
        return None
    return _BY_KIND[spot.kind](session, spot, aim)


def cursor_over(session: Session, spot: Spot | None, aim: Aim) -> Qt.CursorShape:
    """The pointer's shape where nothing is pressed."""
    if spot is None:
        return Qt.CursorShape.ArrowCursor
    return Qt.CursorShape.OpenHandCursor if spot.kind in _BY_KIND else Qt.CursorShape.PointingHandCursor

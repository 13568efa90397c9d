"""What the pointer is over, where it rests and the map moves under it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from editor.canvas.canvas import Canvas
from model.layout.sheets import sheet
from model.layout.view import View
from model.records import Card
from tests.checking.dragging import Dragging

CHANGES = [
    lambda canvas: canvas.session.show(view=View.JOURNEY),
    lambda canvas: canvas.pan(0, 60),
    lambda canvas: canvas.zoom_to(3.0, QPointF()),
]


@pytest.mark.parametrize("change", CHANGES, ids=["another view", "scrolled", "nearer"])
def test_what_is_marked_is_what_is_under_the_resting_pointer(
    clinic: Dragging, change: Callable[[Canvas], None]
) -> None:
    card = next(iter(clinic.session.document.table(Card)))
    clinic.canvas.zoom_to(2.0)
    clinic.canvas.look_at(clinic.spot(card).rect.right, clinic.spot(card).rect.bottom)
    at = clinic.middle(card)
    clinic.hover(at - QPoint(5, 5))
    clinic.hover(at)
    before = clinic.canvas.pointing.hovered
    assert before is not None
    change(clinic.canvas)
    marked = clinic.canvas.pointing.hovered
    assert marked != before
    clinic.canvas.hand.hover(QPointF(at))
    assert clinic.canvas.pointing.hovered == marked


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_what_is_marked_goes_with_its_page_while_a_button_is_held(clinic: Dragging, button: Qt.MouseButton) -> None:
    clinic.session.show(sheet=sheet("A4", "portrait"))
    clinic.canvas.fit()
    last = len(clinic.session.drawing.layout.composed) - 1
    places = clinic.session.drawing.places
    card = next(key for key in clinic.session.document.table(Card) if {last} == {s.page for s in places.spots(key)})
    at = clinic.middle(card)
    clinic.hover(at)
    assert clinic.canvas.pointing.hovered is not None
    QTest.mousePress(clinic.canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, at)
    clinic.session.show()
    clinic.canvas.viewport().repaint()
    marked = clinic.canvas.pointing.hovered
    assert marked is None or marked.page == 0

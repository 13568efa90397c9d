"""A hand that drags on a canvas with the mouse, and eyes that see what came of it."""

from typing import Any

import msgspec
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from editor.canvas.canvas import Canvas
from editor.canvas.handles import Grip
from editor.canvas.preview import NOTHING, Preview
from editor.session import Session
from model.layout.frame import Rect
from model.layout.places import Spot
from model.records import Id, Record

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier
_MOVES = 5


class Dragging:
    """Points are pixels of the canvas's viewport."""

    def __init__(self, canvas: Canvas, session: Session) -> None:
        self.canvas, self.session = canvas, session
        self.told: list[str] = []
        self._point = QPoint()
        session.told.connect(self.told.append)
        self.records = dict(session.document.records)

    # Where things are

    def spot(self, key: Id, page: int | None = None) -> Spot:
        """Where a record stands."""
        spots = self.session.drawing.places.spots(key)
        return next(spot for spot in spots if page is None or spot.page == page)

    def pixel(self, page: int, x: float, y: float) -> QPoint:
        """Where a point of a page shows."""
        placed = self.canvas.desk.placed(page, Rect(x, y, 0, 0))
        return QPointF(*self.canvas.camera.to_view(placed.x, placed.y)).toPoint()

    def middle(self, key: Id) -> QPoint:
        """The middle of a record's place."""
        spot = self.spot(key)
        return self.pixel(spot.page, spot.rect.x + spot.rect.width / 2, spot.rect.y + spot.rect.height / 2)

    def cell(self, lane: Id, column: int, down: float = 0.5) -> QPoint:
        """A point in the middle of a cell's width, at a share of its height."""
        cell = self.session.drawing.places.cell(lane, column)
        assert cell is not None
        return self.pixel(cell.page, cell.rect.x + cell.rect.width / 2, cell.rect.y + cell.rect.height * down)

    def feeling(self, lane: Id, column: int, value: float) -> QPoint:
        """Where an emotion lane draws a feeling in a column."""
        cell = self.session.drawing.places.cell(lane, column)
        assert cell is not None
        height = self.session.drawing.places.feeling_y(cell.page, lane, value)
        return self.pixel(cell.page, cell.rect.x + cell.rect.width / 2, height)

    def gutter(self, column: int, height: float | None = None) -> QPoint:
        """A point in the gap left of a column of the first page, at the chevrons' height unless told."""
        composed = self.session.drawing.layout.composed[0]
        stage = self.session.document.stages[0].id
        chevron = self.spot(stage).rect
        y = chevron.y + chevron.height / 2 if height is None else height
        return self.pixel(0, composed.frame.gutter_x(column), y)

    def handle(self, grip: Grip) -> QPoint:
        """The middle of the handle of this grip that shows."""
        return next(each.middle for each in self.canvas.handles.shown() if each.grip is grip).toPoint()

    # What the hand does

    def press(self, at: QPoint, keys: Qt.KeyboardModifier = _NONE) -> None:
        """Comes over a point and presses there."""
        QTest.mouseMove(self.canvas.viewport(), at)
        QTest.mousePress(self.canvas.viewport(), _LEFT, keys, at)
        self._point = at

    def over(self, to: QPoint) -> Preview:
        """Goes on to a point, and says what shows."""
        start = self._point
        for move in range(1, _MOVES + 1):
            QTest.mouseMove(self.canvas.viewport(), start + (to - start) * move / _MOVES)
        self._point = to
        return self.canvas.hand.preview

    def sway(self, to: QPoint) -> None:
        """Goes straight to a point."""
        QTest.mouseMove(self.canvas.viewport(), to)
        self._point = to

    def let_go(self, keys: Qt.KeyboardModifier = _NONE) -> None:
        """Lets go where it is."""
        QTest.mouseRelease(self.canvas.viewport(), _LEFT, keys, self._point)

    def drag(self, start: QPoint, to: QPoint, keys: Qt.KeyboardModifier = _NONE) -> Preview:
        """All three; says what showed last. While it drags the document is what it was."""
        before = dict(self.session.document.records)
        self.press(start, keys)
        preview = self.over(to)
        if keys:
            preview = self.hold(keys)
        assert dict(self.session.document.records) == before
        self.let_go(keys)
        return preview

    def hold(self, keys: Qt.KeyboardModifier) -> Preview:
        """Presses Control or Alt where it is, and says what shows."""
        names = {
            Qt.KeyboardModifier.ControlModifier: Qt.Key.Key_Control,
            Qt.KeyboardModifier.AltModifier: Qt.Key.Key_Alt,
        }
        QTest.keyPress(self.canvas, names[keys], keys)
        return self.canvas.hand.preview

    def press_right(self) -> None:
        """Presses the right button as well."""
        QTest.mousePress(self.canvas.viewport(), Qt.MouseButton.RightButton, _NONE, self._point)

    def hover(self, at: QPoint) -> Qt.CursorShape:
        """Comes over a point; says what the pointer looks like there."""
        QTest.mouseMove(self.canvas.viewport(), at)
        return self.canvas.viewport().cursor().shape()

    def double_click(self, at: QPoint) -> None:
        """Double-clicks on a point."""
        QTest.mouseDClick(self.canvas.viewport(), _LEFT, _NONE, at)

    def escape(self) -> None:
        """Gives up."""
        QTest.keyClick(self.canvas, Qt.Key.Key_Escape)

    # What came of it

    def one_step(self, name: str) -> None:
        """What happened since the map was opened is one undo step of this name, and undone it is all as it was."""
        assert self.session.undo_stack.count() == 1
        assert self.session.undo_stack.text(0) == name
        after = dict(self.session.document.records)
        self.session.undo()
        assert dict(self.session.document.records) == self.records
        self.session.redo()
        assert dict(self.session.document.records) == after

    def nothing(self) -> None:
        """Nothing happened, and nothing shows any more."""
        assert dict(self.session.document.records) == self.records
        assert self.session.undo_stack.count() == 0
        assert self.canvas.hand.preview == NOTHING
        assert not self.canvas.hand.busy

    def record(self, kind: type[Record], key: Id) -> Any:
        """A record as it is now."""
        return self.session.document.table(kind)[key]


def members(record: msgspec.Struct, *names: str) -> tuple[Any, ...]:
    """Some of what a record says."""
    return tuple(getattr(record, name) for name in names)

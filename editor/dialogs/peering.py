"""Looking at a page more closely with mouse and keys."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from editor.dialogs.sight import Outlook
from model.layout.shapes import Page

_STEP, _PUSH = 1.25, 48
"""Times nearer for a key or a notch of the wheel; pixels an arrow key pushes the page."""
_NOTCH = 120  # of a wheel, in Qt's eighths of a degree
_PUSHES: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
}  # fmt: skip
_NEARER = {Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Equal: _STEP, Qt.Key.Key_Minus: 1 / _STEP}  # = is + without Shift


class Peering(QWidget):
    """The whole page at first. Wheel, + and - look nearer, dragging and the arrow keys push, 0 or a double click shows
    all again."""

    looked = Signal(object)
    """Somebody looks elsewhere: the Outlook."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlook = Outlook()
        self._hold: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @property
    def page(self) -> Page | None:
        """What is looked at, if there is anything."""
        return None

    @property
    def room(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.width(), self.height()

    @property
    def outlook(self) -> Outlook:
        return self._outlook

    def look(self, outlook: Outlook) -> None:
        """Look as somebody looks at another picture."""
        self._outlook = outlook
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = event.position()
        self._near(_STEP ** (event.angleDelta().y() / _NOTCH), (at.x(), at.y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _NEARER:
            self._near(_NEARER[Qt.Key(key)], (self.width() / 2, self.height() / 2))
        elif key in _PUSHES:
            self._push(*(_PUSH * each for each in _PUSHES[key]))
        elif key == Qt.Key.Key_0:
            self._look_around(Outlook())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hold is not None:
            by = event.position().toPoint() - self._hold
            self._hold = event.position().toPoint()
            self._push(by.x(), by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._look_around(Outlook())

    def _near(self, times: float, at: tuple[float, float]) -> None:
        if self.page is not None:
            self._look_around(self._outlook.nearer(times, at, self.page, self.room))

    def _push(self, dx: float, dy: float) -> None:
        if self.page is not None:
            self._look_around(self._outlook.moved(dx, dy, self.page, self.room))

    def _look_around(self, outlook: Outlook) -> None:
        self.look(outlook)
        self.looked.emit(outlook)

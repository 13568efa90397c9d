"""What one looks at the paper through: the desk under it, its wheel and its keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea

from editor.appearance.colours import colours

STEP = 1.25
"""Times nearer for a key or a notch of the wheel."""
_NOTCH = 120  # of a wheel, in Qt's eighths of a degree
KEYS: dict[int, str] = {
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_PageDown: "on",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_Minus: "smaller",
    Qt.Key.Key_Plus: "larger",
    Qt.Key.Key_Equal: "larger",  # where + takes Shift
    Qt.Key.Key_0: "whole",
}


class Glass(QScrollArea):
    """A wheel with Ctrl goes nearer; without, over a page that is seen whole, it
    turns the page."""

    nearer = Signal(float)
    turned = Signal(int)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / _NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.nearer.emit(STEP**notches)
        elif self.verticalScrollBar().maximum() > 0 or not notches:
            super().wheelEvent(event)
            return
        else:
            self.turned.emit(-1 if notches > 0 else 1)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground in the colour of the moment: a style sheet brings back whatever palette there was before."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), colours().desk)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The desk's keys are for the desk; arrows push the paper."""
        event.ignore() if event.key() in KEYS else super().keyPressEvent(event)

"""Signs of how much something matters: each a shape of its own, in a colour that follows the theme."""

from functools import cache

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from editor.appearance.colours import colours
from editor.appearance.icons import icon

SIGNS = {
    "critical": ("circle-alert", "critical"),
    "warning": ("triangle-alert", "warning"),
    "hint": ("lightbulb", "hint"),
    "ignored": ("eye-off", "muted"),
    "told": ("info", "muted"),
    "refused": ("circle-alert", "warning"),
}
"""The drawing, and the name of its colour."""


@cache
def sign(name: str) -> QIcon:
    """The sign with a name of `SIGNS`."""
    return QIcon(_Sign(*SIGNS[name]))


class _Sign(QIconEngine):
    """A drawing in a colour that is asked for each time; on a selected row in that of its words."""

    def __init__(self, drawing: str, colour: str) -> None:
        super().__init__()
        self._drawing, self._colour = drawing, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, painter.device().devicePixelRatioF()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        drawn = QPixmap(icon(self._drawing).pixmap(size, scale, mode, state))
        if mode != QIcon.Mode.Selected:
            painter = QPainter(drawn)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(drawn.rect(), getattr(colours(), self._colour))
            painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        # Qt takes it over, but Qt for Python does not know that and would free it at once.
        _CLONES.append(_Sign(self._drawing, self._colour))
        return _CLONES[-1]

    def key(self) -> str:
        return "jejak sign"

    def isNull(self) -> bool:
        return False


_CLONES: list[_Sign] = []

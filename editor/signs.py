"""Signs of how much something matters: each a shape of its own, in a colour that follows the theme."""

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPainter, QPixmap

from editor.appearance.colours import colours
from editor.appearance.engine import Engine
from editor.appearance.icons import icon

SIGNS = {
    "critical": ("circle-alert", "critical"),
    "warning": ("triangle-alert", "warning"),
    "hint": ("lightbulb", "hint"),
    "ignored": ("eye-off", "muted"),
    "told": ("info", "muted"),
    "refused": ("circle-alert", "warning"),
    "added": ("plus", "done"),
    "removed": ("minus", "critical"),
    "moved": ("move", "hint"),
    "reworded": ("pencil", "warning"),
    "changed": ("pencil", "warning"),
}
"""The drawing, and the name of its colour."""


@cache
def sign(name: str) -> QIcon:
    """The sign with a name of `SIGNS`."""
    return QIcon(_Sign(*SIGNS[name]))


class _Sign(Engine):
    """A drawing in a colour that is asked for each time; on a selected row in that of its words."""

    def __init__(self, drawing: str, colour: str) -> None:
        super().__init__()
        self._drawing, self._colour = drawing, colour

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        drawn = QPixmap(icon(self._drawing).pixmap(size, scale, mode, state))
        if mode != QIcon.Mode.Selected:
            painter = QPainter(drawn)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(drawn.rect(), getattr(colours(), self._colour))
            painter.end()
        return drawn

    def again(self) -> Engine:
        return _Sign(self._drawing, self._colour)

    def key(self) -> str:
        return "jejak sign"

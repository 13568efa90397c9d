"""What every icon of ours has in common towards Qt."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap


class Engine(QIconEngine):
    """An icon that is drawn when it is asked for. Subclasses draw in `scaledPixmap`, and `again` is another one of the
    same."""

    def again(self) -> "Engine":
        """One that draws the same."""
        raise NotImplementedError

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, painter.device().devicePixelRatioF()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def clone(self) -> QIconEngine:
        # Qt takes it over, but Qt for Python does not know that and would free it at once.
        _CLONES.append(self.again())
        return _CLONES[-1]

    def isNull(self) -> bool:
        return False


_CLONES: list[Engine] = []

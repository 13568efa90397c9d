"""Pages on a painter: fast enough to follow the hand on the screen, and in full on paper."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from editor.canvas.painting.kept import Kept
from editor.canvas.painting.steps import Step, draw, steps
from model.layout.shapes import Shape

_MOST_STEPS = 3000  # groups made ready: several screens full of cards


class Painting:
    """Paints shapes, and keeps what it made ready of them from frame to frame."""

    def __init__(self) -> None:
        self._steps: Kept[tuple[Shape, ...], tuple[Step, ...]] = Kept(steps, _MOST_STEPS)

    def paint(self, painter: QPainter, shapes: tuple[Shape, ...], scale: float, exposed: QRectF) -> None:
        """Draw at least what meets `exposed`, in pixels from the painter's origin; the caller clips.

        `scale`: device-independent pixels to a point.
        """
        painter.save()
        painter.setRenderHints(_SMOOTH)
        painter.scale(scale, scale)
        draw(painter, self._steps(shapes))
        painter.restore()

    def print(self, painter: QPainter, shapes: tuple[Shape, ...], scale: float) -> None:
        """Draw all of it as lines, areas and letters, for paper: nothing simplified, nothing kept."""
        painter.save()
        painter.setRenderHints(_SMOOTH)
        painter.scale(scale, scale)
        draw(painter, steps(shapes, printing=True))
        painter.restore()


_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform

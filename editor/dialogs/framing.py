"""Frames around what differs in a picture of a map, and around what one points at."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from editor.appearance.colours import colours
from editor.canvas.camera import Camera
from editor.canvas.scenery import qrect
from editor.dialogs.sight import Frames
from model.compare.difference import Sort
from model.layout.frame import Rect

_LEAST = 6.0  # pixels: a frame is never smaller, or nobody finds it from afar
_THIN = 34  # of 255: the words are to be read through it

# On paper, which is white in both themes. Beside the colours the lines differ, and the list says all in words.
_PENS: dict[Sort, tuple[QColor, Qt.PenStyle]] = {
    Sort.ADDED: (QColor("#00694F"), Qt.PenStyle.SolidLine),
    Sort.REMOVED: (QColor("#B3261E"), Qt.PenStyle.DashLine),
    Sort.MOVED: (QColor("#0067A3"), Qt.PenStyle.DotLine),
    Sort.REWORDED: (QColor("#9A4A00"), Qt.PenStyle.SolidLine),
    Sort.CHANGED: (QColor("#9A4A00"), Qt.PenStyle.DashDotLine),
}


def paint_frames(painter: QPainter, frames: Frames, camera: Camera) -> None:
    """Each by how it differs."""
    for sort, rects in frames.items():
        colour, style = _PENS[sort]
        painter.setPen(QPen(colour, 2.0, style))
        painter.setBrush(QColor(colour.red(), colour.green(), colour.blue(), _THIN))
        painter.drawRects([_framed(camera, rect) for rect in rects])


def paint_pointed(painter: QPainter, rects: Iterable[Rect], camera: Camera) -> None:
    """A thick frame outside of the others."""
    painter.setPen(QPen(colours().selection, 4.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects([_framed(camera, rect).adjusted(-3, -3, 3, 3) for rect in rects])


def _framed(camera: Camera, rect: Rect) -> QRectF:
    """Just outside of what is framed, and large enough to be found."""
    shown = qrect(camera.rect_to_view(rect)).adjusted(-2, -2, 2, 2)
    wide, high = max(_LEAST - shown.width(), 0) / 2, max(_LEAST - shown.height(), 0) / 2
    return shown.adjusted(-wide, -high, wide, high)

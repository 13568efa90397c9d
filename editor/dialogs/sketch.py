"""A map's first page as a small picture, drawn by what draws it large."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from editor.canvas.painting.painting import Painting
from model.document import Document
from model.layout.engine import lay_out
from model.layout.sheets import Sheet


def sketch(document: Document, sheet: Sheet, size: QSize, ratio: float) -> QPixmap:
    """The page on white with a thin frame, as large as fits. `size`: device-independent pixels."""
    page = lay_out(document, sheet=sheet).pages[0]
    scale = min(size.width() / page.width, size.height() / page.height)
    shown = QRectF(0, 0, page.width * scale, page.height * scale)
    picture = QPixmap((shown.size() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.white)
    with QPainter(picture) as painter:
        Painting().paint(painter, page.shapes, scale, shown)
        painter.setPen(Qt.GlobalColor.lightGray)
        painter.drawRect(shown.adjusted(0, 0, -1, -1))
    return picture

"""One page lying on the desk, as large as the window has room for, or larger; with the edge a printer leaves white."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.appearance.colours import colours
from editor.canvas.painting.painting import Painting
from model.layout.shapes import Page
from model.layout.sheets import MM

MARGIN, SHADOW = 16, 3
"""Pixels of desk around the page, and how far its shadow reaches."""
INCH, PIXELS = 72.0, 96.0
UNPRINTED = 4.2 * MM
"""Points along each edge that office printers leave white."""
BLANK = Page(1.0, 1.0, ())
"""While there is no page yet."""


class PaperView(QWidget):
    """Shows a page at a zoom; 1 is its true size on a screen of 96 pixels to the inch."""

    def __init__(self, page: Page = BLANK, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painting = Painting()
        self._page = page
        self._zoom = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_page(self, page: Page, zoom: float) -> None:
        """Another page, or the same one at another zoom."""
        self._page, self._zoom = page, zoom
        self.setFixedSize(self.sizeHint())
        self.update()

    def zoom_to_fit(self, room: QSize, page: Page) -> float:
        """The zoom at which a page is seen whole."""
        width, height = room.width() - 2 * MARGIN, room.height() - 2 * MARGIN
        return max(min(width / page.width, height / page.height), 0.01) * INCH / PIXELS

    def sizeHint(self) -> QSize:
        return QSizeF(self._paper.width() + 2 * MARGIN, self._paper.height() + 2 * MARGIN).toSize()

    @property
    def _paper(self) -> QRectF:
        return QRectF(MARGIN, MARGIN, self._page.width * self._scale, self._page.height * self._scale)

    @property
    def _scale(self) -> float:
        return self._zoom * PIXELS / INCH

    def paintEvent(self, event: QPaintEvent) -> None:
        paper, looks = self._paper, colours()
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), looks.desk)
            painter.fillRect(paper.adjusted(-1, -1, SHADOW, SHADOW), looks.page_shadow)
            painter.fillRect(paper, Qt.GlobalColor.white)
            painter.setClipRect(paper)
            painter.translate(paper.topLeft())
            exposed = QRectF(event.rect()).translated(-paper.topLeft())
            self._painting.paint(painter, self._page.shapes, self._scale, exposed)
            self._paint_edges(painter)

    def _paint_edges(self, painter: QPainter) -> None:
        """Where the sheet is cut, if it is, and the dotted edge of what is surely printed."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        looks = colours()
        if self._page.bleed:
            painter.setPen(QPen(looks.critical, 1.0))
            painter.drawRect(self._inside(self._page.bleed))
        painter.setPen(QPen(looks.selection, 1.0, Qt.PenStyle.DotLine))
        painter.drawRect(self._inside(self._page.bleed + UNPRINTED))

    def _inside(self, points: float) -> QRectF:
        """The page without so much along each edge, in pixels from its corner."""
        inset = points * self._scale
        whole = QRectF(0, 0, self._page.width * self._scale, self._page.height * self._scale)
        return whole.adjusted(inset, inset, -inset, -inset)

"""What one sees of the desk through a camera: the sheets, what is on them, and what holds fast while one scrolls."""

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from editor.appearance.colours import colours
from editor.canvas.camera import Camera
from editor.canvas.desk import Desk
from editor.canvas.painting import Painting
from editor.canvas.pinned import Pinned, Strip, pinned
from model.layout.engine import Layout
from model.layout.frame import Rect
from model.layout.shapes import Shape
from model.layout.style import HAIRLINE, WHITE

_SHADOW = 3  # pixels


class Held(msgspec.Struct, frozen=True):
    """A strip that holds fast just now: the pixels it covers, where its page's corner would have to be for that, and
    how many pixels from its own place that is."""

    strip: Strip
    rect: Rect
    corner: tuple[int, int]
    slid: QPointF


class Scenery:
    """Paints a layout. What was made ready is kept from one time to the next."""

    def __init__(self) -> None:
        self._painting = Painting()
        self._layout: Layout | None = None
        self._pinned: dict[int, Pinned | None] = {}

    def paint_pages(self, painter: QPainter, layout: Layout, desk: Desk, camera: Camera, exposed: Rect) -> None:
        """Paint the desk and the sheets on it as far as they meet `exposed` (pixels of the window)."""
        theme = colours()
        painter.fillRect(qrect(exposed), theme.desk)
        for page in desk.showing(camera.rect_to_desk(exposed)):
            sheet = camera.rect_to_view(desk.sheet(page))
            for edge in _shadow(qrect(sheet)):
                painter.fillRect(edge, theme.page_shadow)
            painter.fillRect(qrect(sheet), QColor(WHITE))
            self.draw(painter, layout.pages[page].shapes, (round(sheet.x), round(sheet.y)), camera.zoom, exposed)

    def draw(
        self, painter: QPainter, shapes: tuple[Shape, ...], corner: tuple[float, float], zoom: float, exposed: Rect
    ) -> None:
        """Paint shapes whose origin shows at `corner`."""
        painter.save()
        painter.translate(QPointF(*corner))
        self._painting.paint(painter, shapes, zoom, qrect(exposed).translated(-corner[0], -corner[1]))
        painter.restore()

    def paint_held(self, painter: QPainter, held: Held, zoom: float, exposed: Rect) -> None:
        """Paint a strip that holds fast, as far as it meets `exposed` (pixels of the window)."""
        painter.fillRect(qrect(exposed), QColor(WHITE))
        self.draw(painter, held.strip.shapes, held.corner, zoom, exposed)
        # Only the edges that stay where they are while the strip's pixels are scrolled.
        if held.slid.y():
            painter.fillRect(QRectF(held.rect.x, held.rect.bottom - 1, held.rect.width, 1), QColor(HAIRLINE))
        if held.slid.x():
            painter.fillRect(QRectF(held.rect.right - 1, held.rect.y, 1, held.rect.height), QColor(HAIRLINE))

    # What holds fast

    def held(self, layout: Layout, desk: Desk, camera: Camera, window: Rect) -> tuple[Held, ...]:
        """The strips that hold fast under this camera; none covers another. `window`: what to look at, in pixels."""
        pages = desk.showing(camera.rect_to_desk(window))
        return tuple(held for page in pages for held in self._held(page, layout, desk, camera, window))

    def _held(self, page: int, layout: Layout, desk: Desk, camera: Camera, window: Rect) -> Iterator[Held]:
        strips = self._strips(page, layout)
        if strips is None:
            return
        sheet = camera.rect_to_view(desk.sheet(page))
        x, y = round(sheet.x), round(sheet.y)
        right = _slid(
            x + strips.side.rect.x * camera.zoom, x + strips.top.rect.right * camera.zoom, strips.side, camera
        )
        down = _slid(y + strips.top.rect.y * camera.zoom, y + strips.side.rect.bottom * camera.zoom, strips.top, camera)
        corner = _placed(strips.corner, (x, y), (right, down), camera.zoom, window)
        beside = Rect(corner.rect.right, window.y, window.right - corner.rect.right, window.height)
        below = Rect(window.x, corner.rect.bottom, window.width, window.bottom - corner.rect.bottom)
        if down:
            yield _placed(strips.top, (x, y), (0, down), camera.zoom, beside)
        if right:
            yield _placed(strips.side, (x, y), (right, 0), camera.zoom, below)
        if down or right:
            yield corner

    def _strips(self, page: int, layout: Layout) -> Pinned | None:
        if layout is not self._layout:
            self._layout = layout
            self._pinned.clear()
        if page not in self._pinned:
            self._pinned[page] = pinned(layout, page)
        return self._pinned[page]


def _shadow(sheet: QRectF) -> tuple[QRectF, QRectF]:
    """What shows of a sheet's shadow: it is seen through, and painting all of it would take longer than the cards."""
    right = QRectF(sheet.right(), sheet.top() + _SHADOW, _SHADOW, sheet.height())
    return right, QRectF(sheet.left() + _SHADOW, sheet.bottom(), sheet.width() - _SHADOW, _SHADOW)


def _slid(start: float, end: float, strip: Strip, camera: Camera) -> int:
    """How many pixels a strip moves to stay at the window's edge, never past the end of its page."""
    thick = min(strip.rect.width, strip.rect.height) * camera.zoom
    return max(0, round(min(-start, end - start - 2 * thick)))


def _placed(strip: Strip, corner: tuple[int, int], slid: tuple[int, int], zoom: float, within: Rect) -> Held:
    x, y = corner[0] + slid[0], corner[1] + slid[1]
    rect = strip.rect
    left, top = round(x + rect.x * zoom), round(y + rect.y * zoom)
    right, bottom = round(x + rect.right * zoom), round(y + rect.bottom * zoom)
    return Held(strip, Rect(left, top, right - left, bottom - top).common(within), (x, y), QPointF(*slid))


def qrect(rect: Rect) -> QRectF:
    """The same rectangle in Qt's terms."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)

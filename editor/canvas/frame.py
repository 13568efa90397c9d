"""The picture in the window: kept as pixels, so that a ghost over it or a step to the side costs next to nothing."""

from time import perf_counter

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from editor.canvas.camera import Camera
from editor.canvas.desk import Desk
from editor.canvas.scenery import Scenery
from model.layout.engine import Layout
from model.layout.frame import Rect


class Frame:
    """The desk as one camera sees it. `cost` is how many seconds the last whole picture took."""

    def __init__(self, scenery: Scenery) -> None:
        self._scenery = scenery
        self._pixels = QPixmap()
        self._camera: Camera | None = None
        self._layout: Layout | None = None
        self._held: list[QRect] = []
        self.cost = 0.0

    def forget(self) -> None:
        """Paint everything again next time, as after another theme."""
        self._camera = None

    def show(self, layout: Layout, desk: Desk, camera: Camera, size: QSize, ratio: float) -> QPixmap:
        """The picture; of the last one as much is kept as can be. `size` in pixels of the window."""
        if self._pixels.size() != size * ratio:
            self._pixels = QPixmap(size * ratio)
            self._pixels.setDevicePixelRatio(ratio)
            self._camera = None
        window = QRect(QPoint(0, 0), size)
        held = [_pixels_of(each.rect) for each in self._scenery.held(layout, desk, camera, _rect(window))]
        stale = self._stale(layout, camera, window, held)
        self._layout, self._camera, self._held = layout, camera, held
        if not stale.isEmpty():
            self._paint(layout, desk, camera, stale)
        return self._pixels

    def last(self, camera: Camera) -> tuple[QPixmap, QRectF] | None:
        """The last picture, and where it would be under another camera."""
        if self._camera is None:
            return None
        by = camera.zoom / self._camera.zoom
        size = self._pixels.deviceIndependentSize()
        left, top = camera.x - self._camera.x * by, camera.y - self._camera.y * by
        return self._pixels, QRectF(left, top, size.width() * by, size.height() * by)

    def _stale(self, layout: Layout, camera: Camera, window: QRect, held: list[QRect]) -> QRegion:
        """What of the pixels is wrong, once those that are right have been moved to their new place."""
        before = self._camera
        if before is None or before.zoom != camera.zoom or layout is not self._layout:
            return QRegion(window)
        dx, dy = camera.x - before.x, camera.y - before.y
        if not dx and not dy:
            return QRegion()
        ratio = self._pixels.devicePixelRatio()
        if abs(dx) >= window.width() or abs(dy) >= window.height() or dx * ratio % 1 or dy * ratio % 1:
            return QRegion(window)
        self._pixels.scroll(round(dx * ratio), round(dy * ratio), self._pixels.rect())
        stale = QRegion(window) - QRegion(window.translated(dx, dy))
        for rect in (*held, *(old.translated(dx, dy) for old in self._held)):
            stale += rect & window
        return stale

    def _paint(self, layout: Layout, desk: Desk, camera: Camera, stale: QRegion) -> None:
        began = perf_counter()
        painter = QPainter(self._pixels)
        for part in stale:
            painter.setClipRect(part)
            self._scenery.paint(painter, layout, desk, camera, _rect(part))
        painter.end()
        if stale.boundingRect().size() == self._pixels.deviceIndependentSize().toSize():
            self.cost = perf_counter() - began


def _rect(rect: QRect) -> Rect:
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())


def _pixels_of(rect: Rect) -> QRect:
    """Every pixel a rectangle touches, and the line around it."""
    return QRectF(rect.x, rect.y, rect.width, rect.height).toAlignedRect().adjusted(-1, -1, 1, 1)

"""The picture in the window: kept as pixels, so that a ghost over it or a step to the side costs next to nothing."""

from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import cast

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from editor.canvas.camera import Camera
from editor.canvas.desk import Desk
from editor.canvas.differing import differing
from editor.canvas.scenery import Held, Scenery
from model.layout.engine import Layout
from model.layout.frame import Rect


class Frame:
    """The desk as one camera sees it. `cost` is how many seconds the last whole picture took."""

    def __init__(self, scenery: Scenery) -> None:
        self._scenery = scenery
        self._pixels = QPixmap()
        self._camera: Camera | None = None
        self._layout: Layout | None = None
        self._held: tuple[Held, ...] = ()
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
        held = self._scenery.held(layout, desk, camera, _rect(window))
        stale = self._stale(layout, camera, window, held)
        self._layout, self._camera, self._held = layout, None, held  # no camera, should painting fail
        if not stale.isEmpty():
            self._paint(layout, desk, camera, stale)
        self._camera = camera
        return self._pixels

    def last(self, layout: Layout, camera: Camera) -> tuple[QPixmap, QRectF] | None:
        """The last picture of a layout, and where it would be under another camera; None where there is none."""
        if self._camera is None or layout is not self._layout:
            return None
        by = camera.zoom / self._camera.zoom
        size = self._pixels.deviceIndependentSize()
        left, top = camera.x - self._camera.x * by, camera.y - self._camera.y * by
        return self._pixels, QRectF(left, top, size.width() * by, size.height() * by)

    def _stale(self, layout: Layout, camera: Camera, window: QRect, held: tuple[Held, ...]) -> QRegion:
        """What of the pixels is wrong, once those that are right have been moved to their new place."""
        before = self._camera
        if before is None or self._layout is None or before.zoom != camera.zoom:
            return QRegion(window)
        if layout is not self._layout:
            return self._changed(self._layout, layout, camera, window) if before == camera else QRegion(window)
        way = QPoint(camera.x - before.x, camera.y - before.y)
        if way.isNull():
            return QRegion()
        body = QRegion(window) - _covered(held)
        if [each.rect for each in held] == [each.rect for each in self._held] and body.rectCount() == 1:
            ways = [QPoint(*new.corner) - QPoint(*old.corner) for new, old in zip(held, self._held, strict=True)]
            parts = [(_pixels(each.rect), each_way) for each, each_way in zip(held, ways, strict=True)]
            return self._moved([(body.boundingRect(), way), *parts])
        return self._moved([(window, way)]) + _covered(held) + _covered(self._held).translated(way) & QRegion(window)

    def _changed(self, before: Layout, after: Layout, camera: Camera, window: QRect) -> QRegion:
        """What looks different in another layout of the map."""
        rects = differing(before, after)
        if rects is None:
            return QRegion(window)
        stale = QRegion()
        for rect in rects:  # of the first page, whose corner is the desk's
            shown = camera.rect_to_view(rect)
            stale += QRectF(shown.x, shown.y, shown.width, shown.height).toAlignedRect() & window
        return stale

    def _moved(self, parts: list[tuple[QRect, QPoint]]) -> QRegion:
        """Move the pixels of these rectangles by these ways inside of them; what had no pixels to come there."""
        ratio = self._pixels.devicePixelRatio()
        stale = QRegion()
        for rect, way in parts:
            dx, dy = way.x() * ratio, way.y() * ratio
            if dx % 1 or dy % 1:  # not by whole pixels of the screen
                stale += rect
            else:
                self._pixels.scroll(round(dx), round(dy), _scaled(rect, ratio))
                stale += QRegion(rect) - QRegion(rect.translated(way))
        return stale

    def _paint(self, layout: Layout, desk: Desk, camera: Camera, stale: QRegion) -> None:
        began = perf_counter()
        with QPainter(self._pixels) as painter:
            for part in _parts(stale - _covered(self._held)):
                painter.setClipRect(part)
                self._scenery.paint_pages(painter, layout, desk, camera, _rect(part))
            for held in self._held:
                for part in _parts(stale & QRegion(_pixels(held.rect))):
                    painter.setClipRect(part)
                    self._scenery.paint_held(painter, held, camera.zoom, _rect(part))
        if stale.boundingRect().size() == self._pixels.deviceIndependentSize().toSize():
            self.cost = perf_counter() - began


def _covered(held: Iterable[Held]) -> QRegion:
    region = QRegion()
    for each in held:
        region += _pixels(each.rect)
    return region


def _parts(region: QRegion) -> Iterator[QRect]:
    """The rectangles a region is made of."""
    return iter(cast("Iterable[QRect]", region))


def _rect(rect: QRect) -> Rect:
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())


def _pixels(rect: Rect) -> QRect:
    """A rectangle of whole pixels in Qt's terms."""
    return QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))


def _scaled(rect: QRect, ratio: float) -> QRect:
    return QRect(rect.topLeft() * ratio, rect.size() * ratio)

"""What shows over the map and is not part of it: the selection, the cell one stands in, ghosts, drop bars, the numbers
that matter while dragging."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen, QPolygonF, QRegion
from PySide6.QtWidgets import QToolTip

from editor.appearance.colours import Colours, colours
from editor.canvas.camera import Camera
from editor.canvas.preview import Mark, Preview, Thread
from editor.canvas.scenery import qrect
from model.layout.frame import Rect
from model.layout.places import Kind
from model.records import Id

if TYPE_CHECKING:
    from editor.canvas.canvas import Canvas

_GROWN = 2.5  # pixels by which a frame stands off what it frames
_ROUND = 4.0
_GHOST = 0.72
_NOTE_AWAY = QPointF(18, 22)
_NOTE_PAD = 6


class Overlay:
    """Paints over the picture, in pixels of the viewport."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self._known: tuple[object, object] = (None, None)
        self._frames: list[QRectF] = []

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Everything that shows just now, the pointer's things on top."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, hand = colours(), self._canvas.hand
        self._around_things(painter, camera, theme)
        if not hand.busy:
            self._canvas.handles.paint(painter, theme)
        self._preview(painter, camera, theme, hand.preview)

    def _around_things(self, painter: QPainter, camera: Camera, theme: Colours) -> None:
        """The frames of things: of those in a strip that holds fast where they show there, of others clear of it."""
        clear = QRegion(self._canvas.viewport().rect())
        for held in self._canvas.held():
            rect, x, y = held.rect, held.slid.x(), held.slid.y()
            strip = QRegion(qrect(rect).toRect())
            clear -= strip
            painter.save()
            painter.setClipRegion(strip)
            painter.translate(x, y)
            # What only borders on the strip's part of the page would leave a line on it.
            inside = QRectF(rect.x - x, rect.y - y, rect.width, rect.height) - QMarginsF(_GROWN, _GROWN, _GROWN, _GROWN)
            self._frames_in(painter, camera, theme, inside)
            painter.restore()
        painter.save()
        painter.setClipRegion(clear)
        self._frames_in(painter, camera, theme, QRectF(self._canvas.viewport().rect()))
        self._cell(painter, camera, theme)
        painter.restore()

    def _frames_in(self, painter: QPainter, camera: Camera, theme: Colours, window: QRectF) -> None:
        """The frames that meet a rectangle of pixels."""
        self._hovered(painter, camera, theme, window)
        self._selected(painter, camera, theme, window)

    # What is selected

    def _selected(self, painter: QPainter, camera: Camera, theme: Colours, window: QRectF) -> None:
        pen = QPen(theme.selection, 2.0 if self._canvas.hasFocus() else 1.5)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        seen = qrect(camera.rect_to_desk(Rect(window.x(), window.y(), window.width(), window.height())))
        frames = [frame for frame in self._selection() if frame.intersects(seen)]
        if len(frames) > 200:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.drawRects([_framed(frame, camera) for frame in frames])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        else:
            for frame in frames:
                painter.drawRoundedRect(_framed(frame, camera), _ROUND, _ROUND)
        self._selected_links(painter, camera, theme)

    def _selection(self) -> list[QRectF]:
        """The selected records on the desk; links are drawn by themselves."""
        session = self._canvas.session
        known = (session.selection, session.drawing.layout)
        if known[0] is not self._known[0] or known[1] is not self._known[1]:
            places, desk = session.drawing.places, self._canvas.desk
            self._frames = [
                qrect(desk.placed(spot.page, spot.rect))
                for key in session.selection
                for spot in places.spots(key)
                if spot.kind is not Kind.LINK
            ]
            self._known = known
        return self._frames

    def _selected_links(self, painter: QPainter, camera: Camera, theme: Colours) -> None:
        if len(self._canvas.session.selection) <= 200:
            self._draw_links(painter, camera, self._canvas.session.selection, QPen(theme.selection, 3.0))

    def _draw_links(self, painter: QPainter, camera: Camera, keys: Iterable[Id], pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key in keys:
            path = self._canvas.session.drawing.places.link_path(key)
            if path is not None:
                painter.drawPolyline(self._polygon(camera, Thread(*path)))

    # Where one stands, and what the pointer is over

    def _cell(self, painter: QPainter, camera: Camera, theme: Colours) -> None:
        rect = self._canvas.walker.cell_rect()
        if rect is not None:
            painter.setPen(QPen(theme.selection, 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(theme.selection_fill)
            painter.drawRoundedRect(_framed(qrect(rect), camera), _ROUND, _ROUND)

    def _hovered(self, painter: QPainter, camera: Camera, theme: Colours, window: QRectF) -> None:
        spot = self._canvas.pointing.hovered
        if spot is None or spot.kind is Kind.MAP:
            return
        session = self._canvas.session
        if spot.kind is Kind.LINK:
            self._draw_links(painter, camera, (spot.record,), QPen(theme.hover, 3.0))
            return
        links = [link.id for link in session.document.links_of(spot.record)] if spot.kind is Kind.CARD else []
        self._draw_links(painter, camera, links, QPen(theme.hover, 3.0))
        painter.setPen(QPen(theme.hover, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = self._view(camera, Mark(spot.page, spot.rect))
        if (frame - QMarginsF(_GROWN, _GROWN, _GROWN, _GROWN)).intersects(window):
            painter.drawRoundedRect(frame, _ROUND, _ROUND)

    # What is dragged

    def _preview(self, painter: QPainter, camera: Camera, theme: Colours, preview: Preview) -> None:
        self._areas(painter, camera, preview.areas, theme)
        self._ghosts(painter, camera, preview)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.drop_bar)
        for mark in preview.bars:
            painter.drawRoundedRect(self._bar(camera, mark), 2, 2)
        painter.setPen(QPen(theme.drop_bar, 2.2))
        for thread in preview.threads:
            painter.drawPolyline(self._polygon(camera, thread))
        if preview.band is not None:
            painter.setPen(QPen(theme.selection, 1.0))
            painter.setBrush(theme.selection_fill)
            painter.drawRect(self._view(camera, preview.band))
        if preview.note:
            self._note(painter, preview)

    def _areas(self, painter: QPainter, camera: Camera, areas: Iterable[Mark], theme: Colours) -> None:
        painter.setPen(QPen(theme.selection, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        window = QRectF(self._canvas.viewport().rect()).adjusted(-_ROUND, -_ROUND, _ROUND, _ROUND)
        for mark in areas:
            shown = self._view(camera, mark) & window
            # Many times faster than a fill with smooth edges: an area may be a whole stage.
            painter.fillRect(shown, theme.drop_fill)
            painter.drawRoundedRect(shown, _ROUND, _ROUND)

    def _ghosts(self, painter: QPainter, camera: Camera, preview: Preview) -> None:
        size = self._canvas.viewport().size()
        window = Rect(0, 0, size.width(), size.height())
        painter.setOpacity(_GHOST if preview.allowed else _GHOST / 2)
        for ghost in preview.ghosts:
            left, top = self._canvas.desk.corner(ghost.page)
            corner = camera.to_view(left + ghost.x, top + ghost.y)
            self._canvas.scenery.draw(painter, ghost.shapes, corner, camera.zoom, window)
        painter.setOpacity(1.0)

    def _note(self, painter: QPainter, preview: Preview) -> None:
        """What to read at the pointer, kept inside the window."""
        palette = QToolTip.palette()
        painter.setFont(self._canvas.font())
        metrics, viewport = QFontMetricsF(self._canvas.font()), self._canvas.viewport()
        text = metrics.elidedText(preview.note, Qt.TextElideMode.ElideRight, viewport.width() * 0.6)
        size = metrics.size(Qt.TextFlag.TextSingleLine, text)
        box = QRectF(self._canvas.hand.point + _NOTE_AWAY, size).adjusted(0, 0, 2 * _NOTE_PAD, _NOTE_PAD)
        box.moveRight(min(box.right(), viewport.width() - 4.0))
        box.moveBottom(min(box.bottom(), viewport.height() - 4.0))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1.0))
        painter.setBrush(palette.color(QPalette.ColorRole.ToolTipBase))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        painter.setPen(palette.color(QPalette.ColorRole.ToolTipText))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)

    # Places

    def _view(self, camera: Camera, mark: Mark) -> QRectF:
        return _framed(qrect(self._canvas.desk.placed(mark.page, mark.rect)), camera)

    def _bar(self, camera: Camera, mark: Mark) -> QRectF:
        """A drop bar, never too thin to be seen from the back of the room."""
        rect = qrect(camera.rect_to_view(self._canvas.desk.placed(mark.page, mark.rect)))
        wide, high = max(rect.width(), 4.0), max(rect.height(), 4.0)
        return QRectF(rect.center().x() - wide / 2, rect.center().y() - high / 2, wide, high)

    def _polygon(self, camera: Camera, thread: Thread) -> QPolygonF:
        left, top = self._canvas.desk.corner(thread.page)
        return QPolygonF([QPointF(*camera.to_view(left + x, top + y)) for x, y in thread.points])


def _framed(rect: QRectF, camera: Camera) -> QRectF:
    """A frame in the window around a rectangle of the desk."""
    x, y = camera.to_view(rect.x(), rect.y())
    shown = QRectF(x, y, rect.width() * camera.zoom, rect.height() * camera.zoom)
    return shown.adjusted(-_GROWN, -_GROWN, _GROWN, _GROWN)

"""The canvas: the map in the middle of the window, to be looked at and taken hold of."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor.appearance.colours import colours
from editor.canvas.camera import NATURAL, Camera, clamped
from editor.canvas.desk import Desk
from editor.canvas.frame import Frame
from editor.canvas.gestures.gesture import Aim
from editor.canvas.hand import Hand
from editor.canvas.handles import Handles
from editor.canvas.overlay import Overlay
from editor.canvas.scenery import Scenery
from editor.canvas.walking import Walker
from editor.canvas.writing import Writing
from editor.session import Session
from editor.speech import Speech
from model.layout.frame import Rect
from model.records import Id

_say = Speech("canvas")

_AIR = 48  # pixels of desk around the pages
_SMOOTH = 0.016  # seconds: what paints in less than this is painted at once while zooming
_SETTLE = 120  # milliseconds after the last step of a zoom
_STEP = 1.25  # times, a step of the zoom keys
_WHEEL = 1.0015  # times, for an eighth of a degree of the wheel
_REACH = 6.0  # pixels around a thing in which it is hit


class Canvas(QAbstractScrollArea):
    """Shows a session's drawing through a camera, and hands what the user does to the hand, the writer, the walker.

    `zoomed` carries the zoom, 1.0 being the natural size.
    """

    zoomed = Signal(float)
    menu_asked = Signal(QPoint)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.scenery = Scenery()
        self._frame = Frame(self.scenery)
        self._desk = Desk(session.drawing.layout)
        self._zoom = NATURAL
        self._fit_wanted = True
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._settled)
        self.overlay = Overlay(self)
        self.hand = Hand(self)
        self.handles = Handles(self)
        self.writing = Writing(self)
        self.walker = Walker(self)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        session.redrawn.connect(self._redrawn)
        session.replaced.connect(self._replaced)
        session.selection_changed.connect(self.viewport().update)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(_say("name"))
        self.setAccessibleDescription(_say("description"))

    # Camera

    @property
    def desk(self) -> Desk:
        return self._desk

    @property
    def camera(self) -> Camera:
        return Camera(
            self._zoom,
            self._offset(self._desk.width, self.viewport().width(), self.horizontalScrollBar().value()),
            self._offset(self._desk.height, self.viewport().height(), self.verticalScrollBar().value()),
        )

    def _offset(self, length: float, room: int, scrolled: int) -> int:
        """Where the desk's corner shows: in the middle where all of it has room."""
        spare = room - length * self._zoom
        return round(spare / 2) if spare >= 0 else _AIR - scrolled

    @property
    def zoom(self) -> float:
        """1.0 is the natural size."""
        return self._zoom / NATURAL

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Show it at another size, a point of the window staying where it is: the middle, unless told."""
        self._fit_wanted = False
        around = around if around is not None else QPointF(self.viewport().rect().center())
        x, y = self.camera.to_desk(around.x(), around.y())
        self._zoom = clamped(zoom * NATURAL)
        self._set_ranges()
        self._scroll_to(round(x * self._zoom + _AIR - around.x()), round(y * self._zoom + _AIR - around.y()))
        self._settle.start()
        self._show_again()
        self.zoomed.emit(self.zoom)

    def zoom_by(self, steps: float) -> None:
        """So many steps nearer, or where negative further away."""
        self.zoom_to(self.zoom * _STEP**steps)

    def fit(self, rect: Rect | None = None) -> None:
        """Show all of a rectangle of the desk, or everything there is."""
        whole = rect is None
        rect = rect or Rect(0, 0, self._desk.width, self._desk.height)
        size = self.viewport().size()
        wide, high = size.width() - 2 * _AIR / 3, size.height() - 2 * _AIR / 3
        zoom = min(wide / max(rect.width, 1.0), high / max(rect.height, 1.0))
        self.zoom_to(clamped(zoom if whole else min(zoom, 2 * NATURAL)) / NATURAL)
        self._center(rect)
        self._fit_wanted = whole

    def fit_records(self, keys: tuple[Id, ...]) -> None:
        """Show all of these records."""
        rects = [
            self._desk.placed(spot.page, spot.rect) for key in keys for spot in self.session.drawing.places.spots(key)
        ]
        if rects:
            left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
            right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
            self.fit(Rect(left - 20, top - 20, right - left + 40, bottom - top + 40))

    def reveal(self, keys: tuple[Id, ...]) -> None:
        """Scroll as little as needed to have the last of these records in sight."""
        spots = [spot for key in keys for spot in self.session.drawing.places.spots(key)]
        if spots:
            self.reveal_rect(spots[-1].page, spots[-1].rect)

    def reveal_rect(self, page: int, rect: Rect) -> None:
        """Scroll as little as needed to have a rectangle of a page in sight, clear of what holds fast."""
        shown = self.camera.rect_to_view(self._desk.placed(page, rect))
        left, top = self._clear_edges()
        right, bottom = self.viewport().width() - _AIR / 2, self.viewport().height() - _AIR / 2
        dx = min(shown.x - left, 0) or max(min(shown.right - right, shown.x - left), 0)
        dy = min(shown.y - top, 0) or max(min(shown.bottom - bottom, shown.y - top), 0)
        self.pan(-round(dx), -round(dy))

    def _clear_edges(self) -> tuple[float, float]:
        """The pixels at the left and the top that what holds fast may cover."""
        metrics = self.session.drawing.layout.composed[0].setting.metrics
        head = self.session.drawing.layout.composed[0].head
        return metrics.left * self._zoom + 8, (head.chevrons + head.steps + metrics.section_gap * 2) * self._zoom + 8

    def pan(self, dx: int, dy: int) -> None:
        """Move the picture by so many pixels."""
        self._scroll_to(self.horizontalScrollBar().value() - dx, self.verticalScrollBar().value() - dy)

    def look_at(self, x: float, y: float) -> None:
        """Bring a point of the desk to the middle of the window."""
        self._center(Rect(x, y, 0, 0))

    def seen(self) -> Rect:
        """The rectangle of the desk that shows."""
        size = self.viewport().size()
        return self.camera.rect_to_desk(Rect(0, 0, size.width(), size.height()))

    def _center(self, rect: Rect) -> None:
        x, y = (rect.x + rect.width / 2) * self._zoom + _AIR, (rect.y + rect.height / 2) * self._zoom + _AIR
        self._scroll_to(round(x - self.viewport().width() / 2), round(y - self.viewport().height() / 2))

    def _scroll_to(self, x: int, y: int) -> None:
        self.horizontalScrollBar().setValue(x)
        self.verticalScrollBar().setValue(y)

    def _set_ranges(self) -> None:
        size = self.viewport().size()
        lengths = ((self._desk.width, size.width()), (self._desk.height, size.height()))
        for bar, (length, room) in zip((self.horizontalScrollBar(), self.verticalScrollBar()), lengths, strict=True):
            shown = round(length * self._zoom)
            bar.setRange(0, shown + 2 * _AIR - room if shown > room else 0)
            bar.setPageStep(room)
            bar.setSingleStep(40)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._show_again()

    def under_strips(self, point: QPointF) -> QPointF:
        """The pixel whose place on the map a pixel shows: another one where a strip holds fast."""
        size, camera = self.viewport().size(), self.camera
        window = Rect(0, 0, size.width(), size.height())
        for held in reversed(self.scenery.held(self.session.drawing.layout, self._desk, camera, window)):
            rect = held.rect
            if rect.x <= point.x() < rect.right and rect.y <= point.y() < rect.bottom:
                return point - held.slid
        return point

    # Following the session

    def _redrawn(self) -> None:
        self._desk = Desk(self.session.drawing.layout)
        self._set_ranges()
        self._show_again()

    def _replaced(self) -> None:
        self.hand.cancel()
        self.writing.leave()
        self._redrawn()
        self.fit()

    def _show_again(self) -> None:
        self.writing.follow()
        self.viewport().update()

    def _settled(self) -> None:
        self.viewport().update()

    # Painting

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        camera = self.camera
        last = self._frame.last(camera) if self._settle.isActive() and self._frame.cost > _SMOOTH else None
        if last is not None:
            self._paint_scaled(painter, *last)
        else:
            painter.drawPixmap(0, 0, self._picture(camera))
        self.overlay.paint(painter, camera)
        painter.end()

    def _paint_scaled(self, painter: QPainter, pixels: QPixmap, where: QRectF) -> None:
        painter.fillRect(self.viewport().rect(), colours().desk)
        painter.drawPixmap(where, pixels, QRectF(pixels.rect()))

    def _picture(self, camera: Camera) -> QPixmap:
        size, ratio = self.viewport().size(), self.viewport().devicePixelRatioF()
        return self._frame.show(self.session.drawing.layout, self._desk, camera, size, ratio)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._frame.forget()
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_ranges()
        if self._fit_wanted:
            self.fit()
        self.writing.follow()

    # What the user does

    def aim(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> Aim:
        """Where a pixel of the viewport points at."""
        place = self._desk.spot(*self.camera.to_desk(point.x(), point.y()))
        held = Qt.KeyboardModifier
        return Aim(
            place.page,
            place.x,
            place.y,
            reach=_REACH / self._zoom,
            control=bool(modifiers & held.ControlModifier),
            shift=bool(modifiers & held.ShiftModifier),
            alt=bool(modifiers & held.AltModifier),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.hand.double(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.hand.key(event) or self.walker.key(event) or self.writing.begin_by_key(event)):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.hand.key_released(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hand.cancel()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self.hand.hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.writing.begin_by_input_method(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        return self.writing.input_method(query)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * _WHEEL ** event.angleDelta().y(), event.position())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not event.angleDelta().x():
            delta = event.pixelDelta().y() or event.angleDelta().y()
            self.pan(delta, 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

"""The canvas: the map in the middle of the window, to be looked at and taken hold of."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
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
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from editor.appearance.colours import colours
from editor.canvas.camera import Camera
from editor.canvas.frame import Frame
from editor.canvas.gestures.gesture import Aim
from editor.canvas.hand import Hand
from editor.canvas.handles import Handles
from editor.canvas.looking import Looking
from editor.canvas.overlay import Overlay
from editor.canvas.pointing import Pointing
from editor.canvas.scenery import Held, Scenery
from editor.canvas.walking import Walker
from editor.canvas.writing import Writing
from editor.session import Session
from editor.speech import Speech
from model.layout.frame import Rect

_say = Speech("canvas")

_SMOOTH = 0.016  # seconds: what paints in less than this is painted at once while zooming
_WHEEL = 1.0015  # times, for an eighth of a degree of the wheel
_REACH = 6.0  # pixels around a thing in which it is hit


class Canvas(Looking):
    """Shows a session's drawing, and hands what the user does to the hand, the writer, the walker."""

    menu_asked = Signal(QPoint)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.scenery = Scenery()
        self._frame = Frame(self.scenery)
        self.overlay = Overlay(self)
        self.pointing = Pointing(self)
        self.hand = Hand(self)
        self.handles = Handles(self)
        self.writing = Writing(self)
        self.walker = Walker(self)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        session.settling.connect(self.hand.follow_map)
        session.redrawn.connect(self.hand.follow_map)
        session.redrawn.connect(self.take_desk)
        session.replaced.connect(self._replaced)
        session.selection_changed.connect(self.viewport().update)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(_say("name"))
        self.setAccessibleDescription(_say("description"))

    def look_again(self) -> None:
        super().look_again()
        self.hand.follow_camera()
        self.writing.follow()

    def _replaced(self) -> None:
        self.hand.cancel()
        self.writing.forget()
        self.take_desk()
        self.fit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def under_strips(self, point: QPointF) -> QPointF:
        """The pixel whose place on the map a pixel shows: another one where a strip holds fast."""
        for held in reversed(self.held()):
            rect = held.rect
            if rect.x <= point.x() < rect.right and rect.y <= point.y() < rect.bottom:
                return point - held.slid
        return point

    def held(self) -> tuple[Held, ...]:
        """The strips that hold fast just now."""
        size = self.viewport().size()
        window = Rect(0, 0, size.width(), size.height())
        return self.scenery.held(self.session.drawing.layout, self._desk, self.camera, window)

    # Painting

    def paintEvent(self, _: QPaintEvent) -> None:
        # A painter that a fault of ours left at work would take the program with it, and the map.
        with QPainter(self.viewport()) as painter:
            self._paint(painter, self.camera)

    def _paint(self, painter: QPainter, camera: Camera) -> None:
        last = (
            self._frame.last(self.session.drawing.layout, camera)
            if self.settling and self._frame.cost > _SMOOTH
            else None
        )
        if last is not None:
            self._paint_scaled(painter, *last)
        else:
            painter.drawPixmap(0, 0, self._picture(camera))
        self.overlay.paint(painter, camera)

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

    def event(self, event: QEvent) -> bool:
        # A shortcut in mid-drag would change the map under the hand.
        if event.type() == QEvent.Type.ShortcutOverride and self.hand.busy:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.hand.key(event) or self.walker.key(event) or self.writing.begin_by_key(event)):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.hand.key_released(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hand.let_all_go()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self.hand.hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.hand.wants_menu or event.reason() is not QContextMenuEvent.Reason.Mouse:
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

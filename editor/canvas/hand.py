"""The hand on the canvas: what pressing, moving and letting go means. It points, drags, bands and pans."""

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from editor.canvas.gestures.band import Band
from editor.canvas.gestures.begin import begun, begun_by
from editor.canvas.gestures.gesture import Aim, Gesture
from editor.canvas.handles import Handle
from editor.canvas.preview import NOTHING, Preview
from model.layout.places import Spot

if TYPE_CHECKING:
    from editor.canvas.canvas import Canvas

_EDGE = 32  # pixels from the window's edge at which a drag scrolls
_FASTEST = 24  # pixels a tick
_TICK = 25  # milliseconds

_NO_KEYS = Qt.KeyboardModifier.NoModifier
_TAKERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Doing(Enum):
    """What the hand is at."""

    NOTHING = auto()
    PRESSED = auto()
    DRAGGING = auto()
    CARRYING = auto()
    PANNING = auto()


class Hand(QObject):
    """A small state machine. While something is dragged the document does not change; letting go does one operation.

    `preview`: what shows of a drag.
    """

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._doing = Doing.NOTHING
        self._start = QPointF()
        self._point = QPointF()
        self._keys = self._start_keys = _NO_KEYS
        self._spot: Spot | None = None
        self._handle: Handle | None = None
        self._gesture: Gesture | None = None
        self._space = False
        self._cancelled = False
        self.preview: Preview = NOTHING
        self._edge = QTimer(self, interval=_TICK)
        self._edge.timeout.connect(self._scroll_at_edge)

    @property
    def busy(self) -> bool:
        """Whether something is being dragged."""
        return self._doing in (Doing.DRAGGING, Doing.CARRYING)

    @property
    def point(self) -> QPointF:
        """Where the pointer is, in pixels of the viewport."""
        return self._point

    # Pointer

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.busy:
            if event.button() is Qt.MouseButton.RightButton:
                self.cancel()
                self._cancelled = True
            return
        self._cancelled = False
        self._canvas.writing.commit()
        self._start = self._point = event.position()
        self._keys = self._start_keys = event.modifiers()
        if event.button() is Qt.MouseButton.MiddleButton or (self._space and _is_left(event)):
            self._doing = Doing.PANNING
            self._canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        self._handle = self._canvas.handles.at(event.position()) if _is_left(event) else None
        self._spot = self._handle.spot if self._handle else self._canvas.pointing.at(event.position())
        if _is_left(event):
            self._doing = Doing.PRESSED
            self._take()
        elif event.button() is Qt.MouseButton.RightButton:
            self._point_out(event.position())

    @property
    def wants_menu(self) -> bool:
        """Whether a press of the right button asks for the menu; one that gave up a drag has done enough."""
        return not (self.busy or self._cancelled)

    def _take(self) -> None:
        """What is taken hold of becomes the selection, unless more is wanted or it is the handle of something."""
        spot = self._spot
        if self._handle is None and spot is not None and not self._keys & _TAKERS and not self._is_selected(spot):
            self._canvas.session.select((spot.record,))

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves, with a button down or without."""
        before, self._point, self._keys = self._point, event.position(), event.modifiers()
        match self._doing:
            case Doing.NOTHING:
                self.hover(event.position())
            case Doing.PANNING:
                by = (event.position() - before).toPoint()
                self._canvas.pan(by.x(), by.y())
            case Doing.PRESSED if self._is_far(event.position()):
                self._begin()
            case Doing.DRAGGING:
                self._drag()

    def release(self, event: QMouseEvent) -> None:
        """A button comes up."""
        doing, self._doing = self._doing, Doing.NOTHING
        self._keys = event.modifiers()
        if doing is Doing.DRAGGING and _is_left(event):
            self._point = event.position()
            self._drop()
        elif doing is Doing.PRESSED and _is_left(event):
            self._click(event)
        elif doing in (Doing.DRAGGING, Doing.PRESSED, Doing.CARRYING):
            self._doing = doing
            return
        self.hover(event.position())

    def double(self, event: QMouseEvent) -> None:
        """A double click writes: in what is there, or on a new card."""
        if not _is_left(event) or self._space:
            self.press(event)
            return
        self._end()
        aim = self._canvas.aim(self._canvas.under_strips(event.position()), event.modifiers())
        spot = self._canvas.pointing.over(event.position(), self._canvas.handles.at(event.position()))
        if spot is not None:
            self._canvas.writing.begin(spot.record, at=event.position())
        else:
            self._canvas.writing.begin_in_empty_cell(aim)

    def _click(self, event: QMouseEvent) -> None:
        spot = self._spot
        if spot is None:
            self._stand(event.position())
        elif self._keys & _TAKERS:
            self._canvas.session.toggle(spot.record)
        else:
            self._canvas.session.select((spot.record,))

    def _stand(self, point: QPointF) -> None:
        aim = self._canvas.aim(self._canvas.under_strips(point), self._keys)
        cell = self._canvas.session.drawing.places.cell_at(aim.page, aim.x, aim.y)
        self._canvas.session.stand_in((cell.lane, cell.step) if cell is not None and cell.step is not None else None)

    def _point_out(self, point: QPointF) -> None:
        """What the right button is on becomes the selection."""
        if self._spot is None:
            self._stand(point)
        elif not self._is_selected(self._spot):
            self._canvas.session.select((self._spot.record,))

    # Dragging

    def _begin(self) -> None:
        start = self._canvas.under_strips(self._start) if self._spot else self._start
        aim = self._canvas.aim(start, self._start_keys)
        if self._handle is not None:
            gesture: Gesture | None = begun_by(self._canvas.session, self._handle)
        else:
            gesture = begun(self._canvas.session, self._spot, aim)
        if gesture is None and self._spot is None:
            gesture = Band(self._canvas.session, aim)
        if gesture is None:
            self._doing = Doing.NOTHING
            return
        self._take_up(gesture, Doing.DRAGGING)
        self._drag()

    def _take_up(self, gesture: Gesture, doing: Doing) -> None:
        self._gesture, self._doing = gesture, doing
        self._canvas.pointing.hovered = None
        self._edge.start()

    def carry(self, gesture: Gesture) -> None:
        """Begin a drag that comes from elsewhere in the window, as from the palette."""
        self.cancel()
        self._canvas.writing.commit()
        self._take_up(gesture, Doing.CARRYING)

    def carry_to(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """The pointer of such a drag is at a pixel of the viewport, or outside of it."""
        self._point, self._keys = point, keys
        if self._doing is Doing.CARRYING:
            self._drag()

    def let_go(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Such a drag ends here; outside of the viewport nothing happens."""
        self._point, self._keys = point, keys
        if self._doing is not Doing.CARRYING:
            return
        if self._is_inside():
            self._drop()
        else:
            self.cancel()

    def _drag(self) -> None:
        assert self._gesture is not None
        inside = self._doing is Doing.DRAGGING or self._is_inside()
        self._show(self._gesture.move(self._aim()) if inside else NOTHING)

    def _drop(self) -> None:
        gesture, aim = self._gesture, self._aim()
        self._end()
        if gesture is not None:
            gesture.drop(aim)

    def cancel(self) -> None:
        """Leave everything as it is."""
        self._end()

    def let_all_go(self) -> None:
        """The keys and buttons that are held will come up elsewhere."""
        self._space = False
        self.cancel()

    def follow_map(self) -> None:
        """The map is another one, or drawn another way: what is held may stand elsewhere now."""
        if self.busy or self._doing is Doing.PRESSED:
            self.cancel()

    def follow_camera(self) -> None:
        """The picture has moved under the pointer."""
        if self.busy:
            self._drag()
        elif self._doing is not Doing.NOTHING:
            self._canvas.pointing.hovered = None  # it is somewhere else by now, or gone; letting go looks again
        elif self._canvas.pointing.inside:
            self.hover(self._point)

    def _end(self) -> None:
        self._edge.stop()
        self._gesture, self._doing = None, Doing.NOTHING
        self._show(NOTHING)

    def _show(self, preview: Preview) -> None:
        if preview is not self.preview:
            self.preview = preview
            self._canvas.viewport().update()

    def _aim(self) -> Aim:
        return self._canvas.aim(self._point, self._keys)

    def _scroll_at_edge(self) -> None:
        """A drag near the window's edge moves the picture, faster the nearer it is."""
        if not self.busy or (self._doing is Doing.CARRYING and not self._is_inside()):
            return
        size = self._canvas.viewport().size()
        dx, dy = _pull(self._point.x(), size.width()), _pull(self._point.y(), size.height())
        if dx or dy:
            self._canvas.pan(dx, dy)

    # Hovering and keys

    def hover(self, point: QPointF | None) -> None:
        """The pointer is over a pixel, without a button; None: it has left."""
        if point is None:
            self._canvas.pointing.leave()
        else:
            self._canvas.pointing.hover(point, pans=self._space)

    def key(self, event: QKeyEvent) -> bool:
        """Whether the hand took the key."""
        if event.key() == Qt.Key.Key_Escape and (self.busy or self._doing is Doing.PRESSED):
            self.cancel()
            return True
        if self.busy and event.key() in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt):
            self._keys = QGuiApplication.keyboardModifiers() | event.modifiers()
            self._drag()
            return True
        if event.key() == Qt.Key.Key_Space and self._pans_by_space():
            if not event.isAutoRepeat():
                self._space = True
                self._canvas.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            return True
        return self.busy

    def key_released(self, event: QKeyEvent) -> None:
        """A key comes up."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            if self._doing is Doing.NOTHING:
                self.hover(QPointF(self._canvas.viewport().mapFromGlobal(QCursor.pos())))
        elif self.busy:
            self._keys = event.modifiers()
            self._drag()

    def _pans_by_space(self) -> bool:
        return self._doing in (Doing.NOTHING, Doing.PANNING)

    # Where the pointer is

    def _is_selected(self, spot: Spot) -> bool:
        return spot.record in self._canvas.session.selection

    def _is_far(self, point: QPointF) -> bool:
        return (point - self._start).manhattanLength() >= QApplication.startDragDistance()

    def _is_inside(self) -> bool:
        return self._canvas.viewport().rect().contains(self._point.toPoint())


def _is_left(event: QMouseEvent) -> bool:
    return event.button() is Qt.MouseButton.LeftButton


def _pull(at: float, length: int) -> int:
    """Pixels to move by, where `at` is near an end of a window so long."""
    if at < _EDGE:
        return min(_FASTEST, round((_EDGE - at) / 2) + 1)
    if at > length - _EDGE:
        return -min(_FASTEST, round((at - length + _EDGE) / 2) + 1)
    return 0

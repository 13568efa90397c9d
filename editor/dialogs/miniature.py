"""A map as a picture one can look at more closely, for dialogs: nothing in it can be changed."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.appearance.colours import colours
from editor.canvas.camera import Camera
from editor.canvas.painting.painting import Painting
from editor.canvas.scenery import qrect
from editor.dialogs.sight import Frames, Outlook, Sight, sight
from editor.dialogs.working import Working
from editor.plain import one_line
from editor.speech import Speech
from model.compare.difference import Sort
from model.document import Document
from model.layout.frame import Rect
from model.records import Card, Id

say = Speech("history")

_STEP, _PUSH = 1.25, 48
"""Times nearer for a key or a notch of the wheel; pixels an arrow key pushes the page."""
_NOTCH = 120  # of a wheel, in Qt's eighths of a degree
_LEAST = 6.0  # pixels: a mark is never smaller, or nobody finds it from afar
_KEYS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
}  # fmt: skip
_NEARER = {Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Equal: _STEP, Qt.Key.Key_Minus: 1 / _STEP}

# On paper, which is white in both themes. Beside the colours the frames differ, and the list says all in words.
_PENS: dict[Sort, tuple[QColor, Qt.PenStyle]] = {
    Sort.ADDED: (QColor("#00694F"), Qt.PenStyle.SolidLine),
    Sort.REMOVED: (QColor("#B3261E"), Qt.PenStyle.DashLine),
    Sort.MOVED: (QColor("#0067A3"), Qt.PenStyle.DotLine),
    Sort.REWORDED: (QColor("#9A4A00"), Qt.PenStyle.SolidLine),
    Sort.CHANGED: (QColor("#9A4A00"), Qt.PenStyle.DashDotLine),
}


class Miniature(QWidget):
    """The whole map at first. Wheel, + and - look nearer, dragging and the arrow keys push, 0 or a double click shows
    all again. A document is drawn when the picture is first shown, beside whatever the window does meanwhile."""

    looked = Signal(object)
    """Somebody looks elsewhere: the Outlook."""

    def __init__(self, document: Document | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._sight: Sight | None = None
        self._working: Working[Sight] | None = None
        self._painting = Painting()
        self._outlook = Outlook()
        self._frames: Frames = {}
        self._pointed: tuple[Rect, ...] = ()
        self._hold: QPoint | None = None
        self._waiting = document is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 80)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(420, 280)

    # What it shows

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture by now."""
        return self._sight is not None

    @property
    def outlook(self) -> Outlook:
        return self._outlook

    def wait(self) -> None:
        """Say that a picture is being drawn, and show none until one is given."""
        self.show_document(None)
        self._waiting = True

    def show_document(self, document: Document | None) -> None:
        """Another map, as soon as it is drawn; None for none."""
        self._document = document
        self._take(None)
        if self.isVisible():
            self._begin()

    def show_sight(self, seen: Sight, frames: Frames) -> None:
        """A map that is drawn already, and where to draw frames."""
        self._document = seen.document
        self._take(seen)
        self._frames = frames

    def point_at(self, key: Id | None) -> bool:
        """Look at a record, with a thick frame round it; whether it is to be seen in this picture."""
        self._pointed = self._sight.rects(key) if self._sight is not None and key is not None else ()
        if self._sight is not None and self._pointed:
            self._outlook = self._outlook.at(self._pointed[0], self._sight.page, self._room)
        self.update()
        return bool(self._pointed)

    def look(self, outlook: Outlook) -> None:
        """Look as somebody looks at another picture."""
        self._outlook = outlook
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        if self._sight is None and self._working is None and self._document is not None:
            self._working = Working(partial(sight, self._document), self)
            self._working.done.connect(self._show_drawn)

    def _show_drawn(self) -> None:
        if self._working is not None:
            self._take(self._working.result())

    def _take(self, seen: Sight | None) -> None:
        if self._working is not None:
            self._working.drop()
            self._working = None
        self._sight, self._frames, self._pointed, self._outlook = seen, {}, (), Outlook()
        self._waiting = seen is None and self._document is not None
        self.retranslate()
        self.update()

    # Looking nearer

    @property
    def _room(self) -> tuple[int, int]:
        return self.width(), self.height()

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = event.position()
        self._near(_STEP ** (event.angleDelta().y() / _NOTCH), (at.x(), at.y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _NEARER:
            self._near(_NEARER[Qt.Key(key)], (self.width() / 2, self.height() / 2))
        elif key in _KEYS:
            self._push(*(_PUSH * each for each in _KEYS[key]))
        elif key == Qt.Key.Key_0:
            self._look_around(Outlook())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hold is not None:
            by = event.position().toPoint() - self._hold
            self._hold = event.position().toPoint()
            self._push(by.x(), by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._look_around(Outlook())

    def _near(self, times: float, at: tuple[float, float]) -> None:
        if self._sight is not None:
            self._look_around(self._outlook.nearer(times, at, self._sight.page, self._room))

    def _push(self, dx: float, dy: float) -> None:
        if self._sight is not None:
            self._look_around(self._outlook.moved(dx, dy, self._sight.page, self._room))

    def _look_around(self, outlook: Outlook) -> None:
        self.look(outlook)
        self.looked.emit(outlook)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        exposed, looks = QRectF(event.rect()), colours()
        with QPainter(self) as painter:
            painter.fillRect(exposed, looks.desk)
            if self._sight is not None:
                camera = self._outlook.camera(self._sight.page, self._room)
                self._paint_page(painter, self._sight, camera, exposed)
                self._paint_frames(painter, camera)
            else:
                painter.setPen(looks.muted)
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, say("drawing") if self._waiting else "")
            painter.setPen(QPen(looks.selection, 2.0) if self.hasFocus() else QPen(looks.page_edge, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_page(self, painter: QPainter, seen: Sight, camera: Camera, exposed: QRectF) -> None:
        page, corner = seen.page, QPointF(camera.x, camera.y)
        paper = qrect(camera.rect_to_view(Rect(0, 0, page.width, page.height)))
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.save()
        painter.setClipRect(paper)
        painter.translate(corner)
        self._painting.paint(painter, page.shapes, camera.zoom, exposed.intersected(paper).translated(-corner))
        painter.restore()

    def _paint_frames(self, painter: QPainter, camera: Camera) -> None:
        for sort, rects in self._frames.items():
            colour, style = _PENS[sort]
            painter.setPen(QPen(colour, 2.0, style))
            painter.setBrush(_thin(colour))
            painter.drawRects([_framed(camera, rect) for rect in rects])
        painter.setPen(QPen(colours().selection, 4.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([_framed(camera, rect).adjusted(-3, -3, 3, 3) for rect in self._pointed])

    # Words

    def retranslate(self) -> None:
        self.setAccessibleName(self._described())
        self.setAccessibleDescription(say("miniature.help"))

    def _described(self) -> str:
        if self._document is None:
            return say("miniature.empty")
        document = self._document
        title = one_line(document.map.title) or say("untitled")
        counts = {"stages": len(document.stages), "steps": len(document.steps)}
        return say("miniature", title=title, cards=len(document.table(Card)), **counts)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.update()


def _thin(colour: QColor) -> QColor:
    """A colour one sees the words through."""
    return QColor(colour.red(), colour.green(), colour.blue(), 34)


def _framed(camera: Camera, rect: Rect) -> QRectF:
    """Just outside of what is framed, and large enough to be found."""
    shown = qrect(camera.rect_to_view(rect)).adjusted(-2, -2, 2, 2)
    wide, high = max(_LEAST - shown.width(), 0) / 2, max(_LEAST - shown.height(), 0) / 2
    return shown.adjusted(-wide, -high, wide, high)

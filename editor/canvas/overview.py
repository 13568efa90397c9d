"""A small map of the whole desk in a corner of the canvas, with a frame round what one sees: to look elsewhere."""

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QWidget

from editor.appearance.colours import colours
from editor.canvas.camera import Camera
from editor.canvas.scenery import qrect
from editor.plain import tooltip
from editor.speech import Speech
from model.layout.frame import Rect

if TYPE_CHECKING:
    from editor.canvas.canvas import Canvas

_say = Speech("walking")

_MOST, _LITTLE = QSize(260, 170), QSize(150, 100)
_PART = 4  # of the canvas's width and height
_LEAST = 48
_AWAY = 12  # from the corner of the canvas
_PAD = 5  # around the desk
_LEAST_FRAME = 6.0
_SETTLE = 250  # milliseconds at least after the last change until it is painted again
_PATIENCE = 10  # times as long as painting it took: a large map is not to be in the way of whoever types
_SHARE = 3  # in a canvas that is not so many times as wide and as high it hides


class Overview(QWidget):
    """Lengths in pixels. It hides while all of the desk is in sight, and in a canvas that is too small for it."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._wanted = True
        self._picture = QPixmap()
        self._stale = True
        self._hold: QPointF | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._paint_again)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.follow)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._listen()
        self.retranslate()
        self.follow()

    def _listen(self) -> None:
        canvas = self._canvas
        canvas.session.redrawn.connect(self._wait)
        canvas.session.selection_changed.connect(self.follow)
        canvas.zoomed.connect(self.follow)
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.valueChanged.connect(self.follow)
            bar.rangeChanged.connect(self.follow)
        canvas.viewport().installEventFilter(self)

    def retranslate(self) -> None:
        self.setAccessibleName(_say("overview.name"))
        self.setToolTip(tooltip(_say("overview.tip")))

    @property
    def wanted(self) -> bool:
        """Whether the user wants it at all."""
        return self._wanted

    @wanted.setter
    def wanted(self, wanted: bool) -> None:
        self._wanted = wanted
        self.follow()

    # Following the canvas

    def follow(self) -> None:
        """Show what is seen now, in the corner where it is in nobody's way."""
        viewport, size = self._canvas.viewport().geometry(), self._size()
        roomy = viewport.width() >= _SHARE * size.width() and viewport.height() >= _SHARE * size.height()
        self.setGeometry(self._corner(viewport, size))
        self.setVisible(self._wanted and roomy and not self._sees_all())
        self.update()

    def _corner(self, viewport: QRect, size: QSize) -> QRect:
        """At the bottom right; at the left where it would cover what one is at."""
        inside = viewport.adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
        corner = QRect(QPoint(0, 0), size)
        corner.moveBottomRight(inside.bottomRight())
        here = self._here()
        if here is not None and here.translated(viewport.topLeft()).intersects(QRectF(corner)):
            corner.moveBottomLeft(inside.bottomLeft())
        return corner

    def _here(self) -> QRectF | None:
        """Where in the viewport the selected record or the cell is."""
        session, desk = self._canvas.session, self._canvas.desk
        spots = session.drawing.places.spots(session.current) if session.current is not None else ()
        placed = desk.placed(spots[0].page, spots[0].rect) if spots else self._canvas.walker.cell_rect()
        return qrect(self._canvas.camera.rect_to_view(placed)) if placed is not None else None

    def _wait(self) -> None:
        """The map is another one; it is painted once it stays so for a moment."""
        self._stale = True
        self._settle.start()
        self.follow()

    def _sees_all(self) -> bool:
        seen, desk = self._canvas.seen(), self._canvas.desk
        slack = 1 / self._canvas.camera.zoom
        far = seen.right >= desk.width - slack and seen.bottom >= desk.height - slack
        return far and seen.x <= slack and seen.y <= slack

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The canvas itself hears of it after this.
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._wait()

    # Painting

    def _zoom(self) -> float:
        """Pixels a point."""
        desk, room = self._canvas.desk, self._canvas.viewport().size() / _PART
        wide, high = room.boundedTo(_MOST).expandedTo(_LITTLE).toTuple()
        return float(min((wide - 2 * _PAD) / desk.width, (high - 2 * _PAD) / desk.height))

    def _size(self) -> QSize:
        desk, zoom = self._canvas.desk, self._zoom()
        wide, high = round(desk.width * zoom) + 2 * _PAD, round(desk.height * zoom) + 2 * _PAD
        return QSize(max(wide, _LEAST), max(high, _LEAST))

    def _camera(self) -> Camera:
        desk, zoom = self._canvas.desk, self._zoom()
        x, y = (self.width() - desk.width * zoom) / 2, (self.height() - desk.height * zoom) / 2
        return Camera(zoom, round(x), round(y))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._paint_again()

    def _paint_again(self) -> None:
        ratio = self.devicePixelRatioF()
        if not self.isVisible() or not (self._stale or self._picture.size() != self.size() * ratio):
            return
        self._stale, began = False, perf_counter()
        self._picture = QPixmap(self.size() * ratio)
        self._picture.setDevicePixelRatio(ratio)
        exposed = Rect(0, 0, self.width(), self.height())
        layout, desk = self._canvas.session.drawing.layout, self._canvas.desk
        with QPainter(self._picture) as painter:
            self._canvas.scenery.paint_pages(painter, layout, desk, self._camera(), exposed)
        self._settle.setInterval(max(_SETTLE, round(_PATIENCE * (perf_counter() - began) * 1000)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  all of it is painted: it is a copy of pixels
        painter, theme = QPainter(self), colours()
        if self._picture.isNull():
            painter.fillRect(self.rect(), theme.desk)
        else:
            painter.drawPixmap(QRectF(self.rect()), self._picture, QRectF(self._picture.rect()))
        painter.setPen(QPen(theme.page_edge, 1.0))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(QPen(theme.selection, 2.0))
        painter.setBrush(theme.selection_fill)
        painter.drawRect(self.frame())
        painter.end()

    def frame(self) -> QRectF:
        """The frame round what the canvas shows, inside of the edge and never too small to be found."""
        shown = qrect(self._camera().rect_to_view(self._canvas.seen()))
        frame = shown.intersected(QRectF(self.rect())).adjusted(1, 1, -1, -1)
        wide, high = max(frame.width(), _LEAST_FRAME), max(frame.height(), _LEAST_FRAME)
        return QRectF(frame.center().x() - wide / 2, frame.center().y() - high / 2, wide, high)

    # Looking elsewhere

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        # Taken by the frame, one moves the frame; elsewhere one looks at that place.
        held = self.frame().contains(event.position())
        self._hold = event.position() - self.frame().center() if held else QPointF()
        self._look(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hold is not None:
            self._look(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold = None

    def _look(self, point: QPointF) -> None:
        middle = point - (self._hold or QPointF())
        self._canvas.look_at(*self._camera().to_desk(middle.x(), middle.y()))

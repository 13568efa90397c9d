"""Looking at a drawing: how large it shows, which part of it, and what follows when either changes."""

from PySide6.QtCore import QPointF, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor.canvas.camera import NATURAL, Camera, clamped
from editor.canvas.desk import Desk
from editor.session import Session
from model.layout.frame import Rect
from model.records import Id

_AIR = 48  # pixels of desk around the pages
_SETTLE = 120  # milliseconds after the last step of a zoom
_STEP = 1.25  # times, a step of the zoom keys


class Looking(QAbstractScrollArea):
    """A view of a session's drawing through a camera. `zoomed` carries the zoom, 1.0 being the natural size."""

    zoomed = Signal(float)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._desk = Desk(session.drawing.layout)
        self._zoom = NATURAL
        self._fit_wanted = True
        self._fit_in = QSize()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settling.timeout.connect(self.viewport().update)

    def look_again(self) -> None:
        """Another part shows, or another drawing."""
        self.viewport().update()

    def take_desk(self) -> None:
        """The session's drawing is another one."""
        self._desk = Desk(self.session.drawing.layout)
        self._set_ranges()
        self.look_again()

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

    @property
    def settling(self) -> bool:
        """Whether the zoom was changed a moment ago, so that a quick picture may be shown instead of a sharp one."""
        return self._settling.isActive()

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Show it at another size, a point of the window staying where it is: the middle, unless told."""
        self._fit_wanted = False
        around = around if around is not None else QPointF(self.viewport().rect().center())
        x, y = self.camera.to_desk(around.x(), around.y())
        self._zoom = clamped(zoom * NATURAL)
        self._set_ranges()
        self._scroll_to(round(x * self._zoom + _AIR - around.x()), round(y * self._zoom + _AIR - around.y()))
        self._settling.start()
        self.look_again()
        self.zoomed.emit(self.zoom)

    def zoom_by(self, steps: float) -> None:
        """So many steps nearer, or where negative further away."""
        self.zoom_to(self.zoom * _STEP**steps)

    def fit(self, rect: Rect | None = None) -> None:
        """Show all of a rectangle of the desk, or everything there is."""
        whole = rect is None
        rect = rect or Rect(0, 0, self._desk.width, self._desk.height)
        size = self.maximumViewportSize() if whole else self.viewport().size()
        wide, high = size.width() - 2 * _AIR / 3, size.height() - 2 * _AIR / 3
        zoom = min(wide / max(rect.width, 1.0), high / max(rect.height, 1.0))
        self.zoom_to(clamped(zoom if whole else min(zoom, 2 * NATURAL)) / NATURAL)
        self._center(rect)
        self._fit_wanted, self._fit_in = whole, self.size()

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
        self.look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_ranges()
        # A map that grows brings scroll bars, which take of the viewport too: no edit changes the zoom.
        if self._fit_wanted and self.size() != self._fit_in:
            self.fit()
        self.look_again()

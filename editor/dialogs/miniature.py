"""A map as a picture one can look at more closely, for dialogs: nothing in it can be changed."""

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.appearance.colours import colours
from editor.canvas.camera import Camera
from editor.canvas.painting.painting import Painting
from editor.canvas.scenery import qrect
from editor.dialogs.framing import paint_frames, paint_pointed
from editor.dialogs.peering import Peering
from editor.dialogs.sight import Frames, Outlook, Sight, sight
from editor.plain import one_line, tooltip
from editor.speech import Speech
from editor.working import Working
from model.document import Document
from model.layout.frame import Rect
from model.layout.shapes import Page
from model.records import Card, Id

say = Speech("history")


class Miniature(Peering):
    """A document is drawn when the picture is first shown, beside whatever the window does meanwhile."""

    def __init__(self, document: Document | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._sight: Sight | None = None
        self._working: Working[Sight] | None = None
        self._painting = Painting()
        self._frames: Frames = {}
        self._pointed: tuple[Rect, ...] = ()
        self._waiting = document is not None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 80)
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(420, 280)

    # What it shows

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture by now."""
        return self._sight is not None

    @property
    def page(self) -> Page | None:
        return self._sight.page if self._sight is not None else None

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
            self.look(self.outlook.at(self._pointed[0], self._sight.page, self.room))
        self.update()
        return bool(self._pointed)

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
        self._sight, self._frames, self._pointed = seen, {}, ()
        self._waiting = seen is None and self._document is not None
        self.retranslate()
        self.look(Outlook())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        exposed, looks = QRectF(event.rect()), colours()
        with QPainter(self) as painter:
            painter.fillRect(exposed, looks.desk)
            if self._sight is not None:
                camera = self.outlook.camera(self._sight.page, self.room)
                self._paint_page(painter, self._sight, camera, exposed)
                paint_frames(painter, self._frames, camera)
                paint_pointed(painter, self._pointed, camera)
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

    # Words

    def retranslate(self) -> None:
        self.setAccessibleName(self._described())
        self.setAccessibleDescription(say("miniature.help"))
        self.setToolTip(tooltip(say("miniature.tip")))

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

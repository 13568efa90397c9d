"""The palette at the left of the window: things are dragged from it onto the map, or put there by a key."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.canvas.canvas import Canvas
from editor.canvas.gestures.making import Making, Thing, current_lane
from editor.canvas.gestures.things import making
from editor.panels.palette.shelf import Shelf
from editor.session import Session
from model.layout.places import Kind
from model.records import Id, Lane, Role

_WIDE = 216  # pixels


class Palette(QWidget):
    """`made` carries the ids of what came onto the map, so that it can be written at once."""

    made = Signal(tuple)

    def __init__(self, session: Session, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._canvas = session, canvas
        self._gesture: Making | None = None
        self.shelf = Shelf(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.shelf)
        self.shelf.asked.connect(self.put_thing)
        self.shelf.taken.connect(self._take)
        self.shelf.carried.connect(self._carry)
        self.shelf.let_go.connect(self._let_go)
        self.shelf.given_up.connect(self._give_up)
        self.setFocusProxy(self.shelf)
        self.shelf.recolour()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the program."""
        self.shelf.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.shelf.recolour()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, 480)

    # Without the pointer

    def put(self, what: str) -> None:
        """Put a "stage", "step", "lane", "card", "kpi", "emotion" or "persona" where it belongs, in one undo step.

        A card is of the kind of the current lane, else a customer action. Raises ValueError for anything else.
        """
        kind = Kind(what)
        self.put_thing(Thing(kind, self._role() if kind is Kind.CARD else _ROLES.get(kind, Role.OTHER)))

    def put_thing(self, thing: Thing) -> None:
        """Put this very thing where it belongs."""
        self._canvas.writing.commit()
        gesture = making(self._session, thing)
        gesture.at_once()
        self._tell(gesture.keys)

    def _role(self) -> Role:
        lane = self._session.document.get(Lane, current_lane(self._session) or self._session.current)
        return lane.role if lane is not None and lane.role is not Role.EMOTION else Role.CUSTOMER_ACTIONS

    # By the pointer

    def _take(self, thing: Thing) -> None:
        self._gesture = making(self._session, thing)
        self._canvas.hand.carry(self._gesture)

    def _carry(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._canvas.hand.carry_to(self._canvas.viewport().mapFromGlobal(point), keys)

    def _let_go(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        gesture, self._gesture = self._gesture, None
        self._canvas.hand.let_go(self._canvas.viewport().mapFromGlobal(point), keys)
        if gesture is not None:
            self._tell(gesture.keys)

    def _give_up(self) -> None:
        self._gesture = None
        self._canvas.hand.cancel()

    def _tell(self, keys: tuple[Id, ...]) -> None:
        if keys:
            self._canvas.reveal(keys)
            self.made.emit(keys)


_ROLES = {Kind.KPI: Role.KPIS, Kind.EMOTION: Role.EMOTION}

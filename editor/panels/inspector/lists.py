"""Lists of records in a form: the personas and KPIs of the map, and the cards a KPI tells about."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.panels.inspector.editor import Editor
from editor.panels.inspector.names import name_of
from editor.panels.inspector.typed import say
from editor.panels.inspector.ways import Ways
from editor.session import Operation, Session
from model.document import Document
from model.records import Card, Id, Record


class Among(Editor):
    """Some records of the map, each a way to it, and a button that adds one and goes there.

    `step` names the adding, in room `steps` and as the words on the button.
    """

    def __init__(
        self,
        records: Callable[[Document], Sequence[Record]],
        step: str,
        add: Operation,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._records, self._step, self._add = records, step, add
        self.button = QPushButton(icon("plus"), "", self)
        self.ways = Ways(self.button, self)
        self.ways.followed.connect(self._go)
        self.button.clicked.connect(self._add_one)
        _below_each_other(self, self.ways, self.button)
        self.setFocusProxy(self.button)

    def show_value(self) -> None:
        document = self.session.document
        self.ways.show_ways([(record.id, name_of(document, record.id)) for record in self._records(document)])

    def retranslate(self) -> None:
        super().retranslate()
        self.button.setText(say(self._step))

    def _go(self, key: Id) -> None:
        self.session.select([key])

    def _add_one(self) -> None:
        change = self.session.do(self._step, self._add)
        if change:
            self.session.select(change.added)


class Watched(Editor):
    """The cards a KPI tells about: ways to them, and a line that finds another one by what it says."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.line = QLineEdit(self)
        self.ways = Ways(self.line, self, droppable=True)
        self.ways.followed.connect(self._go)
        self.ways.dropped.connect(self._drop)
        self._cards = _Cards(session, self)
        completer = QCompleter(self._cards, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._look_around)
        _below_each_other(self, self.ways, self.line)
        self.setFocusProxy(self.line)

    def show_value(self) -> None:
        document = self.session.document
        self.ways.show_ways([(key, name_of(document, key)) for key in self.value])

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setPlaceholderText(say("watch"))

    def set_name(self, name: str) -> None:
        self.line.setAccessibleName(name)

    def _look_around(self) -> None:
        self._cards.look_around(without=self.value)

    def _choose(self, index: Any) -> None:
        key = index.data(Qt.ItemDataRole.UserRole)
        # Later: Qt has yet to put in the line what was chosen.
        QTimer.singleShot(0, self.line.clear)
        self.entered.emit((*self.value, key))

    def _drop(self, key: Id) -> None:
        self.entered.emit(tuple(other for other in self.value if other != key))

    def _go(self, key: Id) -> None:
        self.session.select([key])


class _Cards(QAbstractListModel):
    """The cards with words on them: what they say, and under UserRole their ids."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._cards: list[tuple[str, Id]] = []

    def look_around(self, without: Sequence[Id]) -> None:
        """Take the cards as they are now."""
        cards = self._session.document.table(Card).values()
        found = [(plain.one_line(card.text), card.id) for card in cards if card.text and card.id not in without]
        if found != self._cards:
            self.beginResetModel()
            self._cards = found
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text, key = self._cards[index.row()]
        return {Qt.ItemDataRole.DisplayRole: text, Qt.ItemDataRole.EditRole: text, Qt.ItemDataRole.UserRole: key}.get(
            Qt.ItemDataRole(role)
        )


def _below_each_other(editor: Editor, *widgets: QWidget) -> None:
    layout = QVBoxLayout(editor)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for widget in widgets:
        layout.addWidget(widget)

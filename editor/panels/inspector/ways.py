"""Buttons that lead from one record to another."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.panels.inspector.editor import SEVERAL, Editor
from editor.panels.inspector.focus import come_before
from editor.panels.inspector.names import name_of
from editor.panels.inspector.typed import say
from editor.session import Session
from model.records import Id

_AROUND = 34  # pixels a button needs beside its words, for its icon and its edges


class Way(QPushButton):
    """Leads to a record; its name is cut where the panel is narrow, and stands in full in the tooltip."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._key: Id | None = None
        self.setIcon(icon("chevron-right"))
        self.setStyleSheet("text-align: left; padding: 3px 6px;")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)  # Enter follows it, as it does a link
        self.clicked.connect(self._follow)

    def lead_to(self, key: Id | None, name: str) -> None:
        """Lead to this record from now on."""
        self._key, self._name = key, plain.one_line(name)
        self.setEnabled(key is not None)
        self.setToolTip(plain.tooltip(name))
        self.setAccessibleName(self._name)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(_AROUND, super().minimumSizeHint().height())

    def _cut(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(
            self._name, Qt.TextElideMode.ElideRight, max(0, self.width() - _AROUND)
        )
        self.setText(plain.menu_text(shown))

    def _follow(self) -> None:
        if self._key is not None:
            self.followed.emit(self._key)


class Ways(QWidget):
    """One way below the other, ahead of `follower` for Tab; with `droppable` each has a button that drops it."""

    followed = Signal(str)
    dropped = Signal(str)

    def __init__(self, follower: QWidget, parent: QWidget | None = None, *, droppable: bool = False) -> None:
        super().__init__(parent)
        self._follower = follower
        self._droppable = droppable
        self.rows: list[WayRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def show_ways(self, ways: Sequence[tuple[Id, str]]) -> None:
        """Lead to these records, called so."""
        while len(self.rows) < len(ways):
            self._add_row()
        for row, (key, name) in zip(self.rows, ways, strict=False):
            row.lead_to(key, name)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(ways))

    def _add_row(self) -> None:
        row = WayRow(self._droppable, self)
        row.way.followed.connect(self.followed)
        row.dropped.connect(self.dropped)
        self.rows.append(row)
        self._layout.addWidget(row)
        come_before(self._follower, row.way, *([row.drop] if row.drop is not None else []))


class WayRow(QWidget):
    """A way and, if it can be dropped, the button for that."""

    dropped = Signal(str)

    def __init__(self, droppable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._key: Id = ""
        self.way = Way(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.way, 1)
        self.drop = remove_button(self) if droppable else None
        if self.drop is not None:
            self.drop.clicked.connect(self._ask)
            layout.addWidget(self.drop)

    def lead_to(self, key: Id, name: str) -> None:
        self._key = key
        self.way.lead_to(key, name)
        if self.drop is not None:
            name_button(self.drop, say("remove.named", name=plain.one_line(name)))

    def _ask(self) -> None:
        self.dropped.emit(self._key)


class Jump(Editor):
    """The record that a member refers to, as a way to it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.way = Way(self)
        self.way.followed.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.way)
        self.setFocusProxy(self.way)

    def show_value(self) -> None:
        key = None if self.value is SEVERAL else self.value
        self.way.lead_to(key, say("several") if self.value is SEVERAL else name_of(self.session.document, key))

    def _go(self, key: Id) -> None:
        self.session.select([key])


def remove_button(parent: QWidget) -> QToolButton:
    """A small button with a cross, not yet named."""
    button = QToolButton(parent)
    button.setIcon(icon("x"))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def name_button(button: QToolButton, name: str) -> None:
    """Say what a button without words does."""
    button.setAccessibleName(name)
    button.setToolTip(plain.tooltip(name))

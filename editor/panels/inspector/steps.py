"""Fields with buttons for one step more or less: votes, the place in an order, and single things to do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.panels.inspector.editor import SEVERAL, Editor
from editor.panels.inspector.measured import Whole
from editor.panels.inspector.typed import say
from editor.panels.inspector.ways import name_button
from editor.session import Session
from model.document import Document
from model.records import Record


class Count(Whole):
    """A whole number from 0, with a button for one less and one for one more."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.less, self.more = _button("minus", self), _button("plus", self)
        self.less.clicked.connect(self._take_one)
        self.more.clicked.connect(self._give_one)
        row = QHBoxLayout()
        row.setSpacing(4)
        for widget in (self.less, self.line, self.more):
            row.addWidget(widget)
        QWidget.setTabOrder(self.line, self.less)
        QWidget.setTabOrder(self.less, self.more)
        self.layout().addLayout(row)  # type: ignore[union-attr]  # Typed gave it one

    def read(self, text: str) -> int:
        return super().read(text) or 0

    def show_value(self) -> None:
        super().show_value()
        known = self.value is not SEVERAL
        self.more.setEnabled(known)
        self.less.setEnabled(known and self.value > 0)

    def retranslate(self) -> None:
        super().retranslate()
        name_button(self.less, say("one_less"))
        name_button(self.more, say("one_more"))

    def _take_one(self) -> None:
        self._count(-1)

    def _give_one(self) -> None:
        self._count(1)

    def _count(self, by: int) -> None:
        """What is typed counts first; where it means nothing, it stays to be looked at."""
        self.commit()
        if not self.pending:
            self.entered.emit(self.value + by)


class Place(Editor):
    """The place of a record among its like, moved up and down. `entered` carries the index among the others."""

    def __init__(
        self, among: Callable[[Document], Sequence[Record]], session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._among = among
        self.place = plain.label("", self)
        self.up, self.down = _button("arrow-up", self), _button("arrow-down", self)
        self.up.clicked.connect(self._raise)
        self.down.clicked.connect(self._lower)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.up, self.down, self.place):
            row.addWidget(widget)
        row.addStretch(1)
        self.setFocusProxy(self.down)

    @property
    def index(self) -> int:
        """How many stand ahead of it."""
        return [record.id for record in self._among(self.session.document)].index(self.ids[0])

    def show_value(self) -> None:
        count = len(self._among(self.session.document))
        self.up.setEnabled(self.index > 0)
        self.down.setEnabled(self.index + 1 < count)
        self.place.setText(say("place", number=self.index + 1, count=count))

    def retranslate(self) -> None:
        if self.ids:
            super().retranslate()
        name_button(self.up, say("up"))
        name_button(self.down, say("down"))

    def _raise(self) -> None:
        self.entered.emit(self.index - 1)

    def _lower(self) -> None:
        self.entered.emit(self.index + 1)


class Press(Editor):
    """A button for something to be done; `entered` carries nothing. `key`: its words in room `inspector`."""

    def __init__(self, key: str, sign: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._key = key
        self.button = QPushButton(icon(sign), "", self)
        self.button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)

    def show_value(self) -> None:
        """There is none."""

    def retranslate(self) -> None:
        self.button.setText(say(self._key))
        self.button.setToolTip(plain.tooltip(say(f"{self._key}.tip")))

    def _press(self) -> None:
        self.entered.emit(None)


def _button(sign: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icon(sign))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button

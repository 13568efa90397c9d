"""Fields of text: one line, one line with suggestions from the map, several lines, a list of lines."""

from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QStringListModel, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from editor import plain, wrapping
from editor.panels.inspector.typed import Typed
from editor.session import Session
from model.records import Card


class Line(Typed):
    """One line of text. Enter commits, and so does leaving."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(plain.ENDLESS)
        super().__init__(self.line, session, parent)
        self.line.returnPressed.connect(self.commit)

    @property
    def typed(self) -> str:
        return self.line.text()

    def put(self, text: str) -> None:
        self.line.setText(text)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)

    def hint(self, text: str) -> None:
        self.line.setPlaceholderText(text)


class Completing(Line):
    """A line that suggests what cards of the map already say in a member."""

    def __init__(self, member: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._member = member
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._choose)
        self.line.setCompleter(completer)
        self.keys.came.connect(self._look_around)

    def _look_around(self) -> None:
        if self.pending:
            return  # a list of suggestions has closed: what is half typed is none of them
        cards = self.session.document.table(Card).values()
        self._known.setStringList(sorted({getattr(card, self._member) for card in cards} - {""}, key=str.casefold))

    def _choose(self, text: str) -> None:
        self.line.setText(text)
        self.commit()


class Lines(Typed):
    """Text of several lines, as tall as it needs to be within bounds. Enter begins a line, Ctrl+Enter commits."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.text = _Pane()
        super().__init__(self.text, session, parent)

    @property
    def typed(self) -> str:
        # toPlainText() would make a space of each no-break space.
        return self.text.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def put(self, text: str) -> None:
        wrapping.put(self.text, text)

    def hint(self, text: str) -> None:
        self.text.setPlaceholderText(text)


class Listed(Lines):
    """Several texts, one a line."""

    def written(self, value: Any) -> str:
        return "\n".join(value)

    def read(self, text: str) -> Any:
        return tuple(line.strip() for line in text.split("\n") if line.strip())


class _Pane(QPlainTextEdit):
    """As tall as its text, between two lines and nine; Tab leaves it."""

    FEWEST, MOST = 2, 9

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        self._grow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        wrapping.expect(self, source.text())
        super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _grow(self) -> None:
        count = self._lines()
        scroll = Qt.ScrollBarPolicy.ScrollBarAsNeeded if count > self.MOST else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scroll)
        around = 2 * (self.frameWidth() + self.document().documentMargin())
        shown = max(self.FEWEST, min(count, self.MOST))
        self.setFixedHeight(ceil(shown * QFontMetricsF(self.font()).lineSpacing() + around))

    def _lines(self) -> int:
        """How many lines there are, those past the tallest not counted. Qt breaks only what it shows, unless asked."""
        layout, block, count = self.document().documentLayout(), self.document().firstBlock(), 0
        while block.isValid() and count <= self.MOST:
            layout.blockBoundingRect(block)
            count += max(1, block.layout().lineCount())
            block = block.next()
        return count

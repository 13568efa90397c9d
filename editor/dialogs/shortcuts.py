"""The sheet of shortcuts: every key and gesture side by side, large enough to be shown to a room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.dialogs.keys import Group, Line, groups
from editor.plain import label
from editor.speech import Speech

_say = Speech("shortcuts")

_COLUMNS = 3
_COLUMN = 350  # pixels that a column needs
_SIZE = QSize(1180, 680)
_LARGER, _TITLE = 1.1, 1.25  # times the window's type
_INSET = 2  # pixels of frame above the words of a key
_KEYS = "QLabel { border: 1px solid palette(mid); border-radius: 4px; padding: 1px 7px; background: palette(base); }"
_TITLE_LINES = 2  # a group's title takes the room of so many lines
_SIGNS = 40  # that have room in a line


class Shortcuts(QDialog):
    """What is typed into the field at the top leaves only the lines that speak of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns_shown = 0
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self._sheet = QScrollArea()
        self._sheet.setWidgetResizable(True)
        self._sheet.setFrameShape(QFrame.Shape.NoFrame)
        self._sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        for part in (self.search, self._sheet, self._buttons):
            column.addWidget(part)
        self.retranslate()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() * 0.95))
        self.search.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(_say("title"))
        self.search.setPlaceholderText(_say("search"))
        self.search.setAccessibleName(_say("search"))
        self._sheet.setAccessibleName(_say("title"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns_shown != self._room:
            self._fill()

    @property
    def _room(self) -> int:
        """The columns there is room for."""
        return min(max(self._sheet.width() // _COLUMN, 1), _COLUMNS)

    def _fill(self) -> None:
        self._columns_shown = self._room
        found = [group.speaking_of(self.search.text()) for group in groups()]
        found = [group for group in found if group.lines]
        self._sheet.setWidget(self._columns(found) if found else self._nothing())

    def _columns(self, found: Sequence[Group]) -> QWidget:
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(36)
        for part in in_columns(found, self._columns_shown):
            column = QVBoxLayout()
            column.setSpacing(22)
            for group in part:
                column.addLayout(self._group(group))
            column.addStretch(1)
            row.addLayout(column, 1)
        return sheet

    def _group(self, group: Group) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(6)
        title = label(group.title)
        title.setFont(self._font(_TITLE, bold=True))
        lines.addWidget(title)
        for line in group.lines:
            lines.addLayout(self._line(line))
        return lines

    def _line(self, line: Line) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._words(line.words), 1)
        row.addWidget(self._keys(line.keys), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _words(self, words: str) -> QLabel:
        shown = label(words, wrap=True)
        shown.setFont(self._font(_LARGER))
        shown.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        shown.setContentsMargins(0, _INSET, 0, 0)
        return shown

    def _keys(self, keys: str) -> QLabel:
        shown = label(keys)
        shown.setFont(self._font(_LARGER))
        shown.setStyleSheet(_KEYS)
        return shown

    def _nothing(self) -> QLabel:
        shown = self._words(_say("nothing"))
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return shown

    def _font(self, larger: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * larger)
        font.setBold(bold)
        return font


def in_columns(found: Sequence[Group], count: int) -> list[list[Group]]:
    """The groups in their order, in at most so many columns, the tallest of them as short as can be."""
    tall = [_TITLE_LINES + sum(map(_height, group.lines)) for group in found]
    limits = range(max(tall, default=0), sum(tall) + 1)
    return next((columns for most in limits if len(columns := _filled(found, tall, most)) <= count), [])


def _filled(found: Sequence[Group], tall: Sequence[int], most: int) -> list[list[Group]]:
    """Columns of at most so many lines, each as full as the next group lets it be."""
    columns: list[list[Group]] = []
    room = 0
    for group, lines in zip(found, tall, strict=True):
        if lines > room:
            columns.append([])
            room = most
        columns[-1].append(group)
        room -= lines
    return columns


def _height(line: Line) -> int:
    """How many lines of a column it takes, about."""
    return 1 + len(line.words + line.keys) // _SIGNS

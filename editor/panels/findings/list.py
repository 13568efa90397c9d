"""The list of findings: whole sentences, as many lines as they need."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from editor.panels.findings.model import FindingsModel, Section
from editor.panels.rows import Index

MANY = 300
"""Findings beyond which a section is closed until somebody opens it: nobody reads so many, and Qt goes through all."""

INDENT, MARGIN, ROOM = 14, 4, 5
"""Pixels before a finding, at both ends of its words, above and below them."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Sentence(QStyledItemDelegate):
    """A row as tall as its words: Qt itself forgets the icon and the indent when it measures them."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if not index.parent().isValid():
            option.font.setBold(True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        taken = 2 * INDENT + option.decorationSize.width() + 4 * MARGIN if index.parent().isValid() else INDENT
        width = max(self._view.viewport().width() - taken, 60)
        words = option.fontMetrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, option.text)
        return QSize(width, max(words.height(), option.decorationSize.height()) + 2 * ROOM)


class FindingsList(QTreeView):
    """`chosen`: a finding was clicked, or Enter pressed on it. The other two are keys on a finding."""

    chosen = Signal()
    fix_asked = Signal()
    ignore_asked = Signal()

    def __init__(self, rows: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._closed: set[Section] = {Section.IGNORED}
        self._dress()
        self.setModel(rows)
        rows.rowsInserted.connect(self._open)
        self.collapsed.connect(self._note_closed)
        self.expanded.connect(self._note_open)
        self.clicked.connect(self._choose)

    def _dress(self) -> None:
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setIndentation(INDENT)
        self.setItemDelegate(_Sentence(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _section(self, index: Index) -> Section | None:
        key = self._rows.key_at(index)
        return key if isinstance(key, Section) else None

    def _open(self, above: QModelIndex, first: int, last: int) -> None:
        for at in range(first, last + 1):
            index = self._rows.index(at, 0, above)
            section = self._section(index)
            if section is not None and section not in self._closed and self._rows.count(section) <= MANY:
                self.expand(index)

    def _note_closed(self, index: QModelIndex) -> None:
        if (section := self._section(index)) is not None:
            self._closed.add(section)

    def _note_open(self, index: QModelIndex) -> None:
        if (section := self._section(index)) is not None:
            self._closed.discard(section)

    def _choose(self, index: QModelIndex) -> None:
        if self._rows.finding(index) is not None:
            self.chosen.emit()
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def event(self, event: QEvent) -> bool:
        # The window has commands with these keys, which would change the map.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._means(event):
            event.accept()
            return True
        return super().event(event)

    def _means(self, event: QKeyEvent) -> str:
        """What a key asks for where the list stands: to "fix" or to "ignore" the finding; nothing for any other."""
        if self._rows.finding(self.currentIndex()) is None:
            return ""
        if event.key() == Qt.Key.Key_Delete:
            return "ignore"
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return "fix" if event.key() in _ENTER and held else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = self._means(event)
        if meant == "fix":
            self.fix_asked.emit()
        elif meant == "ignore":
            self.ignore_asked.emit()
        elif event.key() in _ENTER:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

"""The list of what differs between two maps: sentences under the stages and other parts of the map they are about."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelection, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.signs import sign
from editor.speech import language
from editor.tasks.line import plain
from model.compare.difference import Difference
from model.compare.sentences import Sentences
from model.document import Document

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ICON = 16  # pixels
_AT_ONCE = 200  # rows that come when the list is opened, and whenever its end is reached


class Rows(QAbstractListModel):
    """A heading is a row that cannot be chosen. Rows come as one scrolls: Qt measures all there are before it shows the
    first, and who looks for one difference among ten thousand does not read the list."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._rows: list[Difference | str] = []
        self._shown = 0
        self._sentences: Sentences | None = None
        self._said: dict[int, str] = {}

    def fill(self, before: Document, after: Document, differences: Sequence[Difference]) -> None:
        """Other differences, between these two maps."""
        self.beginResetModel()
        self._sentences = Sentences(before, after, language())
        self._rows, self._said = [*_under_headings(differences, self._sentences)], {}
        self._shown = min(_AT_ONCE, len(self._rows))
        self.endResetModel()

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._shown < len(self._rows)

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002  a list has one level
        more = min(self._shown + _AT_ONCE, len(self._rows))
        self.beginInsertRows(_NOWHERE, self._shown, more - 1)
        self._shown = more
        self.endInsertRows()

    def difference(self, index: Index) -> Difference | None:
        """What a row is about; None for a heading."""
        row = self._rows[index.row()] if index.isValid() else ""
        return row if isinstance(row, Difference) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._shown

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.difference(index) is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        difference = self.difference(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index.row())
        if difference is not None:
            return sign(difference.sort.value) if role == Qt.ItemDataRole.DecorationRole else None
        return self._dress(role)

    def _words(self, row: int) -> str:
        if row not in self._said:
            self._said[row] = self._put(self._rows[row])
        return self._said[row]

    def _put(self, row: Difference | str) -> str:
        assert self._sentences is not None  # there are no rows without it
        return plain(row if isinstance(row, str) else self._sentences.sentence(row))

    def _dress(self, role: int) -> Any:
        """A heading is bold, and as dark as what stands under it though nobody can choose it."""
        view = self.parent()
        assert isinstance(view, QListView)
        if role == Qt.ItemDataRole.ForegroundRole:
            return view.palette().brush(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont(view.font())
            font.setBold(True)
            return font
        return None


class Measured(QStyledItemDelegate):
    """Keeps how much room a row takes: Qt asks for all of them again whenever some come."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._known: dict[tuple[int, int], QSize] = {}
        rows.modelReset.connect(self._known.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        key = index.row(), option.rect.width()
        if key not in self._known:
            self._known[key] = super().sizeHint(option, index)
        return self._known[key]


class Differing(QListView):
    """Chosen with the arrow keys or the mouse."""

    pointed = Signal(object)
    """The Difference that is chosen now; None for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(Measured(self.rows))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(1)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        chosen = self.selectedIndexes()
        self.pointed.emit(self.rows.difference(chosen[0]) if chosen else None)


def _under_headings(differences: Sequence[Difference], sentences: Sentences) -> Iterator[Difference | str]:
    """Each part of the map once; a part of two stages that are called the same has two headings."""
    for _, group in groupby(differences, lambda each: (each.place.section, each.place.stage)):
        alike = [*group]
        heading = sentences.heading(alike[0])
        yield heading[:1].upper() + heading[1:]
        yield from alike

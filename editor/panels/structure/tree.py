"""The tree itself: its keys, the selection both ways, and how it follows the map."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeView,
    QWidget,
)

from editor.panels.rows import Index
from editor.panels.structure.lane_menu import LaneMenu
from editor.panels.structure.model import StructureModel
from editor.panels.structure.names import say
from editor.panels.structure.opening import Opening
from editor.panels.structure.outline import Key
from editor.session import Session
from model.change import Change
from model.records import Id

MANY = 300
"""Records beyond which only those rows show as selected that were read before: reading them all would take too long."""

_Flag = QItemSelectionModel.SelectionFlag
_WRITE = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOLD = Qt.Modifier.SHIFT | Qt.Key.Key_Space


class Tree(QTreeView):
    """The map's stages, steps, cards and all else as rows. `write_asked` carries the record to be written."""

    write_asked = Signal(str)
    delete_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = StructureModel(session, self)
        self._busy = False
        self._shown: Key | None = None
        self._dress()
        self.setModel(self._rows)
        self._opening = Opening(self, self._rows)
        self.selectionModel().selectionChanged.connect(self._take_selection)
        self.doubleClicked.connect(self._write_or_open)
        session.selection_changed.connect(self.show_selection)
        session.changed.connect(self.follow)
        session.replaced.connect(self._start_over)
        self._start_over()
        self.retranslate()

    def _dress(self) -> None:
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def retranslate(self) -> None:
        """Say everything in the language of the program."""
        self.setAccessibleName(say("tree"))
        self.setAccessibleDescription(say("tree.help"))
        self.viewport().update()

    @property
    def found(self) -> frozenset[Id]:
        """What has the words that were looked for."""
        return self._rows.found

    @property
    def hits(self) -> tuple[Id, ...]:
        """The same, as one meets it walking down the tree."""
        return self._rows.hits

    def index_for(self, key: Key) -> Index:
        """Where a key stands; invalid for what is not shown."""
        return self._rows.find(key)

    def look_for(self, wanted: str) -> None:
        """Show only what has these words, all of it open as far as that is not too much."""
        with self._by_itself():
            self._rows.look_for(wanted)
            self._open_hits()
            self._opening.restore(self._session.document)
        self.show_selection()

    def _open_hits(self) -> None:
        if 0 < len(self.found) <= MANY:
            self.expandAll()

    @contextmanager
    def _by_itself(self) -> Iterator[None]:
        """What the tree does meanwhile, selecting or opening, is nobody's wish."""
        before, self._busy, self._opening.noting = self._busy, True, False
        try:
            yield
        finally:
            self._busy, self._opening.noting = before, not before

    # The selection

    def _take_selection(self, newly: QItemSelection) -> None:
        if self._busy:
            return
        keys = [self._rows.key_at(index) for index in self.selectionModel().selectedRows()]
        last = {self._rows.key_at(index) for index in newly.indexes()}
        with self._by_itself():
            if len(keys) == 1 and isinstance(keys[0], tuple):
                step, lane = keys[0]
                self._session.stand_in((lane, step))
            else:
                records = (key for key in keys if isinstance(key, str))
                self._session.select(sorted(records, key=lambda key: key in last))

    def show_selection(self) -> None:
        """Select what the session has selected, and bring the current one into sight when it is another one."""
        if self._busy:
            return
        keys = self._selected_keys()
        current = keys[-1] if keys else None
        with self._by_itself():
            self._select(keys)
            if current is not None and current != self._shown:
                self._bring_into_sight(current)
        self._shown = current

    def _selected_keys(self) -> tuple[Key, ...]:
        if self._session.cell is not None and not self._session.selection:
            lane, step = self._session.cell
            return ((step, lane),)
        return self._session.selection

    def _select(self, keys: tuple[Key, ...]) -> None:
        if len(keys) <= MANY:
            for key in keys:
                self._rows.find(key)
        chosen = QItemSelection()
        for first, last in self._rows.stretches(keys):
            chosen.append(QItemSelectionRange(first, last))
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def _bring_into_sight(self, key: Key) -> None:
        if (index := self._rows.find(key)).isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.scrollTo(index)

    # Following

    def follow(self, change: Change) -> None:
        """Show the map as it is after a change that it has just made."""
        with self._by_itself():
            self._rows.follow_change(change)
            self._opening.forget(change.removed)
            self._open_hits()
        self.show_selection()
        # The words of a row may hang on records elsewhere: numbers of steps, titles of lanes.
        self.viewport().update()

    def _start_over(self) -> None:
        with self._by_itself():
            self._rows.start_over()
            self._opening.begin(self._session.document)
        self._shown = None
        self.show_selection()

    # Keys and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lane = self._rows.lane_at(self.currentIndex())
        if event.key() in _WRITE:
            self._write_or_open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self._session.selection:
            self.delete_asked.emit()
        elif lane is not None and event.keyCombination() == _FOLD:
            self._rows.turn(lane, "folded")
        else:
            super().keyPressEvent(event)

    def _write_or_open(self, index: QModelIndex) -> None:
        record = self._rows.record(index)
        if record is not None:
            self.write_asked.emit(record.id)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """On a lane: the two things that can be turned here."""
        lane = self._rows.lane_at(self.currentIndex())
        if lane is None:
            super().contextMenuEvent(event)
            return
        LaneMenu(lane, self._rows.turn, self).popup(event.globalPos())

"""Which rows of the tree stand open: remembered by what they show, so that it lasts while rows come, go and move."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView

from editor.panels.rows import Index
from editor.panels.structure.model import StructureModel
from editor.panels.structure.outline import Key, way_to
from model.document import Document
from model.records import Step

AT_FIRST = 12
"""Stages up to which a map is shown with all of them open."""


class Opening:
    """`noting`: whether opening and closing is somebody's wish just now, and to be remembered."""

    def __init__(self, view: QTreeView, rows: StructureModel) -> None:
        self._view, self._rows = view, rows
        self._open: set[Key] = set()
        self.noting = True
        view.expanded.connect(self._opened)
        view.collapsed.connect(self._closed)
        rows.rowsInserted.connect(self._came)

    def begin(self, document: Document) -> None:
        """Open what a map is first shown with."""
        self._open = {stage.id for stage in document.stages} if len(document.stages) <= AT_FIRST else set()
        self.restore(document)

    def restore(self, document: Document) -> None:
        """Open what was open, in a tree that was read anew."""
        ways = [way_to(document, key) for key in self._open]
        for way in sorted(ways, key=len):
            if way and (index := self._rows.find(way[-1])).isValid():
                self._view.expand(index)

    def forget(self, keys: Iterable[Key]) -> None:
        """Remember nothing of what is gone."""
        self._open.difference_update(keys)

    def _opened(self, index: QModelIndex) -> None:
        key = self._rows.key_at(index)
        if self.noting and key is not None:
            self._open.add(key)
        if isinstance(self._rows.record(index), Step):
            self._open_cells(index)

    def _open_cells(self, step: Index) -> None:
        """A step opens with its lanes: one press of a key from the step to its cards."""
        for at in range(self._rows.rowCount(step)):
            self._view.expand(self._rows.index(at, 0, step))

    def _closed(self, index: QModelIndex) -> None:
        if self.noting and (key := self._rows.key_at(index)) is not None:
            self._open.discard(key)

    def _came(self, above: QModelIndex, first: int, last: int) -> None:
        """What was open and comes to stand elsewhere opens there as well, and so does a new lane of an open step."""
        for at in range(first, last + 1):
            index = self._rows.index(at, 0, above)
            key = self._rows.key_at(index)
            if key in self._open or (isinstance(key, tuple) and self._view.isExpanded(above)):
                self._view.expand(index)

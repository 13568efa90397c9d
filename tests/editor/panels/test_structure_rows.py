"""Rows that are read as far as one looks: they follow any change, and end where a new tree would begin."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from editor.panels.rows import Index, Rows

KEYS = st.lists(st.integers(1, 12), unique=True, max_size=12)


class Shelf(Rows[int]):
    """Numbers below 0, as a list says; below each nothing."""

    def __init__(self, keys: list[int]) -> None:
        self.keys = keys
        super().__init__(0)

    def keys_below(self, key: int) -> list[int]:
        return self.keys if key == 0 else []

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.key_at(index) if role == Qt.ItemDataRole.DisplayRole else None


def read(rows: Rows[int], above: QModelIndex | None = None) -> list[int | None]:
    at = above if above is not None else QModelIndex()
    return [rows.key_at(rows.index(row, 0, at)) for row in range(rows.rowCount(at))]


@given(KEYS, KEYS)
def test_rows_become_what_they_should_be_step_by_step(before: list[int], after: list[int]) -> None:
    shelf = Shelf(before)
    watch = QAbstractItemModelTester(shelf, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert read(shelf) == before
    shelf.keys = after
    shelf.follow([0])
    assert read(shelf) == after
    del watch


@given(KEYS, KEYS)
def test_what_stays_keeps_its_index(before: list[int], after: list[int]) -> None:
    shelf = Shelf(before)
    kept = {key: QPersistentModelIndex(shelf.index(at, 0)) for at, key in enumerate(before)}
    shelf.keys = after
    shelf.follow([0])
    assert {key for key, index in kept.items() if index.isValid()} == set(before) & set(after)
    assert all(shelf.key_at(index) == key for key, index in kept.items() if index.isValid())


def test_an_index_kept_too_long_leads_nowhere() -> None:
    shelf = Shelf([1, 2])
    old = shelf.index(1, 0)
    shelf.keys = [1]
    shelf.follow([0])
    assert shelf.key_at(old) is None
    assert not shelf.parent(old).isValid()


def test_a_row_first_known_to_be_empty_shows_what_comes_later() -> None:
    shelf = Shelf([])
    assert not shelf.hasChildren()
    came: list[tuple[int, int]] = []
    shelf.rowsInserted.connect(lambda _, first, last: came.append((first, last)))
    shelf.keys = [5, 6]
    shelf.follow([0])
    assert came == [(0, 1)]
    assert shelf.hasChildren()

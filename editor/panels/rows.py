"""A tree of keys that is read only as far as somebody looks, and follows what it shows without starting over."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import count
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

K = TypeVar("K", bound=Hashable)
Index = QModelIndex | QPersistentModelIndex


class Row(Generic[K]):
    """A key in the tree. `below`: None as long as nobody asked what is below it."""

    __slots__ = ("above", "at", "below", "key", "number")

    def __init__(self, key: K, above: "Row[K] | None", at: int, number: int) -> None:
        self.key, self.above, self.at, self.number = key, above, at, number
        self.below: list[Row[K]] | None = None


class Rows(QAbstractItemModel, Generic[K]):
    """What is below each key is said by `keys_below`; a key stands in one place only.

    Qt holds numbers of rows and never rows, so that an index somebody kept too long leads nowhere.
    """

    def __init__(self, root: K, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count()
        self._rows: dict[int, Row[K]] = {}
        self._by_key: dict[K, Row[K]] = {}
        self._root = self._row(root, None, 0)

    def keys_below(self, key: K) -> Sequence[K]:
        """What stands below a key, from top to bottom."""
        raise NotImplementedError

    def has_below(self, key: K) -> bool:
        """Whether anything stands below a key; to be told without looking for all of it, where that is quicker."""
        return bool(self.keys_below(key))

    # Finding

    def key_at(self, index: Index) -> K | None:
        """The key an index stands for."""
        row = self._rows.get(index.internalId()) if index.isValid() else None
        return row.key if row is not None else None

    def index_of(self, key: K) -> QModelIndex:
        """Where a key stands, as far as the tree was read; an invalid index for what was not."""
        row = self._by_key.get(key)
        return self._index(row) if row is not None else QModelIndex()

    def look_below(self, key: K) -> None:
        """Read what is below a key that was read itself."""
        row = self._by_key.get(key)
        if row is not None:
            self._below(row)

    def stretches(self, keys: Iterable[K]) -> Iterator[tuple[QModelIndex, QModelIndex]]:
        """First and last of the rows that stand for these keys and follow each other; without those not read yet."""
        places: dict[int, list[int]] = {}
        for row in (self._by_key.get(key) for key in keys):
            if row is not None and row.above is not None:
                places.setdefault(row.above.number, []).append(row.at)
        for above, at in places.items():
            below = self._rows[above].below or []
            for first, last in _runs(sorted(at)):
                yield self._index(below[first]), self._index(below[last])

    # Following

    def start_over(self) -> None:
        """Forget everything that was read."""
        self.beginResetModel()
        self._rows.clear()
        self._by_key.clear()
        self._root = self._row(self._root.key, None, 0)
        self.endResetModel()

    def follow(self, keys: Iterable[K]) -> None:
        """Look again at what is below these keys, those further up first."""
        for key in keys:
            row = self._by_key.get(key)
            if row is not None:
                self._follow(row)

    def follow_all(self) -> None:
        """Look again at everything that was read."""
        waiting = [self._root]
        for row in waiting:
            self._follow(row)
            waiting += row.below or ()

    def show_again(self, keys: Iterable[K]) -> None:
        """Tell the views that these rows look different."""
        for key in keys:
            if (index := self.index_of(key)).isValid():
                self.dataChanged.emit(index, index)

    def _follow(self, row: Row[K]) -> None:
        if row.below is None:
            if not self.has_below(row.key):
                self.layoutAboutToBeChanged.emit()
                row.below = []
                self.layoutChanged.emit()
            return
        wanted = list(self.keys_below(row.key))
        self._take_out(row, row.below, frozenset(wanted))
        self._put_in(row, row.below, wanted)

    def _take_out(self, row: Row[K], below: list[Row[K]], wanted: frozenset[K]) -> None:
        gone = [at for at, each in enumerate(below) if each.key not in wanted]
        for first, last in reversed(list(_runs(gone))):
            self.beginRemoveRows(self._index(row), first, last)
            for each in below[first : last + 1]:
                self._drop(each)
            del below[first : last + 1]
            _number(below)
            self.endRemoveRows()

    def _put_in(self, row: Row[K], below: list[Row[K]], wanted: list[K]) -> None:
        there = {each.key for each in below}
        at = 0
        while at < len(wanted):
            if at < len(below) and below[at].key == wanted[at]:
                at += 1
            elif wanted[at] in there:
                self._move(row, below, wanted[at], at)
                at += 1
            else:
                at = self._insert(row, below, wanted, at, there)

    def _move(self, row: Row[K], below: list[Row[K]], key: K, to: int) -> None:
        at = next(each.at for each in below[to:] if each.key == key)
        above = self._index(row)
        self.beginMoveRows(above, at, at, above, to)
        below.insert(to, below.pop(at))
        _number(below)
        self.endMoveRows()

    def _insert(self, row: Row[K], below: list[Row[K]], wanted: list[K], at: int, there: set[K]) -> int:
        """Put in the new keys from `at` on, as many as stand together; returns the place behind them."""
        end = next((end for end in range(at, len(wanted)) if wanted[end] in there), len(wanted))
        self.beginInsertRows(self._index(row), at, end - 1)
        below[at:at] = [self._row(key, row, place) for place, key in enumerate(wanted[at:end], at)]
        _number(below)
        self.endInsertRows()
        return end

    def _row(self, key: K, above: Row[K] | None, at: int) -> Row[K]:
        made = Row(key, above, at, next(self._numbers))
        self._rows[made.number] = self._by_key[key] = made
        return made

    def _drop(self, row: Row[K]) -> None:
        for each in row.below or ():
            self._drop(each)
        del self._rows[row.number]
        # What moved below another key stands there already.
        if self._by_key.get(row.key) is row:
            del self._by_key[row.key]

    def _below(self, row: Row[K]) -> list[Row[K]]:
        if row.below is None:
            row.below = [self._row(key, row, at) for at, key in enumerate(self.keys_below(row.key))]
        return row.below

    def _at(self, index: Index) -> Row[K] | None:
        return self._rows.get(index.internalId()) if index.isValid() else self._root

    def _index(self, row: Row[K]) -> QModelIndex:
        return QModelIndex() if row.above is None else self.createIndex(row.at, 0, row.number)

    # What Qt asks

    def index(self, at: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 Qt's signature
        row = self._at(parent)
        below = self._below(row) if row is not None else []
        return self._index(below[at]) if column == 0 and 0 <= at < len(below) else QModelIndex()

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override] # QObject.parent() is another one
        row = self._rows.get(child.internalId()) if child.isValid() else None
        return self._index(row.above) if row is not None and row.above is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        row = self._at(parent)
        return len(self._below(row)) if row is not None else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, ARG002
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        row = self._at(parent)
        if row is None or row.below is not None:
            return bool(row and row.below)
        if not self.has_below(row.key):
            # Known to be empty: what comes later is then put in before the eyes of the views.
            row.below = []
        return row.below is None


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of the numbers that follow each other."""
    start = 0
    for end in range(1, len(places) + 1):
        if end == len(places) or places[end] != places[end - 1] + 1:
            yield places[start], places[end - 1]
            start = end


def _number(below: list[Row[K]]) -> None:
    for at, row in enumerate(below):
        row.at = at

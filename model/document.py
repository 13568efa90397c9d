"""The open map: every record by id, changed by `apply` and by nothing else."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final, TypeVar

from model.change import Change
from model.checks import check
from model.indexes import Indexes
from model.records import PREFIXES, Card, Emotion, Id, Kpi, Lane, Link, Map, Persona, Record, Stage, Step

R = TypeVar("R", bound=Record)
Listener = Callable[[Change], None]


class Document:
    """One map, its indexes, and whoever listens to its changes.

    `unknown` holds top-level members of the file that this version does not know.
    """

    def __init__(self, records: Iterable[Record], unknown: Mapping[str, Any] | None = None) -> None:
        """Takes records that keep `model.rules`, one Map among them.

        Raises ValueError without exactly one Map, or when two records have the same id.
        """
        self._tables: dict[type[Any], dict[Id, Any]] = {kind: {} for kind in PREFIXES}
        self._records: dict[Id, Record] = {}
        count = 0
        for kind, group in groupby(records, type):
            alike = list(group)
            table = {record.id: record for record in alike}
            self._tables[kind].update(table)
            self._records.update(table)
            count += len(alike)
        if len(self._records) != count:
            raise ValueError("two records have the same id")
        if len(self._tables[Map]) != 1:
            raise ValueError("a document holds one Map")
        self._sorted: dict[type[Any], tuple[Any, ...]] = {}
        self._cells: dict[tuple[Id, Id], tuple[Card, ...]] = {}
        self._columns: dict[Id, int] | None = None
        self._parked: tuple[Card, ...] | None = None
        self._listeners: list[Listener] = []
        self.unknown: Final[Mapping[str, Any]] = MappingProxyType(dict(unknown or {}))

    # Reading

    @property
    def records(self) -> Mapping[Id, Record]:
        return MappingProxyType(self._records)

    def table(self, kind: type[R]) -> Mapping[Id, R]:
        """All records of a kind, by id."""
        return MappingProxyType(self._tables[kind])

    def get(self, kind: type[R], key: Id | None) -> R | None:
        """The record of this kind with this id, if there is one."""
        return self._tables[kind].get(key) if key is not None else None

    @property
    def map(self) -> Map:
        return next(iter(self.table(Map).values()))

    @property
    def stages(self) -> tuple[Stage, ...]:
        """In the order of the journey."""
        return self._in_order(Stage)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The columns from left to right: by stage, then by order."""
        if Step not in self._sorted:
            place = {stage.id: at for at, stage in enumerate(self.stages)}
            steps = self.table(Step).values()
            self._sorted[Step] = tuple(sorted(steps, key=lambda step: (place[step.stage], step.order, step.id)))
        return self._sorted[Step]

    @property
    def columns(self) -> Mapping[Id, int]:
        """The place of each step from the left, from 0."""
        if self._columns is None:
            self._columns = {step.id: at for at, step in enumerate(self.steps)}
        return MappingProxyType(self._columns)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The rows from top to bottom."""
        return self._in_order(Lane)

    @property
    def personas(self) -> tuple[Persona, ...]:
        return self._in_order(Persona)

    @property
    def kpis(self) -> tuple[Kpi, ...]:
        return self._in_order(Kpi)

    def cards_in(self, lane: Id, step: Id) -> tuple[Card, ...]:
        """The cards that begin in a cell, from top to bottom."""
        cell = self._cells.get((lane, step))
        if cell is None:
            cards = [self._tables[Card][key] for key in self._indexes.beginning(lane, step)]
            cell = self._cells[(lane, step)] = tuple(sorted(cards, key=_by_order))
        return cell

    @property
    def parked(self) -> tuple[Card, ...]:
        """The cards of the parking lot."""
        if self._parked is None:
            cards = [card for card in self.table(Card).values() if card.step is None or card.lane is None]
            self._parked = tuple(sorted(cards, key=_by_order))
        return self._parked

    def under(self, card: Card) -> tuple[Step, ...]:
        """The steps a card lies over, from its own to the right; a span past the last step ends there. Parked: none."""
        if card.lane is None or card.step is None:
            return ()
        first = self.columns[card.step]
        return self.steps[first : first + card.span]

    def emotions_in(self, lane: Id) -> tuple[Emotion, ...]:
        """The markers of an emotion lane from left to right."""
        place = self.columns
        markers = [record for key in self.referring(lane) if (record := self.get(Emotion, key)) is not None]
        return tuple(sorted(markers, key=lambda marker: (place[marker.step], marker.order, marker.id)))

    def links_of(self, card: Id) -> tuple[Link, ...]:
        """The links that begin or end at a card, by id."""
        return tuple(link for key in sorted(self.referring(card)) if (link := self.get(Link, key)) is not None)

    def referring(self, key: Id) -> tuple[Id, ...]:
        """The ids of the records that refer to this one, in no order to rely on."""
        return self._indexes.referring(key)

    @cached_property
    def _indexes(self) -> Indexes:
        return Indexes(self._records.values())

    # Changing

    def apply(self, change: Change) -> None:
        """Make a change and tell the listeners.

        Raises `checks.Stale` or `checks.BrokenRule`, with the document untouched, when the change does not fit.
        """
        check(self._records, change, self.referring)
        for record in change.removed.values():
            self._take(record)
        for before, after in change.updated.values():
            self._forget(before)
            self._put(after)
        for record in change.added.values():
            self._put(record)
        for listener in tuple(self._listeners):
            listener(change)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each change; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _take(self, record: Record) -> None:
        del self._records[record.id]
        del self._tables[type(record)][record.id]
        self._forget(record)

    def _put(self, record: Record) -> None:
        self._records[record.id] = record
        self._tables[type(record)][record.id] = record
        self._indexes.take_up(record)
        self._forget_sorted(record)

    def _forget(self, record: Record) -> None:
        self._indexes.drop(record)
        self._forget_sorted(record)

    def _forget_sorted(self, record: Record) -> None:
        self._sorted.pop(type(record), None)
        if isinstance(record, Stage | Step):
            self._sorted.pop(Step, None)
            self._columns = None
        elif isinstance(record, Card) and record.lane is not None and record.step is not None:
            self._cells.pop((record.lane, record.step), None)
        elif isinstance(record, Card):
            self._parked = None

    def _in_order(self, kind: type[R]) -> tuple[R, ...]:
        if kind not in self._sorted:
            self._sorted[kind] = tuple(sorted(self.table(kind).values(), key=_by_order))
        return self._sorted[kind]


def _by_order(record: Any) -> tuple[str, Id]:
    return record.order, record.id

"""Who refers to a record, and which cards begin in a cell: kept by each change, made from all records once."""

from collections import defaultdict
from collections.abc import Iterable

from model import rules
from model.records import Card, Id, Record


class Indexes:
    """Sets of ids, in no order to rely on."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._referring: dict[Id, dict[Id, None]] = defaultdict(dict)
        self._cells: dict[tuple[Id, Id], dict[Id, None]] = defaultdict(dict)
        for record in records:
            self.take_up(record)

    def referring(self, key: Id) -> tuple[Id, ...]:
        """The records that refer to this one."""
        return tuple(self._referring.get(key, ()))

    def beginning(self, lane: Id, step: Id) -> tuple[Id, ...]:
        """The cards that begin in a cell."""
        return tuple(self._cells.get((lane, step), ()))

    def take_up(self, record: Record) -> None:
        for _, target in rules.referred(record):
            self._referring[target][record.id] = None
        if isinstance(record, Card) and record.lane is not None and record.step is not None:
            self._cells[record.lane, record.step][record.id] = None

    def drop(self, record: Record) -> None:
        for _, target in rules.referred(record):
            self._referring[target].pop(record.id, None)
        if isinstance(record, Card) and record.lane is not None and record.step is not None:
            self._cells[record.lane, record.step].pop(record.id, None)

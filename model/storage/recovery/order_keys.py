"""Order keys of a damaged file: bad ones replaced, everything left in the order in which it stood."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import msgspec

from model.order import is_key, several
from model.records import Id, Record
from model.storage.bulk_rules import are_keys
from model.storage.faults import Fault


def with_order_keys(records: Iterable[Record], faults: list[Fault]) -> list[Record]:
    """The records, each with an order key where its kind has one."""
    tables: dict[type[Record], list[Any]] = {}
    for record in records:
        tables.setdefault(type(record), []).append(record)
    return [record for table in tables.values() for record in _with_keys(table, faults)]


def _with_keys(table: list[Any], faults: list[Fault]) -> list[Any]:
    if not hasattr(table[0], "order") or are_keys([record.order for record in table]):
        return table
    runs = [(good, list(run)) for good, run in groupby(_as_they_stood(table), lambda record: is_key(record.order))]
    keys: dict[Id, str] = {}
    for at, (good, run) in enumerate(runs):
        if not good:
            before = runs[at - 1][1][-1].order if at else None
            after = runs[at + 1][1][0].order if at + 1 < len(runs) else None
            keys |= zip((record.id for record in run), _keys(before, after, len(run)), strict=True)
    return [_with_key(record, keys.get(record.id), faults) for record in table]


def _as_they_stood(table: list[Any]) -> list[Any]:
    """By order and id, as the program shows them; one without any order behind its neighbour in the file."""
    ranks: list[tuple[str, bool, str, int]] = []
    last = ""
    for at, record in enumerate(table):
        ranks.append((record.order, False, record.id, at) if record.order else (last, True, "", at))
        last = record.order or last
    return [table[rank[-1]] for rank in sorted(ranks)]


def _keys(before: str | None, after: str | None, count: int) -> list[str]:
    if before is not None and before == after:
        return [before] * count
    return several(before, after, count)


def _with_key(record: Any, key: str | None, faults: list[Fault]) -> Any:
    if key is None:
        return record
    faults.append(Fault("bad_order", record.id, details={"value": record.order, "new": key}))
    return msgspec.structs.replace(record, order=key)

"""Where a record stands among others: order keys that put it there, also where keys are equal after a merge."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from model import order
from model.records import Card, Emotion, Kpi, Lane, Persona, Stage, Step

Ordered = TypeVar("Ordered", bound=Stage | Step | Lane | Card | Emotion | Persona | Kpi)


def arranged(group: Sequence[Ordered], comers: Sequence[Ordered], index: int | None) -> list[Ordered]:
    """`comers` with the keys that put them at `index` of `group`, and whoever must make room.

    `group` stands in order, and may hold some of the comers already. `index` counts those of the group that stay
    where they are; None, or past the end, is the end. Comers that stand so already keep their keys.
    """
    coming = {record.id for record in comers}
    others = [record for record in group if record.id not in coming]
    at = len(others) if index is None else max(0, min(index, len(others)))
    target = [*others[:at], *comers, *others[at:]]
    if [record.id for record in target] == [record.id for record in group]:
        return _keyed(comers, [record.order for record in group if record.id in coming])
    if at and not order.is_key(others[at - 1].order):
        return _keyed(target, order.several(None, None, len(target)))
    return _squeezed(others[:at], comers, others[at:])


def _squeezed(ahead: Sequence[Ordered], comers: Sequence[Ordered], behind: Sequence[Ordered]) -> list[Ordered]:
    """The comers between two runs; those behind whose keys leave no room get new ones."""
    low = ahead[-1].order if ahead else None
    crowd = 0
    while crowd < len(behind) and not _room(low, behind[crowd].order):
        crowd += 1
    high = behind[crowd].order if crowd < len(behind) else None
    target = [*comers, *behind[:crowd]]
    return _keyed(target, order.several(low, high, len(target)))


def _room(low: str | None, high: str) -> bool:
    return order.is_key(high) and (low is None or low < high)


def _keyed(records: Sequence[Ordered], keys: Sequence[str]) -> list[Ordered]:
    return [msgspec.structs.replace(record, order=key) for record, key in zip(records, keys, strict=True)]

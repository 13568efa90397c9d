"""Ids of a damaged file: no two alike, and references follow the record that had to take another."""

from collections.abc import Iterable, Sequence

import msgspec

from model.ids import asset_id, new_id
from model.records import Asset, Id, Record
from model.rules import OF_KIND, Reference
from model.storage.faults import Fault

Renamed = dict[tuple[type[Record], Id], Id]


def with_own_ids(records: Iterable[Record], faults: list[Fault]) -> list[Record]:
    """The records, each with an id of its own: the first keeps it, the later ones get a new one.

    References to an id two records of one kind share mean the first. Where a step and a card share one, both stay
    referred to, since a reference knows what kind it means. Pictures are called by their content.
    """
    records = list(records)
    if _are_own(records):
        return records
    holders: dict[Id, type[Record]] = {}
    renamed: Renamed = {}
    # Pictures first: their ids cannot be chosen.
    ranked = sorted(records, key=lambda record: not isinstance(record, Asset))
    found = [_with_own_id(record, holders, renamed, faults) for record in ranked]
    return [_following(record, renamed) for record in found if record is not None] if renamed else _present(found)


def _are_own(records: Sequence[Record]) -> bool:
    named = all(asset_id(record.data) == record.id for record in records if isinstance(record, Asset))
    return named and len({record.id for record in records}) == len(records)


def _present(records: Iterable[Record | None]) -> list[Record]:
    return [record for record in records if record is not None]


def _with_own_id(
    record: Record, holders: dict[Id, type[Record]], renamed: Renamed, faults: list[Fault]
) -> Record | None:
    kind = type(record)
    own = asset_id(record.data) if isinstance(record, Asset) else record.id
    if own in holders and isinstance(record, Asset):
        renamed[kind, record.id] = own
        return None
    if own in holders:
        own = new_id(kind)
        faults.append(Fault("double_id", record.id, details={"id": record.id, "new": own}))
    if own != record.id and holders.get(record.id) is not kind:
        renamed.setdefault((kind, record.id), own)
    holders[own] = kind
    return record if own == record.id else msgspec.structs.replace(record, id=own)


def _following(record: Record, renamed: Renamed) -> Record:
    changes = {
        reference.member: _followed(reference, getattr(record, reference.member), renamed)
        for reference in OF_KIND.get(type(record), ())
    }
    return msgspec.structs.replace(record, **changes) if changes else record


def _followed(reference: Reference, value: object, renamed: Renamed) -> object:
    if isinstance(value, tuple):
        return tuple(renamed.get((reference.target, each), each) for each in value)
    return renamed.get((reference.target, value), value) if isinstance(value, str) else value

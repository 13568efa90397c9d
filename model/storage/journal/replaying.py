"""The map as it was after the last whole line of a journal.

A torn line costs its own change and no other: what comes after it names its records by id, and is taken as far as it
fits. What does not fit, or breaks a rule between records, is mended as in a damaged file, and told.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from model.document import Document
from model.records import Id, Map, Record
from model.storage import cjm
from model.storage.bulk_rules import keeps_rules
from model.storage.faults import Fault, Unreadable
from model.storage.journal.entries import KINDS, VERSION, Base, Entry, Head
from model.storage.journal.frames import lines
from model.storage.journal.pictures import found
from model.storage.lines import pack, tables_of
from model.storage.recovery import recover

_ENTRY = msgspec.json.Decoder(Entry)


class Typed(msgspec.Struct, frozen=True):
    """What stood in a field that could not take it."""

    record: Id
    member: str
    text: str


class Replayed(msgspec.Struct, frozen=True):
    """A map from a journal. `changes`: how many lines were taken; `torn`: how many were not whole or did not fit.

    `faults`: what had to be mended besides. `typed`: what no field had taken yet.
    """

    head: Head
    document: Document
    changes: int
    torn: int = 0
    faults: list[Fault] = []
    typed: list[Typed] = []


def replay(data: bytes, folder: Path) -> Replayed | None:
    """The map of a journal; None where its beginning is not whole, or a newer program wrote it. `folder`: where its
    pictures lie."""
    entries = lines(data)
    head, base = _first(next(entries, None), Head), _first(next(entries, None), Base)
    if head is None or base is None or head.journal != VERSION:
        return None
    document, faults = _read(_with_pictures(base, folder))
    records = dict(document.records)
    changes, torn, typed = _taken(records, entries)
    if changes:
        document, more = _sound(records, document.unknown)
        faults += more
    return Replayed(head, document, changes, torn, faults, typed)


def _first(line: bytes | None, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(line, type=kind) if line is not None else None
    except msgspec.DecodeError:
        return None


def _with_pictures(base: Base, folder: Path) -> bytes:
    """The map as its file would be, pictures and all."""
    if not base.pictures:
        return base.base.encode()
    try:
        members = msgspec.json.decode(base.base)
        members["assets"] |= {each.id: {"type": each.type, "data": each.data} for each in found(folder, base.pictures)}
        return msgspec.json.encode(members)
    except (msgspec.DecodeError, TypeError, LookupError):
        return base.base.encode()


def _read(data: bytes) -> tuple[Document, list[Fault]]:
    try:
        return cjm.decode(data), []
    except Unreadable:
        recovered = recover(data)
        return recovered.document, recovered.faults


def _taken(records: dict[Id, Record], entries: Iterable[bytes | None]) -> tuple[int, int, list[Typed]]:
    changes = torn = 0
    typed: dict[tuple[Id, str], str] = {}
    for line in entries:
        entry = _entry(line)
        if entry is None:
            torn += 1
        elif entry.typed is not None:
            record, member, text = entry.typed
            typed[record, member] = text
        else:
            changes += 1
            torn += not _take(records, entry)
    return changes, torn, [Typed(record, member, text) for (record, member), text in typed.items() if text]


def _entry(line: bytes | None) -> Entry | None:
    try:
        return _ENTRY.decode(line) if line is not None else None
    except msgspec.DecodeError:
        return None


def _take(records: dict[Id, Record], entry: Entry) -> bool:
    """Make a change in the table; whether all of it fitted."""
    fitted = [_remove(records, key) for key in entry.gone]
    for name, raws in entry.put.items():
        fitted += [_put(records, raw, KINDS.get(name)) for raw in raws]
    for key, members in entry.set.items():
        record = records.get(key)
        fitted.append(record is not None and _put(records, msgspec.to_builtins(record) | members, type(record)))
    return all(fitted)


def _remove(records: dict[Id, Record], key: Id) -> bool:
    if key not in records or isinstance(records[key], Map):
        return False
    del records[key]
    return True


def _put(records: dict[Id, Record], raw: Any, kind: type[Record] | None) -> bool:
    if kind is None:
        return False
    try:
        record = msgspec.convert(raw, kind)
    except msgspec.ValidationError:
        return False
    # There is one Map in a document, from its beginning to its end.
    if (kind is Map) != isinstance(records.get(record.id), Map):
        return False
    records[record.id] = record
    return True


def _sound(records: dict[Id, Record], unknown: Mapping[str, Any]) -> tuple[Document, list[Fault]]:
    document = Document(records.values(), unknown)
    if keeps_rules(document):
        return document, []
    recovered = recover(pack(tables_of(document), unknown))
    return recovered.document, recovered.faults

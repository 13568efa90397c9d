"""What every operation begins and ends with: records by id, fresh ids, and the change to what records are to be."""

from collections.abc import Iterable
from typing import TypeVar

from model import change
from model.change import Change
from model.document import Document
from model.ids import new_id
from model.records import Id, Record
from model.refusal import Refused

R = TypeVar("R", bound=Record)


def the(document: Document, kind: type[R], key: Id) -> R:
    """The record of this kind (`Record`: of any) with this id. Refuses `missing`."""
    record = document.records.get(key)
    if not isinstance(record, kind):
        raise Refused("missing", record=key)
    return record


def each(document: Document, kind: type[R], keys: Iterable[Id]) -> list[R]:
    """The records of these ids, each once, in the order given. Refuses `missing`."""
    return [the(document, kind, key) for key in dict.fromkeys(keys)]


def fresh_id(document: Document, kind: type[Record]) -> Id:
    """An id that no record of the document has."""
    while (key := new_id(kind)) in document.records:
        pass
    return key


def becoming(document: Document, records: Iterable[Record], gone: Iterable[Id] = ()) -> Change:
    """The change after which these records are as given, known ones or new ones, and those in `gone` are not there."""
    after = {record.id: record for record in records}
    leaving = {key: document.records[key] for key in gone}
    before = {key: document.records[key] for key in after if key in document.records}
    kept = {key: record for key, record in after.items() if key not in leaving}
    return change.between({**before, **leaving}, kept)


def after(document: Document, change: Change) -> Document:
    """The document as it would be after a change; the one given stays as it is."""
    if not change:
        return document
    changed = Document(document.records.values(), document.unknown)
    changed.apply(change)
    return changed

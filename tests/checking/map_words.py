"""Every text of a map that is there to be read, whatever it is written in."""

from collections.abc import Iterator
from typing import Any

from model.document import Document
from model.records import Asset, Struct

_NOT_READ = frozenset({"id", "order", "guide", "language", "extra", "code", "records"})


def texts_of(document: Document) -> Iterator[str]:
    """Of every record; but for ids, places, and what a template asks."""
    for record in document.records.values():
        if not isinstance(record, Asset):
            yield from _texts(record, document)


def _texts(value: Struct, document: Document) -> Iterator[str]:
    for name in value.__struct_fields__:
        if name not in _NOT_READ:
            yield from _held(name, getattr(value, name), document)


def _held(name: str, value: Any, document: Document) -> Iterator[str]:
    if isinstance(value, Struct):
        yield from _texts(value, document)
    elif isinstance(value, tuple):
        for each in value:
            yield from _held(name, each, document)
    elif type(value) is str and value not in document.records and name not in ("due", "date", "picture"):
        yield value

"""What the lines of a journal say.

The first says where the map is from, the second holds the map as it was, each other one a change or what a field
could not take. A change names records that came or went, and of those that differ the members that do.
"""

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote_from_bytes, unquote_to_bytes

import msgspec
from msgspec.structs import astuple

from model.change import Change
from model.document import Document
from model.records import PREFIXES, Asset, Id, Record
from model.storage.lines import pack, tables_of
from model.storage.strings import scrubbed

VERSION: Final = 1
KINDS: Final[dict[str, type[Record]]] = {kind.__name__.lower(): kind for kind in PREFIXES}
_NAMES: Final = {kind: name for name, kind in KINDS.items()}
_ENCODER: Final = msgspec.json.Encoder()


class Head(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where the map of a journal is from. `path` as `written_path` gives it, empty for a map that was never saved.

    `digest` is that of the file as it was read or written last. `began`: when, ISO 8601 in UTC. `follows`: the sitting
    whose journal this one takes up, whole.
    """

    journal: int = VERSION
    name: str = ""
    path: str = ""
    digest: str | None = None
    began: str = ""
    follows: str = ""


class Base(msgspec.Struct, frozen=True, omit_defaults=True):
    """The map as it was, as the file has it; `pictures` stand in files of their own, here with their media types."""

    base: str
    pictures: Mapping[Id, str] = {}


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One change (`put`: records by kind, `set`: members by id, `gone`: ids), or what a field could not take."""

    put: Mapping[str, list[Any]] = {}
    set: Mapping[Id, Mapping[str, Any]] = {}
    gone: list[Id] = []
    typed: tuple[Id, str, str] | None = None


def entry_of(change: Change) -> Entry:
    """A change as a journal has it. What was before is left out: a journal is read forwards."""
    put: dict[str, list[Record]] = {}
    members: dict[Id, Mapping[str, Any]] = {}
    for record in change.added.values():
        put.setdefault(_NAMES[type(record)], []).append(record)
    for key, (before, after) in change.updated.items():
        if type(before) is type(after):
            members[key] = _differing(before, after)
        else:
            put.setdefault(_NAMES[type(after)], []).append(after)
    return Entry(put, members, [*change.removed])


def encoded(entry: Head | Base | Entry) -> bytes:
    """The words of a line. Half characters, which UTF-8 cannot hold, become U+FFFD."""
    try:
        return _ENCODER.encode(entry)
    except UnicodeEncodeError:
        return _ENCODER.encode(scrubbed(entry))


def written(document: Document, without: Collection[Asset] = ()) -> bytes:
    """The map as the file has it, without some of its pictures. Unlike a save it is not read back, and never refuses:
    half characters go."""
    tables = tables_of(document)
    if without:
        left_out = {asset.id for asset in without}
        tables[Asset] = [asset for asset in tables[Asset] if asset.id not in left_out]
    try:
        return pack(tables, document.unknown)
    except UnicodeEncodeError:
        return pack({kind: scrubbed(table) for kind, table in tables.items()}, scrubbed(dict(document.unknown)))


def base_of(document: Document, without: Collection[Asset] = ()) -> Base:
    """The map for the second line; the pictures it is `without` are named in it."""
    return Base(written(document, without).decode(), {asset.id: asset.type for asset in without})


def written_path(path: Path | None) -> str:
    """A path as text, whatever bytes it has."""
    return quote_from_bytes(os.fsencode(path)) if path is not None else ""


def read_path(written: str) -> Path | None:
    """The path that `written_path` wrote."""
    return Path(os.fsdecode(unquote_to_bytes(written))) if written else None


def _differing(before: Record, after: Record) -> dict[str, Any]:
    names, befores, afters = after.__struct_fields__, astuple(before), astuple(after)
    members = zip(names, befores, afters, strict=True)
    return {name: value for name, was, value in members if was is not value and was != value}

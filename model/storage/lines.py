"""Records as the lines of a file: members in a fixed order, unknown ones flat behind them; same map, same bytes."""

from collections.abc import Mapping
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from model.document import Document
from model.records import PREFIXES, Asset, Emotion, Map, Record, Struct
from model.storage.faults import StorageError
from model.storage.form import FORMAT, GENERATOR, MEMBERS, MIN_VERSION, SECTIONS, SORTED_BY_ORDER, VERSION
from model.storage.strings import scrubbed

R = TypeVar("R", bound=Record)

ENCODER = msgspec.json.Encoder()
_BETWEEN, _BETWEEN_LINES = b'}, {"id": ', b'},\n{"id": '
_LATE_DEFAULTS: dict[type[Record], tuple[str, Any]] = {
    Map: ("language", Map(id="").language),
    Emotion: ("value", Emotion(id="", order="", lane="", step="").value),
}
"""A member and its default, which may be equal without being the same object; msgspec then does not leave it out."""


def pack(tables: Mapping[type[Record], list[Any]], unknown: Mapping[str, Any]) -> bytes:
    """A file of the records of each kind, which are sorted in place, and of the top-level members `unknown`."""
    head = {"version": unknown.get("version", VERSION), "minVersion": unknown.get("minVersion", MIN_VERSION)}
    members = [
        b", ".join((_member("format", FORMAT), *(_member(name, value) for name, value in head.items()))),
        _member("generator", GENERATOR),
        b'"map": ' + line(tables[Map][0]),
        *(_section(name, kind, tables[kind]) for name, kind in SECTIONS.items()),
        *(_member(name, in_order(unknown[name])) for name in sorted(unknown) if name not in MEMBERS),
        _assets(tables[Asset]),
    ]
    return b"{\n" + b",\n".join(members) + b"\n}\n"


def tables_of(document: Document) -> dict[type[Record], list[Any]]:
    """The records of a map by kind, with their defaults as the very objects that the encoder leaves out."""
    tables: dict[type[Record], list[Any]] = {kind: list(document.table(kind).values()) for kind in PREFIXES}
    for kind, (member, default) in _LATE_DEFAULTS.items():
        tables[kind] = [_at_default(record, member, default) for record in tables[kind]]
    return tables


def _at_default(record: R, member: str, default: Any) -> R:
    return msgspec.structs.replace(record, **{member: default}) if getattr(record, member) == default else record


def settled(document: Document) -> dict[type[Record], list[Any]]:
    """The records by kind as a file gives them back: whole numbers where the schema says float become floats.

    An odd value kept aside goes when its member has been set since. Half characters (lone surrogates), which no UTF-8
    can hold, become U+FFFD. Raises StorageError (`not_writable`) for a record the file cannot hold, such as one with
    a score of 11.
    """
    return {kind: _settled_table(kind, table) for kind, table in tables_of(document).items()}


def line(record: Struct) -> bytes:
    """A record on one line, without the comma."""
    plain = ENCODER.encode(record)
    # A quote inside a text is escaped, so these bytes are a member's name and never a part of what somebody wrote.
    return msgspec.json.format(ENCODER.encode(flat(record)) if b'"extra":' in plain else plain, indent=0)


def flat(value: Any) -> Any:
    """A struct as a dict with its unknown members beside its own.

    An unknown member with a known name is a value this version could not take; it gives way to a value set since.
    """
    if isinstance(value, tuple):
        return [flat(each) for each in value]
    if not isinstance(value, Struct):
        return value
    fields = _own_fields(type(value))
    members: dict[str, Any] = {}
    for field in fields:
        own = getattr(value, field.name)
        if own == default_of(field) and field.name in value.extra:
            members[field.name] = in_order(value.extra[field.name])
        elif own != default_of(field) or isinstance(own, Struct):
            members[field.name] = flat(own)
    names = sorted(value.extra.keys() - {field.name for field in fields})
    return members | {name: in_order(value.extra[name]) for name in names}


@cache
def _own_fields(kind: type[Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """What msgspec looks up anew each time it is asked, in half a millisecond."""
    return tuple(field for field in msgspec.structs.fields(kind) if field.name != "extra")


def default_of(field: msgspec.structs.FieldInfo) -> Any:
    """What a member is when the file leaves it out."""
    return field.default_factory() if callable(field.default_factory) else field.default


def in_order(value: Any) -> Any:
    """A JSON value with the members of its objects sorted by name."""
    if isinstance(value, Mapping):
        return {name: in_order(value[name]) for name in sorted(value)}
    return [in_order(each) for each in value] if isinstance(value, list | tuple) else value


def _settled_table(kind: type[Record], table: list[Record]) -> list[Record]:
    if kind is Asset:
        return [scrubbed(asset) for asset in table]
    try:
        plain = ENCODER.encode(table)
    except UnicodeEncodeError:
        table = scrubbed(table)
        plain = ENCODER.encode(table)
    if b'"extra":' in plain:
        table = [_current(record) for record in table]
        plain = ENCODER.encode(table)
    again = _reread(kind, table, plain)
    return [_at_default(record, *_LATE_DEFAULTS[kind]) for record in again] if kind in _LATE_DEFAULTS else again


def _current(value: Any) -> Any:
    """A struct without the odd values that a value set since has taken the place of."""
    if isinstance(value, tuple):
        return tuple(map(_current, value))
    if not isinstance(value, Struct):
        return value
    fields = _own_fields(type(value))
    members = {field.name: _current(getattr(value, field.name)) for field in fields}
    overtaken = {field.name for field in fields if members[field.name] != default_of(field)}
    extra = {name: each for name, each in value.extra.items() if name not in overtaken}
    return msgspec.structs.replace(value, **members, extra=extra)


def _reread(kind: type[R], table: list[R], plain: bytes) -> list[R]:
    try:
        again = _decoder(kind).decode(plain)
    except msgspec.ValidationError as error:
        raise _not_writable(kind, table) from error
    if again != table:
        raise _not_writable(kind, table)
    return again


@cache
def _decoder(kind: type[R]) -> msgspec.json.Decoder[list[R]]:
    return msgspec.json.Decoder(list[kind])  # type: ignore[valid-type]  # the kind is a value here


def _not_writable(kind: type[R], table: list[R]) -> StorageError:
    """Names the first record that does not come back as it was."""
    for record in table:
        try:
            if _decoder(kind).decode(ENCODER.encode([record])) == [record]:
                continue
        except msgspec.ValidationError:
            pass
        return StorageError("not_writable", record=record.id)
    raise AssertionError("every record alone comes back as it was")


def _member(name: str, value: Any) -> bytes:
    return ENCODER.encode(name) + b": " + msgspec.json.format(ENCODER.encode(value), indent=0)


def _section(name: str, kind: type[Record], records: list[Any]) -> bytes:
    records.sort(key=attrgetter("order", "id") if kind in SORTED_BY_ORDER else attrgetter("id"))
    return _block(name, b"[", _lines(records), b"]")


def _lines(records: list[Any]) -> list[bytes]:
    """The records as lines. Without unknown members all are formatted at one go and cut apart where one begins: a
    record begins with its id, nothing inside one does, and in what somebody wrote a quote is escaped."""
    plain = ENCODER.encode(records)
    if not records or b'"extra":' in plain:
        return [line(record) for record in records]
    return [msgspec.json.format(plain, indent=0)[1:-1].replace(_BETWEEN, _BETWEEN_LINES)]


def _assets(assets: list[Asset]) -> bytes:
    assets.sort(key=lambda asset: asset.id)
    return _block("assets", b"{", [_asset(asset) for asset in assets], b"}")


def _asset(asset: Asset) -> bytes:
    members = flat(asset)
    del members["id"]  # the name it stands under; an unknown member may be called so
    if "id" in asset.extra:
        members["id"] = in_order(asset.extra["id"])
    return _member(asset.id, members)


def _block(name: str, opening: bytes, lines: list[bytes], closing: bytes) -> bytes:
    body = b"\n" + b",\n".join(lines) + b"\n" if lines else b""
    return ENCODER.encode(name) + b": " + opening + body + closing

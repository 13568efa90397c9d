"""A file's top-level members to records: each for itself, so that one bad record is named and the others open."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from model.ids import asset_id, new_id
from model.records import Asset, Card, Map, Record
from model.storage.faults import Fault, excerpt
from model.storage.form import MEMBERS, SECTIONS
from model.storage.recovery.members import struct_of
from model.storage.recovery.parsing import escaped

_NO_BASE64 = re.compile("[^A-Za-z0-9+/]")

Placed = tuple[Record, str]
"""A record and the JSON pointer of where it stood."""


class Converted(msgspec.Struct):
    """The records of a file, rules or no rules, the Map first; and its unknown top-level members."""

    placed: list[Placed]
    unknown: dict[str, Any]


def convert(members: Mapping[str, Any], faults: list[Fault]) -> Converted:
    """Never raises; whatever had to be guessed is a fault."""
    placed = [(_map(members.get("map"), faults), "/map")]
    for section, kind in SECTIONS.items():
        placed += _section(section, kind, members.get(section, []), faults)
    placed += _assets(members.get("assets", {}), faults)
    return Converted(placed, {name: value for name, value in members.items() if name not in MEMBERS})


def _map(value: Any, faults: list[Fault]) -> Record:
    if isinstance(value, dict):
        return struct_of(Map, value, "/map", faults)
    faults.append(Fault("no_map", "/map", details={"value": excerpt(value)}))
    return Map(id=new_id(Map), title=value if isinstance(value, str) else "")


def _section(section: str, kind: type[Record], value: Any, faults: list[Fault]) -> Iterator[Placed]:
    if not isinstance(value, list):
        faults.append(Fault("not_a_list", f"/{section}", details={"member": section}))
        value = list(value.values()) if isinstance(value, dict) and "id" not in value else [value]
    for at, each in enumerate(value):
        yield from _element(kind, each, f"/{section}/{at}", faults)


def _element(kind: type[Record], value: Any, place: str, faults: list[Fault]) -> Iterator[Placed]:
    if isinstance(value, dict):
        yield struct_of(kind, value, place, faults), place
        return
    faults.append(Fault("not_a_record", place, details={"value": excerpt(value)}))
    if isinstance(value, str) and value.strip():
        yield Card(id=new_id(Card), order="", text=value), place
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from _element(kind, each, f"{place}/{at}", faults)


def _assets(value: Any, faults: list[Fault]) -> Iterator[Placed]:
    if not isinstance(value, dict):
        faults.append(Fault("not_a_list", "/assets", details={"member": "assets"}))
        return
    for key, each in value.items():
        place = f"/assets/{escaped(key)}"
        asset = _asset(key, each, place, faults)
        if asset is not None:
            yield asset, place


def _asset(key: str, value: Any, place: str, faults: list[Fault]) -> Asset | None:
    """A picture; one whose bytes are not those it is called by gets the name they have."""
    if not isinstance(value, dict) or not isinstance(value.get("data"), str):
        faults.append(Fault("picture_lost", place, details={"value": excerpt(value)}))
        return None
    kind, data = value.get("type"), _picture(value["data"])
    extra = {name: each for name, each in value.items() if name not in ("type", "data")}
    if not isinstance(kind, str):
        faults.append(Fault("missing_member", f"{place}/type", details={"member": "type", "value": excerpt(kind)}))
        kind = "application/octet-stream"
    if asset_id(data) != key or base64.b64encode(data).decode() != value["data"]:
        faults.append(Fault("picture_damaged", place))
    return Asset(id=key, type=kind, data=data, extra=extra)


def _picture(text: str) -> bytes:
    """The bytes of a base64 text, as far as it is one."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        digits = _NO_BASE64.sub("", text)
        digits = digits[: len(digits) - (len(digits) % 4 == 1)]
        return base64.b64decode(digits + "=" * (-len(digits) % 4))

"""A plain object to a struct, member by member: what a member cannot take is kept aside under its own name."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args

import msgspec
from msgspec.structs import FieldInfo

from model.ids import new_id
from model.records import Record, Struct
from model.storage.faults import Fault, excerpt
from model.storage.lines import ENCODER
from model.storage.recovery.parsing import escaped

S = TypeVar("S", bound=Struct)


class Misfit(Exception):
    """A value its member cannot take."""


def struct_of(kind: type[S], value: Mapping[str, Any], place: str, faults: list[Fault]) -> S:
    """The struct an object says. Members nobody knows, and odd values of those we know, go to `extra`.

    A record without a member it needs gets a stand-in and a fault, and `references` looks at it later.
    Raises Misfit for another struct without one.
    """
    quick = _quick(kind, value)
    if quick is not None:
        return quick
    fields, members, extra = _fields(kind), dict[str, Any](), dict[str, Any]()
    for name, each in value.items():
        try:
            members[name] = _taken(fields[name].type, each, f"{place}/{name}", faults)
        except (KeyError, Misfit):
            extra[name] = each
    for name, field in fields.items():
        if field.required and name not in members:
            members[name] = _stand_in(kind, name, extra.pop(name, None), place, faults)
        elif name in extra:
            faults.append(
                Fault("odd_value", f"{place}/{name}", details={"member": name, "value": excerpt(extra[name])})
            )
    return kind(**members, extra=extra)


def _quick(kind: type[S], value: Mapping[str, Any]) -> S | None:
    """All at once; None where a member is unknown or odd, or is called as the place we keep those."""
    try:
        struct = msgspec.convert(value, kind)
    except (ValueError, OverflowError):
        return None
    return struct if struct_is_plain(struct) and getattr(struct, "id", True) else None


def struct_is_plain(struct: Struct) -> bool:
    """Whether nothing is kept in `extra`, here or in a struct inside."""
    return b'"extra":' not in ENCODER.encode(struct)


@cache
def _fields(kind: type[Struct]) -> dict[str, FieldInfo]:
    return {field.name: field for field in msgspec.structs.fields(kind) if field.name != "extra"}


def _taken(kind: Any, value: Any, place: str, faults: list[Fault]) -> Any:
    if _is_struct(kind):
        return _nested(kind, value, place, faults)
    if get_args(kind) and _is_struct(get_args(kind)[0]) and isinstance(value, list):
        return tuple(_nested(get_args(kind)[0], each, f"{place}/{at}", faults) for at, each in enumerate(value))
    try:
        return msgspec.convert(value, kind)
    except (ValueError, OverflowError) as error:
        raise Misfit from error


def _nested(kind: type[Struct], value: Any, place: str, faults: list[Fault]) -> Struct:
    if not isinstance(value, dict):
        raise Misfit
    return struct_of(kind, value, place, faults)


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _stand_in(kind: type[Struct], name: str, value: Any, place: str, faults: list[Fault]) -> str:
    if not issubclass(kind, Record):
        raise Misfit
    faults.append(
        Fault("missing_member", f"{place}/{escaped(name)}", details={"member": name, "value": excerpt(value)})
    )
    return new_id(kind) if name == "id" else ""

"""A plain object to a struct, member by member: what a member cannot take is kept aside under its own name."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args

import msgspec
from msgspec.structs import FieldInfo

from model.ids import new_id
from model.records import Record, Struct
from model.storage.faults import Fault, excerpt

_ODD = re.compile(r" - at `\$\.(\w+)`$")
"""How msgspec ends what it says of a member; should it say so otherwise one day, records are taken member by member."""

S = TypeVar("S", bound=Struct)


class Misfit(Exception):
    """A value its member cannot take."""


class Member(msgspec.Struct, frozen=True):
    """A member of a struct: what it takes, and the struct that stands in it, once or in a row (`many`)."""

    name: str
    takes: Any
    inner: type[Struct] | None = None
    many: bool = False


def struct_of(kind: type[S], value: Mapping[str, Any], place: str, faults: list[Fault]) -> S:
    """The struct an object says. Members nobody knows, and odd values of those we know, go to `extra`.

    A record without a member it needs gets a stand-in and a fault, and `references` looks at it later.
    Raises Misfit for another struct without one.
    """
    value = _with_stand_ins(kind, value, place, faults)
    quick = None if _hides_extra(kind, value) else _quick(kind, value, place, faults)
    return quick if quick is not None else _by_members(kind, value, place, faults)


def _with_stand_ins(kind: type[Struct], value: Mapping[str, Any], place: str, faults: list[Fault]) -> Mapping[str, Any]:
    """The object with the members it needs: of a record they are all texts, and its id is never empty."""
    if not issubclass(kind, Record):
        return value
    missing = [name for name in _needed(kind) if type(value.get(name)) is not str or (name == "id" and not value[name])]
    if not missing:
        return value
    return {**value, **{name: _stand_in(kind, name, value.get(name), place, faults) for name in missing}}


def _quick(kind: type[S], value: Mapping[str, Any], place: str, faults: list[Fault]) -> S | None:
    """All at once, but for a member that msgspec names as odd; None where there are more, or one in a struct inside."""
    known = _members(kind)
    extra: dict[str, Any] = {}
    taken = value
    if not value.keys() <= known.keys():
        extra = {name: each for name, each in value.items() if name not in known}
        taken = {name: each for name, each in value.items() if name in known}
    try:
        struct = msgspec.convert(taken, kind)
    except (ValueError, OverflowError) as error:
        odd = _ODD.search(str(error))
        if odd is None or odd[1] not in taken or odd[1] in _with_inner(kind):
            return None
        extra[odd[1]] = value[odd[1]]
        try:
            struct = msgspec.convert({name: each for name, each in taken.items() if name != odd[1]}, kind)
        except (ValueError, OverflowError):
            return None
        faults.append(_odd_value(odd[1], value, place))
    return msgspec.structs.replace(struct, extra=extra) if extra else struct


def _by_members(kind: type[S], value: Mapping[str, Any], place: str, faults: list[Fault]) -> S:
    known, members, extra = _members(kind), dict[str, Any](), dict[str, Any]()
    for name, each in value.items():
        try:
            members[name] = _taken(known[name], each, place, faults)
        except (KeyError, Misfit):
            extra[name] = each
    if not members.keys() >= set(_needed(kind)):
        raise Misfit
    faults += [_odd_value(name, extra, place) for name in known if name in extra]
    return kind(**members, extra=extra)


def _odd_value(name: str, values: Mapping[str, Any], place: str) -> Fault:
    return Fault("odd_value", f"{place}/{name}", details={"member": name, "value": excerpt(values[name])})


def _hides_extra(kind: type[Struct], value: Mapping[str, Any]) -> bool:
    """Whether a struct inside has a member called "extra", which would be taken for the place of unknown ones."""
    inside = [value[name] for name in _with_inner(kind) if name in value]
    return any("extra" in each for found in inside for each in _objects(found))


def _objects(value: Any) -> list[Mapping[str, Any]]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, dict)]


@cache
def _members(kind: type[Struct]) -> dict[str, Member]:
    return {field.name: _member(field) for field in msgspec.structs.fields(kind) if field.name != "extra"}


def _member(field: FieldInfo) -> Member:
    inside = next(iter(get_args(field.type)), None)
    if _is_struct(field.type):
        return Member(field.name, field.type, field.type)
    return Member(field.name, field.type, inside if _is_struct(inside) else None, many=True)


@cache
def _needed(kind: type[Struct]) -> tuple[str, ...]:
    return tuple(field.name for field in msgspec.structs.fields(kind) if field.required)


@cache
def _with_inner(kind: type[Struct]) -> tuple[str, ...]:
    return tuple(member.name for member in _members(kind).values() if member.inner)


def _taken(member: Member, value: Any, place: str, faults: list[Fault]) -> Any:
    if member.inner is not None and (isinstance(value, list) if member.many else isinstance(value, dict)):
        return _taken_inside(member.inner, value, f"{place}/{member.name}", faults)
    try:
        return msgspec.convert(value, member.takes)
    except (ValueError, OverflowError) as error:
        raise Misfit from error


def _taken_inside(inner: type[Struct], value: Any, place: str, faults: list[Fault]) -> Any:
    if isinstance(value, dict):
        return struct_of(inner, value, place, faults)
    if not all(isinstance(each, dict) for each in value):
        raise Misfit
    return tuple(struct_of(inner, each, f"{place}/{at}", faults) for at, each in enumerate(value))


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _stand_in(kind: type[Record], name: str, value: Any, place: str, faults: list[Fault]) -> str:
    details = {"member": name, "value": excerpt(value)}
    faults.append(Fault("missing_member", f"{place}/{name}", details=details))
    return new_id(kind) if name == "id" else ""

"""Bytes to plain values: JSON read with care for what json.loads passes over, every fault with its place and line."""

import codecs
import json
from collections.abc import Mapping
from functools import cached_property
from itertools import chain, count
from typing import TYPE_CHECKING, Any

import msgspec

from model.storage.faults import Fault
from model.storage.form import MAX_BYTES, MAX_DEPTH, SECTIONS
from model.storage.strings import is_whole, whole

if TYPE_CHECKING:
    from model.storage.recovery.scanning import Scan

MAX_DIGITS = 4000
"""Longer whole numbers are kept as text: Python turns none of more than 4,300 digits into a number."""


class Places:
    """Where each record of a text begins, looked for once somebody asks: in a file without faults nobody does."""

    def __init__(self, text: str, scan: "Scan | None" = None) -> None:
        self._text, self._known = text, scan

    @cached_property
    def _scan(self) -> "Scan":
        from model.storage.recovery.scanning import Scan

        return self._known or Scan(self._text)

    def line(self, place: str) -> int | None:
        """The line on which the record or member at a JSON pointer begins, or what it is part of."""
        offsets = self._scan.offsets
        while place not in offsets and "/" in place:
            place = place.rpartition("/")[0]
        return self._scan.lines.at(offsets[place]) if place in offsets else None


class Parsed(msgspec.Struct, frozen=True):
    """The top-level members of a file, where they stand, and what was wrong."""

    members: dict[str, Any]
    places: Places
    faults: list[Fault]


class Odd(str):
    """A number that is none for us (NaN, 1e999), as the file spells it."""


class Doubled(dict[str, Any]):
    """An object in which a name stands twice. The last one counts, as everywhere; `others` are the ones ahead of it."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        last = {name: at for at, (name, _) in enumerate(pairs)}
        self.others = [(name, value) for at, (name, value) in enumerate(pairs) if last[name] != at]


def parse(data: bytes) -> Parsed:
    """Whatever is readable in a file, by its top-level members. Never raises."""
    from model.storage.recovery.scanning import Scan

    faults: list[Fault] = []
    text = _text(data, faults)
    places = Places(text)
    try:
        tree = DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        faults.append(_broken(error) if text.strip() else Fault("empty"))
        scan = Scan(text)
        tree, places, faults = scan.members, Places(text, scan), [*faults, *scan.faults]
    tree = tree if _is_tidy(tree) else _tidied(tree, "", 1, faults)
    members = tree if isinstance(tree, dict) else {"": tree}
    return Parsed(members, places, faults)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    return members if len(members) == len(pairs) else Doubled(pairs)


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_DIGITS else Odd(digits)


def _number(digits: str) -> float | str:
    value = float(digits)
    return Odd(digits) if value in (float("inf"), float("-inf")) else value


_HOOKS: dict[str, Any] = {
    "object_pairs_hook": _object, "parse_int": _whole_number, "parse_float": _number, "parse_constant": Odd,
}  # fmt: skip
_LEAVES = frozenset({str, int, float, bool, type(None)})

DECODER = json.JSONDecoder(**_HOOKS)
LENIENT = json.JSONDecoder(**_HOOKS, strict=False)
"""Takes line ends and other control characters inside texts."""


def _text(data: bytes, faults: list[Fault]) -> str:
    if len(data) > MAX_BYTES:
        faults.append(Fault("too_large", details={"bytes": len(data), "limit": MAX_BYTES}))
        data = data[:MAX_BYTES]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        faults.append(Fault("is_utf16"))
        return data.decode("utf-16", "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        text = data.decode(errors="replace")
        count = text.count("\ufffd") - data.count("\ufffd".encode())
        faults.append(Fault("not_utf8", line=data.count(b"\n", 0, error.start) + 1, details={"count": count}))
        return text


def _broken(error: ValueError | RecursionError) -> Fault:
    if isinstance(error, json.JSONDecodeError):
        return Fault("not_json", line=error.lineno, details={"column": error.colno})
    return Fault("too_deep", details={"limit": MAX_DEPTH})


def _is_tidy(tree: Any) -> bool:
    """Whether `_tidied` would change nothing, found out ten times as quickly. It may say no where it would not."""
    level = [tree]
    for _ in range(MAX_DEPTH):
        if not all(type(holder) in (dict, list) for holder in level):
            return False
        inside = chain.from_iterable(holder.values() if type(holder) is dict else holder for holder in level)
        level = [each for each in inside if type(each) not in _LEAVES]
        if not level:
            return _is_encodable(tree)
    return False


def _is_encodable(tree: Any) -> bool:
    """Whether UTF-8 can hold all texts and names."""
    try:
        msgspec.json.encode(tree)
    except (ValueError, OverflowError):
        return False
    return True


def _tidied(value: Any, place: str, depth: int, faults: list[Fault]) -> Any:
    """A value without doubled names, odd numbers, half characters and nesting without end, each of them a fault."""
    if isinstance(value, str):
        return _tidied_text(value, place, faults)
    if not isinstance(value, dict | list):
        return value
    if depth > MAX_DEPTH:
        faults.append(Fault("too_deep", place, details={"limit": MAX_DEPTH}))
        return _spelled(value)
    if isinstance(value, list):
        return [_tidied(each, f"{place}/{at}", depth + 1, faults) for at, each in enumerate(value)]
    members: dict[str, Any] = {}
    for name, each in (_tidied_member(name, each, place, depth, faults) for name, each in value.items()):
        members[name if name not in members else free_name(name, members)] = each
    if isinstance(value, Doubled):
        others = [_tidied_member(name, each, place, depth, faults) for name, each in value.others]
        _keep_others(members, others, place, faults)
    return members


def _tidied_member(name: str, value: Any, place: str, depth: int, faults: list[Fault]) -> tuple[str, Any]:
    return _tidied_text(name, place, faults), _tidied(value, f"{place}/{escaped(name)}", depth + 1, faults)


def _tidied_text(text: str, place: str, faults: list[Fault]) -> str:
    if isinstance(text, Odd):
        faults.append(Fault("not_a_number", place, details={"value": text[:40]}))
        return str(text)
    if is_whole(text):
        return text
    faults.append(Fault("half_character", place))
    return whole(text)


def _keep_others(members: dict[str, Any], others: list[tuple[str, Any]], place: str, faults: list[Fault]) -> None:
    """Values of a doubled name stay under a name of their own; two lists of records become one list."""
    for name, value in others:
        faults.append(Fault("doubled_member", f"{place}/{escaped(name)}", details={"member": name}))
        if not place and name in SECTIONS and isinstance(value, list) and isinstance(members[name], list):
            members[name] = value + members[name]
        elif members.get(name) != value:
            members[free_name(name, members)] = value


def free_name(name: str, members: Mapping[str, Any]) -> str:
    """`name#2`, or another one that is free, found at once however many there are."""
    numbers = chain(range(2, 10), count(len(members) + 2))
    return next(free for number in numbers if (free := f"{name}#{number}") not in members)


def escaped(name: str) -> str:
    """A name as a JSON pointer spells it (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1") if "~" in name or "/" in name else name


def _spelled(value: Any) -> str:
    try:
        return whole(json.dumps(value, ensure_ascii=False))
    except RecursionError:
        return ""

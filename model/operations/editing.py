"""Editing plain members of a record: which ones may be set, and what their values must be."""

import datetime
import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec
from msgspec import Meta

from model import change, rules
from model.change import Change
from model.document import Document
from model.operations.basics import the
from model.operations.plain import plain, plain_within
from model.records import Id, Record
from model.refusal import Refused

R = TypeVar("R", bound=Record)

STRUCTURE = frozenset({"id", "extra", "order", "role", "span", "ignored", "facts"})
LARGEST = 10**15  # every whole number up to here is exact as a float, in any reader of the file
_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"[\w-]+(\.[\w-]+)+([/?#:][^\s]*)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def edited(document: Document, kind: type[R], key: Id, members: dict[str, Any]) -> Change:
    """The change that gives a record these members. Refuses `missing`, and what `checked` refuses."""
    return change.update(the(document, kind, key), **settable(kind, members))


def settable(kind: type[Record], members: dict[str, Any]) -> dict[str, Any]:
    """The members as they are kept; TypeError for one that an operation of its own looks after."""
    if not members.keys() <= set(kind.__struct_fields__) - structure(kind):
        raise TypeError(f"not a plain member of {kind.__name__}: {sorted(members)}")
    return checked(kind, members)


def checked(kind: type[msgspec.Struct], members: dict[str, Any]) -> dict[str, Any]:
    """Members as they are kept: plain text, numbers in range.

    Refuses `out_of_range`, `too_low`, `too_large`, `not_a_number`, `not_a_date`, `not_an_address` and
    `not_a_language`. Raises msgspec.ValidationError for a value of another type: an error in our own code.
    """
    return {name: _kept(kind, name, value) for name, value in members.items()}


@cache
def structure(kind: type[Record]) -> frozenset[str]:
    """The members that no plain edit touches."""
    return STRUCTURE | {reference.member for reference in rules.OF_KIND.get(kind, ())}


def date(text: str) -> str:
    """An ISO 8601 date, or nothing. Refuses `not_a_date`."""
    text = plain(text).strip()
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise Refused("not_a_date", text=text) from None


def address(text: str) -> str:
    """A web or mail address, or nothing; `contoh.id` becomes `https://contoh.id`. Refuses `not_an_address`.

    Others could run a script or open a local file from a printed map's links.
    """
    text = plain(text).strip()
    if not text or _ADDRESS.fullmatch(text):
        return text
    if _BARE_ADDRESS.fullmatch(text):
        return f"https://{text}"
    raise Refused("not_an_address", text=text)


def language(text: str) -> str:
    """A BCP 47 tag by its shape. Refuses `not_a_language`."""
    text = plain(text).strip()
    if not _LANGUAGE.fullmatch(text):
        raise Refused("not_a_language", text=text)
    return text


_OF_TEXT: dict[str, Callable[[str], str]] = {"due": date, "date": date, "url": address, "language": language}


def _kept(kind: type[msgspec.Struct], name: str, value: Any) -> Any:
    if isinstance(value, str) and name in _OF_TEXT:
        return _OF_TEXT[name](value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        _check_range(kind, name, value)
    return msgspec.convert(plain_within(value), _hints(kind)[name])


def _check_range(kind: type[msgspec.Struct], name: str, value: float) -> None:
    if not math.isfinite(value):
        raise Refused("not_a_number")
    low, high = _bounds(kind, name)
    if abs(value) > LARGEST:
        raise Refused("too_large")
    if high is not None and low is not None and not low <= value <= high:
        raise Refused("out_of_range", low=low, high=high)
    if low is not None and value < low:
        raise Refused("too_low", low=low)


@cache
def _bounds(kind: type[msgspec.Struct], name: str) -> tuple[float | None, float | None]:
    """The range written beside a member's type in `model.records`, also within `... | None`."""
    hint = _hints(kind)[name]
    for part in (hint, *getattr(hint, "__args__", ())):
        for meta in getattr(part, "__metadata__", ()):
            if isinstance(meta, Meta):
                return _number(meta.ge), _number(meta.le)
    return None, None


def _number(bound: object) -> float | None:
    return bound if isinstance(bound, int | float) else None


@cache
def _hints(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)

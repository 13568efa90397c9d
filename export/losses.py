"""How it is counted what a format has no place for."""

from collections.abc import Mapping, Set
from typing import Any

from model.records import Facts, Record

Held = Mapping[type[Record], Set[str]]
"""By kind of record, the members that a format holds, or whose loss is counted elsewhere."""


def says_more(record: Record, held: Held) -> bool:
    """Whether a record of one of these kinds has anything in a member that is not held."""
    if type(record) not in held:
        return False
    known = {"id", "extra", *held[type(record)]}
    return any(_said(name, getattr(record, name)) for name in record.__struct_fields__ if name not in known)


def _said(name: str, value: Any) -> bool:
    nothing = 1 if name == "span" else 0
    return value not in ("", None, (), False, Facts(), nothing)

"""Tables of who is where, of which a change copies only the entries it touches."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

Where = TypeVar("Where")
Who = TypeVar("Who")
What = TypeVar("What")


def retaken(
    before: Mapping[Where, Mapping[Who, What]],
    left: Iterable[tuple[Where, Who, What]],
    come: Iterable[tuple[Where, Who, What]],
) -> dict[Where, dict[Who, What]]:
    """The entries of a table in which somebody left or came, as they are afterwards."""
    touched: dict[Where, dict[Who, What]] = {}
    for where, who, _ in left:
        _opened(touched, before, where).pop(who, None)
    for where, who, what in come:
        _opened(touched, before, where)[who] = what
    return touched


def _opened(
    touched: dict[Where, dict[Who, What]], before: Mapping[Where, Mapping[Who, What]], where: Where
) -> dict[Who, What]:
    entry = touched.get(where)
    if entry is None:
        entry = touched[where] = dict(before.get(where, {}))
    return entry

"""Whether records keep the rules, asked of the whole map at once: ten times quicker than record by record."""

from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

from model.document import Document
from model.order import is_key
from model.records import Card, Emotion, Lane, Link, Record, Role
from model.rules import REFERENCES, Reference
from model.storage.form import SECTIONS

_ORDERED = tuple(kind for kind in SECTIONS.values() if "order" in kind.__struct_fields__)
_WHOLE_HEADS = {2: {"a", "Z"}, 3: {"b", "Y"}, 4: {"c", "X"}}
"""The first letters of the order keys that are of this length and have no fraction: nearly all there are."""

Named = dict[tuple[type[Record], str], set[Any]]


def keeps_rules(document: Document) -> bool:
    """Whether `model.rules.faults` finds nothing and every order key is one."""
    named = {(each.kind, each.member): _named(document, each) for each in REFERENCES}
    return (
        all(named[each.kind, each.member] <= document.table(each.target).keys() for each in REFERENCES)
        and _lanes_fit(document, named)
        and all(link.source != link.target for link in document.table(Link).values())
        and all(are_keys([record.order for record in document.table(kind).values()]) for kind in _ORDERED)  # type: ignore[attr-defined]
    )


def are_keys(keys: Sequence[str]) -> bool:
    """Whether all of these are order keys, by looking at all keys of one length together."""
    return all(_are_keys([key for key in keys if len(key) == length], length) for length in set(map(len, keys)))


def _are_keys(keys: Sequence[str], length: int) -> bool:
    joined = "".join(keys)
    if (
        length in _WHOLE_HEADS
        and joined.isascii()
        and joined.isalnum()
        and set(joined[::length]) <= _WHOLE_HEADS[length]
    ):
        return True
    return all(map(is_key, keys))


def _named(document: Document, reference: Reference) -> set[Any]:
    values = map(attrgetter(reference.member), document.table(reference.kind).values())
    named = set(chain.from_iterable(values)) if reference.many else set(values)
    named.discard(None)
    return named


def _lanes_fit(document: Document, named: Named) -> bool:
    moods = {lane.id for lane in document.table(Lane).values() if lane.role is Role.EMOTION}
    return named[Emotion, "lane"] <= moods and moods.isdisjoint(named[Card, "lane"])

"""Whether a whole map keeps `model.rules`, asked of all records at once: ten times quicker than one by one."""

from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

from model.document import Document
from model.order import is_key
from model.records import Card, Emotion, Lane, Link, Record, Role
from model.rules import REFERENCES, Reference
from model.storage.form import SECTIONS


def _whole_length(head: str) -> int:
    return next((n for n in range(2, 28) if is_key(head + "1" * (n - 1)) and not is_key(head + "1" * (n - 2))), 0)


_ORDERED = tuple(kind for kind in SECTIONS.values() if "order" in kind.__struct_fields__)
_LENGTHS = bytes(_whole_length(chr(head)) for head in range(256))
"""By a key's first letter: how long the key is when it has no fraction, as nearly all have none."""

Named = dict[tuple[type[Record], str], set[Any]]


def keeps_rules(document: Document) -> bool:
    """Whether `model.rules.faults` finds nothing and every order key is one."""
    named = {(each.kind, each.member): _named(document, each) for each in REFERENCES}
    return (
        all(named[each.kind, each.member] <= document.table(each.target).keys() for each in REFERENCES)
        and _lanes_fit(document, named)
        and all(link.source != link.target for link in document.table(Link).values())
        and all(are_keys(list(map(attrgetter("order"), document.table(kind).values()))) for kind in _ORDERED)
    )


def are_keys(keys: Sequence[str]) -> bool:
    """Whether all of these are order keys. Those of the usual form are told by one look at all of them."""
    joined, heads = "".join(keys), "".join([key[:1] for key in keys])
    usual = joined.isascii() and joined.isalnum() and "A" not in heads and max(map(len, keys), default=0) < 256
    return (usual and bytes(map(len, keys)) == heads.encode().translate(_LENGTHS)) or all(map(is_key, keys))


def _named(document: Document, reference: Reference) -> set[Any]:
    values = map(attrgetter(reference.member), document.table(reference.kind).values())
    named = set(chain.from_iterable(values)) if reference.many else set(values)
    named.discard(None)
    return named


def _lanes_fit(document: Document, named: Named) -> bool:
    moods = {lane.id for lane in document.table(Lane).values() if lane.role is Role.EMOTION}
    return named[Emotion, "lane"] <= moods and moods.isdisjoint(named[Card, "lane"])

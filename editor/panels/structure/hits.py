"""Looking for words on the map: which records have them, and in which order one meets these in the tree."""

from collections.abc import Iterable
from itertools import pairwise

from editor.panels.structure.outline import Group, Key, below, way_to
from model.document import Document
from model.records import Asset, Card, Emotion, Id, Kpi, Lane, Link, Map, Persona, Record, Stage, Step

SEARCHED: dict[type[Record], tuple[str, ...]] = {
    Map: ("title", "scenario"),
    Stage: ("title", "caption", "note"),
    Step: ("title",),
    Lane: ("title", "caption"),
    Card: ("text", "note", "owner", "department", "channel"),
    Emotion: ("quote", "note"),
    Link: ("label",),
    Persona: ("name", "identity", "quote", "note"),
    Kpi: ("title", "note"),
}
"""Where the words of a record stand that it may be found by."""


def found(document: Document, wanted: str) -> list[Id]:
    """The records of the tree with these words in one of their texts, in no order; none without words."""
    needle = _folded(wanted)
    return [key for key, record in document.records.items() if needle and _has(record, needle)]


def _has(record: Record, needle: str) -> bool:
    return any(needle in _folded(getattr(record, member)) for member in SEARCHED.get(type(record), ()))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def in_tree_order(document: Document, keys: Iterable[Id]) -> list[Id]:
    """Records as one meets them walking down the tree."""
    ranks: dict[Key, dict[Key, int]] = {}

    def rank(key: Key, over: Key) -> int:
        if over not in ranks:
            ranks[over] = {each: at for at, each in enumerate(below(document, over))}
        return ranks[over][key]

    def place(key: Id) -> list[int]:
        way = [Group.ROOT, *way_to(document, key)]
        return [rank(under, over) for over, under in pairwise(way)]

    return sorted((key for key in keys if not isinstance(document.records[key], Asset)), key=place)

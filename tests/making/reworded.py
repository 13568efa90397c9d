"""A map with other words in place of its own, wherever a user may write what he likes."""

from collections.abc import Callable
from itertools import count
from typing import Any

import msgspec

from model.document import Document
from model.records import Card, Emotion, Evidence, Facts, Ignored, Kpi, Lane, Link, Map, Persona, Record, Stage, Step

WORDS: dict[type[Any], tuple[str, ...]] = {
    Map: ("title", "scenario", "impact_axis", "feasibility_axis"),
    Facts: ("facilitator", "workshop", "version", "sources"),
    Ignored: ("reason",),
    Stage: ("title", "caption", "note", "guide"),
    Step: ("title",),
    Lane: ("title", "caption", "guide"),
    Card: ("text", "note", "channel", "owner", "department", "author"),
    Evidence: ("text", "source"),
    Emotion: ("quote", "note"),
    Link: ("label",),
    Persona: ("name", "identity", "habits", "goals", "motivation", "quote", "note"),
    Kpi: ("title", "unit", "note"),
}
"""The members that hold words, or a list of them."""


def wordless(document: Document) -> Document:
    """Each word a number."""
    numbers = count(1)
    return reworded(document, lambda words: f"¤{next(numbers)}" if words else "")


def filled(document: Document, words: str) -> Document:
    """The same words everywhere, also where nothing stood."""
    return reworded(document, lambda _: words)


def reworded(document: Document, word: Callable[[str], str]) -> Document:
    """Each text as `word` makes it of the one that stands there."""
    return Document(_reworded(record, word) for record in document.records.values())


def _reworded(value: Any, word: Callable[[str], str]) -> Any:
    if isinstance(value, Record | Facts | Evidence | Ignored):
        return msgspec.structs.replace(value, **{name: _member(value, name, word) for name in value.__struct_fields__})
    return value


def _member(value: Any, name: str, word: Callable[[str], str]) -> Any:
    member = getattr(value, name)
    if name not in WORDS.get(type(value), ()):
        return tuple(_reworded(each, word) for each in member) if isinstance(member, tuple) else _reworded(member, word)
    if isinstance(member, tuple):
        return tuple(map(word, member)) or ((word(""),) if word("") else ())
    return word(member)

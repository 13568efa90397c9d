"""One thing that differs between two maps."""

from enum import StrEnum

import msgspec

from model.records import Card, Emotion, Id, Kpi, Lane, Link, Map, Persona, Record, Stage, Step


class Sort(StrEnum):
    """What kind of difference it is."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    CHANGED = "changed"


class Section(StrEnum):
    """Which part of a map it is about, in the order one reads them."""

    MAP = "map"
    PERSONAS = "personas"
    LANES = "lanes"
    JOURNEY = "journey"
    PARKED = "parked"
    KPIS = "kpis"


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a record stands: its stage, step and lane, as far as it has them."""

    section: Section
    stage: Id | None = None
    step: Id | None = None
    lane: Id | None = None


class Difference(msgspec.Struct, frozen=True, gc=False):
    """A record of one map and what became of it in the other; `before` is None for what was added, `after` for what
    was removed.

    `member`: what of the record is another, as `title` or `facts.date`; `order` for what stands elsewhere among its
    neighbours, `extra` for what this version does not know. Empty for what came and went.
    `place`: where it stands; of what was removed where it stood.
    """

    sort: Sort
    before: Record | None
    after: Record | None
    place: Place
    member: str = ""

    @property
    def record(self) -> Id:
        """The id of the record."""
        there = self.after or self.before
        assert there is not None  # one of the two is always given
        return there.id


WORDS: dict[type[Record], str] = {
    Map: "title", Stage: "title", Step: "title", Lane: "title", Card: "text", Emotion: "quote", Link: "label",
    Persona: "name", Kpi: "title",
}  # fmt: skip
"""What a record says; another text there is a rewording."""

PLACED: dict[type[Record], tuple[str, ...]] = {
    Card: ("lane", "step"), Emotion: ("lane", "step"), Step: ("stage",), Kpi: ("stage",), Link: ("source", "target"),
}  # fmt: skip
"""What says where a record stands; another value there is a move."""

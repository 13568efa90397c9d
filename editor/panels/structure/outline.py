"""The map as a tree: what stands below what. Pure; a key stands for a record, for a cell or for a group of records."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from operator import attrgetter

from model.change import Change
from model.document import Document
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Map, Persona, Record, Stage, Step

Cell = tuple[Id, Id]
"""Step and lane, with something in it."""


class Group(Enum):
    """What is a row of the tree and no record. Not strings: a file may call its records anything."""

    ROOT = auto()
    PERSONAS = auto()
    PARKED = auto()
    LANES = auto()
    KPIS = auto()


Key = Id | Cell | Group

_GROUPS: dict[type[Record], Group] = {
    Map: Group.ROOT, Stage: Group.ROOT, Lane: Group.LANES, Persona: Group.PERSONAS, Kpi: Group.KPIS,
}  # fmt: skip


def above(record: Record) -> Key | None:
    """What a record stands below; None for one that has no row."""
    match record:
        case Step():
            return record.stage
        case Card() | Emotion():
            # A card with half a place is parked.
            return Group.PARKED if record.step is None or record.lane is None else (record.step, record.lane)
        case Link():
            return record.source
    return _GROUPS.get(type(record))


def way_to(document: Document, key: Key) -> list[Key]:
    """The keys from the top of the tree down to this one; none for what the tree does not show."""
    way: list[Key] = []
    at: Key | None = key
    while at is not None and at is not Group.ROOT:
        way.append(at)
        at = _above(document, at)
    return way[::-1] if at is Group.ROOT else []


def _above(document: Document, key: Key) -> Key | None:
    if isinstance(key, Group):
        return Group.ROOT
    if isinstance(key, tuple):
        return key[0]
    record = document.records.get(key)
    return above(record) if record is not None else None


def is_there(document: Document, key: Key) -> bool:
    """Whether the map has what a key stands for: a row may outlive it until the tree has followed."""
    return isinstance(key, Group) or all(
        each in document.records for each in (key if isinstance(key, tuple) else (key,))
    )


def below(document: Document, key: Key) -> Sequence[Key]:
    """What stands below a key, from top to bottom."""
    if isinstance(key, Group):
        return _in_group(document, key)
    if isinstance(key, tuple):
        return [record.id for record in _in_cell(document, *key)]
    match document.records.get(key):
        case Stage():
            return [step.id for step in _steps(document, key)]
        case Step():
            lanes = {record.lane for record in _standing(document, key)}
            return [(key, lane.id) for lane in document.lanes if lane.id in lanes]
        case Card():
            return [link.id for link in document.links_of(key) if link.source == key]
    return []


def has_below(document: Document, key: Key) -> bool:
    """Whether anything stands below a key, told without sorting it."""
    if isinstance(key, tuple):
        return True
    if isinstance(key, Group):
        return bool(below(document, key))
    match document.records.get(key):
        case Stage():
            return any(isinstance(document.records[each], Step) for each in document.referring(key))
        case Step():
            return next(_standing(document, key), None) is not None
        case Card():
            return any(link.source == key for link in document.links_of(key))
    return False


def _in_group(document: Document, group: Group) -> Sequence[Key]:
    match group:
        case Group.ROOT:
            stages = (stage.id for stage in document.stages)
            return [document.map.id, Group.PERSONAS, *stages, Group.PARKED, Group.KPIS, Group.LANES]
        case Group.PERSONAS:
            return [persona.id for persona in document.personas]
        case Group.PARKED:
            return [card.id for card in document.parked]
        case Group.LANES:
            return [lane.id for lane in document.lanes]
        case Group.KPIS:
            return [kpi.id for kpi in document.kpis]


def _steps(document: Document, stage: Id) -> Sequence[Step]:
    steps = (document.get(Step, key) for key in document.referring(stage))
    return sorted((step for step in steps if step is not None), key=attrgetter("order", "id"))


def _standing(document: Document, step: Id) -> Iterator[Card | Emotion]:
    """What begins in a step, in no order."""
    for key in document.referring(step):
        record = document.records[key]
        if isinstance(record, Card | Emotion) and record.lane is not None:
            yield record


def _in_cell(document: Document, step: Id, lane: Id) -> Sequence[Card | Emotion]:
    return sorted((each for each in _standing(document, step) if each.lane == lane), key=attrgetter("order", "id"))


def touched(document: Document, change: Change) -> list[Key]:
    """The keys below which a change may have put something, taken something or turned it round; the top ones first."""
    keys: set[Key] = {key for record in (*change.befores.values(), *change.afters.values()) for key in _stirred(record)}
    if any(isinstance(record, Lane) for record in (*change.befores.values(), *change.afters.values())):
        keys.update(document.table(Step))
    return sorted(keys, key=lambda key: _depth(document, key))


def _stirred(record: Record) -> Iterator[Key]:
    key = above(record)
    if key is not None:
        yield key
    if isinstance(key, tuple):
        yield key[0]


def _depth(document: Document, key: Key) -> int:
    if isinstance(key, Group):
        return 0 if key is Group.ROOT else 1
    if isinstance(key, tuple):
        return 3
    match document.records.get(key):
        case Stage():
            return 1
        case Step():
            return 2
    return 4

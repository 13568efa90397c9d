"""Two maps to a list of what differs, in the order of the journey."""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from model.change import between
from model.compare.difference import PLACED, WORDS, Difference, Sort
from model.compare.places import Ranks, place
from model.document import Document
from model.records import Asset, Card, Emotion, Facts, Id, Kpi, Lane, Map, Persona, Record, Stage, Step

_UNSEEN = frozenset({"id", "order"})


def compare(before: Document, after: Document) -> tuple[Difference, ...]:
    """What has to happen to `before` to become `after`. Nothing is said of order keys that order nothing anew.

    Two maps with different ids are compared all the same: the map itself is then another version of the first one's.
    Pictures are told of where they are shown.
    """
    change = between(_records(before, after.map.id), _records(after, after.map.id))
    pairs = {key: pair for key, pair in change.updated.items() if type(pair[0]) is type(pair[1])}
    others = [pair for key, pair in change.updated.items() if key not in pairs]
    found = [
        *(_added(record, after) for record in (*change.added.values(), *(new for _, new in others))),
        *(_removed(record, before) for record in (*change.removed.values(), *(old for old, _ in others))),
        *_updated(pairs, before, after),
    ]
    ranks = Ranks(before, after)
    return tuple(sorted(found, key=lambda each: ranks.rank(_either(each), each.place)))


def unknown_differs(before: Document, after: Document) -> bool:
    """Whether the maps differ in what stands beside their records and this version does not know."""
    return dict(before.unknown) != dict(after.unknown)


def _records(document: Document, map_id: Id) -> dict[Id, Record]:
    records = {key: record for key, record in document.records.items() if not isinstance(record, Asset)}
    own = records.pop(document.map.id)
    records[map_id] = own if own.id == map_id else msgspec.structs.replace(own, id=map_id)
    return records


def _either(difference: Difference) -> Record:
    there = difference.after or difference.before
    assert there is not None  # a difference is about a record
    return there


def _added(record: Record, document: Document) -> Difference:
    return Difference(Sort.ADDED, None, record, place(record, document))


def _removed(record: Record, document: Document) -> Difference:
    return Difference(Sort.REMOVED, record, None, place(record, document))


def _updated(pairs: dict[Id, tuple[Record, Record]], before: Document, after: Document) -> Iterator[Difference]:
    reordered = _reordered(pairs, before, after)
    for key, (old, new) in pairs.items():
        members = [*_members(old, new)]
        if key in reordered and not any(sort is Sort.MOVED for sort, _ in members):
            members.insert(0, (Sort.MOVED, "order"))
        if members:
            at = place(new, after)
            yield from (Difference(sort, old, new, at, member) for sort, member in members)


def _members(old: Record, new: Record) -> Iterator[tuple[Sort, str]]:
    """What differs between two states of a record: its place first and once, then its words, then the rest."""
    kind = type(new)
    differing = [name for name in kind.__struct_fields__ if getattr(old, name) != getattr(new, name)]
    if any(name in PLACED.get(kind, ()) for name in differing):
        yield Sort.MOVED, PLACED[kind][0]
    if WORDS[kind] in differing:
        yield Sort.REWORDED, WORDS[kind]
    for name in differing:
        if name == "facts" and isinstance(old, Map) and isinstance(new, Map):
            yield from ((Sort.CHANGED, f"facts.{each}") for each in _differing_facts(old.facts, new.facts))
        elif name not in _UNSEEN and name not in PLACED.get(kind, ()) and name != WORDS[kind]:
            yield Sort.CHANGED, name


def _differing_facts(old: Facts, new: Facts) -> Iterator[str]:
    return (name for name in Facts.__struct_fields__ if getattr(old, name) != getattr(new, name))


def _reordered(pairs: dict[Id, tuple[Record, Record]], before: Document, after: Document) -> frozenset[Id]:
    """What has another order key and stands elsewhere among the neighbours that both maps have."""
    groups: dict[tuple[object, ...], list[Id]] = defaultdict(list)
    for key, (old, new) in pairs.items():
        if _is_reordered(old, new) and _stood(old) == _stood(new):
            groups[type(new), *_stood(new)].append(key)
    return frozenset(key for keys in groups.values() for key in keys if _stand_anew(*pairs[keys[0]], before, after))


def _is_reordered(old: Record, new: Record) -> bool:
    """Emotions of a step stand side by side in no order that anybody sees."""
    return getattr(old, "order", "") != getattr(new, "order", "") and not isinstance(new, Emotion)


def _stood(record: Record) -> tuple[Id | None, ...]:
    return tuple(getattr(record, name) for name in PLACED.get(type(record), ()))


def _stand_anew(old: Record, new: Record, before: Document, after: Document) -> bool:
    one, other = _neighbours(old, before), _neighbours(new, after)
    both = frozenset(one) & frozenset(other)
    return [key for key in one if key in both] != [key for key in other if key in both]


def _neighbours(record: Record, document: Document) -> list[Id]:
    """The ids of what a record stands among, in order."""
    match record:
        case Card() if record.lane is not None and record.step is not None:
            return [card.id for card in document.cards_in(record.lane, record.step)]
        case Card():
            return [card.id for card in document.parked]
        case Step():
            return [step.id for step in document.steps if step.stage == record.stage]
        case Kpi():
            return [kpi.id for kpi in document.kpis if kpi.stage == record.stage]
    rows: dict[type[Record], tuple[Record, ...]] = {
        Stage: document.stages, Lane: document.lanes, Persona: document.personas,
    }  # fmt: skip
    return [each.id for each in rows[type(record)]]

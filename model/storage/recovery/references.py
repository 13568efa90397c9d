"""References of a damaged file set right without losing a word: whatever has lost its place goes to the parking lot."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from model.ids import new_id
from model.order import several
from model.records import Card, Emotion, Id, Lane, Link, Record, Role, Stage, Step
from model.rules import REFERENCES, Reference, WhenGone
from model.storage.faults import Fault
from model.storage.form import SECTIONS
from model.storage.recovery.parsing import free_name

R = TypeVar("R", bound=Record)
Tables = dict[type[Record], dict[Id, Any]]
Words = tuple[str, str, dict[str, Any]]
"""What becomes of a lost emotion or link: text and note of a card, and its unknown members."""

_CARD = frozenset(Card.__struct_fields__) - {"extra"}


def with_sound_references(records: Iterable[Record], faults: list[Fault]) -> list[Record]:
    """The records, with whatever `model.rules` asks for. Takes them with ids and order keys in order."""
    tables: Tables = {kind: {} for kind in SECTIONS.values()}
    for record in records:
        tables.setdefault(type(record), {})[record.id] = record
    _make_stages(tables, faults)
    _make_moods(tables, faults)
    for reference in REFERENCES:
        if reference.when_gone is WhenGone.LETS_GO:
            _let_go(tables, reference, faults)
    _unplace(tables, faults)
    _park(tables, [*_lost_emotions(tables, faults), *_lost_links(tables, faults)])
    return [record for table in tables.values() for record in table.values()]


def _make_stages(tables: Tables, faults: list[Fault]) -> None:
    """A stage for the steps of each one that is gone, under its id where that is free."""
    homeless = [step for step in tables[Step].values() if step.stage not in tables[Stage]]
    gone = list(dict.fromkeys(step.stage for step in homeless))
    taken = {key for table in tables.values() for key in table}
    ids = {key: key if key and key not in taken else new_id(Stage) for key in gone}
    for key, order in zip(gone, _behind(tables[Stage], len(gone)), strict=True):
        tables[Stage][ids[key]] = Stage(id=ids[key], order=order)
    for step in homeless:
        faults.append(Fault("stage_made", step.id, details={"stage": ids[step.stage]}))
        tables[Step][step.id] = msgspec.structs.replace(step, stage=ids[step.stage])


def _make_moods(tables: Tables, faults: list[Fault]) -> None:
    """A lane with emotions and no card has lost its role and nothing else."""
    with_cards = {card.lane for card in tables[Card].values()}
    for key in {emotion.lane for emotion in tables[Emotion].values()} - with_cards:
        lane = tables[Lane].get(key)
        if lane is not None and lane.role is not Role.EMOTION:
            faults.append(Fault("lane_role", key, details={"role": str(lane.role)}))
            tables[Lane][key] = msgspec.structs.replace(lane, role=Role.EMOTION)


def _let_go(tables: Tables, reference: Reference, faults: list[Fault]) -> None:
    there = tables.get(reference.target, {})
    if not reference.many:
        named = {getattr(record, reference.member) for record in tables[reference.kind].values()}
        if named - {None} <= there.keys():
            return
    for record in list(tables[reference.kind].values()):
        value = getattr(record, reference.member)
        values = value if reference.many else () if value is None else (value,)
        kept = tuple(each for each in values if each in there)
        if kept != tuple(values):
            gone = ", ".join(each for each in values if each not in there)
            faults.append(Fault("let_go", record.id, details={"member": reference.member, "target": gone}))
            new = kept if reference.many else None
            tables[reference.kind][record.id] = msgspec.structs.replace(record, **{reference.member: new})


def _unplace(tables: Tables, faults: list[Fault]) -> None:
    """Cards without their step or lane, or on an emotion lane, to the parking lot."""
    steps, lanes = tables[Step], {key for key, lane in tables[Lane].items() if lane.role is not Role.EMOTION}
    for card in list(tables[Card].values()):
        lane = card.lane if card.lane in lanes else None
        step = card.step if card.step in steps else None
        if (lane, step) != (card.lane, card.step):
            faults.append(Fault("parked", card.id, details={"lane": card.lane or "", "step": card.step or ""}))
            tables[Card][card.id] = msgspec.structs.replace(card, lane=lane, step=step)


def _lost_emotions(tables: Tables, faults: list[Fault]) -> list[Words]:
    lost = [
        emotion
        for emotion in tables[Emotion].values()
        if emotion.step not in tables[Step] or not _is_mood(tables, emotion.lane)
    ]
    for emotion in lost:
        del tables[Emotion][emotion.id]
        details = {"value": emotion.value, "lane": emotion.lane, "step": emotion.step}
        code = "emotion_parked" if emotion.quote or emotion.note else "emotion_dropped"
        faults.append(Fault(code, emotion.id, details=details))
    return [_words(emotion.quote, emotion.note, emotion) for emotion in lost if emotion.quote or emotion.note]


def _lost_links(tables: Tables, faults: list[Fault]) -> list[Words]:
    cards = tables[Card]
    lost = [
        link
        for link in tables[Link].values()
        if link.source not in cards or link.target not in cards or link.source == link.target
    ]
    for link in lost:
        del tables[Link][link.id]
        details = {"source": link.source, "target": link.target}
        faults.append(Fault("link_parked" if link.label else "link_dropped", link.id, details=details))
    return [_words(link.label, "", link) for link in lost if link.label]


def _words(text: str, note: str, record: Record) -> Words:
    extra = {free_name(name, record.extra) if name in _CARD else name: value for name, value in record.extra.items()}
    return (text, note, extra) if text else (note, "", extra)


def _park(tables: Tables, lost: list[Words]) -> None:
    for (text, note, extra), order in zip(lost, _behind(tables[Card], len(lost)), strict=True):
        card = Card(id=new_id(Card), order=order, text=text, note=note, extra=extra)
        tables[Card][card.id] = card


def _is_mood(tables: Tables, lane: Id | None) -> bool | None:
    """Whether a lane is for emotions; None where there is no such lane."""
    found = tables[Lane].get(lane) if lane is not None else None
    return None if found is None else found.role is Role.EMOTION


def _behind(table: dict[Id, Any], count: int) -> list[str]:
    return several(max((record.order for record in table.values()), default=None), None, count)

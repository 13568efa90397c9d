"""Edits for tests: whatever may happen to a map next, in keeping with its rules and blind to what people would do."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from model import change
from model.change import Change
from model.document import Document
from model.operations.cascade import deletion
from model.records import (
    Card,
    Emotion,
    Evidence,
    EvidenceKind,
    Id,
    Kpi,
    Lane,
    Link,
    Map,
    Mark,
    Persona,
    Record,
    Role,
    Stage,
    State,
    Step,
)
from tests.making.small import seeded_id

ORDERS = ("a0", "a1", "a2", "a3V", "Zz")
NAMES = ("", "Sari", "sari", "Perawat", "Perwat")
ROLES = tuple(role for role in Role if role is not Role.EMOTION)
LABELS = ("", "memanggil", "kirim data pesanan ke kasir")
GUESS = Evidence(kind=EvidenceKind.ASSUMPTION)

Members = dict[str, Any]


def any_edit(chance: Random, document: Document) -> Change:
    """A change that fits the document: something comes, goes, or becomes different. It may be empty."""
    kind = chance.choice(KINDS)
    happens: Sequence[Callable[[Random, Document, type[Record]], Change]] = (_come, _come, _go, _become, _become)
    return chance.choice(happens)(chance, document, kind)


def _come(chance: Random, document: Document, kind: type[Record]) -> Change:
    if kind is Map or not _possible(document, kind):
        return Change()
    return change.add(kind(id=seeded_id(chance, kind), **MEMBERS[kind](chance, document)))


def _go(chance: Random, document: Document, kind: type[Record]) -> Change:
    keys = sorted(document.table(kind))
    return deletion(document, [chance.choice(keys)]) if keys and kind is not Map else Change()


def _become(chance: Random, document: Document, kind: type[Record]) -> Change:
    """Some members of a record are others. A lane that carries emotions keeps to them, and one that carries cards."""
    keys = sorted(document.table(kind))
    if not keys or not _possible(document, kind):
        return Change()
    record, members = document.table(kind)[chance.choice(keys)], MEMBERS[kind](chance, document)
    if isinstance(record, Lane) and record.role is Role.EMOTION:
        del members["role"]
    if isinstance(record, Link):
        del members["source"], members["target"]
    return change.update(record, **{name: members[name] for name in chance.sample(sorted(members), 2)})


def _possible(document: Document, kind: type[Record]) -> bool:
    """Whether there is what such a record must refer to."""
    moods = any(lane.role is Role.EMOTION for lane in document.lanes)
    needs = {
        Step: bool(document.stages),
        Emotion: moods and bool(document.steps),
        Link: len(document.table(Card)) > 1,
    }
    return needs.get(kind, True)


def _map(chance: Random, _: Document) -> Members:
    return {
        "title": chance.choice(("", "Memesan kopi", "Memesan kopi lewat aplikasi, lalu mengambilnya sendiri di kedai")),
        "scenario": chance.choice(("", "Pagi")),
        "state": chance.choice((None, State.CURRENT)),
        "total_minutes": chance.choice((None, 5.0, 60.0)),
    }


def _stage(chance: Random, _: Document) -> Members:
    return {"order": chance.choice(ORDERS), "title": chance.choice(NAMES), "caption": chance.choice(("", "5 menit"))}


def _step(chance: Random, document: Document) -> Members:
    words = {"title": chance.choice(NAMES), "minutes": chance.choice((None, 5.0, 60.0))}
    return {"stage": chance.choice(document.stages).id, "order": chance.choice(ORDERS), **words}


def _lane(chance: Random, _: Document) -> Members:
    words = {"title": chance.choice(NAMES), "folded": chance.random() < 0.3}
    return {"order": chance.choice(ORDERS), "role": chance.choice(ROLES), **words}


def _card(chance: Random, document: Document) -> Members:
    lanes: list[Id | None] = [lane.id for lane in document.lanes if lane.role is not Role.EMOTION]
    steps: list[Id | None] = [step.id for step in document.steps]
    return {
        "lane": chance.choice([*lanes, None]),
        "step": chance.choice([*steps, None]),
        "order": chance.choice(ORDERS),
        "span": chance.choice((1, 1, 2, 4)),
        "text": chance.choice(NAMES),
        "marks": tuple(chance.sample((Mark.MOMENT_OF_TRUTH, Mark.WAIT_POINT), chance.randint(0, 2))),
        "self_service": chance.random() < 0.2,
        "owner": chance.choice(NAMES),
        "channel": chance.choice(NAMES),
        "evidence": chance.choice(((), (GUESS,), (GUESS, Evidence(kind=EvidenceKind.FIGURE)))),
    }


def _emotion(chance: Random, document: Document) -> Members:
    lane = chance.choice([lane.id for lane in document.lanes if lane.role is Role.EMOTION])
    step = chance.choice(document.steps).id
    felt = {"value": chance.choice((-2.0, -0.5, 0.0, 1.0)), "quote": chance.choice(("", "Lama sekali menunggunya"))}
    return {"lane": lane, "step": step, "order": chance.choice(ORDERS), **felt}


def _link(chance: Random, document: Document) -> Members:
    source, target = chance.sample(sorted(document.table(Card)), 2)
    look = {"both": chance.random() < 0.2, "loop": chance.random() < 0.2, "label": chance.choice(LABELS)}
    return {"source": source, "target": target, **look}


def _persona(chance: Random, _: Document) -> Members:
    return {"order": chance.choice(ORDERS), "name": chance.choice(NAMES)}


def _kpi(chance: Random, document: Document) -> Members:
    cards = sorted(document.table(Card))
    watched = tuple(chance.sample(cards, min(len(cards), chance.randint(0, 3))))
    stages = [None, *(stage.id for stage in document.stages)]
    words = {"title": chance.choice(NAMES), "stage": chance.choice(stages)}
    return {"order": chance.choice(ORDERS), "cards": watched, **words}


MEMBERS: dict[type[Record], Callable[[Random, Document], Members]] = {
    Map: _map, Stage: _stage, Step: _step, Lane: _lane, Card: _card, Emotion: _emotion, Link: _link,
    Persona: _persona, Kpi: _kpi,
}  # fmt: skip
KINDS: tuple[type[Record], ...] = (*MEMBERS, Card, Card, Link, Link)

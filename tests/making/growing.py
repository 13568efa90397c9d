"""A map grown from one seed, with whatever a file may hold on it."""

from collections.abc import Sequence
from functools import partial
from random import Random
from typing import Any, TypeVar

from model import order
from model.document import Document
from model.ids import asset_id
from model.records import (
    Asset,
    Card,
    Emotion,
    Evidence,
    EvidenceKind,
    Facts,
    Ignored,
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
from tests.making import phrases
from tests.making.small import picture, seeded_id

R = TypeVar("R", bound=Record)


def any_map(
    chance: Random, steps: int, lanes: int, cards: int, others: int, scripts: tuple[str, ...] = phrases.EVERY_SCRIPT
) -> Document:
    """A map of these sizes; `others` bounds how many links, emotions, personas, KPIs and pictures there are."""
    grower = _Grower(chance, scripts)
    grower.grow(steps, lanes, cards, others)
    unknown = {"x-plugin": {"panel": [1, "dua", None]}} if chance.random() < 0.1 else {}
    return Document(grower.records, unknown)


class _Grower:
    """The records of one map on their way, every choice made by one seeded source of chance."""

    def __init__(self, chance: Random, scripts: tuple[str, ...]) -> None:
        self.chance, self.records = chance, list[Record]()
        self.write = partial(phrases.writing, chance, scripts)

    def grow(self, steps: int, lanes: int, cards: int, others: int) -> None:
        columns = self.columns(steps)
        rows = [self.lane(key) for key in self.keys(lanes)]
        pictures = [self.asset() for _ in range(self.upto(min(others, 2)))]
        notes = [self.card(key, columns, rows, pictures) for key in self.keys(cards)]
        personas = [self.persona(key, pictures) for key in self.keys(self.upto(others // 2))]
        self.emotions(columns, [lane for lane in rows if lane.role is Role.EMOTION], personas, others)
        self.links(notes, self.upto(others))
        stages = [record for record in self.records if isinstance(record, Stage)]
        for key in self.keys(self.upto(others // 2)):
            self.kpi(key, stages, notes)
        self.map(notes)

    def columns(self, count: int) -> list[Step]:
        borders = [self.chance.random() < 0.4 for _ in range(count)]
        made = [self.stage(key) for key in self.keys(sum(borders) + (1 if count else 0) + self.upto(2))]
        stages = sorted(made, key=lambda stage: (stage.order, stage.id))
        filled = sorted(self.chance.sample(range(len(stages)), sum(borders) + 1)) if count else []
        place, steps = 0, list[tuple[int, str, str, Step]]()
        for key, border in zip(self.keys(count), borders, strict=True):
            step = self.step(key, stages[filled[place]])
            steps.append((filled[place], step.order, step.id, step))
            place += border
        return [step for *_, step in sorted(steps)]

    def stage(self, key: str) -> Stage:
        words = {
            "caption": self.maybe(self.write, ""),
            "note": self.maybe(self.write, ""),
            "guide": self.maybe(self.write, ""),
        }
        return self.made(Stage, order=key, title=self.write(), **words)

    def step(self, key: str, stage: Stage) -> Step:
        return self.made(Step, order=key, stage=stage.id, title=self.write(), minutes=self.maybe(self.minutes))

    def lane(self, key: str) -> Lane:
        words = {"title": self.write(), "caption": self.maybe(self.write, ""), "guide": self.maybe(self.write, "")}
        shown = {"hidden": self.rarely(), "folded": self.rarely()}
        return self.made(Lane, order=key, role=self.role(), **words, **shown)

    def role(self) -> Role:
        return Role.EMOTION if self.chance.random() < 0.2 else self.chance.choice(tuple(Role))

    def card(self, key: str, columns: Sequence[Step], rows: Sequence[Lane], pictures: Sequence[Asset]) -> Card:
        rows = [lane for lane in rows if lane.role is not Role.EMOTION]
        place: dict[str, Any] = {}
        if columns and rows and not self.rarely():
            at = self.chance.randrange(len(columns))
            room = len(columns) - at
            span = self.chance.randint(1, room) if self.chance.random() < 0.2 else 1
            place = {"lane": self.chance.choice(rows).id, "step": columns[at].id, "span": span}
        elif rows and self.rarely():
            place = {"lane": self.chance.choice(rows).id}
        details = self.card_details() if self.chance.random() < 0.3 else {}
        picture = {"picture": self.chance.choice(pictures).id} if pictures and self.rarely() else {}
        return self.made(Card, order=key, text=self.write(), **place, **details, **picture)

    def card_details(self) -> dict[str, Any]:
        chance = self.chance
        return {
            "note": self.maybe(self.write, ""),
            "marks": tuple(chance.sample(tuple(Mark), chance.randint(0, 2))),
            "channel": chance.choice(("", "Aplikasi", "aplikasi ", "WhatsApp")),
            "digital": chance.choice((None, True, False)),
            "self_service": self.rarely(),
            "owner": chance.choice(("", "Sari", "Budi")),
            "department": chance.choice(("", "Operasi")),
            "author": chance.choice(("", "Meja 3")),
            "due": chance.choice(("", "2026-11-12")),
            "evidence": tuple(self.evidence() for _ in range(chance.randint(0, 2))),
            "impact": self.maybe(lambda: chance.randint(0, 20) / 2),
            "feasibility": self.maybe(lambda: chance.randint(0, 20) / 2),
            "votes": chance.choice((0, 0, 1, 7)),
            "minutes": self.maybe(self.minutes),
            "url": chance.choice(("", "https://contoh.id/keluhan?id=7")),
        }

    def evidence(self) -> Evidence:
        return Evidence(
            kind=self.chance.choice(tuple(EvidenceKind)), text=self.write(), source=self.maybe(self.write, "")
        )

    def emotions(self, columns: Sequence[Step], rows: Sequence[Lane], personas: Sequence[Persona], count: int) -> None:
        if not (columns and rows):
            return
        for key in self.keys(self.upto(count)):
            persona = self.chance.choice(personas).id if personas and self.rarely() else None
            place = {"lane": self.chance.choice(rows).id, "step": self.chance.choice(columns).id}
            words = {"quote": self.maybe(self.write, ""), "note": self.maybe(self.write, "")}
            self.made(Emotion, order=key, value=self.chance.randint(-8, 8) / 4, persona=persona, **place, **words)

    def links(self, cards: Sequence[Card], count: int) -> None:
        pairs = set[frozenset[str]]()
        for _ in range(count if len(cards) > 1 else 0):
            source, target = self.chance.sample(cards, 2)
            pair = frozenset((source.id, target.id))
            if pair not in pairs:
                pairs.add(pair)
                ways = {"both": self.rarely(), "loop": self.rarely(), "label": self.maybe(self.write, "")}
                self.made(Link, source=source.id, target=target.id, **ways)

    def persona(self, key: str, pictures: Sequence[Asset]) -> Persona:
        words = {name: self.maybe(self.write, "") for name in ("identity", "motivation", "quote", "note")}
        lists = {name: tuple(self.write() for _ in range(self.upto(3))) for name in ("habits", "goals")}
        age = self.maybe(lambda: self.chance.randint(0, 99))
        picture = self.chance.choice(pictures).id if pictures and self.chance.random() < 0.5 else None
        return self.made(Persona, order=key, name=self.write(), age=age, picture=picture, **words, **lists)

    def kpi(self, key: str, stages: Sequence[Stage], cards: Sequence[Card]) -> Kpi:
        figures = {
            name: self.maybe(lambda: self.chance.randint(-100, 1000) / 10) for name in ("baseline", "target", "actual")
        }
        stage = self.chance.choice(stages).id if stages and self.chance.random() < 0.7 else None
        watched = tuple(card.id for card in self.chance.sample(cards, self.upto(min(len(cards), 3))))
        words = {
            "title": self.write(),
            "unit": self.chance.choice(("", "%", "menit")),
            "note": self.maybe(self.write, ""),
        }
        return self.made(Kpi, order=key, stage=stage, cards=watched, **words, **figures)

    def asset(self) -> Asset:
        data = picture(self.chance.randrange(2**24))
        asset = Asset(id=asset_id(data), type="image/png", data=data)
        self.records.append(asset)
        return asset

    def map(self, cards: Sequence[Card]) -> Map:
        facts = Facts(
            facilitator=self.write(), workshop=self.maybe(self.write, ""), date=self.chance.choice(("", "2026-11-12"))
        )
        ignored = tuple(
            Ignored(code="owner_missing", records=(card.id,), reason=self.write()) for card in cards[: self.upto(1)]
        )
        members = {"state": self.chance.choice((None, *State)), "language": self.chance.choice(("id", "en", "vi"))}
        words = {"title": self.write(), "scenario": self.write(), "impact_axis": self.maybe(self.write, "")}
        return self.made(Map, facts=facts, ignored=ignored, total_minutes=self.maybe(self.minutes), **members, **words)

    def made(self, kind: type[R], **members: Any) -> R:
        extra = {"x-colour": self.chance.choice(("jingga", 7, None))} if self.chance.random() < 0.05 else {}
        record = kind(id=seeded_id(self.chance, kind), extra=extra, **members)
        self.records.append(record)
        return record

    def keys(self, count: int) -> list[str]:
        """Order keys; now and then two are equal, as after a merge."""
        keys = order.several(None, None, count)
        for at in range(1, count):
            if self.chance.random() < 0.05:
                keys[at] = keys[at - 1]
        return keys

    def upto(self, most: int) -> int:
        return self.chance.randint(0, most)

    def rarely(self) -> bool:
        return self.chance.random() < 0.15

    def maybe(self, make: Any, otherwise: Any = None) -> Any:
        return make() if self.chance.random() < 0.4 else otherwise

    def minutes(self) -> float:
        return float(self.chance.choice((0, 0.5, 1, 5, 90)))

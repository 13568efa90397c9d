"""What someone might ask of each operation: arguments drawn for the map as it stands, some of them foolish."""

from collections.abc import Callable, Iterable
from random import Random
from typing import TypeVar

from model.change import Change
from model.document import Document
from model.operations import (
    capture,
    card_content,
    cards,
    cascade,
    clip,
    duplicating,
    emotions,
    joining,
    kpis,
    lanes,
    links,
    maps,
    pasting,
    personas,
    pictures,
    roles,
    stages,
    steps,
)
from model.records import (
    PREFIXES,
    Card,
    Emotion,
    Evidence,
    EvidenceKind,
    Id,
    Kpi,
    Lane,
    Link,
    Mark,
    Persona,
    Record,
    Role,
    Stage,
    State,
    Step,
)
from tests.making import phrases
from tests.making.small import picture

Operation = Callable[..., Change]
V = TypeVar("V")
ENDS: tuple[links.End, ...] = ("source", "target")


class Wish:
    """Chooses arguments for one operation on one document."""

    def __init__(self, chance: Random, document: Document) -> None:
        self.chance, self.document = chance, document

    def one(self, kind: type[Record]) -> Id:
        """A record of this kind; where there is none, or once in a while, one that is gone."""
        return self.among(sorted(self.document.table(kind)))

    def card_lane(self) -> Id:
        return self.among([lane.id for lane in self.document.lanes if lane.role is not Role.EMOTION or self.rarely()])

    def mood_lane(self) -> Id:
        return self.among([lane.id for lane in self.document.lanes if lane.role is Role.EMOTION or self.rarely()])

    def among(self, ids: list[Id]) -> Id:
        return "gone" if not ids or self.rarely() else self.chance.choice(ids)

    def some(self, *kinds: type[Record]) -> list[Id]:
        ids = sorted(key for kind in kinds for key in self.document.table(kind))
        return self.chance.choices(ids, k=self.chance.randint(0, 4)) if ids else []

    def maybe(self, value: V) -> V | None:
        return value if self.flag() else None

    def index(self) -> int | None:
        return self.maybe(self.place())

    def place(self) -> int:
        return self.chance.randint(-1, 6)

    def text(self) -> str:
        return phrases.writing(self.chance)

    def of(self, values: Iterable[V]) -> V:
        return self.chance.choice(list(values))

    def flag(self) -> bool:
        return self.chance.random() < 0.5

    def rarely(self) -> bool:
        return self.chance.random() < 0.05

    def number(self, low: float, high: float) -> float:
        return self.chance.randint(int(low * 4), int(high * 4)) / 4

    def cell(self) -> tuple[Id | None, Id | None]:
        return (self.card_lane(), self.one(Step)) if self.chance.random() < 0.8 else (None, None)

    def evidence(self) -> Evidence:
        return Evidence(kind=self.of(EvidenceKind), text=self.text())


def _paste(wish: Wish) -> Change:
    taken = clip.copy(wish.document, wish.some(Card, Emotion, Step, Lane))
    again = clip.unpack(clip.pack(taken))
    assert again == taken
    return pasting.paste(wish.document, again, *wish.cell(), wish.index())


def _pasted_text(wish: Wish) -> str:
    return str(wish.of((wish.text(), "satu\ndua\n\ntiga", "a\tb\tc\nd\t\tf\n\tg", '"x\ny"\tz', "• ya\n• tidak", "")))


WISHES: dict[Operation, Callable[[Wish], Change]] = {
    capture.write_below: lambda w: capture.write_below(w.document, w.one(Card), w.text()),
    capture.write_beside: lambda w: capture.write_beside(w.document, w.one(Card), w.text()),
    cards.add_card: lambda w: cards.add_card(w.document, *w.cell(), w.text(), w.index()),
    cards.move_cards: lambda w: cards.move_cards(
        w.document, w.some(Card), w.card_lane(), w.one(Step), w.index(), w.maybe(w.one(Card))
    ),
    cards.copy_cards: lambda w: cards.copy_cards(w.document, w.some(Card), w.card_lane(), w.one(Step), w.index()),
    cards.park_cards: lambda w: cards.park_cards(w.document, w.some(Card), w.index()),
    cards.set_span: lambda w: cards.set_span(w.document, w.one(Card), w.place()),
    cards.begin_card_at: lambda w: cards.begin_card_at(w.document, w.one(Card), w.one(Step)),
    cards.delete_cards: lambda w: cards.delete_cards(w.document, w.some(Card)),
    cascade.deletion: lambda w: cascade.deletion(w.document, w.some(*PREFIXES)),
    pasting.paste: _paste,
    pasting.paste_text: lambda w: pasting.paste_text(w.document, _pasted_text(w), *w.cell(), w.index()),
    duplicating.duplicate: lambda w: duplicating.duplicate(w.document, w.some(*PREFIXES)),
    emotions.add_emotion: lambda w: emotions.add_emotion(
        w.document, w.mood_lane(), w.one(Step), w.number(-2.5, 2.5), w.maybe(w.one(Persona)), quote=w.text()
    ),
    emotions.move_emotion: lambda w: emotions.move_emotion(
        w.document, w.one(Emotion), w.one(Step), w.maybe(w.number(-3, 3)), w.maybe(w.mood_lane())
    ),
    emotions.edit_emotion: lambda w: emotions.edit_emotion(
        w.document, w.one(Emotion), quote=w.text(), persona=w.maybe(w.one(Persona))
    ),
    emotions.delete_emotion: lambda w: emotions.delete_emotion(w.document, w.one(Emotion)),
    joining.split_card: lambda w: joining.split_card(w.document, w.one(Card)),
    joining.merge_cards: lambda w: joining.merge_cards(w.document, w.some(Card)),
    kpis.add_kpi: lambda w: kpis.add_kpi(w.document, w.index(), title=w.text(), baseline=w.number(-5, 5)),
    kpis.edit_kpi: lambda w: kpis.edit_kpi(w.document, w.one(Kpi), unit=w.text(), target=w.maybe(w.number(0, 9))),
    kpis.move_kpi: lambda w: kpis.move_kpi(w.document, w.one(Kpi), w.place()),
    kpis.put_kpi_in_stage: lambda w: kpis.put_kpi_in_stage(w.document, w.one(Kpi), w.maybe(w.one(Stage))),
    kpis.watch_cards: lambda w: kpis.watch_cards(w.document, w.one(Kpi), w.some(Card)),
    kpis.delete_kpi: lambda w: kpis.delete_kpi(w.document, w.one(Kpi)),
    lanes.add_lane: lambda w: lanes.add_lane(w.document, w.of(Role), w.index(), title=w.text()),
    lanes.edit_lane: lambda w: lanes.edit_lane(w.document, w.one(Lane), title=w.text(), hidden=w.flag()),
    lanes.move_lane: lambda w: lanes.move_lane(w.document, w.one(Lane), w.place()),
    lanes.set_role: lambda w: lanes.set_role(w.document, w.one(Lane), w.of(Role)),
    lanes.show_all_lanes: lambda w: lanes.show_all_lanes(w.document),
    lanes.delete_lane: lambda w: lanes.delete_lane(w.document, w.one(Lane)),
    links.add_link: lambda w: links.add_link(w.document, w.one(Card), w.one(Card), label=w.text()),
    links.edit_link: lambda w: links.edit_link(w.document, w.one(Link), both=w.flag(), loop=w.flag()),
    links.reverse_link: lambda w: links.reverse_link(w.document, w.one(Link)),
    links.reattach_link: lambda w: links.reattach_link(w.document, w.one(Link), w.of(ENDS), w.one(Card)),
    links.delete_link: lambda w: links.delete_link(w.document, w.one(Link)),
    maps.edit_map: lambda w: maps.edit_map(
        w.document, title=w.text(), state=w.maybe(w.of(State)), language=w.of(("id", "en-GB", "?"))
    ),
    maps.edit_facts: lambda w: maps.edit_facts(w.document, sources=w.text(), date=w.of(("", "2026-02-28", "31 May"))),
    maps.ignore_finding: lambda w: maps.ignore_finding(w.document, "silent_lane", w.some(Card, Lane), w.text()),
    maps.heed_finding: lambda w: maps.heed_finding(w.document, "silent_lane", w.some(Card, Lane)),
    personas.add_persona: lambda w: personas.add_persona(w.document, w.index(), name=w.text(), goals=(w.text(),)),
    personas.edit_persona: lambda w: personas.edit_persona(w.document, w.one(Persona), age=w.place(), quote=w.text()),
    personas.move_persona: lambda w: personas.move_persona(w.document, w.one(Persona), w.place()),
    personas.delete_persona: lambda w: personas.delete_persona(w.document, w.one(Persona)),
    pictures.set_picture: lambda w: pictures.set_picture(
        w.document,
        w.among(sorted((*w.document.table(Card), *w.document.table(Persona)))),
        w.of((picture(1), None, picture(2), b"no picture")),
    ),
    roles.add_card_for: lambda w: roles.add_card_for(
        w.document, w.of(Role), w.one(Step), w.index(), w.text(), text=w.text()
    ),
    roles.add_emotion_for: lambda w: roles.add_emotion_for(w.document, w.one(Step), w.number(-2.5, 2.5), w.index()),
    roles.add_to_curve: lambda w: roles.add_to_curve(w.document, w.mood_lane(), w.one(Step), w.number(-2.5, 2.5)),
    roles.add_kpi_for: lambda w: roles.add_kpi_for(w.document, w.one(Stage), w.index(), w.text()),
    stages.add_stage: lambda w: stages.add_stage(w.document, w.index(), w.of((0, 1, 3)), title=w.text()),
    stages.edit_stage: lambda w: stages.edit_stage(w.document, w.one(Stage), title=w.text(), note=w.text()),
    stages.move_stage: lambda w: stages.move_stage(w.document, w.one(Stage), w.place()),
    stages.split_stage: lambda w: stages.split_stage(w.document, w.one(Step), w.text()),
    stages.merge_stages: lambda w: stages.merge_stages(w.document, w.one(Stage), w.one(Stage)),
    stages.move_border: lambda w: stages.move_border(w.document, w.one(Stage), w.of((-2, -1, 0, 1, 2))),
    stages.delete_stage: lambda w: stages.delete_stage(w.document, w.one(Stage)),
    card_content.edit_cards: lambda w: card_content.edit_cards(
        w.document,
        w.some(Card),
        text=w.text(),
        impact=w.maybe(w.number(-1, 11)),
        due=w.of(("", "2026-11-12", "2026-11-12", "soon")),
    ),
    card_content.toggle_mark: lambda w: card_content.toggle_mark(w.document, w.some(Card), w.of(Mark)),
    card_content.vote: lambda w: card_content.vote(w.document, w.one(Card), w.of((-2, -1, 1, 3))),
    card_content.clear_votes: lambda w: card_content.clear_votes(w.document),
    card_content.add_evidence: lambda w: card_content.add_evidence(w.document, w.one(Card), w.evidence()),
    card_content.edit_evidence: lambda w: card_content.edit_evidence(
        w.document, w.one(Card), w.place(), w.maybe(w.evidence())
    ),
    steps.add_step: lambda w: steps.add_step(w.document, w.one(Stage), w.index(), title=w.text()),
    steps.add_step_beside: lambda w: steps.add_step_beside(w.document, w.one(Step), w.flag(), title=w.text()),
    steps.edit_step: lambda w: steps.edit_step(w.document, w.one(Step), title=w.text(), minutes=w.number(-1, 90)),
    steps.move_step: lambda w: steps.move_step(w.document, w.one(Step), w.one(Stage), w.index()),
    steps.delete_step: lambda w: steps.delete_step(w.document, w.one(Step)),
}

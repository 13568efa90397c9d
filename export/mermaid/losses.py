"""What a `journey` diagram does not say of a map, counted by kind."""

from collections.abc import Iterator

from export.losses import Held, says_more
from export.mermaid.journey import actions_in, feelings_in, name_of, score_of
from export.mermaid.words import clean
from export.registry import Loss
from model.document import Document
from model.records import Asset, Card, Emotion, Kpi, Lane, Link, Map, Persona, Record, Role, Stage, Step

_HELD: Held = {
    Map: {"title", "scenario", "language", "ignored"},
    Stage: {"order", "title", "guide"},
    Step: {"order", "stage", "title"},
    Card: {"order", "lane", "step", "text", "note"},
    Persona: {"order", "name", "note"},
}  # fmt: skip


def losses_of(document: Document) -> tuple[Loss, ...]:
    """By kind, in the order of their weight; no kind of which nothing is lost."""
    counts = {
        "lanes": sum(1 for _ in _lanes(document)),
        "cards": len(document.table(Card)) - len(_held(document)),
        "links": len(document.table(Link)),
        "feelings": sum(_averaged(document, step) for step in document.steps),
        "no_feeling": sum(not feelings_in(document, step) for step in document.steps),
        "quotes": sum(1 for each in document.table(Emotion).values() if each.quote),
        "notes": sum(1 for each in document.records.values() if getattr(each, "note", "")),
        "kpis": len(document.table(Kpi)),
        "pictures": len(document.table(Asset)),
        "details": sum(1 for _ in _details(document)),
    }
    return tuple(Loss(code, count) for code, count in counts.items() if count)


def _lanes(document: Document) -> Iterator[Lane]:
    """The lanes with cards that are neither what customers do nor what they feel."""
    filled = {card.lane for card in document.table(Card).values()}
    said = (Role.CUSTOMER_ACTIONS, Role.EMOTION)
    return (lane for lane in document.lanes if lane.id in filled and lane.role not in said)


def _held(document: Document) -> dict[str, Card]:
    """The customers' actions that are the name of their step."""
    held: dict[str, Card] = {}
    for step in document.steps:
        cards = actions_in(document, step)
        name = name_of(document, step)
        held |= {card.id: card for card in cards if clean(card.text) == name or not clean(step.title)}
    return held


def _averaged(document: Document, step: Step) -> bool:
    """Whether a step's feelings are others than its score says."""
    feelings = feelings_in(document, step)
    return any(each.value != score_of(feelings) - 3 for each in feelings)


def _details(document: Document) -> Iterator[Record]:
    """The records that say more than a diagram has words for: times, owners, evidence, marks, a persona's goals."""
    held = _held(document)
    for record in document.records.values():
        if isinstance(record, Card) and record.id not in held:
            continue
        if says_more(record, _HELD):
            yield record

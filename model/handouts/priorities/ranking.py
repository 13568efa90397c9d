"""The opportunities of a map in order: the best first, those nobody has placed yet behind them."""

from collections.abc import Collection, Sequence

import msgspec

from model.document import Document
from model.records import Card, Id, Kpi, Role


class Ranked(msgspec.Struct, frozen=True):
    """An opportunity, its `number` in the matrix from 1 (0: not placed yet), its pain points and its KPIs."""

    card: Card
    number: int
    pains: tuple[Card, ...]
    kpis: tuple[Kpi, ...]


def ranked(document: Document, hidden: Collection[Id] = ()) -> tuple[Ranked, ...]:
    """All opportunities of the lanes that are not `hidden`: by impact times feasibility, then votes, then impact, then
    the order of the journey; behind them, by votes, those that lack one of the two."""
    cards = _in_lanes(document, Role.OPPORTUNITIES, hidden)
    best = sorted((card for card in cards if is_placed(card)), key=_worth, reverse=True)
    rest = sorted((card for card in cards if not is_placed(card)), key=lambda card: -card.votes)
    pains, watching = _pains(document, hidden), _kpis(document)
    numbers = [*range(1, len(best) + 1), *(0 for _ in rest)]
    return tuple(
        Ranked(card, number, _behind(document, card, pains), tuple(watching.get(card.id, ())))
        for card, number in zip((*best, *rest), numbers, strict=True)
    )


def is_placed(card: Card) -> bool:
    """Whether a card has its place in the matrix."""
    return card.impact is not None and card.feasibility is not None


def _worth(card: Card) -> tuple[float, int, float]:
    impact, feasibility = card.impact or 0.0, card.feasibility or 0.0
    return impact * feasibility, card.votes, impact


def _in_lanes(document: Document, role: Role, hidden: Collection[Id]) -> list[Card]:
    """The cards that say something in the lanes of a role, along the journey, the parked ones last."""
    lanes = [lane for lane in document.lanes if lane.role is role and lane.id not in hidden]
    keys = {lane.id for lane in lanes}
    placed = [card for step in document.steps for lane in lanes for card in document.cards_in(lane.id, step.id)]
    parked = [card for card in document.parked if card.lane in keys]
    return [card for card in (*placed, *parked) if card.text.strip()]


def _pains(document: Document, hidden: Collection[Id]) -> dict[Id, Card]:
    return {card.id: card for card in _in_lanes(document, Role.PAIN_POINTS, hidden)}


def _behind(document: Document, card: Card, pains: dict[Id, Card]) -> tuple[Card, ...]:
    """The pain points that an opportunity is linked with; else those over its own steps."""
    ends = {end for link in document.links_of(card.id) for end in (link.source, link.target)}
    linked = tuple(pain for key, pain in pains.items() if key in ends)
    return linked or _beside(document, card, tuple(pains.values()))


def _beside(document: Document, card: Card, pains: Sequence[Card]) -> tuple[Card, ...]:
    steps = {step.id for step in document.under(card)}
    return tuple(pain for pain in pains if steps.intersection(step.id for step in document.under(pain)))


def _kpis(document: Document) -> dict[Id, list[Kpi]]:
    """By card: the KPIs that watch it."""
    watching: dict[Id, list[Kpi]] = {}
    for kpi in document.kpis:
        for key in kpi.cards:
            watching.setdefault(key, []).append(kpi)
    return watching

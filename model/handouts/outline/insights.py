"""What a workshop concludes: pain points and opportunities, what hangs together, and the figures that will tell."""

from collections.abc import Iterator, Sequence

from model.document import Document
from model.handouts.outline.details import owner_of
from model.handouts.outline.telling import Telling
from model.handouts.prose import Block, Cell, Heading, Said, Table, cell
from model.layout.style import LANES
from model.operations.cells import in_reading_order
from model.records import Card, Id, Kpi, Lane, Role, Stage, Step

_CHANCES = ("opportunity", "pain_points", "follow_up", "impact", "feasibility", "votes.head", "kpi")


def insights(tell: Telling) -> Iterator[Block]:
    """Pain points with their opportunities, and the other way round."""
    pains, chances = (of_role(tell, role) for role in (Role.PAIN_POINTS, Role.OPPORTUNITIES))
    if pains or chances:
        yield Heading(2, tell.say("insights"))
    if pains:
        yield Heading(3, tell.say("pain_points"))
        yield Table(
            tuple(tell.say(key) for key in ("pain_point", "where", "opportunities", "votes.head")),
            tuple(_pain_point(card, chances, tell) for card in pains),
            (0.32, 0.26, 0.32, 0.1),
        )
    if chances:
        yield Heading(3, tell.say("opportunities"))
        yield Table(
            tuple(tell.say(key) for key in _CHANCES),
            tuple(_opportunity(card, pains, tell) for card in chances),
            (0.23, 0.21, 0.17, 0.08, 0.09, 0.07, 0.15),
        )


def of_role(tell: Telling, role: Role) -> list[Card]:
    """The cards on the lanes of a role that are told, as one reads the map."""
    lanes = {lane.id for lane in tell.lanes if lane.role is role}
    cards = [card for card in tell.document.table(Card).values() if card.lane in lanes and card.step is not None]
    return [each for each in in_reading_order(tell.document, cards) if isinstance(each, Card)]


def together(card: Card, others: Sequence[Card], document: Document) -> list[Card]:
    """Those of the others that hang together with a card: linked with it, or over a step of its own."""
    linked = {key for link in document.links_of(card.id) for key in (link.source, link.target)}
    steps = {step.id for step in document.under(card)}
    return [
        each for each in others if each.id in linked or not steps.isdisjoint(step.id for step in document.under(each))
    ]


def _pain_point(card: Card, chances: Sequence[Card], tell: Telling) -> tuple[Cell, ...]:
    step = tell.document.get(Step, card.step)
    where = (
        tell.say("cell", stage=tell.stage(tell.document.table(Stage)[step.stage]), step=tell.step(step)) if step else ""
    )
    return _first(card, tell), cell(where, "quiet"), _others(card, chances, tell), _votes(card, tell)


def _opportunity(card: Card, pains: Sequence[Card], tell: Telling) -> tuple[Cell, ...]:
    due = tell.say.date(card.due) if card.due.strip() else ""
    return (
        _first(card, tell),
        _others(card, pains, tell),
        Cell(tuple(Said(text) for text in (owner_of(card, tell), due) if text)),
        cell(_figure(card.impact, tell)),
        cell(_figure(card.feasibility, tell)),
        _votes(card, tell),
        Cell(tuple(Said(_titled(kpi, tell), record=kpi.id) for kpi in tell.document.kpis if card.id in kpi.cards)),
    )


def _first(card: Card, tell: Telling) -> Cell:
    lane = tell.document.get(Lane, card.lane)
    text = card.text if card.text.strip() else tell.say("untitled_card")
    return cell(text, "strong", card.id, LANES[lane.role].color if lane else None)


def _others(card: Card, others: Sequence[Card], tell: Telling) -> Cell:
    found = together(card, others, tell.document)
    return Cell(tuple(Said(tell.card(each), record=each.id) for each in found))


def _votes(card: Card, tell: Telling) -> Cell:
    return cell(tell.say.number(card.votes) if card.votes else "")


def kpis(tell: Telling) -> Iterator[Block]:
    """The figures the organisation watches."""
    if tell.document.kpis:
        yield Heading(2, tell.say("kpis"))
        yield Table(
            tuple(tell.say(key) for key in ("kpi", "baseline", "target", "actual", "stage.head", "tells")),
            tuple(_kpi(kpi, tell) for kpi in tell.document.kpis),
            (0.26, 0.12, 0.12, 0.12, 0.16, 0.22),
        )


def _titled(kpi: Kpi, tell: Telling) -> str:
    return kpi.title if kpi.title.strip() else tell.say("untitled_kpi")


def _kpi(kpi: Kpi, tell: Telling) -> tuple[Cell, ...]:
    stage = tell.document.get(Stage, kpi.stage)
    unit = [Said(tell.say("unit", text=kpi.unit), "quiet", record=kpi.id)] if kpi.unit.strip() else []
    note = [Said(tell.say("note", text=kpi.note), record=kpi.id)] if kpi.note.strip() else []
    figures = (cell(_figure(value, tell), record=kpi.id) for value in (kpi.baseline, kpi.target, kpi.actual))
    return (
        Cell((Said(_titled(kpi, tell), "strong", record=kpi.id), *unit, *note)),
        *figures,
        cell(tell.stage(stage) if stage is not None else tell.say("whole_map"), "quiet"),
        _watched(kpi.cards, tell),
    )


def _figure(value: float | None, tell: Telling) -> str:
    return tell.say.number(value) if value is not None else ""


def _watched(cards: Sequence[Id], tell: Telling) -> Cell:
    found = (tell.document.get(Card, key) for key in cards)
    return Cell(tuple(Said(tell.card(card), record=card.id) for card in found if card is not None))

"""What is said of a stage beside its drawing: feelings, pain points, opportunities, KPIs, and what supports them."""

from collections.abc import Iterator, Sequence

import msgspec

from model.handouts.outline.details import owner_of, supporting
from model.handouts.outline.telling import Telling
from model.handouts.prose import Said
from model.handouts.stages.points import Point
from model.handouts.typesetting import Type
from model.layout.drawn import Leftover
from model.layout.emotions import face
from model.layout.icons import ROLE_ICONS, icon
from model.layout.persona import quoted
from model.layout.shapes import Group, Shape
from model.layout.style import LANES
from model.records import Card, Emotion, Id, Kpi, Lane, Persona, Role, Step

_SIGN = 1.15  # of the type: an icon before a point


class Section(msgspec.Struct, frozen=True):
    """A heading and the points under it."""

    title: str
    points: tuple[Point, ...]


def sections(
    steps: Sequence[Step], kpis: Sequence[Kpi], tell: Telling, type_: Type, persona: Id | None = None
) -> Iterator[Section]:
    """Everything about some steps that has anything to say; `persona`: whose feelings, beside those of nobody."""
    found = [(lane, card) for lane in tell.lanes for step in steps for card in tell.document.cards_in(lane.id, step.id)]
    said = (
        (tell.paper("stages_emotions"), [_felt(each, tell, type_) for each in _feelings(steps, tell, persona)]),
        (tell.say("pain_points"), list(_of_role(found, Role.PAIN_POINTS, tell, type_))),
        (tell.say("opportunities"), list(_of_role(found, Role.OPPORTUNITIES, tell, type_))),
        (tell.say("kpis"), [_watched(kpi, tell, type_) for kpi in kpis]),
        (tell.paper("stages_grounds"), [_supported(lane, card, tell, type_) for lane, card in found if card.evidence]),
    )
    return (Section(title, tuple(points)) for title, points in said if points)


def in_full(leftovers: Sequence[Leftover], tell: Telling) -> Iterator[Section]:
    """What the drawing had to shorten."""
    if leftovers:
        points = (Point((), (Said(each.heading, "quiet"), Said(each.text, record=each.record))) for each in leftovers)
        yield Section(tell.paper("in_full"), tuple(points))


def _feelings(steps: Sequence[Step], tell: Telling, persona: Id | None) -> Iterator[Emotion]:
    for lane in tell.lanes:
        for step in steps:
            felt = tell.feelings.get((lane.id, step.id), ())
            yield from (each for each in felt if persona is None or each.persona in (None, persona))


def _felt(emotion: Emotion, tell: Telling, type_: Type) -> Point:
    """The quote, and below it how it felt, where, and to whom."""
    persona = tell.document.get(Persona, emotion.persona)
    step = tell.document.table(Step)[emotion.step]
    about = (tell.feeling(emotion.value), tell.step(step), persona.name if persona else "")
    quote, told = quoted(emotion.quote), " · ".join(part for part in about if part)
    half = type_.line(type_.body) / 2
    sign = Group(half, half, face(emotion.value, half * 0.95))
    said = (Said(quote, "quote"), Said(told, "quiet")) if quote else (Said(told),)
    return Point((sign,), said)


def _of_role(found: Sequence[tuple[Lane, Card]], role: Role, tell: Telling, type_: Type) -> Iterator[Point]:
    for lane, card in found:
        if lane.role is role and card.text.strip():
            below = " · ".join(_follow_up(card, tell))
            said = (Said(card.text, url=card.url), *([Said(below, "quiet")] if below else []))
            yield Point(_icon(role, type_), said)


def _follow_up(card: Card, tell: Telling) -> Iterator[str]:
    """Who, until when, and how it was weighed."""
    say = tell.say
    if owner := owner_of(card, tell):
        yield say("owner", name=owner)
    if card.due.strip():
        yield say("due", date=say.date(card.due))
    for key, value in (("impact", card.impact), ("feasibility", card.feasibility)):
        if value is not None:
            yield f"{say(key)} {say.number(value)}"
    if card.votes:
        yield say("votes", count=card.votes)


def _watched(kpi: Kpi, tell: Telling, type_: Type) -> Point:
    """A KPI's title, and its figures as far as they are known."""
    say = tell.say
    known = (("baseline", kpi.baseline), ("target", kpi.target), ("actual", kpi.actual))
    figures = [f"{say(key)} {say.number(value)}" for key, value in known if value is not None]
    told = " · ".join(figures)
    if told and kpi.unit.strip():
        told = f"{told} ({kpi.unit})"
    title = kpi.title if kpi.title.strip() else say("untitled_kpi")
    return Point(_icon(Role.KPIS, type_), (Said(title), *([Said(told, "quiet")] if told else [])))


def _supported(lane: Lane, card: Card, tell: Telling, type_: Type) -> Point:
    """A card, and what its statement rests on."""
    grounds = (Said(supporting(each, tell), "quiet") for each in card.evidence)
    text = card.text if card.text.strip() else tell.say("untitled_card")
    return Point(_icon(lane.role, type_), (Said(text), *grounds))


def _icon(role: Role, type_: Type) -> tuple[Shape, ...]:
    size = type_.body * _SIGN
    return (icon(ROLE_ICONS[role], 0.0, (type_.line(type_.body) - size) / 2, size, LANES[role].color),)

"""The slips of a map: its cards, what people say on the emotion lane, its KPIs, and the parking lot."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.layout import cards
from model.layout.grid import Column, Item, columns_of, items_of
from model.layout.persona import quoted
from model.layout.view import lanes_shown
from model.records import Card, Emotion, Id, Kpi, Lane, Mark, Persona, Role
from resources.words import Words


class Slip(msgspec.Struct, frozen=True):
    """What stands on a slip: `heading` names its lane, `where` its stage and step; `feeling` of an emotion."""

    record: Id
    role: Role
    heading: str
    where: str
    text: str
    marks: tuple[Mark, ...] = ()
    feeling: float | None = None


def slips(document: Document, brief: Brief, words: Words) -> tuple[Slip, ...]:
    """Lane by lane along the journey, then KPIs that no lane shows, then what is parked. What says nothing is left out.

    Without a view asked for, every lane that nobody has hidden is cut out.
    """
    columns, lanes = columns_of(document), _lanes(document, brief)
    found = [slip for lane in lanes for slip in _of_lane(document, lane, columns, brief, words)]
    if all(lane.role is not Role.KPIS for lane in document.lanes):
        found += _loose_kpis(document, columns, words)
    found += (_parked(document, card, words) for card in document.parked)
    return tuple(slip for slip in found if slip.text.strip() or slip.marks)


def _lanes(document: Document, brief: Brief) -> tuple[Lane, ...]:
    if brief.view is not None:
        return lanes_shown(document, brief.view, brief.look.hidden)
    return tuple(lane for lane in document.lanes if not lane.hidden and lane.id not in brief.look.hidden)


def _of_lane(document: Document, lane: Lane, columns: Sequence[Column], brief: Brief, words: Words) -> Iterator[Slip]:
    for item in items_of(document, lane, columns):
        yield _of_item(item, lane.role, lane.title, columns, words)
    places = {column.step.id: at for at, column in enumerate(columns) if column.step is not None}
    for emotion in document.emotions_in(lane.id):
        if brief.look.persona is None or emotion.persona in (None, brief.look.persona):
            where = _where(columns, places[emotion.step], 1, emotion.quote, words)
            yield _felt(document, emotion, lane, where)


def _of_item(item: Item, role: Role, heading: str, columns: Sequence[Column], words: Words) -> Slip:
    record, text = item.record, cards.text_of(item.record, words)
    where = (
        _stages(columns[item.first : item.first + item.span])
        if isinstance(record, Kpi)
        else _where(columns, item.first, item.span, text, words)
    )
    return Slip(record.id, role, heading, where, text, cards.marks_of(record))


def _felt(document: Document, emotion: Emotion, lane: Lane, where: str) -> Slip:
    persona = document.get(Persona, emotion.persona)
    told = _joined((persona.name if persona else "", where))
    return Slip(emotion.id, lane.role, lane.title, told, quoted(emotion.quote), feeling=emotion.value)


def _loose_kpis(document: Document, columns: Sequence[Column], words: Words) -> Iterator[Slip]:
    for kpi in document.kpis:
        here = [column for column in columns if column.stage is not None and column.stage.id == kpi.stage]
        yield Slip(kpi.id, Role.KPIS, words("kpi"), _stages(here), cards.text_of(kpi, words))


def _parked(document: Document, card: Card, words: Words) -> Slip:
    lane = document.get(Lane, card.lane)
    role, heading = (lane.role, lane.title) if lane is not None else (Role.OTHER, "")
    return Slip(card.id, role, heading, words("parked"), card.text, card.marks)


def _where(columns: Sequence[Column], first: int, span: int, text: str, words: Words) -> str:
    """Stage and step; of a step that is named like the card itself, or that has no name, its number."""
    step = columns[first].step
    if span > 1:
        told = words("steps_range", first=first + 1, last=first + span)
    elif step is not None and step.title and step.title != text:
        told = step.title
    else:
        told = words("steps_range_single", first=first + 1)
    return _joined((_stages(columns[first : first + 1]), told))


def _stages(columns: Iterable[Column]) -> str:
    """The stages over some columns, by number and title; nothing where they are those of the whole map."""
    named = dict.fromkeys((column.stage_number, column.stage.title) for column in columns if column.stage is not None)
    return " ".join(map(str, next(iter(named)))).strip() if len(named) == 1 else ""


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)

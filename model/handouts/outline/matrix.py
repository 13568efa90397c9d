"""The grid as a table of words: a column a step under its stage, a row a lane."""

from collections.abc import Iterator

import msgspec

from model.handouts.outline.telling import Telling
from model.handouts.prose import Cell, Said
from model.layout.grid import Column, columns_of
from model.layout.style import LANES
from model.records import Card, Emotion, Lane, Persona


class Stretch(msgspec.Struct, frozen=True):
    """A stage's name over so many columns."""

    title: str
    columns: int


class Matrix(msgspec.Struct, frozen=True):
    """`stages` stand over `steps`; each row is a lane's name and a cell for each step."""

    stages: tuple[Stretch, ...]
    steps: tuple[str, ...]
    rows: tuple[tuple[Cell, tuple[Cell, ...]], ...]


def matrix(tell: Telling) -> Matrix:
    """A stage without steps, and a map without stages, keep one empty column."""
    columns = columns_of(tell.document)
    return Matrix(
        tuple(_stages(columns, tell)),
        tuple(tell.step(column.step) if column.step is not None else "" for column in columns),
        tuple((_named(lane, tell), tuple(_cell(lane, column, tell) for column in columns)) for lane in tell.lanes),
    )


def _stages(columns: tuple[Column, ...], tell: Telling) -> Iterator[Stretch]:
    titles = [tell.stage(column.stage) if column.stage is not None else "" for column in columns]
    numbers = [column.stage_number for column in columns]
    for number in dict.fromkeys(numbers):
        yield Stretch(titles[numbers.index(number)], numbers.count(number))


def _named(lane: Lane, tell: Telling) -> Cell:
    caption = (Said(lane.caption, "quiet", record=lane.id),) if lane.caption.strip() else ()
    return Cell((Said(tell.lane(lane), "strong", record=lane.id), *caption), LANES[lane.role].color)


def _cell(lane: Lane, column: Column, tell: Telling) -> Cell:
    if column.step is None:
        return Cell()
    place = lane.id, column.step.id
    feelings = tuple(_emotion(emotion, tell) for emotion in tell.feelings.get(place, ()))
    return Cell((*feelings, *(_card(card, tell) for card in tell.document.cards_in(*place))), LANES[lane.role].color)


def _emotion(emotion: Emotion, tell: Telling) -> Said:
    persona = tell.document.get(Persona, emotion.persona)
    parts = [tell.feeling(emotion.value)]
    parts += [tell.persona(persona)] if persona is not None else []
    parts += [tell.say("quoted", text=emotion.quote)] if emotion.quote.strip() else []
    return Said(" · ".join(parts), record=emotion.id)


def _card(card: Card, tell: Telling) -> Said:
    """A card's text, and how far it reaches where that is over several steps."""
    text = card.text if card.text.strip() else tell.say("untitled_card")
    under = tell.document.under(card)
    reach = tell.say("reaching", text=text, step=tell.step(under[-1])) if len(under) > 1 else text
    return Said(reach, record=card.id)

"""Moving what is selected by keyboard, with the operations that a drag uses."""

from collections.abc import Callable, Sequence
from functools import partial
from math import ceil, floor

from editor.session import Session
from editor.speech import Speech
from model.change import Change
from model.document import Document
from model.operations.basics import after
from model.operations.cards import index_of, move_cards, set_span
from model.operations.cells import PARKED, cell_of, in_reading_order
from model.operations.emotions import move_emotion
from model.operations.lanes import move_lane
from model.operations.stages import move_stage, steps_of
from model.operations.steps import move_step
from model.records import Card, Emotion, Id, Lane, Role, Stage, Step
from model.refusal import Refused

_say = Speech("walking")

_HALF, _TENTH = 0.5, 0.1  # of a feeling, which goes from -2 to 2


def nudge(session: Session, dx: int, dy: int, finely: bool) -> bool:
    """Move the selection so many columns to the right and lanes down; whether there is anything that moves.

    Cards go ahead of emotions, and those ahead of stages, steps and lanes. `finely`: a card's end moves instead of
    the card, a feeling moves by tenths.
    """
    for kind, move in _MOVES.items():
        chosen = session.selected(kind)
        if chosen:
            move(session, chosen, dx, dy, finely)
            return True
    return False


# Cards


def _cards(session: Session, keys: Sequence[Id], dx: int, dy: int, finely: bool) -> None:
    document = session.document
    placed = in_reading_order(document, (document.table(Card)[key] for key in keys))
    placed = [card for card in placed if cell_of(card) != PARKED]
    if not placed:
        session.refuse(Refused("not_placed"))
    elif finely and dx:
        session.do("set_span", _stretched, [card.id for card in placed], dx)
    elif not finely:
        session.do("move_cards", _moved, _card_lanes(session), placed, dx, dy)


def _stretched(document: Document, cards: Sequence[Id], by: int) -> Change:
    """The cards over so many steps more. Refuses what `set_span` does."""

    def one(document: Document, key: Id) -> Change:
        return set_span(document, key, len(document.under(document.table(Card)[key])) + by)

    return _in_turn(document, cards, one)


def _moved(document: Document, lanes: Sequence[Id], cards: Sequence[Card], dx: int, dy: int) -> Change:
    """The cards in the next cells; up and down first within their cell. Refuses `off_the_map`."""
    first = cards[0]
    move = partial(move_cards, document, [card.id for card in cards], held=first.id)
    lane, step = cell_of(first)
    if lane is None or step is None:
        return Change()
    if dx:
        return move(lane, _along(list(document.columns), step, dx), index=index_of(document, first))
    if len({cell_of(card) for card in cards}) == 1:
        index, staying = _index_beside(document, cards, dy)
        if 0 <= index <= staying:
            return move(lane, step, index=index)
    return move(_along(lanes, lane, dy), step, index=0 if dy > 0 else None)


def _index_beside(document: Document, cards: Sequence[Card], dy: int) -> tuple[int, int]:
    """Where cards of one cell come to, one up or down in it, and how many others are there."""
    row = [card.id for card in document.cards_in(cards[0].lane or "", cards[0].step or "")]
    chosen = {card.id for card in cards}
    edge = row.index(cards[0].id if dy < 0 else cards[-1].id)
    return len([key for key in row[:edge] if key not in chosen]) + dy, len(row) - len(chosen)


def _card_lanes(session: Session) -> list[Id]:
    bands = session.drawing.layout.order.source.bands
    return [band.lane.id for band in bands if band.lane.role is not Role.EMOTION and band.folded is None]


def _along(row: Sequence[Id], key: Id, by: int) -> Id:
    at = row.index(key) + by if key in row else -1
    if not 0 <= at < len(row):
        raise Refused("off_the_map")
    return row[at]


# Emotions


def _emotions(session: Session, keys: Sequence[Id], dx: int, dy: int, finely: bool) -> None:
    if dx and _at_edge(session, list(session.document.columns), _steps_under(session, keys), dx):
        return
    grain = _TENTH if finely else _HALF
    session.do("move_emotion", partial(_in_turn, keys=keys, one=partial(_felt, dx=dx, dy=dy, grain=grain)))


def _steps_under(session: Session, keys: Sequence[Id]) -> set[Id]:
    return {session.document.table(Emotion)[key].step for key in keys}


def _felt(document: Document, key: Id, dx: int, dy: int, grain: float) -> Change:
    """An emotion in another step, or at the next grain of feeling. Refuses `out_of_range`."""
    emotion, steps = document.table(Emotion)[key], list(document.columns)
    value = next_grain(emotion.value, -dy, grain) if dy else emotion.value
    return move_emotion(document, key, steps[document.columns[emotion.step] + dx], value)


def next_grain(value: float, by: int, grain: float) -> float:
    """The next multiple of a grain above a value, or below it."""
    grains = round(value / grain, 6)
    return round((floor(grains) + 1 if by > 0 else ceil(grains) - 1) * grain, 2)


# Stages, steps, lanes


def _stages(session: Session, keys: Sequence[Id], dx: int, _: int, finely: bool) -> None:
    row = [stage.id for stage in session.document.stages]
    if dx and not finely and not _at_edge(session, row, keys, dx):
        session.do("move_stage", _in_turn, _front_first(row, keys, dx), partial(_stage_moved, by=dx))


def _stage_moved(document: Document, key: Id, by: int) -> Change:
    return move_stage(document, key, [stage.id for stage in document.stages].index(key) + by)


def _steps(session: Session, keys: Sequence[Id], dx: int, _: int, finely: bool) -> None:
    row = list(session.document.columns)
    if dx and not finely and not _at_border(session, keys, dx):
        session.do("move_step", _in_turn, _front_first(row, keys, dx), partial(_step_moved, by=dx))


def _at_border(session: Session, keys: Sequence[Id], by: int) -> bool:
    """Whether a step is the last of the last stage, or the first of the first: a step goes on into an empty stage."""
    stages = [stage.id for stage in session.document.stages]
    edge = stages[-1] if by > 0 else stages[0]
    return _at_edge(session, [step.id for step in steps_of(session.document, edge)], keys, by)


def _step_moved(document: Document, key: Id, by: int) -> Change:
    """The step one place further in its stage, or over the border into the next."""
    stage = document.table(Step)[key].stage
    at = [step.id for step in steps_of(document, stage)].index(key) + by
    if 0 <= at < len(steps_of(document, stage)):
        return move_step(document, key, stage, at)
    stages = [each.id for each in document.stages]
    return move_step(document, key, stages[stages.index(stage) + by], 0 if by > 0 else None)


def _lanes(session: Session, keys: Sequence[Id], _: int, dy: int, finely: bool) -> None:
    row = [band.lane.id for band in session.drawing.layout.order.source.bands]
    if dy and not finely and not _at_edge(session, row, keys, dy):
        session.do("move_lane", _in_turn, _front_first(row, keys, dy), partial(_lane_moved, shown=row, by=dy))


def _lane_moved(document: Document, key: Id, shown: Sequence[Id], by: int) -> Change:
    """The lane beyond the next one that shows; hidden ones keep their place."""
    row = [lane.id for lane in document.lanes if lane.id in shown]
    beyond = row[row.index(key) + by]
    others = [lane.id for lane in document.lanes if lane.id != key]
    return move_lane(document, key, others.index(beyond) + (by > 0))


# Several at once


def _at_edge(session: Session, row: Sequence[Id], keys: "Sequence[Id] | set[Id]", by: int) -> bool:
    """Whether one of these is the last of its row; it is said then."""
    if not row or row[-1 if by > 0 else 0] not in keys:
        return False
    session.tell(_say("edge"))
    return True


def _front_first(row: Sequence[Id], keys: Sequence[Id], by: int) -> list[Id]:
    """In the order in which none stands in the way of the next."""
    return [key for key in (reversed(row) if by > 0 else row) if key in keys]


def _in_turn(document: Document, keys: Sequence[Id], one: Callable[[Document, Id], Change]) -> Change:
    """The same done to each of these, as one change."""
    whole = Change()
    for key in keys:
        change = one(document, key)
        whole, document = whole.then(change), after(document, change)
    return whole


_MOVES: dict[type, Callable[[Session, Sequence[Id], int, int, bool], None]] = {
    Card: _cards, Emotion: _emotions, Stage: _stages, Step: _steps, Lane: _lanes,
}  # fmt: skip

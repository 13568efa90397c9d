"""Moving what is selected by keyboard, with the operations that a drag uses."""

from collections.abc import Callable, Sequence
from functools import partial
from math import ceil, floor

from editor.canvas.walking import rows
from editor.session import Session
from model.change import Change, together
from model.document import Document
from model.operations.cards import index_of, move_cards, set_span
from model.operations.cells import PARKED, cell_of, in_reading_order
from model.operations.emotions import move_emotion
from model.records import Card, Emotion, Id, Lane, Role, Stage, Step
from model.refusal import Refused

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
    spans = {key: len(document.under(document.table(Card)[key])) for key in cards}
    return together(set_span(document, key, span + by) for key, span in spans.items())


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
    steps = {session.document.table(Emotion)[key].step for key in keys}
    if dy:
        session.do("move_emotion", _felt, keys, -dy, _TENTH if finely else _HALF)
    elif not rows.at_edge(session, list(session.document.columns), steps, dx):
        session.do("move_emotion", rows.in_turn, keys, partial(_carried, by=dx))


def _felt(document: Document, keys: Sequence[Id], by: int, grain: float) -> Change:
    """The emotions at the next grain of feeling, up or down. Refuses `out_of_range`."""
    emotions = [document.table(Emotion)[key] for key in keys]
    return together(move_emotion(document, each.id, each.step, next_grain(each.value, by, grain)) for each in emotions)


def _carried(document: Document, key: Id, by: int) -> Change:
    """An emotion so many steps to the right."""
    steps, here = list(document.columns), document.columns[document.table(Emotion)[key].step]
    return move_emotion(document, key, steps[here + by])


def next_grain(value: float, by: int, grain: float) -> float:
    """The next multiple of a grain above a value, or below it."""
    grains = round(value / grain, 6)
    return round((floor(grains) + 1 if by > 0 else ceil(grains) - 1) * grain, 2)


_MOVES: dict[type, Callable[[Session, Sequence[Id], int, int, bool], None]] = {
    Card: _cards, Emotion: _emotions, Stage: rows.stages, Step: rows.steps, Lane: rows.lanes,
}  # fmt: skip

"""Where cards may stand, and where several come down together."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import msgspec

from model.change import Change
from model.document import Document
from model.operations.basics import becoming, the
from model.operations.ordering import arranged
from model.operations.spans import fitted
from model.records import Card, Id, Lane, Record, Role, Step
from model.refusal import Refused

Cell = tuple[Id | None, Id | None]  # lane and step; two Nones are the parking lot
PARKED: Cell = (None, None)


def cell(document: Document, lane: Id | None, step: Id | None) -> Cell:
    """A place a card may stand in. Refuses `missing`, `card_on_emotion_lane`."""
    if lane is None or step is None:
        return PARKED
    if the(document, Lane, lane).role is Role.EMOTION:
        raise Refused("card_on_emotion_lane")
    return lane, the(document, Step, step).id


def cards_at(document: Document, place: Cell) -> tuple[Card, ...]:
    """The cards that begin in a cell, or those of the parking lot."""
    lane, step = place
    return document.parked if lane is None or step is None else document.cards_in(lane, step)


def cell_of(card: Card) -> Cell:
    """Where a card stands; a card with half a place is parked."""
    return PARKED if card.lane is None or card.step is None else (card.lane, card.step)


def settled(document: Document, cards: Sequence[Card], index: Mapping[Cell, int | None]) -> Change:
    """The change that has these cards stand where their lane and step say, one behind the other.

    They stand at the `index` given for a cell, elsewhere at the end. A span ends within the steps there are.
    """
    after: list[Record] = []
    places = {card.id: cell_of(card) for card in cards}
    for place, group in groupby(sorted(cards, key=_by_cell), key=cell_of):
        comers = [fitted(document, card) for card in group]
        there = [card for card in cards_at(document, place) if places.get(card.id, place) == place]
        after += arranged(there, comers, index.get(place))
    return becoming(document, after)


def landing(document: Document, cards: Sequence[Card], held: Card, target: Cell) -> list[Card]:
    """The cards where they come down when `held`, one of them, is put down in `target`: as they stood to each other.

    Parked cards have no place to keep and all come down in the target. Lanes are counted without emotion lanes, and
    without hidden ones that no card of these stands on. Refuses `off_the_map`.
    """
    if target == PARKED or cell_of(held) == PARKED:
        return [_put(card, target) for card in cards]
    rows: Sequence[Id | None] = _rows(document, cards, target)
    columns: Sequence[Id | None] = list(document.columns)
    down = rows.index(target[0]) - rows.index(held.lane)
    right = columns.index(target[1]) - columns.index(held.step)
    return [_shifted(card, target, (rows, down), (columns, right)) for card in cards]


def in_reading_order(document: Document, cards: Iterable[Card]) -> list[Card]:
    """From left to right, in a step from top to bottom, in a cell as they stand; the parked ones last."""
    rows = {lane.id: at for at, lane in enumerate(document.lanes)}

    def place(card: Card) -> tuple[bool, int, int, str, Id]:
        lane, step = cell_of(card)
        parked = lane is None or step is None
        column, row = (0, 0) if lane is None or step is None else (document.columns[step], rows[lane])
        return parked, column, row, card.order, card.id

    return sorted(cards, key=place)


Axis = tuple[Sequence[Id | None], int]


def _rows(document: Document, cards: Sequence[Card], target: Cell) -> list[Id]:
    wanted = {target[0], *(card.lane for card in cards)}
    lanes = (lane for lane in document.lanes if lane.role is not Role.EMOTION)
    return [lane.id for lane in lanes if not lane.hidden or lane.id in wanted]


def _shifted(card: Card, target: Cell, down: Axis, right: Axis) -> Card:
    if cell_of(card) == PARKED:
        return _put(card, target)
    return _put(card, (_along(card.lane, *down), _along(card.step, *right)))


def _along(key: Id | None, axis: Sequence[Id | None], by: int) -> Id | None:
    at = axis.index(key) + by
    if not 0 <= at < len(axis):
        raise Refused("off_the_map")
    return axis[at]


def _put(card: Card, place: Cell) -> Card:
    return msgspec.structs.replace(card, lane=place[0], step=place[1])


def _by_cell(card: Card) -> tuple[str, str]:
    lane, step = cell_of(card)
    return lane or "", step or ""

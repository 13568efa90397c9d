"""Cards on their places: adding, moving, copying, stretching."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from model import change
from model.change import Change
from model.document import Document
from model.operations.basics import each, fresh_id, the
from model.operations.cascade import deletion
from model.operations.cells import PARKED, cards_at, cell, cell_of, in_reading_order, landing, settled
from model.operations.editing import settable
from model.records import Card, Id, Link, Step
from model.refusal import Refused


def add_card(
    document: Document, lane: Id | None, step: Id | None, text: str = "", index: int | None = None, **members: Any
) -> Change:
    """A card in a cell, or without lane and step in the parking lot.

    Refuses `missing`, `card_on_emotion_lane`, and what `editing.checked` refuses.
    """
    place = cell(document, lane, step)
    words = settable(Card, {"text": text, **members})
    new = Card(id=fresh_id(document, Card), order="", lane=place[0], step=place[1], **words)
    return settled(document, [new], {place: index})


def move_cards(
    document: Document, cards: Iterable[Id], lane: Id, step: Id, index: int | None = None, held: Id | None = None
) -> Change:
    """Put cards elsewhere, standing to each other as before; parked ones come onto the map.

    `held` is the one that comes to `index` of the cell (the first unless given); `index` counts the cards that stay
    there. A span that no longer fits gets shorter. Refuses `missing`, `card_on_emotion_lane`, `off_the_map`.
    """
    target = cell(document, lane, step)
    moving = each(document, Card, cards)
    if not moving:
        return Change()
    holding = _held(moving, held)
    if cell_of(holding) == target:
        moving = [card for card in moving if cell_of(card) in (target, PARKED)]
    landed = landing(document, in_reading_order(document, moving), holding, target)
    return settled(document, landed, {target: index})


def copy_cards(
    document: Document, cards: Iterable[Id], lane: Id, step: Id, index: int | None = None, held: Id | None = None
) -> Change:
    """Put copies of cards elsewhere, with the links between them, as `move_cards` would put the cards.

    Refuses `missing`, `card_on_emotion_lane`, `off_the_map`.
    """
    target = cell(document, lane, step)
    copied = each(document, Card, cards)
    if not copied:
        return Change()
    landed = landing(document, in_reading_order(document, copied), _held(copied, held), target)
    twins = {card.id: fresh_id(document, Card) for card in landed}
    placed = settled(document, [msgspec.structs.replace(card, id=twins[card.id]) for card in landed], {target: index})
    return placed.then(change.add(*links_between(document, twins)))


def park_cards(document: Document, cards: Iterable[Id], index: int | None = None) -> Change:
    """Put cards into the parking lot. Refuses `missing`."""
    parking = in_reading_order(document, each(document, Card, cards))
    away = [msgspec.structs.replace(card, lane=None, step=None) for card in parking]
    return settled(document, away, {PARKED: index})


def set_span(document: Document, card: Id, span: int) -> Change:
    """Have a card lie over so many steps. Refuses `missing`, `not_placed`, and `out_of_range` past the last step."""
    record = the(document, Card, card)
    if cell_of(record) == PARKED or record.step is None:
        raise Refused("not_placed")
    room = len(document.steps) - document.columns[record.step]
    if not 1 <= span <= room:
        raise Refused("out_of_range", low=1, high=room)
    return change.update(record, span=span)


def begin_card_at(document: Document, card: Id, step: Id) -> Change:
    """Have a card begin at another step and end where it did; it stands behind the cards there.

    Refuses `missing`, `not_placed`, and `out_of_range` past its last step.
    """
    record, first = the(document, Card, card), document.columns[the(document, Step, step).id]
    if cell_of(record) == PARKED:
        raise Refused("not_placed")
    last = document.columns[document.under(record)[-1].id]
    if first > last:
        raise Refused("out_of_range", low=1, high=last + 1)
    if step == record.step:
        return Change()
    return settled(document, [msgspec.structs.replace(record, step=step, span=last - first + 1)], {})


def delete_cards(document: Document, cards: Iterable[Id]) -> Change:
    """Delete cards and their links. Refuses `missing`."""
    return deletion(document, [card.id for card in each(document, Card, cards)])


def links_between(document: Document, twins: dict[Id, Id]) -> list[Link]:
    """New links between the twins of cards, like those between the cards."""
    links = {link.id: link for card in twins for link in document.links_of(card)}
    return [
        msgspec.structs.replace(link, id=fresh_id(document, Link), source=twins[link.source], target=twins[link.target])
        for link in links.values()
        if link.source in twins and link.target in twins
    ]


def index_of(document: Document, card: Card) -> int:
    """The place of a card among the cards of its cell, or of the parking lot."""
    return [other.id for other in cards_at(document, cell_of(card))].index(card.id)


def _held(cards: Sequence[Card], held: Id | None) -> Card:
    """The card that was taken hold of: a placed one, so that the others have something to stand to."""
    chosen = [card for card in cards if card.id == held]
    placed = [card for card in cards if cell_of(card) != PARKED]
    return [*chosen, *placed, *cards][0]

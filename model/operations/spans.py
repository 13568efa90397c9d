"""Cards that lie over several steps, when steps come, go or change places.

A span that ends past the last step is no broken rule: a file or a merge may hold one, and `Document.under` ends it
at the last step. The operations leave none behind.
"""

from collections.abc import Collection, Sequence

import msgspec

from model.document import Document
from model.records import Card, Id


def respanned(document: Document, columns: Sequence[Id], moved: Collection[Id]) -> dict[Id, Card]:
    """The cards over several steps that lie otherwise once the steps stand as in `columns`.

    `moved` are the steps that come, go or change places, in one block. A card lies over those of its steps that
    stayed, over whatever came between them, and over its moved steps that still adjoin; a card all of whose steps
    moved goes with them.
    """
    place = {key: at for at, key in enumerate(columns)}
    changed = dict[Id, Card]()
    if place == document.columns:
        return changed
    for card in document.table(Card).values():
        if card.span > 1 and (lying := [step.id for step in document.under(card)]):
            after = _respan(card, lying, columns, place, moved)
            if after != card:
                changed[card.id] = after
    return changed


def _respan(
    card: Card, lying: Sequence[Id], columns: Sequence[Id], place: dict[Id, int], moved: Collection[Id]
) -> Card:
    anchors = [place[key] for key in lying if key not in moved]
    if not anchors:
        return msgspec.structs.replace(card, span=len(lying)) if card.step in place else card
    first, last = min(anchors), max(anchors)
    while first > 0 and columns[first - 1] in lying:
        first -= 1
    while last + 1 < len(columns) and columns[last + 1] in lying:
        last += 1
    return msgspec.structs.replace(card, step=columns[first], span=last - first + 1)


def fitted(document: Document, card: Card) -> Card:
    """The card with a span that ends within the steps there are, after a change of place."""
    return card if card.step is None else msgspec.structs.replace(card, span=max(1, len(document.under(card))))

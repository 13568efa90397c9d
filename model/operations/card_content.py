"""What is written on cards: words, marks, votes, evidence."""

from collections.abc import Iterable
from typing import Any

import msgspec

from model import change
from model.change import Change
from model.document import Document
from model.operations.basics import becoming, each, the
from model.operations.editing import checked, settable
from model.records import Card, Evidence, Id, Mark
from model.refusal import Refused


def edit_cards(document: Document, cards: Iterable[Id], **members: Any) -> Change:
    """Set plain members (text, note, owner, impact, ...) of one or several cards.

    Refuses `missing`, and what `editing.checked` refuses.
    """
    values = settable(Card, members)
    return becoming(document, [msgspec.structs.replace(card, **values) for card in each(document, Card, cards)])


def toggle_mark(document: Document, cards: Iterable[Id], mark: Mark) -> Change:
    """Put a mark on cards, or take it off where all have it. Refuses `missing`."""
    chosen = each(document, Card, cards)
    everywhere = all(mark in card.marks for card in chosen)
    return becoming(document, [_marked(card, mark, not everywhere) for card in chosen])


def vote(document: Document, card: Id, dots: int = 1) -> Change:
    """Put dots on a card, or take back a negative number. Refuses `missing`, `no_votes` below none, `too_large`."""
    record = the(document, Card, card)
    if record.votes + dots < 0:
        raise Refused("no_votes")
    return change.update(record, **checked(Card, {"votes": record.votes + dots}))


def clear_votes(document: Document) -> Change:
    """Take all dots off, for another round."""
    voted = [card for card in document.table(Card).values() if card.votes]
    return becoming(document, [msgspec.structs.replace(card, votes=0) for card in voted])


def add_evidence(document: Document, card: Id, evidence: Evidence) -> Change:
    """Support what a card says. Refuses `missing`."""
    record = the(document, Card, card)
    return change.update(record, **checked(Card, {"evidence": (*record.evidence, evidence)}))


def edit_evidence(document: Document, card: Id, at: int, evidence: Evidence | None) -> Change:
    """Put other evidence in the place `at`, or none: take it away. Refuses `missing`."""
    record = the(document, Card, card)
    if not 0 <= at < len(record.evidence):
        raise Refused("missing", record=card)
    kept = (*record.evidence[:at], *([evidence] if evidence else []), *record.evidence[at + 1 :])
    return change.update(record, **checked(Card, {"evidence": kept}))


def _marked(card: Card, mark: Mark, on: bool) -> Card:
    others = tuple(each for each in card.marks if each is not mark)
    kept = card.marks if mark in card.marks else (*card.marks, mark)
    return msgspec.structs.replace(card, marks=kept if on else others)

"""One card made of several, and several of one."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from model import change
from model.change import Change
from model.document import Document
from model.operations.basics import becoming, each, fresh_id, the
from model.operations.cards import index_of
from model.operations.cascade import without_orphans
from model.operations.cells import cell_of, in_reading_order, settled
from model.records import Card, Id, Kpi, Link
from model.refusal import Refused

_FIRST_GIVEN = (
    "channel", "digital", "owner", "department", "author", "due", "impact", "feasibility", "minutes", "url", "picture",
)  # fmt: skip


def split_card(document: Document, card: Id) -> Change:
    """Make a card of each line: the first stays on the card, the others follow below. Refuses `missing`, `one_line`."""
    record = the(document, Card, card)
    lines = [line.strip() for line in record.text.split("\n") if line.strip()]
    if len(lines) < 2:
        raise Refused("one_line")
    new = [
        Card(id=fresh_id(document, Card), order="", lane=record.lane, step=record.step, span=record.span, text=line)
        for line in lines[1:]
    ]
    placed = settled(document, new, {cell_of(record): index_of(document, record) + 1})
    return placed.then(change.update(record, text=lines[0]))


def merge_cards(document: Document, cards: Iterable[Id]) -> Change:
    """Make cards one: the first in reading order, with the words, marks, votes, evidence, links and KPIs of all.

    Of an owner, a date, a picture and the like, and of members this version does not know, the first given stays.
    Refuses `missing`, `one_card`.
    """
    chosen = in_reading_order(document, each(document, Card, cards))
    if len(chosen) < 2:
        raise Refused("one_card")
    first, gone = chosen[0], [card.id for card in chosen[1:]]
    links, loose = _relinked(document, chosen)
    after = [_whole(chosen), *links, *_watching(document, first.id, gone)]
    return without_orphans(document, becoming(document, after, [*gone, *loose]))


def _whole(cards: Sequence[Card]) -> Card:
    given = {name: next(_given(cards, name), getattr(cards[0], name)) for name in _FIRST_GIVEN}
    return msgspec.structs.replace(
        cards[0],
        text="\n".join(card.text for card in cards if card.text),
        note="\n".join(card.note for card in cards if card.note),
        marks=tuple(dict.fromkeys(mark for card in cards for mark in card.marks)),
        evidence=tuple(evidence for card in cards for evidence in card.evidence),
        votes=sum(card.votes for card in cards),
        self_service=any(card.self_service for card in cards),
        extra={name: value for card in reversed(cards) for name, value in card.extra.items()},
        **given,
    )


def _given(cards: Sequence[Card], member: str) -> Iterator[object]:
    return (value for card in cards if (value := getattr(card, member)) not in (None, ""))


def _relinked(document: Document, cards: Sequence[Card]) -> tuple[list[Link], list[Id]]:
    """The links of all these cards on the first of them, and those that would double another or lead nowhere."""
    first, ids = cards[0].id, {card.id for card in cards}
    kept, loose = dict[frozenset[Id], Link](), dict[Id, None]()
    for link in {link.id: link for card in cards for link in document.links_of(card.id)}.values():
        ends = (first if end in ids else end for end in (link.source, link.target))
        source, target = ends
        if source == target or kept.setdefault(frozenset((source, target)), link) is not link:
            loose[link.id] = None
        else:
            kept[frozenset((source, target))] = msgspec.structs.replace(link, source=source, target=target)
    return list(kept.values()), list(loose)


def _watching(document: Document, first: Id, gone: Sequence[Id]) -> Iterator[Kpi]:
    for kpi in document.kpis:
        if not set(gone).isdisjoint(kpi.cards):
            cards = dict.fromkeys(first if key in gone else key for key in kpi.cards)
            yield msgspec.structs.replace(kpi, cards=tuple(cards))

"""What stands behind the journey: links, the parking lot, and why findings were set aside."""

from collections.abc import Callable, Iterator, Mapping
from math import inf

from model.handouts.outline.details import details
from model.handouts.outline.telling import Telling
from model.handouts.prose import Block, Cell, Heading, Listing, Said, Table, cell
from model.records import Card, Id, Ignored, Link
from resources.words import words

Advised = tuple[str, tuple[Id, ...]]
"""Code and records, by which a finding is known again."""


def links(tell: Telling) -> Iterator[Block]:
    """Every link from card to card, in the order of its id; those of lanes that are told."""
    cards = tell.document.table(Card)
    told = (link for link in tell.document.table(Link).values() if _is_told(link, tell))
    rows = tuple(_link(link, cards[link.source], cards[link.target], tell) for link in sorted(told, key=_place(tell)))
    if rows:
        head = tuple(tell.say(key) for key in ("link.from", "link.to", "link.kind"))
        yield Heading(2, tell.say("links"))
        yield Table(head, rows, (0.4, 0.4, 0.2))


def _is_told(link: Link, tell: Telling) -> bool:
    ends = (tell.document.table(Card)[key] for key in (link.source, link.target))
    return all(card.lane is None or card.lane in tell.told for card in ends)


def _place(tell: Telling) -> Callable[[Link], tuple[float, str, Id]]:
    """Sorts links by the step they begin in; those that begin in the parking lot last."""

    def place(link: Link) -> tuple[float, str, Id]:
        card = tell.document.table(Card)[link.source]
        return tell.document.columns.get(card.step or "", inf), card.id, link.id

    return place


def _link(link: Link, source: Card, target: Card, tell: Telling) -> tuple[Cell, Cell, Cell]:
    kind = tell.say("link.both" if link.both else "link.back" if link.loop else "link.forward")
    label = (Said(link.label, record=link.id),) if link.label.strip() else ()
    return _end(source, tell), _end(target, tell), Cell((Said(kind, "quiet", record=link.id), *label))


def _end(card: Card, tell: Telling) -> Cell:
    return Cell((Said(tell.card(card), record=card.id), Said(tell.where(card), "quiet", record=card.id)))


def parked(tell: Telling) -> Iterator[Block]:
    """The cards that have no place yet."""
    if tell.document.parked:
        yield Heading(2, tell.paper("parked"))
        yield Table(
            (tell.say("card"), tell.say("details")),
            tuple(_parked(card, tell) for card in tell.document.parked),
            (0.4, 0.6),
        )


def _parked(card: Card, tell: Telling) -> tuple[Cell, Cell]:
    text = card.text if card.text.strip() else tell.say("untitled_card")
    return cell(text, record=card.id), Cell(tuple(details(card, tell)))


def set_aside(tell: Telling) -> Iterator[Block]:
    """Why advice on the map was set aside, as far as somebody said so."""
    map_ = tell.document.map
    given = [each for each in map_.ignored if each.reason.strip()]
    if given:
        advice = _advice(tell)
        yield Heading(2, tell.say("set_aside"))
        yield Listing(tuple(Said(_reason(each, advice, tell), record=map_.id) for each in given))


def _reason(ignored: Ignored, advice: Mapping[Advised, str], tell: Telling) -> str:
    """A reason behind what it answers, as far as that is still found."""
    found = advice.get((ignored.code, ignored.records))
    return tell.say("answered", advice=found, reason=ignored.reason) if found else ignored.reason


def _advice(tell: Telling) -> dict[Advised, str]:
    """The sentences of all findings."""
    from model.findings.search import find
    from model.findings.sentences import sentence

    said = words("findings", tell.say.language)
    found = find(tell.document, ignored=True)
    return {(each.code, each.records): sentence(each, tell.document, said) for each in found if each.ignored}

"""What is to be printed: the map cut into columns and bands once, for all pages."""

from collections.abc import Mapping

import msgspec

from model.document import Document
from model.layout import cards
from model.layout.drawn import Leftover
from model.layout.grid import Column, columns_of, items_of
from model.layout.legend import Signs
from model.layout.lines import lines_below
from model.layout.links.draw import look as link_look
from model.layout.look import LOOK, Look
from model.layout.parts import Band, Source
from model.layout.view import View, lanes_shown
from model.records import Card, Emotion, Id, Lane, Link, Persona, Role
from resources.words import Words


class Order(msgspec.Struct, frozen=True):
    """The same on all pages: the map, its source, what the legend explains, the links that are shown and the look of
    each, the page's size in points (without a height it is as tall as it needs to be)."""

    document: Document
    view: View
    source: Source
    signs: Signs
    links: tuple[Link, ...]
    looks: Mapping[Id, str]
    parked: tuple[Leftover, ...]
    words: Words
    name: str
    paper: str
    width: float
    height: float | None
    look: Look = LOOK


def order(
    document: Document,
    view: View,
    words: Words,
    name: str,
    paper: str,
    width: float,
    height: float | None,
    folding: bool = False,
    look: Look = LOOK,
) -> Order:
    """Cut a map up for printing; `name` and `paper` stand in the foot of each page. `folding`: folded lanes are."""
    source = source_of(document, view, folding, look)
    links = _shown_links(document, source)
    looks = {link.id: look_of(document, link) for link in links}
    signs, parked = signs_of(document, source, looks), parked_in(document, words)
    return Order(document, view, source, signs, links, looks, parked, words, name, paper, width, height, look)


def source_of(document: Document, view: View, folding: bool, look: Look = LOOK) -> Source:
    """Columns, bands, curves and texts of a view."""
    lanes, columns = lanes_shown(document, view, look.hidden), columns_of(document)
    below = lines_below(lanes) if view is View.BLUEPRINT else {}
    bands = tuple(Band(lane, items_of(document, lane, columns), below.get(at)) for at, lane in enumerate(lanes))
    firsts = {item.record.id: item.first for band in bands for item in band.items}
    folded = frozenset(item.record.id for band in bands if folding and band.lane.folded for item in band.items)
    bands = tuple(_folded(document, band) if folding and band.lane.folded else band for band in bands)
    curves = {band.lane.id: curves_of(document, band.lane, look.persona) for band in bands if _shows_feelings(band)}
    places = {column.step.id: at for at, column in enumerate(columns) if column.step is not None}
    return Source(columns, bands, curves, places, firsts, _texts(columns, bands), folded)


def _folded(document: Document, band: Band) -> Band:
    """The band of a folded lane, which shows only how many cards, or emotions, it holds."""
    held = len(band.items) + len(document.emotions_in(band.lane.id))
    return msgspec.structs.replace(band, items=(), folded=held)


def _shows_feelings(band: Band) -> bool:
    return band.lane.role is Role.EMOTION and band.folded is None


def parked_in(document: Document, words: Words) -> tuple[Leftover, ...]:
    """The cards of the parking lot, which have no place on the grid."""
    return tuple(
        Leftover(words("parked"), cards.text_of(card, words), card.id) for card in document.parked if card.text
    )


def curves_of(document: Document, lane: Lane, persona: Id | None = None) -> tuple[tuple[Emotion, ...], ...]:
    """The markers of a lane, a curve for each persona they belong to; or of one `persona` and of nobody."""
    curves: dict[Id | None, list[Emotion]] = {}
    for emotion in document.emotions_in(lane.id):
        if persona is None or emotion.persona in (None, persona):
            curves.setdefault(emotion.persona, []).append(emotion)
    return tuple(tuple(curve) for curve in curves.values())


def _texts(columns: tuple[Column, ...], bands: tuple[Band, ...]) -> tuple[frozenset[str], ...]:
    """For each column the texts of the cards in it, as far as its step has a title they might repeat."""
    titled = {at for at, column in enumerate(columns) if column.step is not None and column.step.title}
    texts: list[set[str]] = [set() for _ in columns]
    for item in (item for band in bands if titled for item in band.items):
        if item.first in titled and isinstance(item.record, Card):
            texts[item.first].add(item.record.text)
    return tuple(map(frozenset, texts))


def texts_in(document: Document, column: Column, bands: tuple[Band, ...]) -> frozenset[str]:
    """The same for one column."""
    if column.step is None or not column.step.title:
        return frozenset()
    lanes = (band.lane.id for band in bands if band.folded is None)
    return frozenset(card.text for lane in lanes for card in document.cards_in(lane, column.step.id))


def _shown_links(document: Document, source: Source) -> tuple[Link, ...]:
    """Those of which an end at the least is to be seen, by id, so that a link taken back and made again runs where it
    ran."""
    links = sorted(document.table(Link).values(), key=lambda link: link.id)
    return tuple(link for link in links if is_shown(link, source))


def is_shown(link: Link, source: Source) -> bool:
    """Whether an end of a link at the least is to be seen, and neither is left out of the view."""
    whole = link.source in source.firsts and link.target in source.firsts
    return whole and not source.folded.issuperset((link.source, link.target))


def signs_of(document: Document, source: Source, looks: Mapping[Id, str]) -> Signs:
    """The signs that the legend has to explain; `looks`: of each link that is shown."""
    return Signs(
        links=frozenset(looks.values()),
        marks=frozenset(mark for band in source.bands for mark in band.marks),
        feelings=any(curve for curves in source.emotions.values() for curve in curves),
        curves=_curve_names(document, source),
        roles=frozenset(band.lane.role for band in source.bands if band.items),
    )


def _curve_names(document: Document, source: Source) -> tuple[str, ...]:
    """Whose curves the map shows, where a lane holds more than one; one nobody is named for is the map's own."""
    most = max(source.emotions.values(), key=len, default=())
    if len(most) < 2:
        return ()
    named = (document.get(Persona, curve[0].persona) for curve in most)
    return tuple(persona.name if persona else document.map.title for persona in named)


def look_of(document: Document, link: Link) -> str:
    """How a link is drawn, by the lanes of its cards."""
    lanes = [document.get(Lane, card.lane) for key in (link.source, link.target) if (card := document.get(Card, key))]
    roles = [lane.role if lane else Role.OTHER for lane in lanes]
    return link_look(link, roles[0], roles[1])

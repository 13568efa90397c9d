"""The links of a page and what each of them depends on: after a change only those it reaches are made again.

Laying out from nothing is the same with an empty web before it.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

import msgspec

from model.layout.frame import Frame
from model.layout.links.corners import turns
from model.layout.links.index import retaken
from model.layout.links.routes import Corridor, End, Gap, Side, Way, plumb_columns, route
from model.layout.links.strands import Strand, group, lifted, placed, resized, strand
from model.layout.links.stubs import Later, stubs
from model.layout.links.tracks import Key, Piece, numbered, offsets, pieces
from model.layout.setting import Setting
from model.layout.shapes import Group
from model.records import Id, Link

K = TypeVar("K")
V = TypeVar("V")

Ways = Mapping[Id, tuple[Link, Way | None]]
"""By id: the link and its way; None where it is drawn as stubs."""
Keys = Mapping[Id, None]


class Web(msgspec.Struct, frozen=True):
    """The strands by link, and the groups they are painted as, in the order of ids; and who is to be asked when
    something changes.

    `crowds` and `tracks`: who runs how far along each gap, and how far from its middle. `anchors`: by link and card,
    its number at the card's edge. `cards`: by card, the links there. `level`: by row, the links from card to card of
    it. `upright`: by column, the links that run straight down it if nobody is in the way.
    """

    strands: Mapping[Id, Strand] = {}
    groups: Mapping[Id, Group] = {}
    crowds: Mapping[Gap, Mapping[Key, Piece]] = {}
    tracks: Mapping[Gap, Mapping[Key, float]] = {}
    anchors: Mapping[tuple[Id, Id], int] = {}
    cards: Mapping[Id, Keys] = {}
    level: Mapping[int, Keys] = {}
    upright: Mapping[int, Keys] = {}


class Asked(msgspec.Struct, frozen=True):
    """What of a web has to be looked at: `links` that came, changed, or might take another way now; `resized`, those
    with a way, cards of which stand in the same columns at other heights; those `gone`, which are no longer shown."""

    links: Mapping[Id, Link] = {}
    resized: Collection[Id] = ()
    gone: Collection[Id] = ()


def woven(
    before: Web, asked: Asked, was: Frame, frame: Frame, later: Later, setting: Setting
) -> tuple[Web, Collection[Id]]:
    """The web with these links led anew and with those that make room for them, and the ids of both.

    `was`: the frame of the web before.
    """
    ways = {key: (link, _way(link, frame)) for key, link in asked.links.items()}
    left = {
        key: (known.link, known.way) for key in (*ways, *asked.gone) if (known := before.strands.get(key)) is not None
    }
    web = _met(before, left, was, ways, frame)
    web, squeezed = _tracked(web, left, ways, frame)
    web, shoved = _anchored(web, left, ways)
    turned = {*ways, *squeezed, *shoved}
    resizing = [key for key in asked.resized if key not in turned]
    strands = {**before.strands, **{key: resized(before.strands[key], frame, web.anchors) for key in resizing}}
    for key in turned:
        link, way = ways[key] if key in ways else (strands[key].link, placed(strands[key], frame))
        trails = (turns(key, way, frame, web.tracks, web.anchors),) if way else stubs(link, frame, later, setting)
        strands[key] = strand(link, way, tuple(trails), frame, setting)
    again = turned.union(resizing)
    groups = lifted(before.groups, before.strands, was, frame, again.union(asked.gone))
    groups.update((key, group(strands[key], frame)) for key in again)
    strands, groups = _in_order(strands, before, asked.gone), _in_order(groups, before, asked.gone)
    return msgspec.structs.replace(web, strands=strands, groups=groups), turned


def _in_order(table: dict[Id, V], before: Web, gone: Collection[Id]) -> dict[Id, V]:
    """A table by link without those that are gone, in the order of ids."""
    for key in gone:
        table.pop(key, None)
    return table if table.keys() <= before.strands.keys() else {key: table[key] for key in sorted(table)}


def _way(link: Link, frame: Frame) -> Way | None:
    source, target = frame.place(link.source), frame.place(link.target)
    if source is None or target is None:
        return None
    start, end = End(*source), End(*target)
    found = route(start, end, frame)
    return Way(start, end, found) if found is not None else None


def _met(before: Web, left: Ways, was: Frame, ways: Ways, frame: Frame) -> Web:
    """The web knowing whom these links meet."""
    cards = retaken(before.cards, _by_card(left), _by_card(ways))
    level = retaken(before.level, _by_row(left, was), _by_row(ways, frame))
    upright = retaken(before.upright, _by_column(left), _by_column(ways))
    return msgspec.structs.replace(
        before,
        cards={**before.cards, **cards} if cards else before.cards,
        level={**before.level, **level},
        upright={**before.upright, **upright},
    )


def _by_card(ways: Ways) -> Iterator[tuple[Id, Id, None]]:
    return ((card, key, None) for key, (link, _) in ways.items() for card in (link.source, link.target))


def _by_row(ways: Ways, frame: Frame) -> Iterator[tuple[int, Id, None]]:
    """Those that might run along a row: from card to card of it, and, as it is, nowhere."""
    for key, (link, way) in ways.items():
        if way is None:
            places = (frame.place(card) for card in (link.source, link.target))
            yield from ((place[0], key, None) for place in places if place is not None)
        elif way.source.row == way.target.row:
            yield way.source.row, key, None


def _by_column(ways: Ways) -> Iterator[tuple[int, Id, None]]:
    for key, (_, way) in ways.items():
        if way is not None and way.source.row != way.target.row:
            yield from ((column, key, None) for column in plumb_columns(way.source.slot, way.target.slot))


def _tracked(before: Web, left: Ways, ways: Ways, frame: Frame) -> tuple[Web, set[Id]]:
    """The web with these ways on tracks, and the links that run elsewhere in the gaps for it."""
    old, new = {*_by_gap(left)}, {*_by_gap(ways)}
    crowds = retaken(before.crowds, old - new, new - old)
    tracks = {gap: offsets(crowd, _room(gap, frame)) for gap, crowd in crowds.items()}
    squeezed = {place[0] for gap, found in tracks.items() for place in _differing(before.tracks.get(gap, {}), found)}
    web = msgspec.structs.replace(before, crowds={**before.crowds, **crowds}, tracks={**before.tracks, **tracks})
    return web, squeezed


def _by_gap(ways: Ways) -> Iterator[tuple[Gap, Key, Piece]]:
    return (piece for key, (_, way) in ways.items() if way is not None for piece in pieces(key, way))


def _room(gap: Gap, frame: Frame) -> float:
    """How wide a gap is, in points."""
    if isinstance(gap, Corridor):
        low, high = frame.corridor_edges(gap.at)
        return high - low
    return frame.gap


def _anchored(before: Web, left: Ways, ways: Ways) -> tuple[Web, set[Id]]:
    """The web with these ways numbered at the edges of cards, and the links that have other numbers for it."""
    old, new = {*_by_edge(left)}, {*_by_edge(ways)}
    numbers = {
        key: number
        for card in {card for card, *_ in old ^ new}
        for key, number in numbered(card, _ways_at(card, before, ways)).items()
    }
    shoved = {key[0] for key in _differing(before.anchors, numbers)}
    gone = {(key, card) for card, key, *_ in old} - {(key, card) for card, key, *_ in new}
    anchors = {**before.anchors, **numbers} if shoved or gone else before.anchors
    kept = {key: number for key, number in anchors.items() if key not in gone} if gone else anchors
    return msgspec.structs.replace(before, anchors=kept), shoved


def _by_edge(ways: Ways) -> Iterator[tuple[Id, Id, Side, int]]:
    """At which edge of which card each begins or ends, and after how many gaps."""
    for key, (_, way) in ways.items():
        if way is not None:
            gaps = len(way.route.via)
            yield way.source.slot.id, key, way.route.start, gaps
            yield way.target.slot.id, key, way.route.end, gaps


def _ways_at(card: Id, web: Web, ways: Ways) -> dict[Id, Way]:
    found = {key: ways[key][1] if key in ways else web.strands[key].way for key in web.cards.get(card, ())}
    return {key: way for key, way in found.items() if way is not None}


def _differing(before: Mapping[K, V], after: Mapping[K, V]) -> Iterator[K]:
    """What has another value now, or had none."""
    return (key for key, value in after.items() if before.get(key) != value)

"""The links of a page and what each of them depends on: after a change only those it reaches are made again.

Laying out from nothing is the same with an empty web before it.
"""

from collections.abc import Collection, Mapping

import msgspec

from model.layout.frame import Frame
from model.layout.links.corners import Trail, turns
from model.layout.links.routes import Corridor, End, Gap, Way, route
from model.layout.links.strokes import Stroke, strokes
from model.layout.links.stubs import Later, stubs
from model.layout.links.tracks import Key, Piece, numbered, offsets, pieces
from model.layout.setting import Setting
from model.layout.shapes import Group
from model.records import Id, Link

Ways = Mapping[Id, Way | None]
"""By link; None where it is drawn as stubs."""
Crowds = Mapping[Gap, Mapping[Key, Piece]]
Tracks = Mapping[Gap, Mapping[Key, float]]
Cards = Mapping[Id, Collection[Id]]
Anchors = Mapping[tuple[Id, Id], int]


class Strand(msgspec.Struct, frozen=True):
    """A link as it is drawn: its way, its lines, the levels between which they run; its shapes, measured from the upper
    one."""

    link: Link
    way: Way | None
    trails: tuple[Trail, ...]
    strokes: tuple[Stroke, ...]
    upper: int
    lower: int
    group: Group


class Web(msgspec.Struct, frozen=True):
    """The strands by link; who runs how far along each gap, and on which track; by card the links there that have a
    way; by link and card its number at the card's edge."""

    strands: Mapping[Id, Strand] = {}
    crowds: Crowds = {}
    tracks: Tracks = {}
    cards: Cards = {}
    anchors: Anchors = {}


class Asked(msgspec.Struct, frozen=True):
    """What of a web has to be looked at: `links` that came, changed, or might take another way now; `resized`, those of
    cards that stand in the same columns at other heights; those `gone`, which are no longer shown."""

    links: Mapping[Id, Link] = {}
    resized: Collection[Id] = ()
    gone: Collection[Id] = ()


def woven(before: Web, asked: Asked, frame: Frame, later: Later, setting: Setting) -> Web:
    """The web with these links led anew, and with those that make room for them."""
    ways = {key: _way(link, frame) for key, link in asked.links.items()}
    left = {key: before.strands[key].way for key in (*ways, *asked.gone) if key in before.strands}
    crowds, tracks, squeezed = _tracked(before, left, ways, frame)
    cards = _met(before, asked)
    anchors, shoved = _anchored(before, cards, left, ways)
    strands = dict(before.strands)
    for key in asked.gone:
        strands.pop(key, None)
    for key in {*ways, *asked.resized, *squeezed, *shoved}:
        link = asked.links.get(key) or strands[key].link
        way = ways[key] if key in ways else _resized(strands[key].way, frame)
        trails = (turns(key, way, frame, tracks, anchors),) if way else tuple(stubs(link, frame, later, setting))
        strands[key] = _strand(link, way, trails, frame, setting)
    return Web(strands, crowds, tracks, cards, anchors)


def lifted(before: Web, asked: Asked, was: Frame, frame: Frame) -> Web:
    """The web after rows have grown, shrunk or moved: what hangs on one stretch of rows moves with it.

    Those that are `asked` about are left as they are.
    """
    fates: dict[tuple[int, int], tuple[bool, bool]] = {}
    strands = dict(before.strands)
    for key, strand in before.strands.items():
        upper, lower = strand.upper, strand.lower
        fate = fates.get((upper, lower))
        if fate is None:
            stiff = was.rises[upper][upper : lower + 1] == frame.rises[upper][upper : lower + 1]
            fate = fates[upper, lower] = stiff, was.level(upper) == frame.level(upper)
        if fate != _STAYS and not (key in asked.links or key in asked.resized):
            strands[key] = _moved(strand, frame, stiff=fate[0])
    return msgspec.structs.replace(before, strands=strands)


_STAYS = (True, True)


def _way(link: Link, frame: Frame) -> Way | None:
    source, target = frame.place(link.source), frame.place(link.target)
    if source is None or target is None:
        return None
    start, end = End(*source), End(*target)
    found = route(start, end, frame)
    return Way(start, end, found) if found is not None else None


def _resized(way: Way | None, frame: Frame) -> Way | None:
    """The same way between cards of other heights."""
    if way is None:
        return None
    source, target = (End(end.row, frame.rows[end.row].filling.places[end.slot.id]) for end in (way.source, way.target))
    return Way(source, target, way.route)


def _tracked(before: Web, left: Ways, ways: Ways, frame: Frame) -> tuple[Crowds, Tracks, set[Id]]:
    """The gaps without these ways and with those, and the links that run elsewhere in them."""
    touched: dict[Gap, dict[Key, Piece]] = {}
    for key in {**left, **ways}:
        old, new = _pieces(key, left), _pieces(key, ways)
        if old != new:
            for gap, place, _ in old:
                _open(touched, before, gap).pop(place, None)
            for gap, place, piece in new:
                _open(touched, before, gap)[place] = piece
    tracks = {gap: offsets(crowd, _room(gap, frame)) for gap, crowd in touched.items()}
    squeezed = {
        place[0]
        for gap, found in tracks.items()
        for place, offset in found.items()
        if before.tracks.get(gap, {}).get(place) != offset
    }
    return {**before.crowds, **touched}, {**before.tracks, **tracks}, squeezed


def _pieces(key: Id, ways: Ways) -> list[tuple[Gap, Key, Piece]]:
    way = ways.get(key)
    return list(pieces(key, way)) if way is not None else []


def _open(touched: dict[Gap, dict[Key, Piece]], before: Web, gap: Gap) -> dict[Key, Piece]:
    """The pieces in a gap, to be changed."""
    crowd = touched.get(gap)
    if crowd is None:
        crowd = touched[gap] = dict(before.crowds.get(gap, {}))
    return crowd


def _room(gap: Gap, frame: Frame) -> float:
    """How wide a gap is, in points."""
    if isinstance(gap, Corridor):
        low, high = frame.corridor_edges(gap.at)
        return high - low
    return frame.gap


def _met(before: Web, asked: Asked) -> Cards:
    """The links at each card, with those that came or turned to others and without those that went."""
    crowds: dict[Id, dict[Id, None]] = {}
    for key in (*asked.links, *asked.gone):
        old = before.strands[key].link if key in before.strands else None
        new = asked.links.get(key)
        if _cards(old) != _cards(new):
            for card in _cards(old):
                _open_card(crowds, before, card).pop(key, None)
            for card in _cards(new):
                _open_card(crowds, before, card)[key] = None
    return {**before.cards, **crowds} if crowds else before.cards


def _cards(link: Link | None) -> tuple[Id, ...]:
    return (link.source, link.target) if link is not None else ()


def _open_card(crowds: dict[Id, dict[Id, None]], before: Web, card: Id) -> dict[Id, None]:
    """The links at a card, to be changed."""
    crowd = crowds.get(card)
    if crowd is None:
        crowd = crowds[card] = dict.fromkeys(before.cards.get(card, ()))
    return crowd


def _anchored(before: Web, cards: Cards, left: Ways, ways: Ways) -> tuple[Anchors, set[Id]]:
    """The numbers at the edges of cards without these ways and with those, and the links that have other ones."""
    touched: dict[Id, None] = {}
    for key in {**left, **ways}:
        old, new = left.get(key), ways.get(key)
        if old is None or new is None or not _is_alike(old, new):
            touched.update(dict.fromkeys((*_ends(old), *_ends(new))))
    numbers = {
        key: number for card in touched for key, number in numbered(card, _ways_at(card, before, cards, ways)).items()
    }
    shoved = {key[0] for key, number in numbers.items() if before.anchors.get(key) != number}
    return {**before.anchors, **numbers} if numbers else before.anchors, shoved


def _ways_at(card: Id, before: Web, cards: Cards, ways: Ways) -> dict[Id, Way]:
    found = {key: ways[key] if key in ways else before.strands[key].way for key in cards.get(card, ())}
    return {key: way for key, way in found.items() if way is not None}


def _is_alike(one: Way, other: Way) -> bool:
    """Whether two ways of a link meet the same cards at the same edges, with as many turns between."""
    return one.route == other.route and _ends(one) == _ends(other)


def _ends(way: Way | None) -> tuple[Id, ...]:
    return (way.source.slot.id, way.target.slot.id) if way is not None else ()


def _strand(link: Link, way: Way | None, trails: tuple[Trail, ...], frame: Frame, setting: Setting) -> Strand:
    drawn = strokes(link, trails, frame, setting)
    levels = [level for trail in trails for level in trail.levels]
    upper, lower = min(levels), max(levels)
    rises = frame.rises[upper]
    group = Group(0, frame.level(upper), tuple(stroke.path(rises) for stroke in drawn), link.id)
    return Strand(link, way, trails, drawn, upper, lower, group)


def _moved(strand: Strand, frame: Frame, *, stiff: bool) -> Strand:
    """A strand whose rows stand elsewhere. `stiff`: they stand to each other as they did."""
    upper = strand.upper
    rises = frame.rises[upper]
    shapes = strand.group.shapes if stiff else tuple(stroke.path(rises) for stroke in strand.strokes)
    group = Group(0, frame.level(upper), shapes, strand.link.id)
    return Strand(strand.link, strand.way, strand.trails, strand.strokes, upper, strand.lower, group)

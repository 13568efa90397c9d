"""Which links a change of cards can reach: what `routes.route` looks at, asked the other way round."""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from model.layout.frame import Filling, Frame
from model.layout.links.routes import Gutter, Way, plumb_columns
from model.layout.links.web import Asked, Web
from model.layout.rows import Slot
from model.records import Id, Link


class _Differing(msgspec.Struct, frozen=True):
    """How a row differs from what it was: over which columns others stand or in another order, and over which somebody
    is at another height; which gutters are spanned and were not, or the other way round; whom the one and the other
    concerns."""

    row: int
    columns: frozenset[int]
    heights: frozenset[int]
    gutters: frozenset[int]
    piled: frozenset[Id]
    resized: frozenset[Id]


def asking(web: Web, was: Frame, frame: Frame, links: Mapping[Id, Link], gone: Collection[Id]) -> Asked:
    """What to ask of a web once cards stand elsewhere; `links` came or changed themselves, those `gone` are shown no
    more."""
    rows = [
        _differing(at, old.filling, new.filling)
        for at, (old, new) in enumerate(zip(was.rows, frame.rows, strict=True))
        if old.filling is not new.filling
    ]
    reached = {key for row in rows for key in _reached(row, web, frame)}
    resized = {key for row in rows for card in row.resized for key in web.cards.get(card, ())}
    asked = {**{key: web.strands[key].link for key in reached.difference(gone)}, **links}
    return Asked(asked, resized.difference(asked, gone), gone)


def _differing(at: int, old: Filling, new: Filling) -> _Differing:
    columns = {column for column in {**old.piles, **new.piles} if old.piles.get(column) != new.piles.get(column)}
    piled = frozenset(key for piles in (old.piles, new.piles) for column in columns for key in piles.get(column, ()))
    resized = [slot for slot in new.slots if _is_resized(old.places.get(slot.id), slot)]
    heights = columns.union(column for slot in resized for column in range(slot.first, slot.first + slot.span))
    gutters = frozenset(old.bridges.keys() ^ new.bridges.keys())
    ids = frozenset(slot.id for slot in resized)
    return _Differing(at, frozenset(columns), frozenset(heights), gutters, piled, ids)


def _is_resized(old: Slot | None, new: Slot) -> bool:
    return old is not None and old is not new and (old.y, old.height) != (new.y, new.height)


def _reached(row: _Differing, web: Web, frame: Frame) -> Iterator[Id]:
    for card in row.piled:
        yield from web.cards.get(card, ())
    if row.heights:
        yield from _along(row, web, frame)
    if row.columns:
        yield from _across(row, web)


def _along(row: _Differing, web: Web, frame: Frame) -> Iterator[Id]:
    """Links from card to card of the row, which may run straight where nobody stands at their height."""
    links = {key for slot in frame.rows[row.row].slots for key in web.cards.get(slot.id, ())}
    for key in links:
        way = web.strands[key].way
        if way is None:
            yield key
        elif way.source.row == way.target.row:
            first = min(way.source.slot.first, way.target.slot.first)
            if not row.heights.isdisjoint(range(first, max(way.source.slot.last, way.target.slot.last) + 1)):
                yield key


def _across(row: _Differing, web: Web) -> Iterator[Id]:
    """Links past the row: straight ones, or such as could be, over the columns; others by the gutters."""
    for key, strand in web.strands.items():
        way = strand.way
        if way is not None:
            one, other = way.source.row, way.target.row
            low, high = (one, other) if one < other else (other, one)
            past = low < row.row < high and _meets_plumb(way, row)
            if past or (row.gutters and low <= row.row <= high and _meets_gutters(way, row)):
                yield key


def _meets_plumb(way: Way, row: _Differing) -> bool:
    one, other = way.source.slot, way.target.slot
    if one.last < other.first or other.last < one.first:
        return False
    return not row.columns.isdisjoint(plumb_columns(one, other))


def _meets_gutters(way: Way, row: _Differing) -> bool:
    """Whether a gutter is among those that were looked at, from the target outwards to the one that was free."""
    slot = way.target.slot
    taken = [_away(gap.at, slot) for gap in way.route.via if isinstance(gap, Gutter)]
    return bool(taken) and min(_away(at, slot) for at in row.gutters) <= max(taken)


def _away(gutter: int, slot: Slot) -> int:
    return slot.first - gutter if gutter <= slot.first else gutter - slot.last - 1

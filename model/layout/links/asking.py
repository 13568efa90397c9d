"""Which links a change of cards can reach: what `routes.route` looks at, asked the other way round."""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from model.layout.frame import Filling, Frame
from model.layout.links.routes import Gutter, Way
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
    resized = {key for row in rows for card in row.resized for key in web.cards.get(card, ())}
    reached = {key for row in rows for key in _reached(row, web)}
    reached.update(key for key in resized if web.strands[key].way is None)
    asked = {**{key: web.strands[key].link for key in reached.difference(gone)}, **links}
    return Asked(asked, resized.difference(asked, gone), gone)


def _differing(at: int, old: Filling, new: Filling) -> _Differing:
    columns = {column for column in {**old.piles, **new.piles} if old.piles.get(column) != new.piles.get(column)}
    piled = frozenset(
        key for piles in (old.piles, new.piles) for column in columns for key, *_ in piles.get(column, ())
    )
    resized = [slot for slot in new.slots if _is_resized(old.places.get(slot.id), slot)]
    heights = columns.union(column for slot in resized for column in range(slot.first, slot.first + slot.span))
    gutters = frozenset(old.bridges.keys() ^ new.bridges.keys())
    ids = frozenset(slot.id for slot in resized)
    return _Differing(at, frozenset(columns), frozenset(heights), gutters, piled, ids)


def _is_resized(old: Slot | None, new: Slot) -> bool:
    return old is not None and old is not new and (old.y, old.height) != (new.y, new.height)


def _reached(row: _Differing, web: Web) -> Iterator[Id]:
    for card in row.piled:
        yield from web.cards.get(card, ())
    for column in row.columns:
        yield from (key for key in web.upright.get(column, ()) if _is_past(web.strands[key].way, row.row))
    if row.heights:
        yield from (key for key in web.level.get(row.row, ()) if _is_over(web.strands[key].way, row.heights))
    if row.gutters:
        yield from (key for key, each in web.strands.items() if _meets_gutters(each.way, row))


def _is_past(way: Way | None, row: int) -> bool:
    """Whether a link runs past a row."""
    return way is not None and min(way.source.row, way.target.row) < row < max(way.source.row, way.target.row)


def _is_over(way: Way | None, columns: frozenset[int]) -> bool:
    """Whether a link along a row runs over any of these columns, or knows no way yet."""
    if way is None:
        return True
    one, other = way.source.slot, way.target.slot
    return not columns.isdisjoint(range(min(one.first, other.first), max(one.last, other.last) + 1))


def _meets_gutters(way: Way | None, row: _Differing) -> bool:
    """Whether a gutter is among those that were looked at, from the target outwards to the one that was free."""
    if way is None or not min(way.source.row, way.target.row) <= row.row <= max(way.source.row, way.target.row):
        return False
    slot = way.target.slot
    taken = [_away(gap.at, slot) for gap in way.route.via if isinstance(gap, Gutter)]
    return bool(taken) and min(_away(at, slot) for at in row.gutters) <= max(taken)


def _away(gutter: int, slot: Slot) -> int:
    return slot.first - gutter if gutter <= slot.first else gutter - slot.last - 1

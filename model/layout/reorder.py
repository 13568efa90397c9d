"""What is to be printed, after a change: only what the change touches is read from the map again."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

import msgspec

from model.change import Change
from model.layout.grid import columns_of, items_of, reach
from model.layout.order import Order, curves_of, is_shown, look_of, parked_in, signs_of, texts_in
from model.layout.parts import Band, Source
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Map, Record, Role, Stage, Step

Columns = dict[Id, set[int]]
"""By lane: the columns over which cards and KPIs came, went or changed."""


class Reordered(msgspec.Struct, frozen=True):
    """The order now; the columns of each lane and the lanes of emotions that have to be laid out again; the links that
    came, changed or look otherwise, and those that are shown no more."""

    order: Order
    columns: Columns
    felt: frozenset[Id]
    links: Mapping[Id, Link]
    gone: frozenset[Id]


def reordered(order: Order, change: Change) -> Reordered | None:
    """The order after a change, the last that happened to its map; None where the grid itself is another one, or the
    language."""
    if not all(_keeps_grid(*pair) for pair in _pairs(change)):
        return None
    touched = [record for pair in _pairs(change) for record in pair if record is not None]
    columns, felt = _changed(order.source, touched), _felt(order.source, touched)
    if not all(_is_unfolded(order.source, lane) for lane in (*columns, *felt)):
        return None
    source = _source(order, touched, columns, felt)
    affected = _affected(order, change)
    now = {key: link for key in affected if (link := _shown(order, source, key)) is not None}
    gone = frozenset(key for key in affected if key not in now and key in order.looks)
    looks = {key: look for key, look in order.looks.items() if key not in gone} if gone else order.looks
    looks = {**looks, **{key: look_of(order.document, link) for key, link in now.items()}} if now else looks
    after = msgspec.structs.replace(
        order,
        source=source,
        links=_links(order.links, now, gone) if affected else order.links,
        looks=looks,
        signs=signs_of(order.document, source, looks),
        parked=parked_in(order.document, order.words) if any(map(_is_parked, touched)) else order.parked,
    )
    return Reordered(after, columns, felt, now, gone)


def _pairs(change: Change) -> Iterator[tuple[Record | None, Record | None]]:
    """Each record that changes, before and after."""
    yield from ((None, record) for record in change.added.values())
    yield from ((record, None) for record in change.removed.values())
    yield from change.updated.values()


def _keeps_grid(before: Record | None, after: Record | None) -> bool:
    """Whether columns, rows and words stay those they were."""
    if isinstance(before or after, Lane):
        return False
    if isinstance(before, Map) and isinstance(after, Map):
        return before.language == after.language
    if isinstance(before, Stage) and isinstance(after, Stage):
        return before.order == after.order
    if isinstance(before, Step) and isinstance(after, Step):
        return (before.stage, before.order) == (after.stage, after.order)
    return not isinstance(before or after, Stage | Step)


def _changed(source: Source, touched: Iterable[Record]) -> Columns:
    changed: Columns = {}
    lanes = {band.lane.id for band in source.bands}
    for record in touched:
        if isinstance(record, Card) and record.step is not None and record.lane in lanes:
            first = source.places[record.step]
            over = range(first, first + reach(source.columns, first, record.span))
            changed.setdefault(record.lane, set()).update(over)
        elif isinstance(record, Kpi):
            for band in source.bands:
                if band.lane.role is Role.KPIS:
                    changed.setdefault(band.lane.id, set()).update(range(len(source.columns)))
    return changed


def _felt(source: Source, touched: Iterable[Record]) -> frozenset[Id]:
    """The lanes shown whose emotions are others, or belong to others."""
    lanes = {band.lane.id for band in source.bands}
    return frozenset(record.lane for record in touched if isinstance(record, Emotion) and record.lane in lanes)


def _is_unfolded(source: Source, lane: Id) -> bool:
    return all(band.folded is None for band in source.bands if band.lane.id == lane)


def _is_parked(record: Record) -> bool:
    return isinstance(record, Card) and (record.step is None or record.lane is None)


def _source(order: Order, touched: Iterable[Record], changed: Columns, felt: Iterable[Id]) -> Source:
    document, source = order.document, order.source
    again = any(isinstance(record, Stage | Step) for record in touched)
    columns = columns_of(document) if again else source.columns
    bands = tuple(
        msgspec.structs.replace(band, items=items_of(document, band.lane, columns)) if band.lane.id in changed else band
        for band in source.bands
    )
    curves = {band.lane.id: curves_of(document, band.lane) for band in bands if band.lane.id in felt}
    emotions = {**source.emotions, **curves} if curves else source.emotions
    retold = _retold(source, touched)
    texts = tuple(
        texts_in(document, column, bands) if at in retold else said
        for at, (column, said) in enumerate(zip(columns, source.texts, strict=True))
    )
    firsts = _firsts(source, bands, touched, changed) if changed else source.firsts
    return msgspec.structs.replace(source, columns=columns, bands=bands, emotions=emotions, texts=texts, firsts=firsts)


def _retold(source: Source, touched: Iterable[Record]) -> set[int]:
    """The columns that hold other texts than before, or whose title is another."""
    steps = {
        record.id if isinstance(record, Step) else record.step for record in touched if isinstance(record, Step | Card)
    }
    return {source.places[step] for step in steps if step is not None}


def _firsts(source: Source, bands: Iterable[Band], touched: Iterable[Record], changed: Columns) -> dict[Id, int]:
    keys = {record.id for record in touched if isinstance(record, Card | Kpi)}
    items = (item for band in bands if band.lane.id in changed for item in band.items)
    now = {item.record.id: item.first for item in items if item.record.id in keys}
    if all(source.firsts.get(key) == now.get(key) for key in keys):
        return source.firsts
    return {**{key: first for key, first in source.firsts.items() if key not in keys}, **now}


def _affected(order: Order, change: Change) -> dict[Id, None]:
    """The links that changed, or a card of which came, went, or stands in another lane."""
    affected: dict[Id, None] = {}
    for before, after in _pairs(change):
        record = after or before
        if isinstance(record, Link):
            affected[record.id] = None
        elif isinstance(record, Card) and _lane_of(before) != _lane_of(after):
            affected.update((link.id, None) for link in order.document.links_of(record.id))
    return affected


def _lane_of(card: Record | None) -> Id | None:
    """The lane in which a card stands on the grid."""
    return card.lane if isinstance(card, Card) and card.step is not None else None


def _shown(order: Order, source: Source, key: Id) -> Link | None:
    link = order.document.get(Link, key)
    return link if link is not None and is_shown(link, source) else None


def _links(links: Sequence[Link], now: Mapping[Id, Link], gone: Iterable[Id]) -> tuple[Link, ...]:
    """The links by id, with those that are shown now and without those that are gone."""
    kept = list(links)
    for key in (*gone, *now):
        at = bisect_left(kept, key, key=attrgetter("id"))
        there = at < len(kept) and kept[at].id == key
        kept[at : at + there] = [now[key]] if key in now else []
    return tuple(kept)

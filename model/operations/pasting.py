"""Pasting: a piece of a map, a list, a spreadsheet's range."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from model import change
from model.change import Change
from model.document import Document
from model.operations.area import area
from model.operations.basics import after, becoming, fresh_id
from model.operations.cells import PARKED, Cell, cell, settled
from model.operations.clip import Clip, Felt
from model.operations.ordering import arranged
from model.operations.pictures import picture_asset
from model.operations.plain import plain_within
from model.operations.tables import rows_of
from model.records import Asset, Card, Emotion, Id, Link, Persona, Record, Role
from model.refusal import Refused


def paste(
    document: Document, clip: Clip, lane: Id | None, step: Id | None, index: int | None = None, title: str = ""
) -> Change:
    """Put a clip down with its upper left corner in a cell, or its cards in the parking lot.

    Lanes and steps that are missing come at the ends, the lanes with this title. Emotions come to the lane if it is
    theirs, else to the first emotion lane, else they stay behind. Refuses `missing`, `card_on_emotion_lane`,
    `no_emotion_lane`.
    """
    if lane is None or step is None:
        if clip.emotions and not clip.cards:
            raise Refused("no_emotion_lane")
        return _with_links(document, clip, {taken.card.id: PARKED for taken in clip.cards}, index)
    mood = _emotion_lane(document, lane)
    if clip.cards:
        cell(document, lane, step)
    elif clip.emotions and mood is None:
        raise Refused("no_emotion_lane")
    height = max((taken.row + 1 for taken in clip.cards), default=0)
    width = max((column + 1 for column in clip.columns), default=0)
    covered = area(document, lane, step, height, width, title)
    cells: dict[Id, Cell] = {
        taken.card.id: (covered.rows[taken.row], covered.columns[taken.column]) for taken in clip.cards
    }
    pasted = covered.growth.then(_with_links(covered.document, clip, cells, index))
    if mood is None:
        return pasted
    return pasted.then(_feelings(after(document, pasted), clip.emotions, mood, covered.columns))


def paste_text(
    document: Document, text: str, lane: Id | None, step: Id | None, index: int | None = None, title: str = ""
) -> Change:
    """Make cards of text: one a line in the cell; of a table by tabs one a cell, from here to the right and down.

    Lanes and steps that are missing come at the ends, the lanes with this title.
    Refuses `missing`, `card_on_emotion_lane`.
    """
    place, rows = cell(document, lane, step), rows_of(text)
    width = max((len(row) for row in rows), default=0)
    if place == PARKED or lane is None or step is None or width <= 1:
        return settled(document, [_new(document, place, text) for row in rows for text in row if text], {place: index})
    covered = area(document, lane, step, len(rows), width, title)
    new = [
        _new(document, (covered.rows[down], covered.columns[right]), text)
        for down, row in enumerate(rows)
        for right, text in enumerate(row)
        if text
    ]
    return covered.growth.then(settled(covered.document, new, {place: index}))


def _new(document: Document, place: Cell, text: str) -> Card:
    return Card(id=fresh_id(document, Card), order="", lane=place[0], step=place[1], text=text)


def _with_links(document: Document, clip: Clip, cells: dict[Id, Cell], index: int | None) -> Change:
    pictures = _pictures(document, clip.assets)
    twins = {key: fresh_id(document, Card) for key in cells}
    new = [
        msgspec.structs.replace(
            plain_within(taken.card),
            id=twins[taken.card.id],
            lane=cells[taken.card.id][0],
            step=cells[taken.card.id][1],
            picture=taken.card.picture if taken.card.picture in pictures else None,
        )
        for taken in clip.cards
    ]
    placed = settled(document, new, {cells[taken.card.id]: index for taken in clip.cards[:1]})
    shown = {card.picture for card in new} - document.records.keys()
    assets = [asset for key, asset in pictures.items() if key in shown]
    return placed.then(change.add(*assets, *_links(document, clip.links, twins)))


def _links(document: Document, links: Iterable[Link], twins: dict[Id, Id]) -> list[Link]:
    pairs: dict[frozenset[Id], Link] = {}
    for link in links:
        source, target = twins.get(link.source), twins.get(link.target)
        if source is not None and target is not None and source != target:
            members = {"id": fresh_id(document, Link), "source": source, "target": target}
            pairs.setdefault(frozenset((source, target)), msgspec.structs.replace(plain_within(link), **members))
    return list(pairs.values())


def _pictures(document: Document, assets: Iterable[Asset]) -> dict[Id, Asset]:
    """The pictures that may come along, by the id their content gives them."""
    return {**document.table(Asset), **{asset.id: asset for each in assets if (asset := _checked(each)) is not None}}


def _checked(asset: Asset) -> Asset | None:
    try:
        return picture_asset(asset.data)
    except Refused:
        return None


def _emotion_lane(document: Document, lane: Id) -> Id | None:
    moods = [each.id for each in document.lanes if each.role is Role.EMOTION]
    return lane if lane in moods else next(iter(moods), None)


def _feelings(document: Document, felt: Sequence[Felt], lane: Id, columns: Sequence[Id]) -> Change:
    feelings: list[Record] = []
    there = document.emotions_in(lane)
    for column, group in groupby(sorted(felt, key=_column), key=_column):
        standing = [marker for marker in there if marker.step == columns[column]]
        new = [_feeling(document, each.emotion, lane, columns[column]) for each in group]
        feelings += arranged(standing, new, None)
    return becoming(document, feelings)


def _feeling(document: Document, emotion: Emotion, lane: Id, step: Id) -> Emotion:
    persona = emotion.persona if document.get(Persona, emotion.persona) is not None else None
    members = {"id": fresh_id(document, Emotion), "lane": lane, "step": step, "persona": persona}
    return msgspec.structs.replace(plain_within(emotion), **members)


def _column(felt: Felt) -> int:
    return felt.column

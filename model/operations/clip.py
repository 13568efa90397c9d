"""A piece of a map as a plain value, for the clipboard."""

from collections.abc import Iterable, Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from model.document import Document
from model.operations.basics import each
from model.operations.cascade import dependents
from model.operations.cells import PARKED, cell_of, in_reading_order
from model.operations.tables import text_of
from model.records import Asset, Card, Emotion, Id, Link, Record, Role
from model.refusal import Refused

At = Annotated[int, Meta(ge=0, le=9999)]
VERSION = 1


class Taken(msgspec.Struct, frozen=True):
    """A card and where it stood in the piece: row and column from its upper left corner, both 0 for a parked one."""

    row: At
    column: At
    card: Card


class Felt(msgspec.Struct, frozen=True):
    """An emotion and the column it stood in, from the left of the piece."""

    column: At
    emotion: Emotion


class Clip(msgspec.Struct, frozen=True):
    """Cards and emotions as they stood to each other, the links between the cards, and the cards' pictures."""

    cards: tuple[Taken, ...] = ()
    emotions: tuple[Felt, ...] = ()
    links: tuple[Link, ...] = ()
    assets: tuple[Asset, ...] = ()

    @property
    def columns(self) -> frozenset[int]:
        """The columns in which something stands."""
        return frozenset(taken.column for taken in self.cards) | frozenset(felt.column for felt in self.emotions)


class _Stamp(msgspec.Struct, frozen=True):
    """The version of a packed clip; the first ones bore none."""

    version: Annotated[int, Meta(ge=1)] = 1


def copy(document: Document, ids: Iterable[Id]) -> Clip:
    """Take cards and emotions along; of stages, steps and lanes, those that stand in them. Refuses `missing`."""
    chosen = dependents(document, [record.id for record in each(document, Record, ids)])
    records = [document.records[key] for key in chosen]
    cards = in_reading_order(document, [record for record in records if isinstance(record, Card)])
    emotions = [record for record in records if isinstance(record, Emotion)]
    links = {link.id: link for card in cards for link in document.links_of(card.id)}
    inside = {card.id for card in cards}
    pictures = dict.fromkeys(card.picture for card in cards)
    left = _left(document, [*cards, *emotions])
    return Clip(
        cards=_taken(document, cards, left),
        emotions=_felt(document, emotions, left),
        links=tuple(link for link in links.values() if {link.source, link.target} <= inside),
        assets=tuple(asset for key in pictures if (asset := document.get(Asset, key)) is not None),
    )


def pack(clip: Clip) -> bytes:
    """The clip as JSON with the version of its form, to hand to the system."""
    return msgspec.json.encode({"version": VERSION, **msgspec.structs.asdict(clip)})


def unpack(data: bytes) -> Clip:
    """The clip that some program put on the clipboard under our name. Refuses `clip_unreadable`, `clip_newer`."""
    try:
        if msgspec.json.decode(data, type=_Stamp).version <= VERSION:
            return msgspec.json.decode(data, type=Clip)
    except (msgspec.DecodeError, RecursionError):
        raise Refused("clip_unreadable") from None
    raise Refused("clip_newer")


def as_text(clip: Clip) -> str:
    """The words of a clip for other programs: a list, or a table by tabs with the cards of a cell on lines of it."""
    height = max((taken.row for taken in clip.cards), default=-1) + 1
    width = max((taken.column for taken in clip.cards), default=-1) + 1
    if width == 1 and height == 1:
        return "\n".join(taken.card.text for taken in clip.cards)
    rows = [["" for _ in range(width)] for _ in range(height)]
    for taken in clip.cards:
        there = rows[taken.row][taken.column]
        rows[taken.row][taken.column] = f"{there}\n{taken.card.text}" if there else taken.card.text
    return text_of(rows)


def _taken(document: Document, cards: Sequence[Card], left: int) -> tuple[Taken, ...]:
    used = {card.lane for card in cards if cell_of(card) != PARKED}
    lanes = [lane for lane in document.lanes if lane.role is not Role.EMOTION and (lane.id in used or not lane.hidden)]
    rows = {lane.id: at for at, lane in enumerate(lanes)}
    top = min((rows[key] for key in used if key is not None), default=0)
    return tuple(_place(document, card, rows, top, left) for card in cards)


def _place(document: Document, card: Card, rows: dict[Id, int], top: int, left: int) -> Taken:
    lane, step = cell_of(card)
    if lane is None or step is None:
        return Taken(row=0, column=0, card=card)
    return Taken(row=rows[lane] - top, column=document.columns[step] - left, card=card)


def _felt(document: Document, emotions: Sequence[Emotion], left: int) -> tuple[Felt, ...]:
    ordered = sorted(emotions, key=lambda each: (document.columns[each.step], each.order, each.id))
    return tuple(Felt(column=document.columns[each.step] - left, emotion=each) for each in ordered)


def _left(document: Document, records: Sequence[Card | Emotion]) -> int:
    steps = [record.step if isinstance(record, Emotion) else cell_of(record)[1] for record in records]
    return min((document.columns[step] for step in steps if step is not None), default=0)

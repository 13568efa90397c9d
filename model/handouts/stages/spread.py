"""A stage on paper: its drawing and its words on one sheet where they fit, else on as many as they need."""

from collections.abc import Iterator

import msgspec

from model.handouts.stages.drawing import Drawing, drawn
from model.handouts.stages.fitting import best_setting, pieces
from model.handouts.stages.settling import Room, columns_on, settled
from model.handouts.strips import Placed
from model.handouts.typesetting import Type
from model.layout.drawn import Leftover
from model.layout.frame import Rect
from model.layout.order import Order
from model.layout.parts import Part

_BESIDE = (0.333, 0.42, 0.5)  # of the width: the words beside a drawing
_ABOVE = (0.6, 0.5, 0.42)  # of the height: the drawing above its words
_ACROSS = 2  # columns of words below a drawing
_READABLE = 7.5  # points: smaller than that on a shared sheet, a drawing gets a sheet to itself


class Draft(msgspec.Struct, frozen=True):
    """A sheet's drawing at its place, if it has one, and its words."""

    drawing: Drawing | None = None
    x: float = 0.0
    y: float = 0.0
    placed: tuple[Placed, ...] = ()


class _Split(msgspec.Struct, frozen=True):
    """How a sheet is shared: the drawing's rectangle, the width of the columns of words, and the drawing once it is
    made."""

    at: Rect
    wide: float
    beside: bool
    drawing: Drawing | None = None


def spread(order: Order, part: Part, room: Room) -> tuple[Draft, ...]:
    """The sheets of a stage: one, where some way to share it holds everything; else the first that is readable and
    the words on further sheets; else the drawing on sheets of its own."""
    readable: tuple[Draft, ...] = ()
    for split, type_ in _ways(order, part, room):
        drafts = _shared(split, type_, room)
        if len(drafts) == 1:
            return drafts
        readable = readable or drafts
    return readable or tuple(_apart(order, part, room))


def _ways(order: Order, part: Part, room: Room) -> Iterator[tuple[_Split, Type]]:
    """Every way to share a sheet, in the first type and then in the others; a drawing is made once, when it is due."""
    first, *others = room.types
    made = []
    for each in _splits(room):
        split = _drawn(order, part, each, room)
        if split is not None:
            made.append(split)
            yield split, first
    yield from ((split, type_) for type_ in others for split in made)


def _splits(room: Room) -> Iterator[_Split]:
    area, gap = room.area, room.gap
    if area.width > area.height:
        for share in _BESIDE:
            wide = area.width * share - gap * 2 / 3
            yield _Split(Rect(area.x, area.y, area.width - wide - gap, area.height), wide, beside=True)
    else:
        wide = (area.width - gap * (_ACROSS - 1)) / _ACROSS
        for share in _ABOVE:
            yield _Split(Rect(area.x, area.y, area.width, area.height * share), wide, beside=False)


def _drawn(order: Order, part: Part, split: _Split, room: Room) -> _Split | None:
    """The drawing in its rectangle; None where it would be too small to read."""
    at = split.at
    setting = best_setting(order, part, at.width, at.height, room.grown)
    if setting is None or setting.size < _READABLE:
        return None
    return msgspec.structs.replace(split, drawing=drawn(order, part, setting, at.width, at.height))


def _shared(split: _Split, type_: Type, room: Room) -> tuple[Draft, ...]:
    """Drawing and words on one sheet, and what has no room there behind it."""
    left = split.drawing.leftovers if split.drawing else ()
    words = room.words(split.wide, type_, left)
    pages = settled(words, _columns_by(split, type_, room), split.wide, type_, room)
    first = Draft(split.drawing, split.at.x, split.at.y, pages[0])
    return (first, *(Draft(placed=placed) for placed in pages[1:]))


def _apart(order: Order, part: Part, room: Room) -> Iterator[Draft]:
    """The drawing on sheets of its own, then the words."""
    area, left = room.area, list[Leftover]()
    for piece, setting in pieces(order, part, area.width, area.height, room.grown):
        drawing = drawn(order, piece, setting, area.width, area.height)
        left += drawing.leftovers
        yield Draft(drawing, area.x, area.y)
    wide, type_ = next(_splits(room)).wide, room.types[0]
    words = room.words(wide, type_, tuple(dict.fromkeys(left)))
    for placed in settled(words, columns_on(wide, room), wide, type_, room):
        if placed:
            yield Draft(placed=placed)


def _columns_by(split: _Split, type_: Type, room: Room) -> tuple[Rect, ...]:
    """The columns of words on the sheet of the drawing."""
    area = room.area
    if split.beside:
        return (Rect(area.right - split.wide, area.y, split.wide, area.height),)
    top = area.y + (split.drawing.height if split.drawing else 0.0) + type_.body
    xs = [area.x + at * (split.wide + room.gap) for at in range(_ACROSS)]
    return tuple(Rect(x, top, split.wide, area.bottom - top) for x in xs)

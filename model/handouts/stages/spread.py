"""A stage on paper: its drawing and its words on one sheet where they fit, else on as many as they need."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

import msgspec

from model.handouts.filling import Filled, fill
from model.handouts.stages.drawing import Drawing, best_setting, drawn, pieces
from model.handouts.stages.points import rules_in
from model.handouts.strips import Placed, Strip
from model.handouts.typesetting import Type
from model.layout.drawn import Leftover
from model.layout.frame import Rect
from model.layout.order import Order
from model.layout.parts import Part

Blocks = Sequence[Sequence[Strip]]
Words = Callable[[float, Type, Sequence[Leftover]], Blocks]
"""The words of a stage in columns of a width, and what its drawing had to shorten."""
Notes = Callable[[float, Type], Sequence[Strip]]
"""The heading above lines to write on, over a width; nothing where none are wanted."""

_BESIDE = (0.333, 0.42, 0.5)  # of the width: the words beside a drawing
_ABOVE = (0.6, 0.5, 0.42)  # of the height: the drawing above its words
_ACROSS = 2  # columns of words below a drawing
_READABLE = 7.5  # points: smaller than that on a shared sheet, a drawing gets a sheet to itself
_LEAST_RULES = 2
_NOTES = 10_000  # the number of their block, behind all others


class Draft(msgspec.Struct, frozen=True):
    """A sheet's drawing at its place, if it has one, and its words."""

    drawing: Drawing | None = None
    x: float = 0.0
    y: float = 0.0
    placed: tuple[Placed, ...] = ()


class Room(msgspec.Struct, frozen=True):
    """What a sheet has for a stage, how many times it is larger than A3, and what is set there, in the first of the
    `types` in which it all stands on one sheet."""

    area: Rect
    types: tuple[Type, ...]
    grown: float
    words: Words
    notes: Notes

    @property
    def gap(self) -> float:
        """Points between columns."""
        return self.types[0].gap


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
    pages = _settled(words, _columns_by(split, type_, room), split.wide, type_, room)
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
    for placed in _settled(words, _columns_on(wide, room), wide, type_, room):
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


def _columns_on(wide: float, room: Room) -> tuple[Rect, ...]:
    """The columns of words on a sheet without a drawing."""
    area = room.area
    across = max(1, int((area.width + room.gap + 0.01) / (wide + room.gap)))
    return tuple(Rect(area.x + at * (wide + room.gap), area.y, wide, area.height) for at in range(across))


def _settled(blocks: Blocks, columns: Sequence[Rect], wide: float, type_: Type, room: Room) -> list[tuple[Placed, ...]]:
    """The words sheet by sheet, the first into the columns given, and lines to write on behind them."""
    filled = fill(blocks, columns[0].height, len(columns))
    pages = [_placed(filled[0], columns)]
    while blocks := _rest(filled[1:]):
        columns = _columns_on(wide, room)
        filled = fill(blocks, columns[0].height, len(columns))
        pages.append(_placed(filled[0], columns))
    if not room.notes(wide, type_):
        return pages
    noted = _noted(filled[0], columns, type_, room)
    if noted:
        return [*pages[:-1], (*pages[-1], *noted)]
    return [*pages, _noted(Filled(()), _columns_on(wide, room), type_, room)]


def _rest(pages: Sequence[Filled]) -> Blocks:
    """The strips of some pages by their blocks, to be filled in again."""
    blocks: dict[int, list[Strip]] = {}
    for each in (each for page in pages for column in page.columns for each in column):
        blocks.setdefault(each.block, []).append(each.strip)
    return list(blocks.values())


def _placed(filled: Filled, columns: Sequence[Rect]) -> tuple[Placed, ...]:
    return tuple(
        Placed(each.strip, rect.x, rect.y + each.y, each.block)
        for strips, rect in zip(filled.columns, columns, strict=False)
        for each in strips
    )


def _noted(filled: Filled, columns: Sequence[Rect], type_: Type, room: Room) -> tuple[Placed, ...]:
    """Lines to write on across the columns that are free, else below the words; none where there is no room."""
    at = _free(filled, columns, type_)
    heading = room.notes(at.width, type_)
    left = at.height - sum(strip.high for strip in heading)
    lines = rules_in(left, at.width, type_)
    if len(lines) < _LEAST_RULES:
        return ()
    ys = accumulate((strip.high for strip in (*heading, *lines[:-1])), initial=at.y)
    return tuple(Placed(strip, at.x, y, _NOTES) for strip, y in zip((*heading, *lines), ys, strict=True))


def _free(filled: Filled, columns: Sequence[Rect], type_: Type) -> Rect:
    """What the words leave of a sheet."""
    used = [strips for strips in filled.columns if strips]
    if len(used) < len(columns):
        first = columns[len(used)]
        return Rect(first.x, first.y, columns[-1].right - first.x, first.height)
    last, end = columns[-1], used[-1][-1]
    y = end.y + end.strip.high + type_.body
    return Rect(last.x, last.y + y, last.width, last.height - y)

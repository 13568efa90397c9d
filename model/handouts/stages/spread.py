"""A stage on paper: its drawing and its words on one sheet where they fit, else on as many as they need."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from model.handouts.filling import Filled, fill
from model.handouts.stages.drawing import Drawing, best_setting, drawn, pieces
from model.handouts.stages.points import rules, rules_in
from model.handouts.strips import Placed, Strip
from model.handouts.typesetting import Type
from model.layout.drawn import Leftover
from model.layout.frame import Rect
from model.layout.order import Order
from model.layout.parts import Part

Blocks = Sequence[Sequence[Strip]]
Words = Callable[[float, Sequence[Leftover]], Blocks]
"""The words of a stage in columns of a width, and what its drawing had to shorten."""

_BESIDE = (0.333, 0.42, 0.5)  # of the width: the words beside a drawing
_ABOVE = (0.6, 0.5, 0.42)  # of the height: the drawing above its words
_ACROSS = 2  # columns of words below a drawing
_READABLE = 7.5  # points: smaller than that on a shared sheet, a drawing gets a sheet to itself
_LEAST_RULES = 3


class Draft(msgspec.Struct, frozen=True):
    """A sheet's drawing at its place, if it has one, and its words."""

    drawing: Drawing | None = None
    x: float = 0.0
    y: float = 0.0
    placed: tuple[Placed, ...] = ()


class Room(msgspec.Struct, frozen=True):
    """What a sheet has for a stage, how many times it is larger than A3, and what is set there. `notes`: the heading
    above ruled lines in a column of a width; nothing where none are wanted."""

    area: Rect
    type: Type
    grown: float
    words: Words
    notes: Callable[[float], Sequence[Strip]]


class _Split(msgspec.Struct, frozen=True):
    """How a sheet is shared: the drawing's rectangle, and the width of the columns of words."""

    drawing: Rect
    wide: float
    beside: bool


def spread(order: Order, part: Part, room: Room) -> tuple[Draft, ...]:
    """The sheets of a stage: one, where some way to share it holds everything; else the first that is readable and
    the words on further sheets; else the drawing on sheets of its own."""
    readable: tuple[Draft, ...] = ()
    for split in _splits(room):
        drafts = _shared(order, part, split, room)
        if len(drafts) == 1:
            return drafts
        readable = readable or drafts
    return readable or tuple(_apart(order, part, room))


def _splits(room: Room) -> Iterator[_Split]:
    area, gap = room.area, room.type.gap
    if area.width > area.height:
        for share in _BESIDE:
            wide = area.width * share - gap * 2 / 3
            yield _Split(Rect(area.x, area.y, area.width - wide - gap, area.height), wide, beside=True)
    else:
        wide = (area.width - gap * (_ACROSS - 1)) / _ACROSS
        for share in _ABOVE:
            yield _Split(Rect(area.x, area.y, area.width, area.height * share), wide, beside=False)


def _shared(order: Order, part: Part, split: _Split, room: Room) -> tuple[Draft, ...]:
    """Drawing and words on one sheet, what has no room there behind it; nothing where the drawing would be small."""
    at = split.drawing
    setting = best_setting(order, part, at.width, at.height, room.grown)
    if setting is None or setting.size < _READABLE:
        return ()
    drawing = drawn(order, part, setting, at.width, at.height)
    first = _columns_by(split, drawing, room)
    pages = _settled(room.words(split.wide, drawing.leftovers), first, split.wide, room)
    return (Draft(drawing, at.x, at.y, pages[0]), *(Draft(placed=placed) for placed in pages[1:]))


def _apart(order: Order, part: Part, room: Room) -> Iterator[Draft]:
    """The drawing on sheets of its own, then the words."""
    area, left = room.area, list[Leftover]()
    for piece, setting in pieces(order, part, area.width, area.height, room.grown):
        drawing = drawn(order, piece, setting, area.width, area.height)
        left += drawing.leftovers
        yield Draft(drawing, area.x, area.y)
    wide = next(_splits(room)).wide
    for placed in _settled(room.words(wide, tuple(dict.fromkeys(left))), (), wide, room):
        if placed:
            yield Draft(placed=placed)


def _columns_by(split: _Split, drawing: Drawing, room: Room) -> tuple[Rect, ...]:
    """The columns of words on the sheet of the drawing."""
    area, gap = room.area, room.type.gap
    if split.beside:
        return (Rect(area.right - split.wide, area.y, split.wide, area.height),)
    top = area.y + drawing.height + room.type.body
    return tuple(
        Rect(area.x + at * (split.wide + gap), top, split.wide, area.bottom - top) for at in range(_ACROSS)
    )  # fmt: skip


def _columns_on(wide: float, room: Room) -> tuple[Rect, ...]:
    """The columns of words on a sheet without a drawing."""
    area, gap = room.area, room.type.gap
    across = max(1, int((area.width + gap + 0.01) / (wide + gap)))
    return tuple(Rect(area.x + at * (wide + gap), area.y, wide, area.height) for at in range(across))


def _settled(blocks: Blocks, first: Sequence[Rect], wide: float, room: Room) -> list[tuple[Placed, ...]]:
    """The words sheet by sheet, the first into the columns given, and lines to write on behind them."""
    pages: list[tuple[Placed, ...]] = []
    columns = first or _columns_on(wide, room)
    while True:
        filled = fill(blocks, columns[0].height, len(columns))
        pages.append(_placed(filled[0], columns))
        blocks = _rest(filled[1:])
        if not blocks:
            break
        columns = _columns_on(wide, room)
    heading = room.notes(wide)
    if not heading:
        return pages
    noted = _noted(filled[0], heading, columns, room)
    if noted is None:
        columns = _columns_on(wide, room)
        return [*pages, _noted(Filled(()), heading, columns, room) or ()]
    return [*pages[:-1], (*pages[-1], *noted)]


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


_NOTES = 10_000  # the number of their block, behind all others


def _noted(filled: Filled, heading: Sequence[Strip], columns: Sequence[Rect], room: Room) -> tuple[Placed, ...] | None:
    """Lines to write on in the first column that is free, else below the words; None where there is no room."""
    used = [strips for strips in filled.columns if strips]
    if len(used) < len(columns):
        rect, y = columns[len(used)], 0.0
    else:
        rect, y = columns[-1], used[-1][-1].y + used[-1][-1].strip.high + heading[0].above
    least = sum(strip.high for strip in (*heading, *rules(_LEAST_RULES, rect.width, room.type)))
    if y + least > rect.height:
        return None
    placed = []
    left = rect.height - y - sum(strip.high for strip in heading)
    for strip in (*heading, *rules_in(left, rect.width, room.type)):
        placed.append(Placed(strip, rect.x, rect.y + y, _NOTES))
        y += strip.high
    return tuple(placed)

"""The words of a stage in columns, sheet by sheet, and lines to write on where they end."""

from collections.abc import Callable, Sequence
from itertools import accumulate

import msgspec

from model.handouts.filling import Filled, fill
from model.handouts.stages.points import rules_in
from model.handouts.strips import Placed, Strip
from model.handouts.typesetting import Type
from model.layout.drawn import Leftover
from model.layout.frame import Rect

Blocks = Sequence[Sequence[Strip]]
Words = Callable[[float, Type, Sequence[Leftover]], Blocks]
"""The words of a stage in columns of a width, and what its drawing had to shorten."""
Notes = Callable[[float, Type], Sequence[Strip]]
"""The heading above lines to write on, over a width; nothing where none are wanted."""

_LEAST_RULES = 2
_NOTES = 10_000  # the number of their block, behind all others


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


def settled(blocks: Blocks, columns: Sequence[Rect], wide: float, type_: Type, room: Room) -> list[tuple[Placed, ...]]:
    """The words sheet by sheet, the first into the columns given, and lines to write on behind them."""
    filled = fill(blocks, columns[0].height, len(columns))
    pages = [_placed(filled[0], columns)]
    while blocks := _rest(filled[1:]):
        columns = columns_on(wide, room)
        filled = fill(blocks, columns[0].height, len(columns))
        pages.append(_placed(filled[0], columns))
    if not room.notes(wide, type_):
        return pages
    noted = _noted(filled[0], columns, type_, room)
    if noted:
        return [*pages[:-1], (*pages[-1], *noted)]
    return [*pages, _noted(Filled(()), columns_on(wide, room), type_, room)]


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


def columns_on(wide: float, room: Room) -> tuple[Rect, ...]:
    """The columns of words on a sheet without a drawing."""
    area = room.area
    across = max(1, int((area.width + room.gap + 0.01) / (wide + room.gap)))
    return tuple(Rect(area.x + at * (wide + room.gap), area.y, wide, area.height) for at in range(across))

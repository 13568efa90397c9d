"""Which way a link takes: straight where nothing stands between, else through gutters and corridors.

Gutters are the gaps between columns, corridors those between rows. No card stands in a corridor; a gutter is
crossed only by cards that span it. A way through both therefore meets no card, and is known before its coordinates are.
It follows from who stands above whom, and only along a row from how tall the cards are: rows may grow and ways stay.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import chain

import msgspec

from model.layout.frame import Frame
from model.layout.rows import Slot


class Side(StrEnum):
    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


class Gutter(msgspec.Struct, frozen=True, gc=False):
    at: int


class Corridor(msgspec.Struct, frozen=True, gc=False):
    at: int


Gap = Gutter | Corridor


class Route(msgspec.Struct, frozen=True, gc=False):
    """Leave by `start`, pass through `via` (gutters and corridors in turn), arrive by `end`. No via: straight."""

    start: Side
    end: Side
    via: tuple[Gap, ...] = ()


class End(msgspec.Struct, frozen=True, gc=False):
    row: int
    slot: Slot


class Way(msgspec.Struct, frozen=True, gc=False):
    """A route with both of its ends."""

    source: End
    target: End
    route: Route


def route(source: End, target: End, frame: Frame) -> Route | None:
    """The first way that is free, simplest first; None where cards wall one of the ends in."""
    return next((found for found in _ways(source, target, frame) if found is not None), None)


def overlap(one: Slot, other: Slot) -> range:
    """The columns two slots share."""
    return range(max(one.first, other.first), min(one.last, other.last) + 1)


def plumb_columns(one: Slot, other: Slot) -> tuple[int, ...]:
    """The column, or the two, through which a straight way up or down runs between two slots, if there is one."""
    shared = overlap(one, other)
    middle = (shared.start + shared.stop - 1) / 2
    return tuple(sorted({int(middle), int(middle + 0.5)})) if shared else ()


def shared_heights(source: Slot, target: Slot) -> tuple[float, float]:
    """The heights at which both cards of a row stand, from the top of the row's content."""
    return max(source.y, target.y), min(source.y + source.height, target.y + target.height)


def _ways(source: End, target: End, frame: Frame) -> Iterator[Route | None]:
    if source.row == target.row:
        yield _level(source, target, frame)
    if overlap(source.slot, target.slot):
        yield _plumb(source, target, frame)
    for leave in _exits(source, target, frame):
        for arrive in _exits(target, source, frame):
            yield _joined(leave, arrive, source, target, frame)


def _level(source: End, target: End, frame: Frame) -> Route | None:
    """Straight along the row, at a height both have and no card between."""
    low, high = shared_heights(source.slot, target.slot)
    if overlap(source.slot, target.slot) or high - low < 2:
        return None
    rightwards = target.slot.first > source.slot.last
    left, right = (source.slot, target.slot) if rightwards else (target.slot, source.slot)
    if any(_meets(slot, (low + high) / 2) for slot in _between(left, right, source.row, frame)):
        return None
    return Route(Side.RIGHT, Side.LEFT) if rightwards else Route(Side.LEFT, Side.RIGHT)


def _between(left: Slot, right: Slot, row: int, frame: Frame) -> Iterator[Slot]:
    """Who stands over the columns and gutters between two slots."""
    filling = frame.rows[row].filling
    columns = range(left.last + 1, right.first)
    over = (filling.over.get(column, ()) for column in columns)
    bridges = (filling.bridges.get(gutter, ()) for gutter in range(columns.start, columns.stop + 1))
    return chain.from_iterable(chain(over, bridges))


def _meets(slot: Slot, y: float) -> bool:
    """Whether a card stands within a point of a height of its row."""
    return slot.y < y + 0.99 and slot.y + slot.height > y - 0.99


def _plumb(source: End, target: End, frame: Frame) -> Route | None:
    """Straight up or down in the middle of the columns both share."""
    down = (source.row, source.slot.y) < (target.row, target.slot.y)
    upper, lower = (source, target) if down else (target, source)
    columns = plumb_columns(upper.slot, lower.slot)
    clear = all(_is_clear([row.filling.over.get(at, ()) for row in frame.rows], upper, lower) for at in columns)
    if len(columns) > 1:
        clear &= _is_clear([row.filling.bridges.get(columns[1], ()) for row in frame.rows], upper, lower)
    if not clear:
        return None
    return Route(Side.BOTTOM, Side.TOP) if down else Route(Side.TOP, Side.BOTTOM)


def _is_clear(rows: Sequence[Sequence[Slot]], upper: End, lower: End) -> bool:
    """Whether none of those that stand, row by row, over a column stands between two cards in it."""
    if upper.row == lower.row:
        return not any(upper.slot.y < slot.y < lower.slot.y for slot in rows[upper.row])
    if any(rows[upper.row + 1 : lower.row]):
        return False
    under, above = rows[upper.row][-1:], rows[lower.row][:1]
    return all(slot.y <= upper.slot.y for slot in under) and all(slot.y >= lower.slot.y for slot in above)


class _Exit(msgspec.Struct, frozen=True):
    """A way out of a card: by a side, into a corridor, or into a gutter first."""

    side: Side
    corridor: int
    gutter: int | None = None


def _exits(end: End, other: End, frame: Frame) -> Iterator[_Exit]:
    """Towards the other end first: into the corridor that side, then sideways, then away from it."""
    below = other.row > end.row
    sides = (Side.BOTTOM, Side.TOP) if below else (Side.TOP, Side.BOTTOM)
    to_right = other.slot.first > end.slot.last
    gutters = (end.slot.last + 1, end.slot.first) if to_right else (end.slot.first, end.slot.last + 1)
    yield from _upright(end, sides[0], frame)
    for gutter in gutters:
        side = Side.RIGHT if gutter == end.slot.last + 1 else Side.LEFT
        for corridor in (end.row + 1, end.row) if below else (end.row, end.row + 1):
            if _reaches(end, gutter, corridor, frame):
                yield _Exit(side, corridor, gutter)
    yield from _upright(end, sides[1], frame)


def _upright(end: End, side: Side, frame: Frame) -> Iterator[_Exit]:
    """Out of the top or bottom, where no card of the same pile is in the way."""
    over, outermost = frame.rows[end.row].filling.over, -1 if side is Side.BOTTOM else 0
    columns = range(end.slot.first, end.slot.last + 1)
    if all(over[column][outermost].id == end.slot.id for column in columns):
        yield _Exit(side, end.row + 1 if side is Side.BOTTOM else end.row)


def _reaches(end: End, gutter: int, corridor: int, frame: Frame) -> bool:
    """Whether the gutter beside a card is free from any height of it to the corridor."""
    bridges = frame.rows[end.row].filling.bridges.get(gutter, ())
    if corridor > end.row:
        return all(slot.y < end.slot.y for slot in bridges[-1:])
    return all(slot.y > end.slot.y for slot in bridges[:1])


def _joined(leave: _Exit, arrive: _Exit, source: End, target: End, frame: Frame) -> Route:
    """Two exits put together: through one corridor, or through two and a gutter between."""
    head = () if leave.gutter is None else (Gutter(leave.gutter),)
    tail = () if arrive.gutter is None else (Gutter(arrive.gutter),)
    way: tuple[Gap, ...] = (Corridor(leave.corridor),)
    if leave.corridor != arrive.corridor:
        gutter = _free_gutter(leave.corridor, arrive.corridor, target, source, frame)
        way = (Corridor(leave.corridor), Gutter(gutter), Corridor(arrive.corridor))
    return Route(leave.side, arrive.side, _collapsed((*head, *way, *tail)))


def _collapsed(via: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """The way without leaving a gutter only to come back into it."""
    for at in range(len(via) - 2):
        if isinstance(via[at], Gutter) and via[at] == via[at + 2]:
            return _collapsed((*via[: at + 1], *via[at + 3 :]))
    return via


def _free_gutter(one: int, other: int, target: End, source: End, frame: Frame) -> int:
    """The gutter nearest to the target that no card spans between two corridors, of two the one nearer the source.

    There is one: nobody spans the gutters at the edges of the page.
    """
    rows = frame.rows[min(one, other) : max(one, other)]
    from_right = source.slot.first > target.slot.last
    near = _outwards(target.slot, frame.columns, from_right)
    return next(at for at in near if not any(at in row.filling.bridges for row in rows))


def _outwards(slot: Slot, columns: int, right_first: bool) -> Iterator[int]:
    """The gutters beside a card, then those one column further, and so on to the edges of the page."""
    for away in range(columns + 1):
        pair = (slot.first - away, slot.last + 1 + away)
        yield from (at for at in (reversed(pair) if right_first else pair) if 0 <= at <= columns)

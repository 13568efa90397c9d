"""Which way a link takes: straight where nothing stands between, else through gutters and corridors.

Gutters are the gaps between columns, corridors those between rows. No card stands in a corridor; a gutter is
crossed only by cards that span it. A way through both therefore meets no card, and is known before its coordinates are.
"""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from model.layout.frame import Frame
from model.layout.rows import Slot


class Side(StrEnum):
    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


class Gutter(msgspec.Struct, frozen=True):
    at: int


class Corridor(msgspec.Struct, frozen=True):
    at: int


class Route(msgspec.Struct, frozen=True):
    """Leave by `start`, pass through `via` (gutters and corridors in turn), arrive by `end`. No via: straight."""

    start: Side
    end: Side
    via: tuple[Gutter | Corridor, ...] = ()


class End(msgspec.Struct, frozen=True):
    row: int
    slot: Slot


def route(source: End, target: End, frame: Frame) -> Route | None:
    """The first way that is free, simplest first; None where cards wall one of the ends in."""
    return next((found for found in _ways(source, target, frame) if found is not None), None)


def overlap(one: Slot, other: Slot) -> range:
    """The columns two slots share."""
    return range(max(one.first, other.first), min(one.last, other.last) + 1)


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
    if overlap(source.slot, target.slot):
        return None
    low, high = shared_heights(source, target, frame)
    if high - low < 2:
        return None
    rightwards = target.slot.first > source.slot.last
    between = (
        range(source.slot.last + 1, target.slot.first) if rightwards else range(target.slot.last + 1, source.slot.first)
    )
    y = (low + high) / 2
    gutters = range(between.start, between.stop + 1)
    row = source.row
    free = all(frame.column_clear(column, row, row, y - 1, y + 1) for column in between) and all(
        frame.gutter_clear(gutter, row, row, y - 1, y + 1) for gutter in gutters
    )
    if not free:
        return None
    return Route(Side.RIGHT, Side.LEFT) if rightwards else Route(Side.LEFT, Side.RIGHT)


def shared_heights(source: End, target: End, frame: Frame) -> tuple[float, float]:
    """The heights at which both cards stand."""
    one, other = frame.rect(source.row, source.slot), frame.rect(target.row, target.slot)
    return max(one.y, other.y), min(one.bottom, other.bottom)


def _plumb(source: End, target: End, frame: Frame) -> Route | None:
    """Straight up or down in the middle of the columns both share."""
    one, other = frame.rect(source.row, source.slot), frame.rect(target.row, target.slot)
    down = one.bottom <= other.y
    low, high = (one.bottom, other.y) if down else (other.bottom, one.y)
    if not _plumb_clear(source, target, frame, low, high):
        return None
    return Route(Side.BOTTOM, Side.TOP) if down else Route(Side.TOP, Side.BOTTOM)


def _plumb_clear(source: End, target: End, frame: Frame, low: float, high: float) -> bool:
    shared = overlap(source.slot, target.slot)
    rows = sorted((source.row, target.row))
    middle = (shared.start + shared.stop - 1) / 2
    columns = {int(middle), int(middle + 0.5)}
    on_gutter = middle != int(middle)
    return all(frame.column_clear(column, rows[0], rows[1], low, high) for column in columns) and (
        not on_gutter or frame.gutter_clear(int(middle + 0.5), rows[0], rows[1], low, high)
    )


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
    rect, row = frame.rect(end.row, end.slot), frame.rows[end.row]
    low, high = (rect.bottom, row.bottom) if side is Side.BOTTOM else (row.top, rect.y)
    columns = range(end.slot.first, end.slot.last + 1)
    clear = all(frame.column_clear(column, end.row, end.row, low, high) for column in columns)
    if clear:
        yield _Exit(side, end.row + 1 if side is Side.BOTTOM else end.row)


def _reaches(end: End, gutter: int, corridor: int, frame: Frame) -> bool:
    """Whether the gutter beside a card is free from any height of it to the corridor."""
    rect, row = frame.rect(end.row, end.slot), frame.rows[end.row]
    low, high = (rect.y, row.bottom) if corridor > end.row else (row.top, rect.bottom)
    return frame.gutter_clear(gutter, end.row, end.row, low, high)


def _joined(leave: _Exit, arrive: _Exit, source: End, target: End, frame: Frame) -> Route | None:
    """Two exits put together: through one corridor, or through two and a gutter between."""
    head = () if leave.gutter is None else (Gutter(leave.gutter),)
    tail = () if arrive.gutter is None else (Gutter(arrive.gutter),)
    way: tuple[Gutter | Corridor, ...] = (Corridor(leave.corridor),)
    if leave.corridor != arrive.corridor:
        gutter = _free_gutter(leave.corridor, arrive.corridor, target, source, frame)
        if gutter is None:
            return None
        way = (Corridor(leave.corridor), Gutter(gutter), Corridor(arrive.corridor))
    return Route(leave.side, arrive.side, _collapsed((*head, *way, *tail)))


def _collapsed(via: tuple[Gutter | Corridor, ...]) -> tuple[Gutter | Corridor, ...]:
    """The way without leaving a gutter only to come back into it."""
    for at in range(len(via) - 2):
        if isinstance(via[at], Gutter) and via[at] == via[at + 2]:
            return _collapsed((*via[: at + 1], *via[at + 3 :]))
    return via


def _free_gutter(one: int, other: int, target: End, source: End, frame: Frame) -> int | None:
    """The gutter nearest to the target that no card spans between two corridors, of two the one nearer the source."""
    first, last = min(one, other), max(one, other) - 1
    low, high = frame.rows[first].top, frame.rows[last].bottom
    from_right = source.slot.first > target.slot.last
    near = _outwards(target.slot, frame.columns, from_right)
    return next((at for at in near if frame.gutter_clear(at, first, last, low, high)), None)


def _outwards(slot: Slot, columns: int, right_first: bool) -> Iterator[int]:
    """The gutters beside a card, then those one column further, and so on to the edges of the page."""
    for away in range(columns + 1):
        pair = (slot.first - away, slot.last + 1 + away)
        yield from (at for at in (reversed(pair) if right_first else pair) if 0 <= at <= columns)

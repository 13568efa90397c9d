"""Where each link turns, from its source to its target, measured from the levels of the rows it runs beside."""

from collections.abc import Mapping

import msgspec

from model.layout.frame import Frame
from model.layout.links.routes import End, Gap, Gutter, Side, Way, overlap, shared_heights
from model.layout.links.tracks import Key, Point, alternating
from model.records import Id

_ANCHOR = 8.0  # points between neighbours on a card's edge

Corner = tuple[float, int, float]  # x, a level, and points below it
Run = tuple[Point, ...]


class Trail(msgspec.Struct, frozen=True, gc=False):
    """The corners of a line: the x of each, its level, and how far below the level it is."""

    xs: tuple[float, ...]
    levels: tuple[int, ...]
    offsets: tuple[float, ...]

    def run(self, frame: Frame) -> Run:
        """The corners in points of the page."""
        heights = (frame.level(level) + offset for level, offset in zip(self.levels, self.offsets, strict=True))
        return tuple(zip(self.xs, heights, strict=True))


def trail(*corners: Corner) -> Trail:
    """The line through these corners."""
    return Trail(*zip(*corners, strict=True))


def turns(
    link: Id,
    way: Way,
    frame: Frame,
    tracks: Mapping[Gap, Mapping[Key, float]],
    anchors: Mapping[tuple[Id, Id], int],
) -> Trail:
    """The line of a link along its way.

    `tracks`: by gap, how far from its middle the link runs at that place of its via; `anchors`: by link and card, its
    number at the edge of the card.
    """
    source, target, route = way.source, way.target, way.route
    start = _anchor(source, route.start, anchors[link, source.slot.id], frame)
    end = _anchor(target, route.end, anchors[link, target.slot.id], frame)
    if not route.via:
        return _straight(way, start, end, frame)
    x, level, offset = start
    xs, levels, offsets = [x], [level], [offset]
    for at, gap in enumerate(route.via):
        track = tracks[gap][link, at]
        if isinstance(gap, Gutter):
            x = frame.gutter_x(gap.at) + track
        else:
            level, offset = gap.at, frame.corridor_middles[gap.at] + track
        xs.append(x)
        levels.append(level)
        offsets.append(offset)
    if route.end in _UPRIGHT:
        x = end[0]
    else:
        _, level, offset = end
    return Trail((*xs, x, end[0]), (*levels, level, end[1]), (*offsets, offset, end[2]))


def at_new_heights(link: Id, way: Way, before: Trail, frame: Frame, anchors: Mapping[tuple[Id, Id], int]) -> Trail:
    """The same line between cards that stand at other heights of their rows now, in the same columns."""
    route = way.route
    start = _height(way.source, route.start, anchors[link, way.source.slot.id], frame)
    end = _height(way.target, route.end, anchors[link, way.target.slot.id], frame)
    if not route.via and route.start not in _UPRIGHT:
        start = end = _shared_height(way, frame)
    offsets = [start, *before.offsets[1:-1], end]
    if route.via and isinstance(route.via[0], Gutter):
        offsets[1] = start
    if route.via and route.end not in _UPRIGHT:
        offsets[-2] = end
    return Trail(before.xs, before.levels, tuple(offsets))


_UPRIGHT = (Side.TOP, Side.BOTTOM)


def _straight(way: Way, start: Corner, end: Corner, frame: Frame) -> Trail:
    """Along the middle of what both cards share."""
    source, target = way.source, way.target
    if way.route.start in _UPRIGHT:
        shared = overlap(source.slot, target.slot)
        x = frame.left + (shared.start + shared.stop) / 2 * frame.pitch - frame.gap / 2
        return trail((x, *start[1:]), (x, *end[1:]))
    y = _shared_height(way, frame)
    return trail((start[0], source.row, y), (end[0], source.row, y))


def _shared_height(way: Way, frame: Frame) -> float:
    low, high = shared_heights(way.source.slot, way.target.slot)
    return frame.rows[way.source.row].inset + (low + high) / 2


def _anchor(end: End, side: Side, number: int, frame: Frame) -> Corner:
    """The point on an edge: its middle, then alternately to both sides of it."""
    slot = end.slot
    left, wide = frame.left + slot.first * frame.pitch, slot.span * frame.pitch - frame.gap
    y = _height(end, side, number, frame)
    if side in _UPRIGHT:
        return left + wide / 2 + _bounded(alternating(number) * _ANCHOR, wide * 0.4), end.row, y
    return left if side is Side.LEFT else left + wide, end.row, y


def _height(end: End, side: Side, number: int, frame: Frame) -> float:
    slot = end.slot
    top, high = frame.rows[end.row].inset + slot.y, slot.height
    if side in _UPRIGHT:
        return top if side is Side.TOP else top + high
    return top + high / 2 + _bounded(alternating(number) * _ANCHOR * 0.6, high * 0.35)


def _bounded(value: float, most: float) -> float:
    return most if value > most else -most if value < -most else value

"""Where in a gap each link runs, and where on a card's edge it begins: side by side, not on top of each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from model.layout.frame import Frame
from model.layout.links.routes import Corridor, End, Gutter, Route, Side, overlap, shared_heights
from model.records import Id

_TRACK = 2.4  # points between neighbours, as far as the gap is wide enough
_ANCHOR = 8.0  # points between neighbours on a card's edge


class Way(msgspec.Struct, frozen=True):
    """A link with both ends on the page and the route between them."""

    link: Id
    source: End
    target: End
    route: Route


Point = tuple[float, float]


def polylines(ways: Iterable[Way], frame: Frame) -> dict[Id, tuple[Point, ...]]:
    """The corners of every link from source to target, in points of the page."""
    ways = tuple(ways)
    tracks = _tracks(ways, frame)
    anchors = _anchors(ways)
    return {way.link: _corners(way, frame, tracks, anchors) for way in ways}


def _tracks(ways: Iterable[Way], frame: Frame) -> Mapping[tuple[Id, int], float]:
    """For each link and place in its via: the coordinate at which it runs there.

    In one gap, pieces that overlap get tracks of their own (greedy colouring of intervals).
    """
    pieces: dict[Gutter | Corridor, list[tuple[float, float, Id, int]]] = defaultdict(list)
    for way in ways:
        for at, gap in enumerate(way.route.via):
            low, high = _extent(way, gap, frame)
            pieces[gap].append((low, high, way.link, at))
    return {
        key: coordinate
        for gap, crowd in pieces.items()
        for key, coordinate in _spread(sorted(crowd), *_room(gap, frame)).items()
    }


def _extent(way: Way, gap: Gutter | Corridor, frame: Frame) -> tuple[float, float]:
    """Roughly how far a link runs along a gap: from end to end, over every gap it passes."""
    one, other = frame.rect(way.source.row, way.source.slot), frame.rect(way.target.row, way.target.slot)
    if isinstance(gap, Corridor):
        xs = [
            one.x,
            one.right,
            other.x,
            other.right,
            *(frame.gutter_x(g.at) for g in way.route.via if isinstance(g, Gutter)),
        ]
        return min(xs), max(xs)
    return min(one.y, other.y), max(one.bottom, other.bottom)


def _room(gap: Gutter | Corridor, frame: Frame) -> tuple[float, float]:
    """The middle of a gap and how wide it is."""
    if isinstance(gap, Gutter):
        return frame.gutter_x(gap.at), frame.gap
    low, high = frame.corridor(gap.at)
    return (low + high) / 2, high - low


def _spread(crowd: list[tuple[float, float, Id, int]], middle: float, room: float) -> dict[tuple[Id, int], float]:
    ends: list[float] = []
    chosen: dict[tuple[Id, int], int] = {}
    for low, high, link, at in crowd:
        free = next((track for track, end in enumerate(ends) if end < low), len(ends))
        ends[free:] = [high, *ends[free + 1 :]]
        chosen[link, at] = free
    step = min(_TRACK, (room - 2) / max(len(ends), 1))
    return {key: middle + _alternating(track) * step for key, track in chosen.items()}


@lru_cache(maxsize=256)
def _alternating(at: int) -> int:
    """0, 1, -1, 2, -2 ..."""
    return (at + 1) // 2 * (1 if at % 2 else -1)


def _anchors(ways: Iterable[Way]) -> Mapping[tuple[Id, Id, Side], int]:
    """For each link, card and side: its number among the links at that edge; the straight ones come first."""
    crowd: dict[tuple[Id, Side], list[Id]] = defaultdict(list)
    for way in sorted(ways, key=lambda way: (len(way.route.via), way.link)):
        crowd[way.source.slot.id, way.route.start].append(way.link)
        crowd[way.target.slot.id, way.route.end].append(way.link)
    return {(link, card, side): at for (card, side), links in crowd.items() for at, link in enumerate(links)}


def _corners(
    way: Way, frame: Frame, tracks: Mapping[tuple[Id, int], float], anchors: Mapping[tuple[Id, Id, Side], int]
) -> tuple[Point, ...]:
    start = _anchor(way.source, way.route.start, anchors[way.link, way.source.slot.id, way.route.start], frame)
    end = _anchor(way.target, way.route.end, anchors[way.link, way.target.slot.id, way.route.end], frame)
    if not way.route.via:
        return _straight(way, start, end, frame)
    points = [start]
    for at, gap in enumerate(way.route.via):
        x, y = points[-1]
        track = tracks[way.link, at]
        points.append((track, y) if isinstance(gap, Gutter) else (x, track))
    x, y = points[-1]
    upright = way.route.end in (Side.TOP, Side.BOTTOM)
    points.append((end[0], y) if upright else (x, end[1]))
    points.append(end)
    return tuple(points)


def _straight(way: Way, start: Point, end: Point, frame: Frame) -> tuple[Point, ...]:
    """Along the middle of what both cards share."""
    if way.route.start in (Side.TOP, Side.BOTTOM):
        shared = overlap(way.source.slot, way.target.slot)
        x = frame.left + (shared.start + shared.stop) / 2 * frame.pitch - frame.gap / 2
        return (x, start[1]), (x, end[1])
    low, high = shared_heights(way.source, way.target, frame)
    y = (low + high) / 2
    return (start[0], y), (end[0], y)


def _anchor(end: End, side: Side, number: int, frame: Frame) -> Point:
    """The point on an edge: its middle, then alternately to both sides of it."""
    rect = frame.rect(end.row, end.slot)
    if side in (Side.TOP, Side.BOTTOM):
        x = rect.x + rect.width / 2 + _bounded(_alternating(number) * _ANCHOR, rect.width * 0.4)
        return x, rect.y if side is Side.TOP else rect.bottom
    y = rect.y + rect.height / 2 + _bounded(_alternating(number) * _ANCHOR * 0.6, rect.height * 0.35)
    return rect.x if side is Side.LEFT else rect.right, y


def _bounded(value: float, most: float) -> float:
    return max(-most, min(most, value))

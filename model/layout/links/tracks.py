"""Where in a gap each link runs, and where on a card's edge it begins: side by side, not on top of each other.

A place in a gap follows from the links it meets there and from nobody further along, so that few of them move when one
is added.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from zlib import crc32

from model.layout.links.routes import Corridor, End, Gap, Side, Way
from model.records import Id

_TRACK = 2.4  # points between neighbours, as far as the gap is wide enough
_CLOSEST = 0.6  # points: what would have to run closer than this cannot be told apart, and shares tracks
_RIM = 1.0  # points left free at both edges of a gap

Point = tuple[float, float]
Key = tuple[Id, int]  # a link, and the place of the gap among those it passes through
Piece = tuple[int, int]  # how far a link runs along a gap; half columns in a corridor, half rows in a gutter


def pieces(link: Id, way: Way) -> Iterator[tuple[Gap, Key, Piece]]:
    """How far a link runs along each gap it passes: from the gap or card before it to the one behind it."""
    via = way.route.via
    for at, gap in enumerate(via):
        before = _reach(via[at - 1]) if at else _stands(way.source, gap)
        behind = _reach(via[at + 1]) if at + 1 < len(via) else _stands(way.target, gap)
        yield gap, (link, at), (min(before[0], behind[0]), max(before[1], behind[1]))


def _reach(gap: Gap) -> Piece:
    return 2 * gap.at, 2 * gap.at


def _stands(end: End, gap: Gap) -> Piece:
    """Where a card stands along a gap: columns and rows are odd, what lies between them is even."""
    if isinstance(gap, Corridor):
        return 2 * end.slot.first + 1, 2 * end.slot.last + 1
    return 2 * end.row + 1, 2 * end.row + 1


def offsets(crowd: Mapping[Key, Piece], room: float) -> dict[Key, float]:
    """Points from the middle of a gap, `room` points wide, at which each piece runs in it."""
    wide = max(room - 2 * _RIM, 0.0)
    return {key: offset for cluster in _clusters(crowd) for key, offset in _spread(cluster, wide)}


def _clusters(crowd: Mapping[Key, Piece]) -> Iterator[list[tuple[Piece, Key]]]:
    """The pieces from one end of the gap to the other, in groups that do not touch each other."""
    cluster: list[tuple[Piece, Key]] = []
    reach = -1
    for each in sorted((piece, key) for key, piece in crowd.items()):
        (low, high), _ = each
        if low > reach and cluster:
            yield cluster
            cluster = []
        cluster.append(each)
        reach = high if high > reach else reach
    if cluster:
        yield cluster


def _spread(cluster: Sequence[tuple[Piece, Key]], wide: float) -> Iterable[tuple[Key, float]]:
    """Side by side on as few tracks as may be, the first in the middle.

    Where there is no room for that, each on a track that follows from its name alone.
    """
    most = int(wide / _CLOSEST) + 1
    tracks = _tracks(cluster, most)
    if tracks is None:
        step, middle = wide / max(most - 1, 1), (most - 1) / 2
        return [(key, ((crc32(key[0].encode()) + key[1]) % most - middle) * step) for _, key in cluster]
    step = min(_TRACK, wide / (max(tracks) + 1))
    return [(key, alternating(track) * step) for (_, key), track in zip(cluster, tracks, strict=True)]


def _tracks(cluster: Sequence[tuple[Piece, Key]], most: int) -> list[int] | None:
    """The first track that is free for each, from 0; None if there would be more than `most`."""
    tracks: list[int] = []
    running: list[tuple[int, int]] = []
    free: list[int] = []
    count = 0
    for (low, high), _ in cluster:
        while running and running[0][0] < low:
            heappush(free, heappop(running)[1])
        if free:
            track = heappop(free)
        elif count < most:
            track, count = count, count + 1
        else:
            return None
        heappush(running, (high, track))
        tracks.append(track)
    return tracks


def alternating(at: int) -> int:
    """0, 1, -1, 2, -2 ..."""
    return (at + 1) // 2 * (1 if at % 2 else -1)


def numbered(card: Id, ways: Mapping[Id, Way]) -> dict[tuple[Id, Id], int]:
    """By link and card: its number among the links at that edge of the card; the straight ones come first.

    `ways`: those of all links at the card.
    """
    counts: dict[Side, int] = {}
    numbers: dict[tuple[Id, Id], int] = {}
    for link in sorted(ways, key=lambda link: (len(ways[link].route.via), link)):
        way = ways[link]
        side = way.route.start if way.source.slot.id == card else way.route.end
        numbers[link, card] = counts.get(side, 0)
        counts[side] = counts.get(side, 0) + 1
    return numbers

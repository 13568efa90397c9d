"""Where one axis of a poster is cut: where it hurts least, and no part is longer than a sheet."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

import msgspec

from model.handouts.poster.obstacles import Obstacle

_BINS = 160  # places to cut that are weighed against each other, along an axis
_UNEVEN = 6.0  # what a part twice as long as its fair share costs
_LEAST_PART = 0.2  # of what a sheet holds: the last part costs _NEXT_TO_NOTHING where it is less
_NEXT_TO_NOTHING = 50.0
_NARROW = 2.0  # points: a cut in so small a gap costs as much as one through an area


class Axis(msgspec.Struct, frozen=True):
    """A poster along one direction: its length, what is not to be cut, what a sheet shows and shares with the next."""

    length: float
    obstacles: Sequence[Obstacle]
    window: float
    overlap: float
    sheets: int


class Seams(msgspec.Struct, frozen=True):
    """Where each sheet but the first begins, in points from the start, and what the cuts cost together."""

    places: tuple[float, ...]
    cost: float


class _Way(msgspec.Struct, frozen=True):
    """The cheapest way to a cut: what it costs and the cuts so far."""

    cost: float
    places: tuple[float, ...]


def seams(axis: Axis, loose: float = 1.0) -> Seams | None:
    """The cuts of an axis; None where its sheets cannot show all of it.

    `loose`: as if sheets showed so many times more, to see what a smaller poster would gain.
    """
    step, last = (axis.window - axis.overlap) * loose, axis.window * loose
    if axis.length > step * (axis.sheets - 1) + last + 1e-6:
        return None
    places = _places(axis, step, last)
    ways = {0.0: _Way(0.0, ())}
    for _ in range(axis.sheets - 1):
        ways = _further(ways, places, step, axis)
    ends = [_ended(way, axis, last) for at, way in ways.items() if axis.length - at <= last + 1e-6]
    best = min(ends, key=lambda way: way.cost, default=None)
    return Seams(best.places, best.cost) if best else None


def _further(
    ways: dict[float, _Way], places: Sequence[tuple[float, float]], step: float, axis: Axis
) -> dict[float, _Way]:
    """The cheapest way to each place one sheet further on."""
    found: dict[float, _Way] = {}
    least = _LEAST_PART * axis.window
    for place, cost in places:
        reached = [
            (way.cost + _uneven(place - at, axis), way.places)
            for at, way in ways.items()
            if least <= place - at <= step + 1e-6
        ]
        if reached:
            before, cuts = min(reached)
            found[place] = _Way(before + cost, (*cuts, place))
    return found


def _ended(way: _Way, axis: Axis, last: float) -> _Way:
    rest = axis.length - (way.places[-1] if way.places else 0.0)
    short = _NEXT_TO_NOTHING if way.places and rest < _LEAST_PART * last else 0.0
    return _Way(way.cost + _uneven(rest, axis) + short, way.places)


def _uneven(part: float, axis: Axis) -> float:
    return _UNEVEN * (part * axis.sheets / axis.length - 1) ** 2


def _places(axis: Axis, step: float, last: float) -> list[tuple[float, float]]:
    """The best places to cut, one in each bin, and those of a poster that fills its sheets to the last point."""
    gaps = list(_gaps(axis))
    best: dict[int, tuple[float, float]] = {}
    for low, high, cost in gaps:
        for at in _spread(low, high, axis.length / _BINS):
            own = (at, cost + _NARROW / max(min(at - low, high - at) * 2, _NARROW / 10))
            slot = int(at * _BINS / axis.length)
            if slot not in best or own[1] < best[slot][1]:
                best[slot] = own
    exact = [(at, _cost_at(gaps, at)) for at in _tight(axis, step, last) if 0 < at < axis.length]
    return sorted({*best.values(), *exact})


def _tight(axis: Axis, step: float, last: float) -> Iterator[float]:
    """Where the sheets are full from the start, full from the end, and all alike."""
    for at in range(1, axis.sheets):
        yield from (step * at, axis.length - last - step * (at - 1), axis.length * at / axis.sheets)


def _spread(low: float, high: float, apart: float) -> Iterator[float]:
    """The middle of a gap, and of a wide one other places too."""
    count = max(1, int((high - low) / apart)) | 1
    return (low + (high - low) * (2 * at + 1) / (2 * count) for at in range(count))


def _gaps(axis: Axis) -> Iterator[tuple[float, float, float]]:
    """The axis in stretches of one cost each: from, to, cost."""
    changes: dict[float, float] = {0.0: 0.0, axis.length: 0.0}
    for obstacle in axis.obstacles:
        low, high = max(0.0, obstacle.low), min(axis.length, obstacle.high)
        if low < high:
            changes[low] = changes.get(low, 0.0) + obstacle.cost
            changes[high] = changes.get(high, 0.0) - obstacle.cost
    edges = sorted(changes)
    costs = accumulate(changes[edge] for edge in edges)
    return ((low, high, max(0.0, cost)) for (low, high), cost in zip(pairwise(edges), costs, strict=False))


def _cost_at(gaps: Iterable[tuple[float, float, float]], place: float) -> float:
    return next((cost for low, high, cost in gaps if low <= place <= high), 0.0)

"""Where one axis of a poster is cut: where it hurts least, and no part is longer than a sheet."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

import msgspec

from model.handouts.poster.obstacles import Obstacle

_BINS = 110  # places to cut that are weighed against each other, along an axis
_UNEVEN = 14.0  # what a part twice as long as its fair share costs
_LEAST_PART = 0.2  # of what a sheet holds: the last part costs _NEXT_TO_NOTHING where it is less
_NEXT_TO_NOTHING = 50.0
_NARROW = 2.0  # points: a cut in so small a gap costs as much as one through an area
_EXACT = 1e-6

Gap = tuple[float, float, float]
"""From, to, and what a cut anywhere between them costs."""


class Axis(msgspec.Struct, frozen=True, dict=True):
    """A poster along one direction: its length, what is not to be cut, what a sheet shows and shares with the next."""

    length: float
    obstacles: Sequence[Obstacle]
    window: float
    overlap: float
    sheets: int

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """All of it in stretches of one cost each."""
        changes: dict[float, float] = {0.0: 0.0, self.length: 0.0}
        for obstacle in self.obstacles:
            low, high = max(0.0, obstacle.low), min(self.length, obstacle.high)
            if low < high:
                changes[low] = changes.get(low, 0.0) + obstacle.cost
                changes[high] = changes.get(high, 0.0) - obstacle.cost
        edges = sorted(changes)
        costs = accumulate(changes[edge] for edge in edges)
        return tuple((low, high, max(0.0, cost)) for (low, high), cost in zip(pairwise(edges), costs, strict=False))

    @cached_property
    def best(self) -> tuple[tuple[float, float], ...]:
        """The best place to cut in each bin, and what it costs."""
        found: dict[int, tuple[float, float]] = {}
        for low, high, cost in self.gaps:
            for at in _spread(low, high, self.length / _BINS):
                own = (at, cost + _NARROW / max(min(at - low, high - at) * 2, _NARROW / 10))
                slot = int(at * _BINS / self.length)
                if slot not in found or own[1] < found[slot][1]:
                    found[slot] = own
        return tuple(found.values())

    def cost_at(self, place: float) -> float:
        """What a cut at this place costs."""
        after = bisect_right(self.gaps, place, key=lambda gap: gap[0])
        return self.gaps[max(0, after - 1)][2]


class Seams(msgspec.Struct, frozen=True):
    """Where each sheet but the first begins, in points from the start, and what the cuts cost together."""

    places: tuple[float, ...]
    cost: float


_Way = tuple[float, float, tuple[float, ...]]
"""A place, what the cheapest way to it costs, and its cuts."""
_Ways = Sequence[_Way]


def seams(axis: Axis, loose: float = 1.0) -> Seams | None:
    """The cuts of an axis; None where its sheets cannot show all of it.

    `loose`: as if sheets showed so many times more, to see what a smaller poster would gain.
    """
    step, last = (axis.window - axis.overlap) * loose, axis.window * loose
    if axis.length > step * (axis.sheets - 1) + last + _EXACT:
        return None
    exact = [(at, axis.cost_at(at)) for at in _tight(axis, step, last) if 0 < at < axis.length]
    places = sorted({*axis.best, *exact})
    ways: _Ways = [(0.0, 0.0, ())]
    for _ in range(axis.sheets - 1):
        ways = _further(ways, places, step, axis)
    ends = [_ended(cost, cuts, axis, last) for at, cost, cuts in ways if axis.length - at <= last + _EXACT]
    return min(ends, key=lambda end: end.cost, default=None)


def _further(ways: _Ways, places: Sequence[tuple[float, float]], step: float, axis: Axis) -> _Ways:
    """The cheapest way to each place one sheet further on."""
    found: list[_Way] = []
    least, fair = _LEAST_PART * axis.window, axis.length / axis.sheets
    starts = [at for at, _, _ in ways]
    for place, cost in places:
        first, end = bisect_left(starts, place - step - _EXACT), bisect_right(starts, place - least)
        reached = [(before + _UNEVEN * ((place - at) / fair - 1) ** 2, cuts) for at, before, cuts in ways[first:end]]
        if reached:
            before, cuts = min(reached)
            found.append((place, before + cost, (*cuts, place)))
    return found


def _ended(cost: float, cuts: tuple[float, ...], axis: Axis, last: float) -> Seams:
    rest = axis.length - (cuts[-1] if cuts else 0.0)
    short = _NEXT_TO_NOTHING if cuts and rest < _LEAST_PART * last else 0.0
    return Seams(cuts, cost + _UNEVEN * (rest * axis.sheets / axis.length - 1) ** 2 + short)


def _tight(axis: Axis, step: float, last: float) -> Iterator[float]:
    """Where the sheets are full from the start, full from the end, and all alike."""
    for at in range(1, axis.sheets):
        yield from (step * at, axis.length - last - step * (at - 1), axis.length * at / axis.sheets)


def _spread(low: float, high: float, apart: float) -> Iterator[float]:
    """The middle of a gap, and of a wide one other places too."""
    count = max(1, int((high - low) / apart)) | 1
    return (low + (high - low) * (2 * at + 1) / (2 * count) for at in range(count))

"""Places for points on a plane: each as near as can be to where it belongs, no two of them touching."""

from collections.abc import Iterator, Sequence
from math import ceil, cos, hypot, pi, sin

from model.layout.frame import Rect

Spot = tuple[float, float]
_STEP = 0.5  # of the distance between neighbours: how far apart the rings are on which a free place is looked for
_LOOSE = 0.16  # squares of that distance: more points than fill so much of the plane look crowded


def is_loose(count: int, inside: Rect, apart: float) -> bool:
    """Whether so many points leave the plane as airy as one likes it."""
    return count * apart * apart <= inside.width * inside.height * _LOOSE


def spread(wanted: Sequence[Spot], inside: Rect, apart: float) -> tuple[Spot, ...]:
    """A place for each, `apart` points from every other, up to the first that finds none in the rectangle.

    Who comes first stays where it belongs; the same points are always spread alike.
    """
    taken = _Taken(apart)
    begun: dict[Spot, int] = {}
    for spot in wanted:
        found = _nearest(spot, inside, taken, begun.get(spot, 0))
        if found is None:
            break
        begun[spot], place = found
        taken.take(place)
    return tuple(taken.spots)


def _nearest(spot: Spot, inside: Rect, taken: "_Taken", ring: int) -> tuple[int, Spot] | None:
    """A free place on the first ring that has one, from `ring` on, and the number of that ring."""
    last = ceil(hypot(inside.width, inside.height) / (taken.apart * _STEP)) + 1
    for number in range(ring, last):
        free = next((place for place in _on_ring(spot, number, taken.apart, inside) if taken.is_free(place)), None)
        if free is not None:
            return number, free
    return None


def _on_ring(spot: Spot, ring: int, apart: float, inside: Rect) -> Iterator[Spot]:
    """Places around a spot, as far as they are inside; the spot itself is drawn in to the edge."""
    if ring == 0:
        yield min(max(spot[0], inside.x), inside.right), min(max(spot[1], inside.y), inside.bottom)
        return
    many = ring * 6
    for at in range(many):
        angle = 2 * pi * at / many
        x, y = spot[0] + ring * _STEP * apart * cos(angle), spot[1] + ring * _STEP * apart * sin(angle)
        if inside.x <= x <= inside.right and inside.y <= y <= inside.bottom:
            yield round(x, 3), round(y, 3)


class _Taken:
    """The places taken so far, found by the square of the plane they lie in."""

    def __init__(self, apart: float) -> None:
        self.apart = apart
        self.spots: list[Spot] = []
        self._squares: dict[tuple[int, int], list[Spot]] = {}

    def take(self, spot: Spot) -> None:
        self.spots.append(spot)
        self._squares.setdefault(self._square(spot), []).append(spot)

    def is_free(self, spot: Spot) -> bool:
        """Whether nobody is nearer than the least distance."""
        column, row = self._square(spot)
        return all(
            hypot(spot[0] - x, spot[1] - y) >= self.apart
            for across in (column - 1, column, column + 1)
            for down in (row - 1, row, row + 1)
            for x, y in self._squares.get((across, down), ())
        )

    def _square(self, spot: Spot) -> tuple[int, int]:
        return int(spot[0] // self.apart), int(spot[1] // self.apart)

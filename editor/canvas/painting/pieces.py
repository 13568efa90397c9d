"""Many shapes cut into pieces that are found by where they are, not by walking past all of them."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import batched, groupby
from typing import NamedTuple

from editor.canvas.painting.extents import Extent, moved
from model.layout.shapes import Clip, Group, Shape

_FEW = 32  # shapes that are painted together, seen or not

ExtentOf = Callable[[tuple[Shape, ...]], Extent]


class Piece(NamedTuple):
    """Shapes and where their origin stands, in points."""

    x: float
    y: float
    shapes: tuple[Shape, ...]


class Places:
    """Rectangles sorted by their left edge."""

    def __init__(self, extents: Sequence[Extent]) -> None:
        self.order = sorted(range(len(extents)), key=lambda at: extents[at][0])
        self._lefts, self._tops, self._rights, self._bottoms = (
            array("d", [extents[at][edge] for at in self.order]) for edge in range(4)
        )
        self._widest = max((right - left for left, _, right, _ in extents), default=0.0)

    def meeting(self, area: Extent) -> list[int]:
        """The numbers of those that meet an area, in the order they came in."""
        left, top, right, bottom = area
        tops, rights, bottoms = self._tops, self._rights, self._bottoms
        first, last = bisect_left(self._lefts, left - self._widest), bisect_right(self._lefts, right)
        here = range(first, last)
        return sorted(
            self.order[at] for at in here if tops[at] <= bottom and bottoms[at] >= top and rights[at] >= left
        )

"""Rectangles that are found by where they are, not by walking past all of them."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from editor.canvas.painting.extents import Extent, together


class Places:
    """Rectangles (points), sorted by their left edges."""

    def __init__(self, extents: Sequence[Extent]) -> None:
        self.whole = together(extents)
        self._order = sorted(range(len(extents)), key=lambda at: extents[at][0])
        self._lefts, self._tops, self._rights, self._bottoms = (
            array("d", [extents[at][edge] for at in self._order]) for edge in range(4)
        )
        self._widest = max((right - left for left, _, right, _ in extents), default=0.0)

    def meeting(self, area: Extent) -> list[int]:
        """The numbers of those that meet an area, in the order they came in."""
        left, top, right, bottom = area
        tops, rights, bottoms = self._tops, self._rights, self._bottoms
        near = range(bisect_left(self._lefts, left - self._widest), bisect_right(self._lefts, right))
        return sorted(
            self._order[at] for at in near if tops[at] <= bottom and bottoms[at] >= top and rights[at] >= left
        )

"""Level or upright stretches of lines, found by where they lie, and joined where they fall on the same pixels."""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from operator import itemgetter

# Where it lies across; its start and end along it; its colour and width, 0 where it is dashed. In points.
Stretch = tuple[float, float, float, str, float]

_EDGE = 4.0  # points: no link is twice as wide


class Stretches:
    """Stretches of one direction."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self.all = stretches

    @cached_property
    def _across(self) -> "array[float]":
        """Where each lies across the direction, all of them sorted by it."""
        self.all.sort(key=itemgetter(0))
        return array("d", [stretch[0] for stretch in self.all])

    def meeting(self, low: float, high: float, start: float, end: float) -> list[Stretch]:
        """Undashed ones between `low` and `high` across and `start` and `end` along, cut off a little beyond these."""
        first, last = bisect_left(self._across, low - _EDGE), bisect_right(self._across, high + _EDGE)
        start, end = start - _EDGE, end + _EDGE
        return [
            (across, begins if begins > start else start, ends if ends < end else end, colour, line)
            for across, begins, ends, colour, line in self.all[first:last]
            if begins <= end and ends >= start and line
        ]


def joined(stretches: Stretches, scale: float) -> Iterator[tuple[str, int, int, int]]:
    """The stretches in pixels, with their colours: what those on one line of pixels cover together."""
    lines: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for across, start, end, colour, _ in stretches.all:
        lines[colour, int(across * scale)].append((int(start * scale), int(end * scale)))
    for (colour, across), spans in lines.items():
        spans.sort()
        first, last = spans[0]
        for start, end in spans:
            if start > last + 1:
                yield colour, across, first, last
                first, last = start, end
            elif end > last:
                last = end
        yield colour, across, first, last

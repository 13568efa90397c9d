"""The links of a page, found by a point near their lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

import msgspec

from model.layout.frame import Rect
from model.layout.links.draw import Arrows
from model.layout.shapes import Box, Group
from model.records import Id

Piece = tuple[float, float, float, float, Id]  # left, top, right, bottom of a straight piece or a label


class Lines(msgspec.Struct, frozen=True, dict=True):
    """The drawn links of a page. Their pieces are sorted when first asked for: there may be many thousand."""

    arrows: Arrows

    def at(self, x: float, y: float, reach: float) -> Id | None:
        """The link that runs nearest to a point, within `reach` points of it, or bears the label there."""
        near = [*_between(self._upright, 0, x, reach), *_between(self._level, 1, y, reach)]
        near += _between(self._labels, 1, y, self._tallest)
        away = [(_distance(piece, x, y), piece[4]) for piece in near]
        distance, link = min(away, key=itemgetter(0), default=(reach, None))
        return link if distance <= reach else None

    def rect(self, key: Id) -> Rect | None:
        """The rectangle round a link's lines."""
        points = [point for run in self.arrows.runs.get(key, ()) for point in run]
        if not points:
            return None
        xs, ys = zip(*points, strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    @cached_property
    def _upright(self) -> Sequence[Piece]:
        return sorted(piece for piece in self._pieces if piece[0] == piece[2])

    @cached_property
    def _level(self) -> Sequence[Piece]:
        return sorted((piece for piece in self._pieces if piece[0] != piece[2]), key=itemgetter(1))

    @cached_property
    def _pieces(self) -> Sequence[Piece]:
        return [
            (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), link)
            for link, runs in self.arrows.runs.items()
            for run in runs
            for (x1, y1), (x2, y2) in pairwise(run)
        ]

    @cached_property
    def _labels(self) -> Sequence[Piece]:
        return sorted(_grounds(self.arrows), key=itemgetter(1))

    @cached_property
    def _tallest(self) -> float:
        return max((bottom - top for _, top, _, bottom, _ in self._labels), default=0.0)


def _grounds(arrows: Arrows) -> Iterator[Piece]:
    """The grounds on which the labels stand."""
    for group in arrows.shapes:
        if isinstance(group, Group) and group.record is not None and isinstance(group.shapes[0], Box):
            box = group.shapes[0]
            left, top = group.x + box.x, group.y + box.y
            yield left, top, left + box.width, top + box.height, group.record


def _between(pieces: Sequence[Piece], axis: int, at: float, reach: float) -> Sequence[Piece]:
    """The pieces that begin within reach, on the axis they are sorted by."""
    first = bisect_left(pieces, at - reach, key=itemgetter(axis))
    return pieces[first : bisect_right(pieces, at + reach, key=itemgetter(axis))]


def _distance(piece: Piece, x: float, y: float) -> float:
    """The larger of the distances across and down: a point within reach of both is near enough."""
    left, top, right, bottom, _ = piece
    return max(left - x, x - right, top - y, y - bottom, 0.0)

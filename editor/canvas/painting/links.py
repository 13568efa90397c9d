"""Hundreds and thousands of links: found piece by piece, painted as bands of one colour; from afar as hairlines."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from PySide6.QtGui import QPainter

from editor.canvas.painting.batches import PixelRectangles, Rectangles
from editor.canvas.painting.extents import Extent, extent, moved, of_group
from editor.canvas.painting.pens import NO_PEN, brush
from editor.canvas.painting.pieces import Piece, Pieces
from editor.canvas.painting.places import Places
from editor.canvas.painting.stretches import Ink, Stretches, joined
from model.layout.shapes import Group, Path, Shape


def are_lines(shapes: Iterable[Shape]) -> bool:
    """Whether these are a link's line and its heads: paths, and what is stroked runs level and upright only."""
    stroked = 0
    for shape in shapes:
        if not isinstance(shape, Path):
            return False
        if shape.stroke is not None:
            stroked += 1
            if not all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(_corners(shape))):
                return False
    return stroked > 0


def _corners(path: Path) -> Iterator[tuple[float, float]]:
    """The ends of its pieces. A curve is given away by ends that lie aslant, as those of all our curves do."""
    return ((command[-2], command[-1]) for command in path.commands if command[0] != "Z")


class Links:
    """The lines and heads of many links."""

    def __init__(self, groups: tuple[Group, ...]) -> None:
        self.groups = groups
        self._level, self._upright = self._found()
        self._scale = 0.0
        self._hairlines: list[tuple[str, PixelRectangles]] = []

    def meeting(self, area: Extent) -> Iterator[Piece]:
        """Whole links, those that may be seen in an area."""
        return self._whole.meeting(area)

    @cached_property
    def _whole(self) -> Pieces:
        return Pieces(self.groups, of_group)

    def _found(self) -> tuple[Stretches, Stretches]:
        level: list[tuple[float, float, float, Ink]] = []
        upright: list[tuple[float, float, float, Ink]] = []
        for group in self.groups:
            x, y = group.x, group.y
            for shape in group.shapes:
                if isinstance(shape, Path) and shape.stroke is not None:
                    ink = shape.stroke, shape.line, shape.dash
                    for (x1, y1), (x2, y2) in pairwise(_corners(shape)):
                        if y1 == y2:
                            level.append((y + y1, x + min(x1, x2), x + max(x1, x2), ink))
                        else:
                            upright.append((x + x1, y + min(y1, y2), y + max(y1, y2), ink))
        return Stretches(level), Stretches(upright)

    def draw_bands(self, painter: QPainter, area: Extent) -> None:
        """Paint the undashed lines in an area, the painter's unit being a point; corners are square, not round."""
        batches: dict[str, Rectangles] = defaultdict(Rectangles)
        left, top, right, bottom = area
        for y, start, end, (colour, line, dash) in self._level.meeting(top, bottom, left, right):
            if not dash:
                batches[colour].add(start - line / 2, y - line / 2, end - start + line, line)
        for x, start, end, (colour, line, dash) in self._upright.meeting(left, right, top, bottom):
            if not dash:
                batches[colour].add(x - line / 2, start - line / 2, line, end - start + line)
        _draw_all(painter, batches.items())

    def draw_hairlines(self, painter: QPainter, scale: float) -> None:
        """Paint the lines one pixel wide, the painter's unit being a pixel; kept until another scale is asked for."""
        if scale != self._scale:
            self._scale, self._hairlines = scale, list(self._at(scale))
        _draw_all(painter, self._hairlines)

    def _at(self, scale: float) -> Iterator[tuple[str, PixelRectangles]]:
        numbers: dict[str, array[int]] = defaultdict(lambda: array("i"))
        for colour, y, left, right in joined(self._level, scale):
            numbers[colour].extend((left, y, right, y))
        for colour, x, top, bottom in joined(self._upright, scale):
            numbers[colour].extend((x, top, x, bottom))
        return ((colour, PixelRectangles(packed)) for colour, packed in numbers.items())

    def others_meeting(self, area: Extent) -> Iterator[Piece]:
        """What is no band: heads and dashed lines, those in an area."""
        others, places = self._others
        return (others[at] for at in places.meeting(area))

    @cached_property
    def _others(self) -> tuple[list[Piece], Places]:
        found = [
            Piece(group.x, group.y, (shape,))
            for group in self.groups
            for shape in group.shapes
            if isinstance(shape, Path) and (shape.stroke is None or shape.dash)
        ]
        return found, Places([moved(extent(piece.shapes[0]), piece.x, piece.y) for piece in found])


def _draw_all(painter: QPainter, batches: Iterable[tuple[str, Rectangles | PixelRectangles]]) -> None:
    painter.setPen(NO_PEN)
    for colour, rectangles in batches:
        painter.setBrush(brush(colour))
        rectangles.draw(painter)

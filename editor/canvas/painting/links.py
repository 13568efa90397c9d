"""Hundreds and thousands of links: found by where they run, painted in pixels; from afar as hairlines."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from PySide6.QtGui import QPainter

from editor.canvas.painting.batches import PixelRectangles
from editor.canvas.painting.extents import Extent, extent, moved, of_shapes
from editor.canvas.painting.pens import NO_PEN, brush
from editor.canvas.painting.pieces import Piece, Pieces
from editor.canvas.painting.places import Places
from editor.canvas.painting.stretches import Stretch, Stretches, joined
from model.layout.shapes import Group, Path, Shape

_Numbers = dict[str, "array[int]"]  # edges of rectangles by colour


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


def _corners(path: Path) -> list[tuple[float, float]]:
    """The ends of its pieces. A curve is given away by ends that lie aslant, as those of all our curves do."""
    return [(command[-2], command[-1]) for command in path.commands if command[0] != "Z"]


class Links:
    """The lines and heads of many links."""

    def __init__(self, groups: tuple[Group, ...]) -> None:
        self.groups = groups
        level, upright = _stretches(groups)
        self._level, self._upright = Stretches(level), Stretches(upright)
        self._scale = 0.0
        self._hairlines: list[tuple[str, PixelRectangles]] = []

    def draw_hairlines(self, painter: QPainter, scale: float) -> None:
        """Paint all lines one pixel wide, the painter's unit being a pixel; kept until another scale is asked for."""
        if scale != self._scale:
            self._scale, self._hairlines = scale, list(self._joined(scale))
        _draw_all(painter, self._hairlines)

    def draw_bands(self, painter: QPainter, area: Extent, scale: float) -> None:
        """Paint the undashed lines in an area (points) as wide as whole pixels allow, the painter's unit being a pixel.

        Their corners are square.
        """
        numbers: _Numbers = defaultdict(lambda: array("i"))
        left, top, right, bottom = area
        for y, start, end, colour, line in self._level.meeting(top, bottom, left, right):
            low, wide = _band(y, line, scale)
            numbers[colour].extend((round(start * scale), low, round(end * scale), low + wide))
        for x, start, end, colour, line in self._upright.meeting(left, right, top, bottom):
            low, wide = _band(x, line, scale)
            numbers[colour].extend((low, round(start * scale), low + wide, round(end * scale)))
        _draw_all(painter, _packed(numbers))

    def _joined(self, scale: float) -> Iterator[tuple[str, PixelRectangles]]:
        numbers: _Numbers = defaultdict(lambda: array("i"))
        for colour, y, left, right in joined(self._level, scale):
            numbers[colour].extend((left, y, right, y))
        for colour, x, top, bottom in joined(self._upright, scale):
            numbers[colour].extend((x, top, x, bottom))
        return _packed(numbers)

    def meeting(self, area: Extent) -> Iterator[Piece]:
        """Whole links, those that may be seen in an area."""
        return self._whole.meeting(area)

    @cached_property
    def _whole(self) -> Pieces:
        return Pieces(self.groups, of_shapes)

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


def _stretches(groups: Iterable[Group]) -> tuple[list[Stretch], list[Stretch]]:
    """The level and the upright ones."""
    level: list[Stretch] = []
    upright: list[Stretch] = []
    for group in groups:
        x, y = group.x, group.y
        for shape in group.shapes:
            if isinstance(shape, Path) and shape.stroke is not None:
                colour, line = shape.stroke, 0.0 if shape.dash else shape.line
                for (x1, y1), (x2, y2) in pairwise(_corners(shape)):
                    if y1 == y2:
                        start, end = (x1, x2) if x1 < x2 else (x2, x1)
                        level.append((y + y1, x + start, x + end, colour, line))
                    else:
                        start, end = (y1, y2) if y1 < y2 else (y2, y1)
                        upright.append((x + x1, y + start, y + end, colour, line))
    return level, upright


def _band(across: float, line: float, scale: float) -> tuple[int, int]:
    """The first pixel of a line's width, and how many are behind it."""
    wide = max(1, round(line * scale))
    return round(across * scale - wide / 2), wide - 1


def _packed(numbers: _Numbers) -> Iterator[tuple[str, PixelRectangles]]:
    return ((colour, PixelRectangles(edges)) for colour, edges in numbers.items())


def _draw_all(painter: QPainter, batches: Iterable[tuple[str, PixelRectangles]]) -> None:
    painter.setPen(NO_PEN)
    for colour, rectangles in batches:
        painter.setBrush(brush(colour))
        rectangles.draw(painter)

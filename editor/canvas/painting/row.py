"""A row of many cards from afar: boxes and bars where the lines of text are, painted in batches of one colour.

Nothing is done card by card once a stretch of the row has been made ready.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from PySide6.QtGui import QPainter

from editor.canvas.painting.batches import Rectangles
from editor.canvas.painting.extents import Extent, extent, moved, of_card, together
from editor.canvas.painting.pens import NO_PEN, brush, hairline, mixed
from editor.canvas.painting.pieces import Piece
from editor.canvas.painting.places import Places
from model.layout.shapes import Box, Group, Path, Shape, Text
from model.layout.style import WHITE

_STRETCH = 320  # cards that are made ready and painted together
_FAINT = 0.4  # of its colour: a frame is never fainter, or white cards would be lost on white paper
_FAINTEST = 0.16  # pixels: thinner frames are not painted; the whole card has a tinge of them
_TINGE = 0.12  # of the frame's colour in such a card: about what frame and text are of it
_BAR = 0.42  # of the type size: how tall a line of text is as a bar
_SHADE = 0.45  # of its colour: how dark text is as a bar
_LEAST_BAR = 0.9  # pixels: bars under this are not worth painting

Frame = tuple[str, str, float]  # fill, stroke, line


class Row:
    """The cards of a row, by stretches from left to right, and what else stands in it."""

    def __init__(self, shapes: tuple[Shape, ...]) -> None:
        groups = [(of_card(shape.shapes), shape) for shape in shapes if isinstance(shape, Group)]
        cards = [(moved(extent, card.x, card.y), card) for extent, card in groups if extent is not None]
        cards.sort(key=lambda found: found[0][0])
        self.others = tuple(Piece(each.x, each.y, each.shapes) for extent, each in groups if extent is None)
        self._stretches = [_Stretch(cards[at : at + _STRETCH]) for at in range(0, len(cards), _STRETCH)]
        self._places = Places([stretch.extent for stretch in self._stretches])

    def sketch(self, painter: QPainter, scale: float, area: Extent) -> None:
        """Paint the cards that meet an area (points); the painter's unit is a point."""
        for at in self._places.meeting(area):
            self._stretches[at].draw(painter, scale)


class _Stretch:
    """Some cards side by side. Batches are made when they are first in sight, bars not before they can be seen."""

    def __init__(self, cards: list[tuple[Extent, Group]]) -> None:
        self.extent = together(extent for extent, _ in cards)
        self._cards = [card for _, card in cards]
        self._size = next((shape.size for card in self._cards for shape in card.shapes if isinstance(shape, Text)), 0.0)

    def draw(self, painter: QPainter, scale: float) -> None:
        for (fill, stroke, line), rectangles in self._boxes.items():
            if line * scale < _FAINTEST:
                painter.setPen(NO_PEN)
                painter.setBrush(brush(mixed(stroke, fill, _TINGE)))
            else:
                painter.setPen(hairline(mixed(stroke, fill, max(_FAINT, min(1.0, line * scale)))))
                painter.setBrush(brush(fill))
            rectangles.draw(painter)
        if self._size * _BAR * scale >= _LEAST_BAR:
            self._draw_bars(painter)

    def _draw_bars(self, painter: QPainter) -> None:
        # Smoothed, or of lines of one height some would be twice as thick as others.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(NO_PEN)
        for colour, rectangles in self._bars.items():
            painter.setBrush(brush(colour))
            rectangles.draw(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    @cached_property
    def _boxes(self) -> dict[Frame, Rectangles]:
        batches: dict[Frame, Rectangles] = defaultdict(Rectangles)
        for card in self._cards:
            box = card.shapes[0]
            if isinstance(box, Box) and box.stroke is not None:
                rectangles = batches[box.fill or WHITE, box.stroke, box.line]
                rectangles.add(card.x + box.x, card.y + box.y, box.width, box.height)
        return batches

    @cached_property
    def _bars(self) -> dict[str, Rectangles]:
        batches: dict[str, Rectangles] = defaultdict(Rectangles)
        for card in self._cards:
            for colour, x, y, width, height in _bars(card.shapes):
                batches[colour].add(card.x + x, card.y + y, width, height)
        return batches


def _bars(shapes: tuple[Shape, ...]) -> Iterator[tuple[str, float, float, float, float]]:
    """Colour, place and size of what a card shows from afar: the bar at its edge, and a grey one for each line."""
    box = shapes[0]
    assert isinstance(box, Box)
    for shape in shapes[1:]:
        if isinstance(shape, Text):
            colour = mixed(shape.color, box.fill or WHITE, _SHADE)
            yield colour, shape.x, shape.y - shape.size * _BAR, shape.width, shape.size * _BAR
        elif isinstance(shape, Path) and shape.fill is not None and shape.stroke is None:
            left, top, right, bottom = extent(shape)
            if bottom - top > box.height / 2:
                yield shape.fill, left, top, right - left, bottom - top

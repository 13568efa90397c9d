"""How crowded a page is at a scale: whether its cards are painted in full or from afar."""

import msgspec

from editor.canvas.painting.extents import Extent, of_card
from model.layout.shapes import Group, Shape, Text

_MANY, _TOO_MANY = 150, 500  # cards in a window: text is left out where it is too small to read, and in any case
_SMALLEST = 3.0  # pixels: under this, text cannot be read
_WINDOW = 1920.0, 1080.0  # pixels of a window by which crowds are judged


class Crowd(msgspec.Struct, frozen=True):
    """How many cards a page has, the size of their text, and how far the page reaches, in points."""

    cards: int
    size: float
    width: float
    height: float

    def is_far(self, scale: float) -> bool:
        """Whether, at `scale` pixels to the point, the page is painted from afar.

        It must not depend on the part that is painted, or one window would show two manners side by side.
        """
        across, down = (
            min(1.0, window / max(length * scale, 1.0))
            for window, length in zip(_WINDOW, (self.width, self.height), strict=True)
        )
        seen = self.cards * across * down
        return seen > _TOO_MANY or (seen > _MANY and self.size * scale < _SMALLEST)


def crowd(shapes: tuple[Shape, ...], whole: Extent) -> Crowd:
    """The crowd in the rows of a page that reaches so far."""
    rows = [shape.shapes for shape in shapes if isinstance(shape, Group) and is_row(shape.shapes)]
    left, top, right, bottom = whole
    return Crowd(sum(len(row) - 1 for row in rows), max(map(_size, rows), default=0.0), right - left, bottom - top)


def is_row(shapes: tuple[Shape, ...]) -> bool:
    """Whether this is a row of the page: groups, the last of which is a card."""
    if len(shapes) < 2 or not isinstance(shapes[0], Group):
        return False
    last = shapes[-1]
    return isinstance(last, Group) and of_card(last.shapes) is not None


def _size(row: tuple[Shape, ...]) -> float:
    card = row[-1]
    texts = card.shapes if isinstance(card, Group) else ()
    return next((shape.size for shape in texts if isinstance(shape, Text)), 0.0)

"""A few shapes from afar: words too small to be seen are not painted, nor what stands in a small disc."""

from typing import NamedTuple

from editor.canvas.painting.extents import of_shapes
from editor.canvas.painting.pieces import are_few
from editor.canvas.painting.steps import Step, steps
from model.layout.shapes import Box, Shape, Text

_SPECK = 1.5  # pixels: text under this is not even grey
_DOT = 4.0  # pixels: of what is under this, only the first shape is painted


class Afar(NamedTuple):
    """Shapes seen from afar. `letters`: the size of the largest, where there is nothing but words; `reach`: the longer
    side of their extent; both in points."""

    few: bool
    letters: float
    reach: float
    ground: tuple[Step, ...]

    def is_unseen(self, scale: float) -> bool:
        """Whether there is nothing to see at `scale` pixels to the point."""
        return 0 < self.letters * scale < _SPECK

    def is_dot(self, scale: float) -> bool:
        """Whether only the ground is to be seen."""
        return self.reach * scale < _DOT


def afar(shapes: tuple[Shape, ...]) -> Afar:
    """These shapes from afar; where they are many, they have to be looked at piece by piece."""
    if not are_few(shapes):
        return Afar(False, 0.0, 0.0, ())
    left, top, right, bottom = of_shapes(shapes)
    return Afar(True, _letters(shapes), max(right - left, bottom - top), steps(shapes[:1]))


def _letters(shapes: tuple[Shape, ...]) -> float:
    """The largest size of the words; 0 where there is anything but words, and the unframed boxes they stand on."""
    words = [shape.size for shape in shapes if isinstance(shape, Text)]
    grounds = sum(isinstance(shape, Box) and shape.stroke is None for shape in shapes)
    return max(words, default=0.0) if len(words) + grounds == len(shapes) else 0.0

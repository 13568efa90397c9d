"""Which part of the poster each sheet shows, and which sheets would show next to nothing."""

from collections.abc import Iterable, Sequence
from itertools import product

import msgspec

from model.document import Document
from model.handouts.poster.grid import Grid
from model.handouts.poster.obstacles import cards_of
from model.handouts.poster.pieces import Piece, leaves
from model.layout.frame import Rect
from model.layout.shapes import Text

_NEARLY_EMPTY = 0.02  # of a sheet covered by cards and words: the name of one lane, or a piece of the legend


class Place(msgspec.Struct, frozen=True):
    """Which sheet of the grid: column and row from 0; its window on the poster and the same on the sheet."""

    column: int
    row: int
    window: Rect
    shown: Rect


def places(
    grid: Grid, width: float, height: float, columns: Sequence[float], rows: Sequence[float]
) -> tuple[Place, ...]:
    """The sheets row by row: each from its cut to the overlap behind the next one's. `columns`, `rows`: the cuts."""
    stretches = product(_stretches(rows, height, grid.overlap), _stretches(columns, width, grid.overlap))
    found = []
    for at, ((top, bottom), (left, right)) in enumerate(stretches):
        window = Rect(left, top, right - left, bottom - top)
        shown = Rect(grid.margin, grid.margin, window.width, window.height)
        found.append(Place(at % grid.columns, at // grid.columns, window, shown))
    return tuple(found)


def _stretches(cuts: Sequence[float], length: float, overlap: float) -> list[tuple[float, float]]:
    edges = (0.0, *cuts, length)
    return [(edges[at], min(edges[at + 1] + overlap, length)) for at in range(len(cuts) + 1)]


def nearly_empty(found: tuple[Piece, ...], grid: Grid, windows: Iterable[Place], document: Document) -> int:
    """How many sheets nobody would want to print."""
    words = [leaf.rect for leaf in leaves(found) if isinstance(leaf.shape, Text)]
    things = [*words, *cards_of(found, document)]
    least = _NEARLY_EMPTY * grid.window_width * grid.window_height
    return sum(_covered(things, place.window) < least for place in windows)


def _covered(things: Iterable[Rect], window: Rect) -> float:
    seen = (thing.common(window) for thing in things if thing.meets(window))
    return sum(rect.width * rect.height for rect in seen)

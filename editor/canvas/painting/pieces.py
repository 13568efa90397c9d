"""Many shapes cut into pieces, each with its place, so that only those in sight are made ready and painted."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from editor.canvas.painting.extents import Extent, moved, of_shapes
from editor.canvas.painting.places import Places
from model.layout.shapes import Group, Shape

_FEW = 32  # shapes that are painted together, in sight or not
_NEIGHBOURS = 12  # shapes outside of groups that make one piece

ExtentOf = Callable[[tuple[Shape, ...]], Extent]


class Piece(NamedTuple):
    """Shapes and where their origin stands, in points."""

    x: float
    y: float
    shapes: tuple[Shape, ...]


class Pieces:
    """What a tuple of shapes consists of. `extent_of` tells how far shapes reach; it may know by heart."""

    def __init__(self, shapes: tuple[Shape, ...], extent_of: ExtentOf) -> None:
        self.all: list[Piece] = []
        extents: list[Extent] = []
        for grouped, several in groupby(shapes, lambda shape: isinstance(shape, Group)):
            for piece, reach in _groups(several, extent_of) if grouped else _runs(tuple(several)):
                self.all.append(piece)
                extents.append(reach)
        self.places = Places(extents)

    def meeting(self, area: Extent) -> Iterator[Piece]:
        """Those in sight, in painting order."""
        return (self.all[at] for at in self.places.meeting(area))


def are_few(shapes: tuple[Shape, ...]) -> bool:
    """Whether cutting the shapes up would cost more than painting them."""
    return len(shapes) <= _FEW and sum(_count(shape) for shape in shapes) <= _FEW


def _count(shape: Shape) -> int:
    """What is cut off at an outline is painted whole, however much it is: only groups can be taken apart."""
    return len(shape.shapes) if isinstance(shape, Group) else 1


def _groups(groups: Iterable[Shape], extent_of: ExtentOf) -> Iterator[tuple[Piece, Extent]]:
    """Each group by itself."""
    for group in groups:
        if isinstance(group, Group):
            yield Piece(group.x, group.y, group.shapes), moved(extent_of(group.shapes), group.x, group.y)


def _runs(shapes: tuple[Shape, ...]) -> Iterator[tuple[Piece, Extent]]:
    """What stands between groups, with its neighbours."""
    for at in range(0, len(shapes), _NEIGHBOURS):
        run = shapes[at : at + _NEIGHBOURS]
        yield Piece(0.0, 0.0, run), of_shapes(run)

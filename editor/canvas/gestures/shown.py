"""The shapes of a record as they stand on the page: what its ghost is made of."""

from collections.abc import Collection, Iterable, Iterator

from editor.canvas.preview import Ghost
from model.layout.engine import Layout
from model.layout.shapes import Group, Shape
from model.records import Id


def ghosts(layout: Layout, keys: Collection[Id], page: int) -> tuple[Ghost, ...]:
    """A ghost of each of these records on a page, where it stands."""
    composed = layout.composed[page]
    shapes = (shape for drawn in (*composed.rows, composed.above) for shape in drawn.shapes)
    return tuple(Ghost(page, x, y, group.shapes) for group, x, y in _groups(shapes, keys, 0.0, 0.0))


def moved(each: Iterable[Ghost], dx: float, dy: float) -> tuple[Ghost, ...]:
    """The ghosts so many points further."""
    return tuple(Ghost(ghost.page, ghost.x + dx, ghost.y + dy, ghost.shapes) for ghost in each)


def _groups(
    shapes: Iterable[Shape], keys: Collection[Id], x: float, y: float
) -> Iterator[tuple[Group, float, float]]:
    """The groups of these records, each with the place of its origin on the page."""
    for shape in shapes:
        if isinstance(shape, Group):
            if shape.record in keys:
                yield shape, x + shape.x, y + shape.y
            else:
                yield from _groups(shape.shapes, keys, x + shape.x, y + shape.y)

"""The shapes of a record as they stand on the page: what its ghost is made of."""

from collections.abc import Collection, Iterable, Iterator

from editor.canvas.preview import Ghost, Mark
from model.layout import labels
from model.layout.engine import Layout
from model.layout.places import Places, Spot
from model.layout.shapes import Group, Shape
from model.records import Id


def ghosts(layout: Layout, keys: Collection[Id], page: int) -> tuple[Ghost, ...]:
    """A ghost of each of these records on a page, where it stands."""
    composed = layout.composed[page]
    shapes = (shape for drawn in (*composed.rows, composed.above) for shape in drawn.shapes)
    return tuple(Ghost(page, x, y, group.shapes) for group, x, y in _groups(shapes, keys, 0.0, 0.0))


def label_ghost(layout: Layout, held: Spot) -> tuple[Ghost, ...]:
    """A ghost of a lane's label; its whole row would take too long to draw at each move."""
    composed = layout.composed[held.page]
    lane = next(row.lane for row in composed.frame.rows if row.lane.id == held.record)
    shapes = labels.label(lane, held.rect.height, composed.setting).shapes
    return (Ghost(held.page, held.rect.x, held.rect.y, shapes),)


def areas(places: Places, key: Id) -> tuple[Mark, ...]:
    """All that goes with a stage, a step or a lane, on every page."""
    return tuple(Mark(spot.page, spot.rect) for spot in places.area(key))


def moved(each: Iterable[Ghost], dx: float, dy: float) -> tuple[Ghost, ...]:
    """The ghosts so many points further."""
    return tuple(Ghost(ghost.page, ghost.x + dx, ghost.y + dy, ghost.shapes) for ghost in each)


def _groups(shapes: Iterable[Shape], keys: Collection[Id], x: float, y: float) -> Iterator[tuple[Group, float, float]]:
    """The groups of these records, each with the place of its origin on the page."""
    for shape in shapes:
        if isinstance(shape, Group):
            if shape.record in keys:
                yield shape, x + shape.x, y + shape.y
            else:
                yield from _groups(shape.shapes, keys, x + shape.x, y + shape.y)

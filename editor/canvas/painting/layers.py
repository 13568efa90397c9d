"""A page in three layers: what lies below its links, the links where they are many, and what lies above them."""

from collections.abc import Callable
from typing import cast

from editor.canvas.painting.crowd import crowd
from editor.canvas.painting.extents import together
from editor.canvas.painting.links import Links
from editor.canvas.painting.pieces import ExtentOf, Pieces
from model.layout.shapes import Group, Shape

_MANY = 60  # links that are painted together

Linked = tuple[Group, ...]


class Layers:
    """The layers of a page, and how crowded it is. Few links are painted one by one, with what lies above."""

    def __init__(
        self,
        shapes: tuple[Shape, ...],
        extent_of: ExtentOf,
        are_lines: Callable[[tuple[Shape, ...]], bool],
        links_of: Callable[[Linked], Links],
    ) -> None:
        links = [at for at, shape in enumerate(shapes) if isinstance(shape, Group) and are_lines(shape.shapes)]
        if len(links) < _MANY:
            links = []
        first, lines = links[0] if links else len(shapes), frozenset(links)
        self.below = Pieces(shapes[:first], extent_of)
        self.links = links_of(tuple(cast(Group, shapes[at]) for at in links)) if links else None
        self.above = Pieces(tuple(shapes[at] for at in range(first, len(shapes)) if at not in lines), extent_of)
        self.crowd = crowd(shapes, together((self.below.places.whole, self.above.places.whole)))

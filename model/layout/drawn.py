"""What a part of the page comes to: its shapes, and the words that found no room there."""

from collections.abc import Iterable

import msgspec

from model.layout.shapes import Shape
from model.records import Id


class Leftover(msgspec.Struct, frozen=True):
    """A text that was shortened on the page and stands in full behind the map, under its heading."""

    heading: str
    text: str
    record: Id | None = None


class Drawn(msgspec.Struct, frozen=True):
    shapes: tuple[Shape, ...] = ()
    leftovers: tuple[Leftover, ...] = ()


def together(parts: Iterable[Drawn]) -> Drawn:
    """Parts on top of each other, as one."""
    parts = tuple(parts)
    return Drawn(
        tuple(shape for part in parts for shape in part.shapes),
        tuple(leftover for part in parts for leftover in part.leftovers),
    )

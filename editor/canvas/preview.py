"""What shows while something is dragged: ghosts, drop bars, the numbers that matter. No part of the document."""

import msgspec

from model.layout.frame import Rect
from model.layout.links.tracks import Point
from model.layout.shapes import Shape


class Ghost(msgspec.Struct, frozen=True):
    """Shapes at a place on a page, shown through."""

    page: int
    x: float
    y: float
    shapes: tuple[Shape, ...]


class Mark(msgspec.Struct, frozen=True):
    """A rectangle on a page: where something will go, or what is meant."""

    page: int
    rect: Rect


class Thread(msgspec.Struct, frozen=True):
    """A line on a page, as of a link that is being drawn."""

    page: int
    points: tuple[Point, ...]


class Preview(msgspec.Struct, frozen=True):
    """`bars`: where things will go. `areas`: what is meant, tinted. `band`: the rubber band. `note`: what to read at
    the pointer. `allowed`: whether letting go here does anything."""

    ghosts: tuple[Ghost, ...] = ()
    bars: tuple[Mark, ...] = ()
    areas: tuple[Mark, ...] = ()
    threads: tuple[Thread, ...] = ()
    band: Mark | None = None
    note: str = ""
    allowed: bool = True


NOTHING = Preview()

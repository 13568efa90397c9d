"""What painters draw: dumb primitives in points, y down. Whoever makes them decides; whoever paints them does not.

Colours are "#RRGGBB". A dash is a tuple of lengths in points, empty for a solid line.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from model.layout.fields import Address, Field
from model.layout.reading import Element
from model.layout.text.glyphs import Glyphs, read
from model.records import Id

Dash = tuple[float, ...]
Move = tuple[Literal["M"], float, float]
LineTo = tuple[Literal["L"], float, float]
Curve = tuple[Literal["C"], float, float, float, float, float, float]
Close = tuple[Literal["Z"]]
Command = Move | LineTo | Curve | Close


class Shape(msgspec.Struct, frozen=True, tag=True, tag_field="shape", gc=False):
    """Any of the primitives below."""


class Box(Shape, frozen=True, tag=True):
    """A rectangle, its corners rounded by `radius`; the frame is drawn centred on the edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    line: float = 0.9
    radius: float = 0.0
    dash: Dash = ()


class Line(Shape, frozen=True, tag=True):
    """A straight line with butt ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    line: float = 0.9
    dash: Dash = ()


class Path(Shape, frozen=True, tag=True):
    """Straight and cubic pieces. Round joins and caps. Filled by the non-zero rule."""

    commands: tuple[Command, ...]
    fill: str | None = None
    stroke: str | None = None
    line: float = 0.9
    dash: Dash = ()


class Text(Shape, frozen=True, tag=True):
    """One line of text from `x` on the baseline `y`: runs one behind the other, each as wide as its advances.

    `tracking` (points) is added behind every glyph. `joined`: its last word goes on in the next line.
    """

    x: float
    y: float
    size: float
    color: str
    runs: tuple[Glyphs, ...]
    tracking: float = 0.0
    joined: bool = False

    @property
    def string(self) -> str:
        """What the line says, as it is read."""
        return read(self.runs)

    @property
    def width(self) -> float:
        """Points from the first origin to behind the last glyph."""
        return sum(run.width * self.size + len(run.ids) * self.tracking for run in self.runs)


class Picture(Shape, frozen=True, tag=True):
    """A PNG or JPEG, stretched into its rectangle."""

    x: float
    y: float
    width: float
    height: float
    type: str
    data: bytes


class Clip(Shape, frozen=True, tag=True):
    """Shapes cut off at a closed outline."""

    outline: tuple[Command, ...]
    shapes: tuple[Shape, ...]


class Group(Shape, frozen=True, tag=True):
    """Shapes moved by (x, y): what one record looks like, or a part of the page that speaks of none.

    Equal shapes at many places are one tuple, so a painter may keep what it made of it. `tag`: what the page's reading
    order calls it, where that is not its record.
    """

    x: float
    y: float
    shapes: tuple[Shape, ...]
    record: Id | None = None
    tag: str = ""


class Page(msgspec.Struct, frozen=True):
    """One sheet: its size in points, what stands on it in painting order, and its line in the outline.

    `chapter`: the line of the outline above it, shared with its neighbours. `label`: what readers call the page instead
    of its number. `reading`: the order in which it is read aloud. `bleed`: points around the sheet's own edge that are
    cut off after printing; `width` and `height` count them in.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str = ""
    chapter: str = ""
    label: str = ""
    reading: tuple[Element, ...] = ()
    fields: tuple[Field, ...] = ()
    addresses: tuple[Address, ...] = ()
    bleed: float = 0.0


def walk(
    shapes: Iterable[Shape], x: float = 0.0, y: float = 0.0, record: Id | None = None
) -> Iterator[tuple[Shape, float, float, Id | None]]:
    """Every primitive with the offset it is drawn at and the record it belongs to; groups and clips opened."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from walk(shape.shapes, x + shape.x, y + shape.y, shape.record or record)
        elif isinstance(shape, Clip):
            yield from walk(shape.shapes, x, y, record)
        else:
            yield shape, x, y, record


def missing(pages: Iterable[Page]) -> dict[Id | None, str]:
    """The characters no face has, by the record they stand in (None: outside any record), each named once."""
    found: dict[Id | None, dict[str, None]] = {}
    for page in pages:
        for shape, _, _, record in walk(page.shapes):
            if isinstance(shape, Text):
                for run in shape.runs:
                    if run.missing:
                        found.setdefault(record, {}).update(dict.fromkeys(run.missing))
    return {record: "".join(characters) for record, characters in found.items()}

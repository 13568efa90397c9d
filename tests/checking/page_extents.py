"""Where shapes stand on a page, and which of them are cards: what checks of pages measure with."""

from collections.abc import Iterable, Iterator

import msgspec

from model.document import Document
from model.layout.shapes import Box, Group, Line, Page, Path, Picture, Shape, Text
from model.layout.text.faces import CHAINS, face
from model.records import Card, Id, Kpi

SLACK = 0.05  # points: a hair's breadth is no fault


class Extent(msgspec.Struct, frozen=True):
    left: float
    top: float
    right: float
    bottom: float

    def moved(self, x: float, y: float) -> "Extent":
        return Extent(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def holds(self, other: "Extent", slack: float = SLACK) -> bool:
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: "Extent", slack: float = SLACK) -> bool:
        return (
            other.left < self.right - slack
            and other.right > self.left + slack
            and other.top < self.bottom - slack
            and other.bottom > self.top + slack
        )


def extent(shape: Shape) -> Extent:
    """The rectangle a shape's outline fills; text with the ascent of capitals and the descent of its face."""
    if isinstance(shape, Box | Picture):
        return Extent(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    if isinstance(shape, Line):
        xs, ys = (shape.x1, shape.x2), (shape.y1, shape.y2)
        return Extent(min(xs), min(ys), max(xs), max(ys))
    if isinstance(shape, Text):
        below = face(CHAINS["regular"][0]).descent * shape.size
        return Extent(shape.x, shape.y - 0.75 * shape.size, shape.x + shape.width, shape.y + below)
    if isinstance(shape, Path):
        numbers = [float(number) for command in shape.commands for number in command[1:]]
        return Extent(min(numbers[0::2]), min(numbers[1::2]), max(numbers[0::2]), max(numbers[1::2]))
    raise TypeError(shape)


def cards_on(page: Page, document: Document) -> dict[Id, list[Extent]]:
    """The frames of cards and KPIs, where their groups stand."""
    found: dict[Id, list[Extent]] = {}
    for group, x, y in groups(page.shapes):
        if group.record is not None and isinstance(document.records.get(group.record), Card | Kpi):
            first = next(iter(group.shapes), None)
            if isinstance(first, Box):
                found.setdefault(group.record, []).append(extent(first).moved(x, y))
    return found


def groups(shapes: Iterable[Shape], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[Group, float, float]]:
    """Every group with the place of its origin on the page."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield shape, x + shape.x, y + shape.y
            yield from groups(shape.shapes, x + shape.x, y + shape.y)

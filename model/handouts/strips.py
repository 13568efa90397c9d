"""Strips: what running text is made of before it is cut into pages, and how those pages are read aloud."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from model.layout.fields import Address
from model.layout.reading import Element, Kind
from model.layout.shapes import Group, Shape
from model.records import Id


class Rung(msgspec.Struct, frozen=True):
    """An element that something stands in, told from its like beside it by a number. `alt`, `scope`: see Element."""

    kind: Kind
    number: int = 0
    alt: str = ""
    scope: Literal["", "Row", "Column"] = ""


class Part(msgspec.Struct, frozen=True):
    """Shapes of a strip that are read in one go: `ladder` holds the elements they stand in, outermost first.

    Parts of one ladder are one element, over as many strips as they reach. Without a ladder: decoration. Without
    shapes: an element with nothing in it, such as an empty cell.
    """

    ladder: tuple[Rung, ...]
    shapes: tuple[Shape, ...] = ()
    record: Id | None = None


class Strip(msgspec.Struct, frozen=True):
    """What stands across a column and is never cut, its top left corner at the origin; points.

    `above`: air before it, but not at a column's top. `keep`: the strip behind it stays in its column. `head`: what is
    set again ahead of it where it begins a column. `between`: it parts two others, and is left out where
    it would begin a column. `title`: of a heading, for the outline. `addresses`: where clicks on it lead.
    """

    high: float
    parts: tuple[Part, ...] = ()
    above: float = 0.0
    keep: bool = False
    head: tuple["Strip", ...] = ()
    between: bool = False
    title: str = ""
    addresses: tuple[Address, ...] = ()


class Placed(msgspec.Struct, frozen=True):
    """A strip at its place on a page. `block`: which block of the text it is of."""

    strip: Strip
    x: float
    y: float
    block: int

    def shapes(self) -> Iterable[Group]:
        """Its parts as groups with the names that `reading` calls them by."""
        for part in self.strip.parts:
            if part.shapes:
                yield Group(self.x, self.y, part.shapes, part.record, _name(self.block, part.ladder))

    def addresses(self) -> Iterable[Address]:
        """Its links where they stand on the page."""
        for each in self.strip.addresses:
            yield msgspec.structs.replace(each, x=each.x + self.x, y=each.y + self.y)


def silent(strip: Strip) -> Strip:
    """A strip as decoration: the head of a table said before on the same page."""
    parts = tuple(msgspec.structs.replace(part, ladder=(), record=None) for part in strip.parts)
    return msgspec.structs.replace(strip, parts=parts, addresses=())


def reading(placed: Iterable[Placed]) -> tuple[Element, ...]:
    """The elements of a page, block by block."""
    blocks: dict[int, list[Part]] = {}
    for each in placed:
        blocks.setdefault(each.block, []).extend(part for part in each.strip.parts if part.ladder)
    return tuple(element for block, parts in blocks.items() for element in _elements(block, parts, 0))


def _elements(block: int, parts: Sequence[Part], depth: int) -> tuple[Element, ...]:
    """The elements at a depth of the ladders, each with all that stands in it."""
    siblings: dict[Rung, list[Part]] = {}
    for part in parts:
        siblings.setdefault(part.ladder[depth], []).append(part)
    return tuple(_element(block, rung, inside, depth + 1) for rung, inside in siblings.items())


def _element(block: int, rung: Rung, inside: Sequence[Part], depth: int) -> Element:
    own = dict.fromkeys(_name(block, part.ladder) for part in inside if len(part.ladder) == depth and part.shapes)
    deeper = [part for part in inside if len(part.ladder) > depth]
    return Element(rung.kind, (*own, *_elements(block, deeper, depth)), alt=rung.alt, scope=rung.scope)


def _name(block: int, ladder: Sequence[Rung]) -> str:
    """What groups of one element are called on a page: "7/Table0/TR2/TH0"; nothing for decoration."""
    return "/".join([str(block), *(f"{rung.kind}{rung.number}" for rung in ladder)]) if ladder else ""

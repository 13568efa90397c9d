"""A slide that shapes are put on: it numbers them, brings lengths to its scale, and keeps pictures and addresses."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from export import pictures
from export.pptx import drawing
from export.pptx.drawing import Ink
from model.addresses import on_paper
from model.layout.frame import Rect
from model.layout.shapes import Command, Picture

if TYPE_CHECKING:
    from pptx.slide import Slide

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_FIRST = 100  # numbers below are the template's own


class Board:
    """Takes lengths in points of a page that is `scale` times as large on the slide."""

    def __init__(self, slide: "Slide", scale: float, language: str) -> None:
        self._slide, self._parts = slide, list[str]()
        self._number = _FIRST
        self.scale, self.language = scale, language if _LANGUAGE.fullmatch(language) else ""

    def number(self) -> int:
        """One nobody has yet."""
        self._number += 1
        return self._number

    def put(self, element: str) -> None:
        """On top of all that is there."""
        self._parts.append(element)

    @contextmanager
    def together(self, name: str, rect: Rect, about: str = "") -> Iterator[None]:
        """What is put meanwhile is one group, about `rect` of the slide; `about` says in words what it shows."""
        number, outside = self.number(), self._parts
        self._parts = []
        yield
        inside, self._parts = "".join(self._parts), outside
        self.put(drawing.group(drawing.named(number, name, about), rect, inside))

    def rect(self, rect: Rect) -> Rect:
        """At the slide's scale."""
        return Rect(*(value * self.scale for value in (rect.x, rect.y, rect.width, rect.height)))

    def ink(self, ink: Ink) -> Ink:
        """At the slide's scale."""
        dash = tuple(length * self.scale for length in ink.dash)
        return msgspec.structs.replace(ink, line=ink.line * self.scale, dash=dash)

    def commands(self, commands: tuple[Command, ...], x: float, y: float) -> tuple[Command, ...]:
        """An outline moved by (x, y), at the slide's scale."""
        return tuple(_moved(each, x, y, self.scale) for each in commands)

    def address(self, url: str) -> str:
        """The name of the relation that leads there; "" for what is neither the web nor a letter."""
        leads = on_paper(url)
        if not leads:
            return ""
        from pptx.opc.constants import RELATIONSHIP_TYPE

        return self._slide.part.relate_to(leads, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def picture(self, picture: Picture, rect: Rect, name: str, *, round_: bool = False) -> bool:
        """Put a picture, cut round or whole; whether it can be read at all."""
        try:
            pictures.check(picture.data)
        except pictures.Unreadable:
            return False
        _, relation = self._slide.part.get_or_add_image_part(io.BytesIO(picture.data))
        shape = drawing.ELLIPSE if round_ else drawing.RECTANGLE
        self.put(drawing.picture(drawing.named(self.number(), name), self.rect(rect), relation, shape))
        return True

    def finish(self) -> None:
        """Everything onto the slide."""
        from pptx.oxml import parse_xml

        tree = parse_xml(f"<p:spTree {drawing.SPACES}>{''.join(self._parts)}</p:spTree>")
        self._slide.shapes.element.extend(list(tree))


def _moved(command: Command, x: float, y: float, scale: float) -> Command:
    values = [(float(value) + (y if at % 2 else x)) * scale for at, value in enumerate(command[1:])]
    moved: Command = (command[0], *values)  # type: ignore[assignment]  # the same command with other figures
    return moved

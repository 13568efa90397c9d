"""What is put over or around finished pages: "draft" across them, and an edge to cut off with its marks."""

from collections.abc import Iterator
from functools import lru_cache
from math import atan2, cos, hypot, sin

import msgspec

from model.layout.shapes import Command, Group, Line, Page, Path, Shape
from model.layout.style import INK
from model.layout.text.faces import face
from model.layout.text.shaping import shape
from resources.words import words

_DRAFT = "#BAC2CC"
_ACROSS = 0.62  # of the page's diagonal
_HIGHEST = 0.2  # of its shorter side
_DRAFT_LINE = 0.9  # points: an outline, so that every word below it can be read
_MARK, _MARK_LINE = 0.8, 0.4  # of the bleed; points


def drafted(pages: tuple[Page, ...], language: str) -> tuple[Page, ...]:
    """The word for a draft across each page, as outlines of letters: nobody searches for it."""
    word = words("paper", language)("draft")
    return tuple(
        msgspec.structs.replace(page, shapes=(*page.shapes, _across(word, page.width, page.height))) for page in pages
    )


def _across(word: str, width: float, height: float) -> Path:
    """The word from corner to corner, its middle in the middle of the page."""
    commands, wide, tall = _outlined(word)
    size = min(_ACROSS * hypot(width, height) / wide, _HIGHEST * min(width, height) / tall)
    angle = atan2(height, width)
    turned = Turn(cos(angle) * size, sin(angle) * size, width / 2, height / 2)
    return Path(tuple(map(turned.command, commands)), stroke=_DRAFT, line=_DRAFT_LINE)


class Turn(msgspec.Struct, frozen=True):
    """Turns an outline around its own middle, grows it, and puts that middle to (x, y)."""

    along: float
    up: float
    x: float
    y: float

    def command(self, command: Command) -> Command:
        """A piece of the outline where it comes to lie."""
        match command:
            case ("M", x, y):
                return ("M", *self._point(x, y))
            case ("L", x, y):
                return ("L", *self._point(x, y))
            case ("C", x1, y1, x2, y2, x, y):
                return ("C", *self._point(x1, y1), *self._point(x2, y2), *self._point(x, y))
            case _:
                return ("Z",)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.along + y * self.up, self.y - x * self.up + y * self.along


@lru_cache(maxsize=8)
def _outlined(word: str) -> tuple[tuple[Command, ...], float, float]:
    """The letters' outlines in ems around the middle of the word, y down; the word's width and height."""
    pen, across = _Pen(), 0.0
    for run in shape(word, "bold"):
        chosen = face(run.face)
        for glyph, advance in zip(run.ids, run.advances, strict=True):
            pen.start = across
            pen.units = chosen.units
            chosen.font.draw_glyph_with_pen(glyph, pen)
            across += advance / chosen.units
    ys = [command[2] for command in pen.commands if command[0] == "M" or command[0] == "L"]
    tall = max(ys) - min(ys)
    middle = Turn(1.0, 0.0, -across / 2, -(max(ys) + min(ys)) / 2)
    return tuple(map(middle.command, pen.commands)), across, tall


class _Pen:
    """What HarfBuzz draws a glyph with: outlines in font units, y up, come out in ems, y down."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self.start, self.units = 0.0, 1
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - HarfBuzz calls it by this name
        self._at = self._place(point)
        self.commands.append(("M", *self._at))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._at = self._place(point)
        self.commands.append(("L", *self._at))

    def qCurveTo(self, bend: tuple[float, float], point: tuple[float, float]) -> None:  # noqa: N802
        """A quadratic piece, as the cubic one of the same form."""
        (x0, y0), (xb, yb), (x, y) = self._at, self._place(bend), self._place(point)
        self._cubic(
            (x0 + 2 * (xb - x0) / 3, y0 + 2 * (yb - y0) / 3), (x + 2 * (xb - x) / 3, y + 2 * (yb - y) / 3), (x, y)
        )

    def curveTo(self, one: tuple[float, float], two: tuple[float, float], point: tuple[float, float]) -> None:  # noqa: N802
        self._cubic(self._place(one), self._place(two), self._place(point))

    def closePath(self) -> None:  # noqa: N802
        self.commands.append(("Z",))

    def _cubic(self, one: tuple[float, float], two: tuple[float, float], point: tuple[float, float]) -> None:
        self.commands.append(("C", *one, *two, *point))
        self._at = point

    def _place(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.start + point[0] / self.units, -point[1] / self.units


def with_bleed(pages: tuple[Page, ...], bleed: float) -> tuple[Page, ...]:
    """Pages `bleed` points larger on each side, with marks where to cut."""
    return tuple(_with_bleed(page, bleed) for page in pages)


def _with_bleed(page: Page, bleed: float) -> Page:
    width, height = page.width + 2 * bleed, page.height + 2 * bleed
    moved = (Group(bleed, bleed, page.shapes), *_crop_marks(width, height, bleed))
    return msgspec.structs.replace(
        page,
        width=width,
        height=height,
        shapes=moved,
        fields=tuple(msgspec.structs.replace(field, x=field.x + bleed, y=field.y + bleed) for field in page.fields),
        addresses=tuple(msgspec.structs.replace(each, x=each.x + bleed, y=each.y + bleed) for each in page.addresses),
        bleed=bleed,
    )


def _crop_marks(width: float, height: float, bleed: float) -> Iterator[Shape]:
    """Two short lines at each corner of what stays, not touching it."""
    end = bleed * _MARK
    for x in (bleed, width - bleed):
        yield Line(x, 0, x, end, INK, line=_MARK_LINE)
        yield Line(x, height, x, height - end, INK, line=_MARK_LINE)
    for y in (bleed, height - bleed):
        yield Line(0, y, end, y, INK, line=_MARK_LINE)
        yield Line(width, y, width - end, y, INK, line=_MARK_LINE)

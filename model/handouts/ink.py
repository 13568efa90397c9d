"""Pages that spare ink: the same shapes with white fills, in greys, and with hatching where a tint said something.

A page is rewritten, not laid out anew: so every kind of paper is spared alike, and stands to the point where it stood.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec

from model.layout.outlines import rounded
from model.layout.shapes import Box, Clip, Command, Group, Line, Page, Path, Shape, Text
from model.layout.style import FEELINGS, GREY, INK, LANES, STAGE_CAPTION, STAGE_FILLS, WHITE
from model.records import Role

_PALE = 0.75  # of full light: a fill as light as this is a tint
_DARKEST, _LIGHTEST = 0.12, 0.45  # of lines and signs: lighter ones are lost on an office printer
_HATCH, _HATCH_GAP, _HATCH_LINE = "#C4CAD2", 4.5, 0.5  # points
_FACE = 4  # shapes: the disc, two eyes, a mouth
_HATCHED = {LANES[Role.PAIN_POINTS].tint}


class _Recolouring:
    """Rewrites tuples of shapes; what was one tuple at many places stays one, which painters go by."""

    def __init__(self, shape: Callable[[Shape], tuple[Shape, ...]]) -> None:
        self._shape = shape
        self._done: dict[int, tuple[Shape, ...]] = {}

    def shapes(self, shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
        key = id(shapes)
        if key not in self._done:
            self._done[key] = _plain_face(shapes) if _is_face(shapes) else self._rewritten(shapes)
        return self._done[key]

    def _rewritten(self, shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
        return tuple(new for shape in shapes for new in self._one(shape))

    def _one(self, shape: Shape) -> tuple[Shape, ...]:
        if isinstance(shape, Group | Clip):
            return (msgspec.structs.replace(shape, shapes=self.shapes(shape.shapes)),)
        return self._shape(shape)


def spare_ink(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """White fills, grey lines, hatched pain points, white faces; pictures stay as they are."""
    recolouring = _Recolouring(_spared)
    return tuple(msgspec.structs.replace(page, shapes=recolouring.shapes(page.shapes)) for page in pages)


def with_plain_faces(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """White faces, all else as it is."""
    recolouring = _Recolouring(lambda shape: (shape,))
    return tuple(msgspec.structs.replace(page, shapes=recolouring.shapes(page.shapes)) for page in pages)


def _is_face(shapes: tuple[Shape, ...]) -> bool:
    first = shapes[0] if len(shapes) == _FACE else None
    return isinstance(first, Path) and first.fill in FEELINGS and first.stroke == INK


def _plain_face(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """The disc white, eyes and mouth as dark as its edge: `emotions.face` has them in this order."""
    disc, *features = shapes
    return (_painted(disc, WHITE, INK), *(_painted(each, INK, INK) for each in features))


def _painted(shape: Any, fill: str, stroke: str) -> Shape:
    """The same with these colours wherever it has one."""
    members = {"fill": shape.fill and fill, "stroke": shape.stroke and stroke}
    painted: Shape = msgspec.structs.replace(shape, **members)
    return painted


def _spared(shape: Shape) -> tuple[Shape, ...]:
    match shape:
        case Text():
            return (msgspec.structs.replace(shape, color=_dark(shape.color)),)
        case Line():
            return (msgspec.structs.replace(shape, stroke=_dark(shape.stroke)),)
        case Box() if shape.fill in _HATCHED and shape.stroke:
            return _hatched(shape)
        case Path() if shape.fill in STAGE_FILLS:
            return (msgspec.structs.replace(shape, fill=WHITE, stroke=INK),)
        case Box() | Path():
            return (_painted_grey(shape),)
        case _:
            return (shape,)


def _painted_grey(shape: Box | Path) -> Shape:
    """A tint becomes white, a colour the grey that is as dark."""
    fill = shape.fill and (WHITE if _light(shape.fill) >= _PALE else _dark(shape.fill))
    return msgspec.structs.replace(shape, fill=fill, stroke=shape.stroke and _dark(shape.stroke))


def _hatched(box: Box) -> tuple[Shape, ...]:
    """A box with slanting lines in place of its tint, its frame above them."""
    frame = msgspec.structs.replace(box, fill=None, stroke=_dark(box.stroke or INK))
    return (Box(box.x, box.y, box.width, box.height, fill=WHITE, radius=box.radius), _hatch(box), frame)


@lru_cache(maxsize=4096)
def _hatch(box: Box) -> Clip:
    edge: tuple[Command, ...] = rounded(box) or (
        ("M", box.x, box.y), ("L", box.x + box.width, box.y), ("L", box.x + box.width, box.y + box.height),
        ("L", box.x, box.y + box.height), ("Z",),
    )  # fmt: skip
    count = int((box.width + box.height) / _HATCH_GAP)
    starts = (box.x - box.height + (at + 1) * _HATCH_GAP for at in range(count))
    bottom, top = box.y + box.height, box.y
    return Clip(edge, tuple(Line(x, bottom, x + box.height, top, _HATCH, line=_HATCH_LINE) for x in starts))


@lru_cache
def _light(color: str) -> float:
    """How light a colour is, from 0 to 1 (luma of ITU-R BT.709)."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache
def _dark(color: str) -> str:
    """The grey for a line, a sign or a letter. What was light on a dark ground stands on white now."""
    if color in (WHITE, STAGE_CAPTION):
        return INK if color == WHITE else GREY
    level = round(min(max(_light(color), _DARKEST), _LIGHTEST if _light(color) < _PALE else _PALE) * 255)
    return f"#{level:02X}{level:02X}{level:02X}"

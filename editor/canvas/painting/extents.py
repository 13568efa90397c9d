"""How far shapes reach, in points: what need not be painted is found without painting it."""

from collections.abc import Callable, Iterable
from typing import Any

from model.layout.shapes import Box, Clip, Command, Group, Line, Path, Picture, Shape, Text

Extent = tuple[float, float, float, float]  # left, top, right, bottom

NOWHERE: Extent = (float("inf"), float("inf"), float("-inf"), float("-inf"))


def extent(shape: Shape) -> Extent:
    """A rectangle that holds all a shape paints."""
    return _OF[type(shape)](shape)


def together(extents: Iterable[Extent]) -> Extent:
    """The rectangle around all of these, NOWHERE for none."""
    each = list(zip(*extents, strict=True))
    return (min(each[0]), min(each[1]), max(each[2]), max(each[3])) if each else NOWHERE


def of_group(shapes: tuple[Shape, ...]) -> Extent:
    """The rectangle that holds what a group paints, from the group's own origin."""
    return of_card(shapes) or of_shapes(shapes)


def of_card(shapes: tuple[Shape, ...]) -> Extent | None:
    """The same for what looks as a card does, a framed box first; None for anything else.

    It goes by the box alone, since there are thousands: what rides on its edges reaches less than half the box beyond.
    """
    box = shapes[0] if shapes else None
    if not isinstance(box, Box) or box.stroke is None:
        return None
    x, y, width, height = box.x, box.y, box.width, box.height
    reach = (width if width < height else height) / 2 + box.line
    return x - reach, y - reach, x + width + reach, y + height + reach


def of_shapes(shapes: Iterable[Shape]) -> Extent:
    """The rectangle that holds all these shapes."""
    return together(map(extent, shapes))


def moved(extent: Extent, x: float, y: float) -> Extent:
    """The rectangle elsewhere."""
    left, top, right, bottom = extent
    return left + x, top + y, right + x, bottom + y


def _group(group: Group) -> Extent:
    return moved(of_group(group.shapes), group.x, group.y)


def _box(box: Box) -> Extent:
    edge = box.line if box.stroke is not None else 0.0
    return box.x - edge, box.y - edge, box.x + box.width + edge, box.y + box.height + edge


def _line(line: Line) -> Extent:
    return _around((line.x1, line.x2), (line.y1, line.y2), line.line)


def _path(path: Path) -> Extent:
    return _outline(path.commands, path.line if path.stroke is not None else 0.0)


def _outline(commands: Iterable[Command], edge: float = 0.0) -> Extent:
    numbers: list[Any] = [value for command in commands for value in command[1:]]
    return _around(numbers[::2], numbers[1::2], edge) if numbers else NOWHERE


def _text(text: Text) -> Extent:
    # An em above and half an em below hold every letter of the bundled faces, with its marks.
    beside = text.size / 2
    return text.x - beside, text.y - text.size * 1.2, text.x + text.width + beside, text.y + beside


def _picture(picture: Picture) -> Extent:
    return picture.x, picture.y, picture.x + picture.width, picture.y + picture.height


def _clip(clip: Clip) -> Extent:
    return _outline(clip.outline)


def _around(xs: Iterable[float], ys: Iterable[float], edge: float) -> Extent:
    xs, ys = tuple(xs), tuple(ys)
    return min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge


_OF: dict[type[Shape], Callable[[Any], Extent]] = {
    Box: _box, Line: _line, Path: _path, Text: _text, Picture: _picture, Clip: _clip, Group: _group,
}  # fmt: skip

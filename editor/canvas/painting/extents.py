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


def of_shapes(shapes: Iterable[Shape]) -> Extent:
    """The rectangle that holds all these shapes."""
    return together(map(extent, shapes))


def moved(extent: Extent, x: float, y: float) -> Extent:
    """The rectangle elsewhere."""
    left, top, right, bottom = extent
    return left + x, top + y, right + x, bottom + y


def is_card(shape: Shape) -> bool:
    """Whether this looks as a card does: a group that begins with a framed box."""
    first = shape.shapes[0] if isinstance(shape, Group) and shape.shapes else None
    return isinstance(first, Box) and first.stroke is not None


def _group(group: Group) -> Extent:
    if is_card(group):
        return _card(group, group.shapes[0])
    return moved(of_shapes(group.shapes), group.x, group.y)


def _card(group: Group, box: Any) -> Extent:
    """By its box alone, since there are thousands: what rides on its edges reaches less than half the box beyond."""
    left, top, reach = group.x + box.x, group.y + box.y, min(box.width, box.height) / 2 + box.line
    return left - reach, top - reach, left + box.width + reach, top + box.height + reach


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

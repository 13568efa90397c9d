"""What groups of a page cover, in points of the page: only what can be seen of them."""

from collections.abc import Callable, Iterable, Iterator

from model.layout.frame import Rect
from model.layout.shapes import Box, Clip, Command, Group, Line, Page, Path, Picture, Shape, Text

_EVERYWHERE = Rect(-1e9, -1e9, 2e9, 2e9)


def covered(page: Page, wanted: Callable[[Group], bool]) -> Iterator[tuple[Group, Rect]]:
    """The groups that are wanted, each with the rectangle it covers within the page and the clips around it.

    Where a group has a frame, a box drawn first, that is what it covers; groups inside one that is wanted are its own.
    """
    return _covered(page.shapes, wanted, 0.0, 0.0, Rect(0.0, 0.0, page.width, page.height))


def around(rects: Iterable[Rect]) -> Rect | None:
    """The rectangle that holds all of them; None for none."""
    each = tuple(rects)
    if not each:
        return None
    left, top = min(rect.x for rect in each), min(rect.y for rect in each)
    return Rect(left, top, max(rect.right for rect in each) - left, max(rect.bottom for rect in each) - top)


def _covered(
    shapes: Iterable[Shape], wanted: Callable[[Group], bool], x: float, y: float, seen: Rect
) -> Iterator[tuple[Group, Rect]]:
    for shape in shapes:
        if isinstance(shape, Clip):
            yield from _covered(shape.shapes, wanted, x, y, seen.common(_moved(_points(shape.outline), x, y)))
        elif isinstance(shape, Group) and wanted(shape):
            rect = _of_group(shape, x, y, seen)
            if rect is not None and rect.width > 0 and rect.height > 0:
                yield shape, rect
        elif isinstance(shape, Group):
            yield from _covered(shape.shapes, wanted, x + shape.x, y + shape.y, seen)


def _of_group(group: Group, x: float, y: float, seen: Rect) -> Rect | None:
    first = group.shapes[0] if group.shapes else None
    shapes = (first,) if isinstance(first, Box) else group.shapes
    rect = around(_extents(shapes, x + group.x, y + group.y, _EVERYWHERE))
    return seen.common(rect) if rect is not None else None


def _extents(shapes: Iterable[Shape], x: float, y: float, seen: Rect) -> Iterator[Rect]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _extents(shape.shapes, x + shape.x, y + shape.y, seen)
        elif isinstance(shape, Clip):
            yield from _extents(shape.shapes, x, y, seen.common(_moved(_points(shape.outline), x, y)))
        elif (rect := _extent(shape)) is not None:
            yield seen.common(_moved(rect, x, y))


def _extent(shape: Shape) -> Rect | None:
    match shape:
        case Box() | Picture():
            return Rect(shape.x, shape.y, shape.width, shape.height)
        case Line():
            return _points((("M", shape.x1, shape.y1), ("L", shape.x2, shape.y2)))
        case Text():
            return Rect(shape.x, shape.y - shape.size, shape.width, shape.size * 1.3)
        case Path() if shape.commands:
            return _points(shape.commands)
    return None


def _points(commands: Iterable[Command]) -> Rect:
    """Around the corners of an outline and the handles of its curves."""
    numbers = [float(number) for command in commands for number in command[1:]]
    xs, ys = numbers[0::2] or [0.0], numbers[1::2] or [0.0]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _moved(rect: Rect, x: float, y: float) -> Rect:
    return Rect(rect.x + x, rect.y + y, rect.width, rect.height)

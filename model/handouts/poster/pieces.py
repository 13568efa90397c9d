"""Where every shape of a page stands, so that a part of the page can be taken out of it."""

from collections.abc import Iterable, Iterator

import msgspec

from model.layout.frame import Rect
from model.layout.shapes import Box, Clip, Command, Group, Line, Path, Picture, Shape, Text
from model.records import Id

_ABOVE, _BELOW, _BESIDE = 1.1, 0.45, 0.15  # of the size of letters: no mark of any script reaches further


class Piece(msgspec.Struct, frozen=True):
    """A shape, the rectangle of the page that its ink keeps to, whose it is, and the pieces of a group."""

    shape: Shape
    rect: Rect
    record: Id | None
    inner: tuple["Piece", ...] = ()


def pieces(shapes: Iterable[Shape], x: float = 0.0, y: float = 0.0, record: Id | None = None) -> tuple[Piece, ...]:
    """Shapes with the places they have on the page; a group without any ink is left out."""
    return tuple(piece for shape in shapes if (piece := _piece(shape, x, y, record)) is not None)


def _piece(shape: Shape, x: float, y: float, record: Id | None) -> Piece | None:
    if not isinstance(shape, Group):
        return Piece(shape, _moved(_extent(shape), x, y), record)
    record = shape.record or record
    inner = pieces(shape.shapes, x + shape.x, y + shape.y, record)
    return Piece(shape, around(piece.rect for piece in inner), record, inner) if inner else None


def leaves(found: Iterable[Piece]) -> Iterator[Piece]:
    """Every piece that is no group."""
    for piece in found:
        if isinstance(piece.shape, Group):
            yield from leaves(piece.inner)
        else:
            yield piece


def within(found: Iterable[Piece], window: Rect) -> tuple[Shape, ...]:
    """What of the pieces is to be seen through a window; groups that are seen whole are the very same."""
    return tuple(_seen(piece, window) for piece in found if piece.rect.meets(window))


def _seen(piece: Piece, window: Rect) -> Shape:
    shape = piece.shape
    if not isinstance(shape, Group) or _holds(window, piece.rect):
        return shape
    return msgspec.structs.replace(shape, shapes=within(piece.inner, window))


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x <= inner.x and outer.y <= inner.y and inner.right <= outer.right and inner.bottom <= outer.bottom
    )  # fmt: skip


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around some, of which there is one at the least."""
    all_rects = tuple(rects)
    left, top = min(rect.x for rect in all_rects), min(rect.y for rect in all_rects)
    right, bottom = max(rect.right for rect in all_rects), max(rect.bottom for rect in all_rects)
    return Rect(left, top, right - left, bottom - top)


def _moved(rect: Rect, x: float, y: float) -> Rect:
    return Rect(rect.x + x, rect.y + y, rect.width, rect.height)


def _extent(shape: Shape) -> Rect:
    """The rectangle a shape's ink keeps to, where the shape's own origin is."""
    match shape:
        case Box():
            rim = shape.line / 2 if shape.stroke else 0.0
            return _grown(Rect(shape.x, shape.y, shape.width, shape.height), rim)
        case Picture():
            return Rect(shape.x, shape.y, shape.width, shape.height)
        case Line():
            left, top = min(shape.x1, shape.x2), min(shape.y1, shape.y2)
            flat = Rect(left, top, abs(shape.x1 - shape.x2), abs(shape.y1 - shape.y2))
            return _grown(flat, shape.line / 2)
        case Path():
            return _grown(_hull(shape.commands), shape.line / 2 if shape.stroke else 0.0)
        case Clip():
            return _hull(shape.outline)
        case Text():
            beside, high = _BESIDE * shape.size, (_ABOVE + _BELOW) * shape.size
            return Rect(shape.x - beside, shape.y - _ABOVE * shape.size, shape.width + 2 * beside, high)
    raise TypeError(shape)


def _grown(rect: Rect, rim: float) -> Rect:
    return Rect(rect.x - rim, rect.y - rim, rect.width + 2 * rim, rect.height + 2 * rim)


def _hull(commands: Iterable[Command]) -> Rect:
    """Around all points of an outline: a curve never leaves the hull of its own."""
    points = [[number for number in command[1:] if not isinstance(number, str)] for command in commands]
    xs, ys = [x for each in points for x in each[0::2]], [y for each in points for y in each[1::2]]
    if not xs:
        return Rect(0.0, 0.0, 0.0, 0.0)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

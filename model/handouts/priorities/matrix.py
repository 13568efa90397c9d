"""The matrix drawn: feasibility to the right, impact upwards, a numbered point for each opportunity."""

from collections.abc import Iterator, Sequence

import msgspec

from model.handouts.priorities.ranking import Ranked
from model.handouts.priorities.spreading import Spot, is_loose, spread
from model.handouts.typesetting import Type
from model.layout import outlines
from model.layout.frame import Rect
from model.layout.shapes import Box, Line, Path, Shape, Text
from model.layout.style import BLUE, GREY, HAIRLINE, INK, LANES, PALE
from model.layout.text.block import block, height, single
from model.layout.text.shaping import shape, width
from model.layout.text.wrap import Lines, wrap
from model.records import Role
from resources.words import Words

_BEST = 10.0  # of impact and of feasibility
_RADII = (1.7, 1.4, 1.15, 1.0, 0.875)  # of the type: of the points, smaller where there are many
_AIR = 0.8  # points between points
_MOVED = 0.6  # of the radius: farther from its true place, a point has a leader to it
_SMALLEST = 7.0  # points: of a number
_TICKS = (0.0, 5.0, 10.0)


class Axes(msgspec.Struct, frozen=True):
    """What the two directions are called."""

    impact: str
    feasibility: str


class Matrix(msgspec.Struct, frozen=True):
    """The drawing with its top left corner at the origin, and how many of the opportunities it shows."""

    shapes: tuple[Shape, ...]
    height: float
    shown: int


def matrix(placed: Sequence[Ranked], axes: Axes, wide: float, high: float, type_: Type, words: Words) -> Matrix:
    """A matrix of `wide` x `high` points with as many of the placed opportunities, the best first, as have room."""
    plane = _plane(axes, wide, high, type_)
    radius = _radius(len(placed), plane, type_)
    inner = _inner(plane, radius)
    true = [_true(each, inner) for each in placed]
    spots = spread(true, inner, 2 * radius + _AIR)
    shown = placed[: len(spots)]
    shapes = (
        *_ground(plane, type_),
        *_names(plane, axes, wide, type_, words),
        *_leaders(true[: len(spots)], spots, radius, type_),
        *(drawn for each, spot in zip(shown, spots, strict=True) for drawn in _point(each.number, spot, radius, type_)),
    )
    return Matrix(shapes, high, len(shown))


def _plane(axes: Axes, wide: float, high: float, type_: Type) -> Rect:
    """Where the points lie: inside the names of axes and quadrants."""
    line = type_.line(type_.small)
    top = _above(type_) + height(len(_axis(axes.impact, wide, type_)), type_.small) + line * 1.5
    bottom = height(len(_axis(axes.feasibility, wide, type_)), type_.small) + line * 2.6
    left = width("10", "regular") * type_.caption + type_.caption * 0.8
    return Rect(left, top, wide - left, max(high - top - bottom, line * 4))


def _above(type_: Type) -> float:
    """Air over the matrix."""
    return type_.small * 0.8


def _axis(name: str, wide: float, type_: Type) -> Lines:
    return wrap(name, "bold", (wide - 3 * type_.body) / type_.small)


def _inner(plane: Rect, radius: float) -> Rect:
    """Where the middles of points may lie, so that none crosses the plane's edge."""
    away = radius * 1.3
    return Rect(plane.x + away, plane.y + away, plane.width - 2 * away, plane.height - 2 * away)


def _radius(count: int, plane: Rect, type_: Type) -> float:
    """The largest at which the points lie loosely; or else the smallest, which still holds three digits."""
    sizes = [type_.small * share for share in _RADII]
    return next((r for r in sizes if is_loose(count, _inner(plane, r), 2 * r + _AIR)), sizes[-1])


def _true(each: Ranked, inner: Rect) -> Spot:
    impact, feasibility = each.card.impact or 0.0, each.card.feasibility or 0.0
    x = inner.x + inner.width * feasibility / _BEST
    return round(x, 3), round(inner.bottom - inner.height * impact / _BEST, 3)


def _ground(plane: Rect, type_: Type) -> Iterator[Shape]:
    """The four quadrants, the best of them tinted, and a scale at two edges."""
    half_x, half_y = plane.x + plane.width / 2, plane.y + plane.height / 2
    yield Box(plane.x, plane.y, plane.width, plane.height, fill=PALE)
    yield Box(half_x, plane.y, plane.width / 2, plane.height / 2, fill=LANES[Role.CUSTOMER_ACTIONS].tint)
    for x1, y1, x2, y2 in ((half_x, plane.y, half_x, plane.bottom), (plane.x, half_y, plane.right, half_y)):
        yield Line(x1, y1, x2, y2, HAIRLINE, line=type_.hairline * 1.5)
    yield Box(plane.x, plane.y, plane.width, plane.height, stroke=GREY, line=type_.hairline)
    size = type_.caption
    for at, value in enumerate(_TICKS):
        said, share = shape(f"{value:.0f}", "regular"), at / (len(_TICKS) - 1)
        wide = sum(run.width for run in said) * size
        y = plane.bottom - plane.height * share + size * (0.72 * share)
        yield Text(plane.x - wide - size * 0.4, y, size, GREY, said)
        yield Text(plane.x + plane.width * share - wide * share, plane.bottom + size * 1.15, size, GREY, said)


def _names(plane: Rect, axes: Axes, wide: float, type_: Type, words: Words) -> Iterator[Shape]:
    """What the axes and the quadrants are called."""
    size, line = type_.small, type_.line(type_.small)
    above, below = _axis(axes.impact, wide, type_), _axis(axes.feasibility, wide, type_)
    top = _above(type_)
    yield from _arrow(size * 0.45, top + size * 1.1, size * 0.45, top + size * 0.1, type_)
    yield from block(above, "bold", size * 1.2, top, size, INK)
    bottom = plane.bottom + line * 2.6
    yield from block(below, "bold", 0, bottom, size, INK, align=1.0, width=wide - size * 1.6)
    yield from _arrow(wide - size * 1.2, bottom + size * 0.65, wide - size * 0.1, bottom + size * 0.65, type_)
    half, measure = plane.x + plane.width / 2, plane.width / 2 / size
    rows = (("slow", "first", plane.y - line * 1.15), ("later", "easy", plane.bottom + line * 1.1))
    for left, right, top in rows:
        for key, x in ((left, plane.x), (right, half)):
            name, _ = single(words(f"quadrant_{key}"), "bold", measure)
            yield from block(Lines((name,)), "bold", x, top, size, GREY, align=0.5, width=plane.width / 2)


def _arrow(x1: float, y1: float, x2: float, y2: float, type_: Type) -> Iterator[Shape]:
    yield Line(x1, y1, x2, y2, BLUE, line=type_.hairline * 2)
    yield Path(outlines.arrow_head(x2, y2, x1, y1, type_.small * 0.55), fill=BLUE)


def _leaders(true: Sequence[Spot], spots: Sequence[Spot], radius: float, type_: Type) -> Iterator[Shape]:
    """From each point that had to move a line to a dot at its true place, under all points."""
    for (x, y), (at_x, at_y) in zip(true, spots, strict=True):
        if abs(x - at_x) + abs(y - at_y) > radius * _MOVED:
            yield Line(x, y, at_x, at_y, GREY, line=type_.hairline)
            yield Path(outlines.circle(x, y, type_.hairline * 2), fill=INK)


def _point(number: int, spot: Spot, radius: float, type_: Type) -> Iterator[Shape]:
    look = LANES[Role.OPPORTUNITIES]
    text = str(number)
    size = max(_SMALLEST, min(radius * 0.9, radius * 1.75 / max(width(text, "bold"), 1.0)))
    yield Path(outlines.circle(*spot, radius), fill=look.tint, stroke=look.color, line=type_.hairline * 2)
    left = spot[0] - width(text, "bold") * size / 2
    yield Text(left, spot[1] + size * 0.36, size, INK, shape(text, "bold"))

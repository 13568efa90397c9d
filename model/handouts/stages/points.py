"""Points of a list, each behind a sign of its own; and lines to write on."""

from collections.abc import Iterator, Sequence

import msgspec

from model.handouts import flow
from model.handouts.prose import Said
from model.handouts.strips import Part, Rung, Strip
from model.handouts.typesetting import Type
from model.layout.shapes import Group, Line, Shape
from model.layout.style import HAIRLINE

_INDENT = 1.9  # of the type
_TOGETHER = 7  # lines of a point that stay in one column
_RULE = 2.2  # of the type: from one line to write on to the next


class Point(msgspec.Struct, frozen=True):
    """`sign`: drawn in a square as wide as a line of text is high, its top left corner at the origin."""

    sign: tuple[Shape, ...]
    said: tuple[Said, ...]


def listed(points: Sequence[Point], wide: float, type_: Type) -> tuple[Strip, ...]:
    """The points one below the other in a column `wide` points across."""
    return tuple(strip for number, point in enumerate(points) for strip in _point(point, number, wide, type_))


def _point(point: Point, number: int, wide: float, type_: Type) -> Iterator[Strip]:
    indent = type_.body * _INDENT
    ladder = (Rung("L"), Rung("LI", number), Rung("LBody"))
    lines = [strip for said in point.said for strip in flow.paragraph(said, wide - indent, type_)]
    for at, line in enumerate(lines):
        last = at == len(lines) - 1
        parts = tuple(_moved(part, ladder, indent) for part in line.parts)
        sign = (Part((), point.sign),) if at == 0 else ()
        yield msgspec.structs.replace(
            line,
            parts=(*sign, *parts),
            high=type_.line(type_.body) + (type_.body * 0.35 if last else 0.0),
            above=0.0,
            keep=not last and (line.keep or len(lines) <= _TOGETHER),
            addresses=tuple(msgspec.structs.replace(each, x=each.x + indent) for each in line.addresses),
        )


def _moved(part: Part, ladder: tuple[Rung, ...], by: float) -> Part:
    return Part(ladder, (Group(by, 0.0, part.shapes),) if part.shapes else (), part.record)


def rules_in(room: float, wide: float, type_: Type) -> tuple[Strip, ...]:
    """As many lines to write on as so many points have room for."""
    high = type_.body * _RULE
    line = Line(0, high, wide, high, HAIRLINE, line=type_.hairline)
    return (Strip(high, (Part((), (line,)),)),) * max(0, int(room / high))

"""The line and heads of a link, through corners that are known."""

from collections.abc import Sequence
from functools import lru_cache
from operator import add

import msgspec

from model.layout.links.corners import Trail
from model.layout.setting import Setting
from model.layout.shapes import Command, Dash, Path
from model.layout.style import BLUE, SLATE
from model.records import Link

_HALF = 0.42  # of a head's length: how far it reaches to both sides
_SUNK = 0.8  # of a head's length: how far behind the tip its line ends, so that the tip stays sharp
_CLOSE: Command = ("Z",)


class Pen(msgspec.Struct, frozen=True, gc=False):
    """What a link is drawn with: colour, width and dash of the line, length of a head, whether it has one at both ends.

    Lengths in points.
    """

    color: str
    line: float
    dash: Dash
    head: float
    both: bool


def pen_of(link: Link, along: bool, setting: Setting) -> Pen:
    """The pen for a link; `along`: all its cards on the page are the customer's actions."""
    m, blue = setting.metrics, along and not link.both
    dash = (m.arrow * 3, m.arrow * 2) if link.loop else ()
    return Pen(BLUE if blue else SLATE, m.journey_arrow if blue else m.arrow, dash, m.arrow_head, link.both)


def drawn(trail: Trail, rises: Sequence[float], pen: Pen) -> tuple[Path, ...]:
    """The line, a head at its end and, with some pens, one at its start. `rises`: how far below the origin each level
    lies."""
    xs, ys = trail.xs, _heights(trail, rises)
    if pen.both:
        return _line(xs, ys, pen), _head(xs, ys, -1, -2, pen), _head(xs, ys, 0, 1, pen)
    return _line(xs, ys, pen), _head(xs, ys, -1, -2, pen)


def line(trail: Trail, rises: Sequence[float], pen: Pen) -> Path:
    """The line alone."""
    return _line(trail.xs, _heights(trail, rises), pen)


def _heights(trail: Trail, rises: Sequence[float]) -> list[float]:
    # Thousands are asked for when a row grows: no loop in Python.
    return list(map(add, map(rises.__getitem__, trail.levels), trail.offsets))


def _line(through: Sequence[float], heights: Sequence[float], pen: Pen) -> Path:
    """A line, cut off a little under its heads to let their tips be sharp; never past the next corner."""
    xs, ys = list(through), list(heights)
    _cut(xs, ys, -1, -2, pen.head)
    if pen.both:
        _cut(xs, ys, 0, 1, pen.head)
    commands: tuple[Command, ...] = tuple(zip(_letters(len(xs)), xs, ys))  # type: ignore[arg-type]  # noqa: B905 (as many letters as numbers)
    return Path(commands, None, pen.color, pen.line, pen.dash)


def _cut(xs: list[float], ys: list[float], tip: int, before: int, size: float) -> None:
    across, down = xs[tip] - xs[before], ys[tip] - ys[before]
    back = min(size * _SUNK, abs(across) + abs(down))
    if across:
        xs[tip] -= back if across > 0 else -back
    elif down:
        ys[tip] -= back if down > 0 else -back


def _head(xs: Sequence[float], ys: Sequence[float], tip: int, before: int, pen: Pen) -> Path:
    """A head with its tip at a corner, on the line from the corner before."""
    x, y = xs[tip], ys[tip]
    across, down = x - xs[before], y - ys[before]
    ux, uy = (across > 0) - (across < 0), (down > 0) - (down < 0)
    (left, up), (right, low) = _barbs(ux, uy, pen.head)
    return Path((("M", x, y), ("L", x + left, y + up), ("L", x + right, y + low), _CLOSE), pen.color)


@lru_cache(maxsize=64)
def _barbs(ux: int, uy: int, size: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """From the tip of a head to its other corners; lines run level or upright, as the signs say."""
    half = size * _HALF
    return (-ux * size - uy * half, -uy * size + ux * half), (-ux * size + uy * half, -uy * size - ux * half)


@lru_cache(maxsize=64)
def _letters(count: int) -> tuple[str, ...]:
    """The commands of a path through so many corners."""
    return "M", *"L" * (count - 1)

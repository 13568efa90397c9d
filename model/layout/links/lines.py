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


def cut(trail: Trail, pen: Pen) -> Trail:
    """Where the line runs that is to be seen: a little is cut off under its heads to let their tips be sharp.

    Where a corner is nearer than that, the line overshoots it, under the head.
    """
    back = pen.head * _SUNK
    shorter = _cut(trail, -1, _heading(trail, -1, -2), back)
    return _cut(shorter, 0, _heading(trail, 0, 1), back) if pen.both else shorter


def _cut(trail: Trail, tip: int, heading: tuple[int, int], back: float) -> Trail:
    ux, uy = heading
    if ux:
        return Trail(_less(trail.xs, tip, ux * back), trail.levels, trail.offsets)
    return Trail(trail.xs, trail.levels, _less(trail.offsets, tip, uy * back))


def _less(values: tuple[float, ...], at: int, by: float) -> tuple[float, ...]:
    """The values, one of them less than it was."""
    changed = list(values)
    changed[at] -= by
    return tuple(changed)


def line(body: Trail, rises: Sequence[float], pen: Pen) -> Path:
    """The line of a trail that was cut. `rises`: how far below the origin each level lies."""
    # Thousands are made when a row grows: no loop in Python.
    ys = map(add, map(rises.__getitem__, body.levels), body.offsets)
    commands: tuple[Command, ...] = tuple(zip(_letters(len(body.xs)), body.xs, ys))  # type: ignore[arg-type]  # noqa: B905 (as many letters as numbers)
    return Path(commands, None, pen.color, pen.line, pen.dash)


def heads(trail: Trail, rises: Sequence[float], pen: Pen) -> tuple[Path, ...]:
    """A head at the end and, with some pens, one at the start."""
    if pen.both:
        return _head(trail, -1, -2, rises, pen), _head(trail, 0, 1, rises, pen)
    return (_head(trail, -1, -2, rises, pen),)


def _head(trail: Trail, tip: int, before: int, rises: Sequence[float], pen: Pen) -> Path:
    """A head with its tip at a corner, on the line from the corner before."""
    x, y = trail.xs[tip], rises[trail.levels[tip]] + trail.offsets[tip]
    (left, up), (right, low) = _barbs(*_heading(trail, tip, before), pen.head)
    return Path((("M", x, y), ("L", x + left, y + up), ("L", x + right, y + low), _CLOSE), pen.color)


def _heading(trail: Trail, tip: int, before: int) -> tuple[int, int]:
    """Right, left, down or up as signs; all lines run level or upright."""
    level, from_level = trail.levels[tip], trail.levels[before]
    if level != from_level:
        return 0, 1 if level > from_level else -1
    across, down = trail.xs[tip] - trail.xs[before], trail.offsets[tip] - trail.offsets[before]
    return (across > 0) - (across < 0), (down > 0) - (down < 0)


@lru_cache(maxsize=64)
def _barbs(ux: int, uy: int, size: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """From the tip of a head to its other corners."""
    half = size * _HALF
    return (-ux * size - uy * half, -uy * size + ux * half), (-ux * size + uy * half, -uy * size - ux * half)


@lru_cache(maxsize=64)
def _letters(count: int) -> tuple[str, ...]:
    """The commands of a path through so many corners."""
    return "M", *"L" * (count - 1)

"""Shapes' outlines as path operators, y down."""

from collections.abc import Iterable

from export.numbers import Numbers
from model.layout.shapes import Box, Command

_ROUND = 0.5522847498  # of the radius: where the control points of a quarter circle stand
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def outline(commands: Iterable[Command], numbers: Numbers) -> str:
    """A path's own commands."""
    return " ".join(
        " ".join([*(numbers[value] for value in command[1:] if not isinstance(value, str)), _OPERATORS[command[0]]])
        for command in commands
    )


def frame(box: Box, numbers: Numbers) -> str:
    """A box's edge, its corners no rounder than half its shorter side."""
    radius = min(box.radius, box.width / 2, box.height / 2)
    if radius > 0:
        return outline(_rounded(box.x, box.y, box.x + box.width, box.y + box.height, radius), numbers)
    return f"{numbers[box.x]} {numbers[box.y]} {numbers[box.width]} {numbers[box.height]} re"


def _rounded(left: float, top: float, right: float, bottom: float, radius: float) -> tuple[Command, ...]:
    pull = radius * (1 - _ROUND)
    return (
        ("M", left + radius, top),
        ("L", right - radius, top),
        ("C", right - pull, top, right, top + pull, right, top + radius),
        ("L", right, bottom - radius),
        ("C", right, bottom - pull, right - pull, bottom, right - radius, bottom),
        ("L", left + radius, bottom),
        ("C", left + pull, bottom, left, bottom - pull, left, bottom - radius),
        ("L", left, top + radius),
        ("C", left, top + pull, left + pull, top, left + radius, top),
        ("Z",),
    )

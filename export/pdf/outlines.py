"""Shapes' outlines as path operators, y down."""

from collections.abc import Iterable

from export.numbers import Numbers
from model.layout.outlines import rounded
from model.layout.shapes import Box, Command

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def outline(commands: Iterable[Command], numbers: Numbers) -> str:
    """A path's own commands."""
    return " ".join(
        " ".join([*(numbers[value] for value in command[1:] if not isinstance(value, str)), _OPERATORS[command[0]]])
        for command in commands
    )


def frame(box: Box, numbers: Numbers) -> str:
    """A box's edge."""
    commands = rounded(box)
    if commands:
        return outline(commands, numbers)
    return f"{numbers[box.x]} {numbers[box.y]} {numbers[box.width]} {numbers[box.height]} re"

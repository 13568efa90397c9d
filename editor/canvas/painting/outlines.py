"""Outlines as QPainterPath."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from model.layout.outlines import rounded
from model.layout.shapes import Box, Command


def outline(commands: Iterable[Command]) -> QPainterPath:
    """A path's own commands, filled by the non-zero rule."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for command in commands:
        if command[0] == "M":
            path.moveTo(command[1], command[2])
        elif command[0] == "L":
            path.lineTo(command[1], command[2])
        elif command[0] == "C":
            path.cubicTo(*command[1:])
        else:
            path.closeSubpath()
    return path


def frame(box: Box) -> QPainterPath:
    """A box's edge."""
    commands = rounded(box)
    if commands:
        return outline(commands)
    path = QPainterPath()
    path.addRect(box.x, box.y, box.width, box.height)
    return path

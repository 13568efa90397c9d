"""Outlines as QPainterPath."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from model.layout.shapes import Box, Command

_ROUND = 0.5522847498  # of the radius: where the control points of a quarter circle stand


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
    """A box's edge, its corners no rounder than half its shorter side.

    It begins where the edge in a PDF does, so that dashes fall on the same places.
    """
    radius = min(box.radius, box.width / 2, box.height / 2)
    if radius > 0:
        return outline(_rounded(box.x, box.y, box.x + box.width, box.y + box.height, radius))
    path = QPainterPath()
    path.addRect(box.x, box.y, box.width, box.height)
    return path


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

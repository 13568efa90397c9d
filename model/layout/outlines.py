"""Outlines drawn in more than one place, as path commands in points."""

import math

from model.layout.shapes import Box, Command

_ROUND = 0.5522847498  # control points at this share of the radius make a quarter circle of a cubic


def circle(x: float, y: float, radius: float) -> tuple[Command, ...]:
    """A full circle about (x, y)."""
    r, k = radius, radius * _ROUND
    return (
        ("M", x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("Z",),
    )


def star(x: float, y: float, radius: float) -> tuple[Command, ...]:
    """A five-pointed star standing on two points."""
    points = []
    for at in range(10):
        reach = radius if at % 2 == 0 else radius * 0.45
        angle = math.pi * at / 5 - math.pi / 2
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return polygon(points)


def polygon(points: list[tuple[float, float]]) -> tuple[Command, ...]:
    """Straight edges through the points, closed."""
    (x, y), *rest = points
    return (("M", x, y), *(("L", x, y) for x, y in rest), ("Z",))


def rounded(box: Box) -> tuple[Command, ...]:
    """A box's edge, its corners no rounder than half its shorter side; the dashes of all painters begin at one place.

    Nothing for a box without round corners, which every painter has a word of its own for.
    """
    radius = min(box.radius, box.width / 2, box.height / 2)
    if radius <= 0:
        return ()
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
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


def left_bar(width: float, height: float, radius: float) -> tuple[Command, ...]:
    """The bar inside the left edge of a rounded box at the origin: round at its left corners only."""
    r, k = radius, radius * (1 - _ROUND)
    return (
        ("M", max(width, r), 0.0),
        ("L", r, 0.0),
        ("C", k, 0.0, 0.0, k, 0.0, r),
        ("L", 0.0, height - r),
        ("C", 0.0, height - k, k, height, r, height),
        ("L", max(width, r), height),
        ("Z",),
    )


def chevron(width: float, height: float, point: float, *, first: bool) -> tuple[Command, ...]:
    """A stage's arrow at the origin: pointed at its right, notched at its left unless it is the first."""
    notch = [] if first else [(point, height / 2)]
    return polygon([(0, 0), (width - point, 0), (width, height / 2), (width - point, height), (0, height), *notch])


def arrow_head(x: float, y: float, from_x: float, from_y: float, size: float) -> tuple[Command, ...]:
    """A filled head with its tip at (x, y) on a line that comes from (from_x, from_y)."""
    length = math.hypot(x - from_x, y - from_y) or 1.0
    ux, uy = (x - from_x) / length, (y - from_y) / length
    back_x, back_y, half = x - ux * size, y - uy * size, size * 0.42
    return polygon([(x, y), (back_x - uy * half, back_y + ux * half), (back_x + uy * half, back_y - ux * half)])

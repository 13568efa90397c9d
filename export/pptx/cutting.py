"""Curves of feelings that come from another page or go on there, cut at the sides of their lane."""

from itertools import pairwise
from typing import Any

import msgspec

from model.layout.shapes import Command, Path

Point = tuple[float, float]


def between(path: Path, left: float, right: float) -> Path | None:
    """A curve as `emotions.monotone` draws it, its pieces from left to right, ending at both sides; closed below as it
    was. None where nothing of it is there."""
    at: Point = (0.0, 0.0)
    kept: list[Command] = []
    for command in path.commands:
        if command[0] == "C":
            kept += _piece(at, command, left, right, begun=bool(kept))
        elif kept and command[0] == "L":
            kept.append(("L", min(max(command[1], left), right), command[2]))
        elif kept:
            kept.append(command)
        at = _end(command, at)
    return msgspec.structs.replace(path, commands=tuple(kept)) if kept else None


def _end(command: Any, before: Point) -> Point:
    return (command[-2], command[-1]) if len(command) > 2 else before


def _piece(at: Point, curve: Any, left: float, right: float, *, begun: bool) -> list[Command]:
    """What of a piece lies between the sides; its control points stand at thirds, so x goes evenly."""
    points = [at, *zip(curve[1::2], curve[2::2], strict=True)]
    wide = points[3][0] - at[0]
    first, last = (left - at[0]) / wide, (right - at[0]) / wide
    if first >= 1 or last <= 0:
        return []
    first, last = max(first, 0.0), min(last, 1.0)
    start, one, two, end = _part(points, first, last)
    move: list[Command] = [] if begun else [("M", *start)]
    return [*move, ("C", *one, *two, *end)]


def _part(points: list[Point], first: float, last: float) -> list[Point]:
    """A cubic from one share of its way to another (de Casteljau, by blossoms)."""
    shares = ((first, first, first), (first, first, last), (first, last, last), (last, last, last))
    return [_blossom(points, *each) for each in shares]


def _blossom(points: list[Point], *shares: float) -> Point:
    for share in shares:
        points = [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for (x1, y1), (x2, y2) in pairwise(points)]
    return points[0]

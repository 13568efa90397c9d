"""Where two layouts of one map differ, so that the rest need not be painted again."""

from collections.abc import Iterator

from model.layout.drawn import Drawn
from model.layout.engine import Layout
from model.layout.frame import Rect, Row
from model.layout.page import Composed
from model.layout.shapes import Box, Group, Shape

_RIM = 8.0  # points by which marks and lines stand over the edge of a card


def differing(before: Layout, after: Layout) -> list[Rect] | None:
    """The rectangles of the first page outside of which both look the same; None where they may differ anywhere.

    A layout that was relaid shares with the one before whatever did not change: what is the same object looks the same.
    """
    if len(before.pages) != 1 or len(after.pages) != 1:
        return None
    one, other = before.composed[0], after.composed[0]
    if one.above is not other.above or one.arrows is not other.arrows or one.head is not other.head:
        return None
    if [_place(row) for row in one.frame.rows] != [_place(row) for row in other.frame.rows]:
        return None
    return [rect for at in range(len(one.rows)) for rect in _of_row(at, one, other)]


def _place(row: Row) -> tuple[float, float, float | None]:
    return row.y, row.height, row.line_below


def _of_row(at: int, one: Composed, other: Composed) -> Iterator[Rect]:
    if one.rows[at] is other.rows[at]:
        return
    old, new = _groups(one.rows[at]), _groups(other.rows[at])
    row = other.frame.rows[at]
    for key in old.keys() ^ new.keys():
        group = old.get(key) or new[key]
        left = group.x if isinstance(group, Group) else 0.0
        wide = _width(group)
        if wide is None:
            yield Rect(0, row.y, other.page.width, row.height)
        else:
            yield Rect(left - _RIM, row.y - _RIM, wide + 2 * _RIM, row.height + 2 * _RIM)


def _groups(row: Drawn) -> dict[int, Shape]:
    """What stands in a row, by identity."""
    return {id(shape): shape for group in row.shapes if isinstance(group, Group) for shape in group.shapes}


def _width(group: Shape) -> float | None:
    """How wide a card is: its first shape is its box. None for anything else."""
    first = group.shapes[0] if isinstance(group, Group) and group.shapes else None
    return first.x + first.width if isinstance(first, Box) else None

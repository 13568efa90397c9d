"""What stays in sight while one scrolls: the stages and steps at the top, the names of the lanes at the left."""

import msgspec

from model.layout.engine import Layout
from model.layout.frame import Rect
from model.layout.heads import chevrons_top
from model.layout.page import Composed
from model.layout.shapes import Group, Shape

_HEM = 4.0  # points of paper above and left of what holds fast


class Strip(msgspec.Struct, frozen=True):
    """Shapes of a page that hold fast, on the rectangle of the page that goes with them."""

    shapes: tuple[Shape, ...]
    rect: Rect


class Pinned(msgspec.Struct, frozen=True):
    """`top` holds fast when scrolling down, `side` when scrolling to the right, `corner` both ways."""

    top: Strip
    side: Strip
    corner: Strip


def pinned(layout: Layout, page: int) -> Pinned | None:
    """The strips of a page; None for the pages behind the map."""
    if page >= len(layout.composed):
        return None
    composed = layout.composed[page]
    frame, left = composed.frame, composed.setting.metrics.left
    from_top = chevrons_top(composed.head.header, composed.setting)
    high, wide = frame.top - from_top, composed.page.width - left
    corner, top = _heads(composed, left)
    edge = composed.setting.metrics.margin - _HEM
    thick = left - composed.setting.metrics.label_gap / 2 - edge
    return Pinned(
        top=Strip(top, Rect(left, from_top - _HEM, wide, high + _HEM)),
        side=Strip(_labels(composed), Rect(edge, frame.top, thick, frame.bottom - frame.top)),
        corner=Strip(corner, Rect(edge, from_top - _HEM, thick, high + _HEM)),
    )


def _heads(composed: Composed, left: float) -> tuple[tuple[Shape, ...], tuple[Shape, ...]]:
    """Of what stands above the rows: what stands left of the columns, and what stands over them."""
    groups = [shape for shape in composed.above.shapes[1:] if isinstance(shape, Group)]
    return (
        tuple(group for group in groups if group.x < left),
        tuple(group for group in groups if group.x >= left),
    )


def _labels(composed: Composed) -> tuple[Shape, ...]:
    """The label of each row, where it stands."""
    return tuple(
        Group(row.x, row.y, row.shapes[:1])
        for drawn in composed.rows
        for row in drawn.shapes
        if isinstance(row, Group) and row.shapes
    )

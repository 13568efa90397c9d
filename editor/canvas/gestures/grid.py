"""The grid a drag goes over: bars in its gaps, the way from page to page, the columns under a pointer."""

from editor.canvas.desk import GAP
from editor.canvas.gestures.gesture import Aim
from editor.canvas.preview import Mark
from model.layout.engine import Layout
from model.layout.frame import Rect
from model.layout.page import Composed
from model.layout.places.head import head_top

_BAR = 3.0  # points


def composed_at(layout: Layout, page: int) -> Composed | None:
    """The page of the map a pointer is on; None on those behind the map."""
    return layout.composed[page] if 0 <= page < len(layout.composed) else None


def upright(layout: Layout, page: int, x: float) -> Mark:
    """A bar between two columns, from the chevrons to the last row."""
    composed = layout.composed[page]
    top = head_top(composed)
    return Mark(page, Rect(x - _BAR / 2, top, _BAR, composed.frame.bottom - top))


def level(layout: Layout, page: int, y: float) -> Mark:
    """A bar between two rows, from the labels to the last column."""
    composed = layout.composed[page]
    left, frame = composed.setting.metrics.margin, composed.frame
    right = frame.left + frame.columns * frame.pitch - frame.gap
    return Mark(page, Rect(left, y - _BAR / 2, right - left, _BAR))


def way(layout: Layout, start: Aim, aim: Aim) -> tuple[float, float]:
    """How far the pointer went, in points; a ghost is drawn from the page it comes from, over all pages between."""
    x, y = seen_from(layout, aim, start.page)
    return x - start.x, y - start.y


def seen_from(layout: Layout, aim: Aim, page: int) -> tuple[float, float]:
    """Where the pointer is, in points from the corner of another page: pages lie one below the other, centred."""
    between = layout.pages[min(page, aim.page) : max(page, aim.page)]
    down = sum(each.height + GAP for each in between)
    across = (layout.pages[page].width - layout.pages[aim.page].width) / 2
    return aim.x + across, aim.y + (down if aim.page > page else -down)


def gutter_near(composed: Composed, x: float, first: int, last: int) -> int:
    """Of the gutters from `first` to `last` (counted on the page) the nearest to a point."""
    return min(range(first, last + 1), key=lambda gutter: abs(composed.frame.gutter_x(gutter) - x))

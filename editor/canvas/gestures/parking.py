"""The parking lot in the foot of a page, for cards that are dragged there."""

from editor.canvas.gestures.gesture import Aim
from editor.canvas.gestures.grid import composed_at
from editor.canvas.preview import Mark
from model.layout.engine import Layout
from model.layout.frame import Rect
from model.layout.heads import parking_height


def parking_at(layout: Layout, aim: Aim) -> Mark | None:
    """The lines of the parking lot, where the pointer is on them; a page without any has none."""
    composed = composed_at(layout, aim.page)
    if composed is None or not len(composed.head.parking):
        return None
    page, m = composed.page, composed.setting.metrics
    high = parking_height(composed.head.parking, m)
    rect = Rect(m.margin, page.height - composed.head.foot, page.width - 2 * m.margin, high)
    inside = rect.x <= aim.x <= rect.right and rect.y - aim.reach <= aim.y <= rect.bottom + aim.reach
    return Mark(aim.page, rect) if inside else None

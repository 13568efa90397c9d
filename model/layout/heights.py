"""How a page's height is shared among its rows: what each needs, then what the page has to spare."""

from collections.abc import Sequence

from model.layout import labels
from model.layout.frame import Filling, Frame, Row
from model.layout.heads import Heads
from model.layout.order import Order
from model.layout.parts import Measured, Part, gaps
from model.layout.rows import stretched
from model.layout.setting import Setting
from model.layout.style import Metrics
from model.records import Role

_LAST_HELP = 3.0  # times the first share: what a page with few lanes gives its curve and its rows at the end


def make_frame(
    order: Order, part: Part, measured: Sequence[Measured], head: Heads, pitch: float, setting: Setting
) -> Frame:
    """The rows where they stand, their slots filling them."""
    m, y = setting.metrics, head.top
    heights = _heights(order, part, measured, head, setting)
    rows = []
    for row, high, gap in zip(measured, heights, gaps(part.bands, setting), strict=True):
        slots = stretched(row.stacked, high - 2 * m.row_inset, len(part.columns))
        rows.append(Row(row.band.lane, y, high, m.row_inset, Filling(slots), gap, row.band.line is not None))
        y += high + gap
    return Frame(tuple(rows), len(part.columns), m.left, pitch, m.column_gap, head.top, y)


def _heights(order: Order, part: Part, measured: Sequence[Measured], head: Heads, setting: Setting) -> list[float]:
    if order.height is None:
        return [free_height(row, setting.metrics) for row in measured]
    spare = order.height - head.top - head.foot - sum(gaps(part.bands, setting))
    return _shared([row.height for row in measured], measured, spare, setting.metrics)


def free_height(row: Measured, m: Metrics) -> float:
    """A row's height in points where the page grows with the map."""
    if row.band.folded is not None:
        return row.height
    slack = m.emotion_slack if row.band.lane.role is Role.EMOTION else 0.0
    return max(row.height + slack, labels.whole_height(row.band.lane, m))


def _shared(heights: list[float], measured: Sequence[Measured], room: float, m: Metrics) -> list[float]:
    """First the captions that fit, then the emotions, then all rows alike; a page with few lanes gives more of it."""
    captions = [labels.whole_height(row.band.lane, m) - row.height for row in measured]
    for at, wish in enumerate(captions):
        if 0 < wish <= room - sum(heights):
            heights[at] += wish
    curves = [at for at, row in enumerate(measured) if row.band.lane.role is Role.EMOTION]
    rows = range(len(heights))
    for most in (1.0, _LAST_HELP):
        heights = _grown(heights, curves, m.emotion_slack * most, room)
        heights = _grown(heights, rows, m.lane_slack * most, room)
    return heights


def _grown(heights: list[float], which: Sequence[int], most: float, room: float) -> list[float]:
    """These rows each grown by the same, at the most by so many points, as far as there is room."""
    spare = max(0.0, room - sum(heights))
    share = min(most, spare / len(which)) if which else 0.0
    return [high + share if at in which else high for at, high in enumerate(heights)]

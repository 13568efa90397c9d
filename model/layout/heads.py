"""What stands above and below the rows of a page, measured before the rows are given their heights."""

import msgspec

from model.layout import stages
from model.layout.header import Header, header
from model.layout.legend import legend_height
from model.layout.order import Order
from model.layout.parts import Part
from model.layout.setting import Setting
from model.records import Step


class Heads(msgspec.Struct, frozen=True):
    """Heights in points; `top` is where the first row begins, `foot` what the legend and the lower margin take."""

    header: Header
    chevrons: float
    titles: tuple[Step | None, ...]
    steps: float
    top: float
    foot: float


def pitch_of(order: Order, part: Part, setting: Setting) -> float:
    """Points from one column to the next on a page as wide as the order's."""
    m = setting.metrics
    return (order.width - m.left - m.margin + m.column_gap) / len(part.columns)


def heads(order: Order, part: Part, pitch: float, setting: Setting) -> Heads:
    """Measure the head and foot of a page."""
    m, here = setting.metrics, slice(part.columns.start, part.columns.stop)
    head = header(order.document, order.view, order.width - 2 * m.margin, setting, first=part.first)
    columns = order.source.columns[here]
    chevrons = stages.head_height(columns, pitch, setting)
    titles = stages.step_titles(columns, order.source.texts[here])
    steps = stages.steps_height(titles, pitch, m)
    top = chevrons_top(head, setting) + chevrons + steps + m.section_gap * 0.9
    foot = legend_height(order.signs, order.width - 2 * m.margin, foot_text(order, 99, 99), setting) + m.margin * 0.7
    return Heads(head, chevrons, titles, steps, top, foot)


def chevrons_top(head: Header, setting: Setting) -> float:
    """Where the chevrons begin."""
    m = setting.metrics
    return m.margin + head.height + m.caption + m.section_gap * 0.5


def foot_text(order: Order, number: int, total: int) -> str:
    """File, paper and sheet: "klinik.cjm · A3 · lembar 1/1"."""
    parts = (order.name, order.paper, order.words("page", number=number, total=total))
    return " · ".join(part for part in parts if part)

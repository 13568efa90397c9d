"""What stands above and below the rows of a page, measured before the rows are given their heights."""

import msgspec

from model.layout import stages
from model.layout.header import Header, header
from model.layout.heading import heading_of
from model.layout.legend import legend_height
from model.layout.order import Order
from model.layout.parts import Part
from model.layout.setting import Setting
from model.layout.style import Metrics
from model.layout.text.block import height, single
from model.layout.text.wrap import Lines, wrap
from model.records import Step

_MOST_PARKING = 3  # lines
_LONGEST_NAME = 24.0  # ems of a file's name
_UNPRINTED = 14.0  # points at the edge that printers leave white
_MOST_PAGES = 999  # that the foot has room for beside the legend


class Heads(msgspec.Struct, frozen=True):
    """Heights in points; `top` is where the first row begins, `foot` what stands below the last: the parking lot's
    `parking` lines, the legend and the lower margin."""

    header: Header
    chevrons: float
    titles: tuple[Step | None, ...]
    steps: float
    top: float
    parking: Lines
    foot: float


def pitch_of(order: Order, part: Part, setting: Setting) -> float:
    """Points from one column to the next on a page as wide as the order's."""
    m = setting.metrics
    return (order.width - m.left - m.margin + m.column_gap) / len(part.columns)


def heads(order: Order, part: Part, pitch: float, setting: Setting) -> Heads:
    """Measure the head and foot of a page."""
    m, here = setting.metrics, slice(part.columns.start, part.columns.stop)
    head = header(
        heading_of(order.document, order.look), order.view, order.width - 2 * m.margin, setting, first=part.first
    )
    columns = order.source.columns[here]
    chevrons = stages.head_height(columns, pitch, setting)
    titles = stages.step_titles(columns, order.source.texts[here])
    steps = stages.steps_height(titles, pitch, m)
    top = chevrons_top(head, setting) + chevrons + steps + m.section_gap * 0.9
    wide = order.width - 2 * m.margin
    parking = parking_lines(order, m) if part.last else Lines(())
    foot = legend_height(order.signs, wide, foot_text(order, _MOST_PAGES, _MOST_PAGES), setting)
    foot += max(m.margin * 0.7, min(m.margin, _UNPRINTED))
    return Heads(head, chevrons, titles, steps, top, parking, foot + parking_height(parking, m))


def parking_lines(order: Order, m: Metrics) -> Lines:
    """The parking lot in a few lines above the foot; none where it holds more than that."""
    if not order.parked:
        return Lines(())
    texts = " · ".join(leftover.text.replace("\n", " ") for leftover in order.parked)
    lines = wrap(
        f"{order.words('parked')}: {texts}", "regular", (order.width - 2 * m.margin) / m.caption, _MOST_PARKING
    )
    return lines if lines.whole else Lines(())


def parking_height(lines: Lines, m: Metrics) -> float:
    """Points the parking lot takes, the air above it included."""
    return height(len(lines), m.caption) + m.section_gap * 0.6 if len(lines) else 0.0


def chevrons_top(head: Header, setting: Setting) -> float:
    """Where the chevrons begin."""
    m = setting.metrics
    return m.margin + head.height + m.caption + m.section_gap * 0.5


def foot_text(order: Order, number: int, total: int) -> str:
    """File, paper and sheet: "klinik.cjm · A3 · lembar 1/1"."""
    name, _ = single(order.name, "regular", _LONGEST_NAME)
    numbered = order.words("page", number=number, total=total) if order.look.numbered else ""
    parts = (name.string, order.paper, numbered)
    return " · ".join(part for part in parts if part)

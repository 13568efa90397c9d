"""One page put together: head, chevrons, rows, lines, links, foot."""

import msgspec

from model.layout import lines, stages
from model.layout.drawn import Drawn, Leftover
from model.layout.frame import Frame
from model.layout.header import title_of
from model.layout.heads import Heads, chevrons_top, foot_text, heads, parking_height
from model.layout.heights import make_frame
from model.layout.lane_row import draw_row, first_links
from model.layout.legend import legend
from model.layout.links import draw as links
from model.layout.links.draw import Arrows
from model.layout.links.stubs import Later
from model.layout.links.web import Asked
from model.layout.order import Order
from model.layout.parts import Measured, Part, gaps, measure, measure_band
from model.layout.setting import Setting
from model.layout.shapes import Group, Line, Page, Shape, Text
from model.layout.style import GREY, HAIRLINE, INK
from model.layout.tags import LEGEND, PARKED, STEPS
from model.layout.text.block import block, single
from model.layout.text.shaping import shape, width


class Composed(msgspec.Struct, frozen=True):
    """A page, and the pieces it is made of: enough to change one row of it later."""

    page: Page
    part: Part
    number: int
    total: int
    pitch: float
    setting: Setting
    head: Heads
    above: Drawn
    measured: tuple[Measured, ...]
    frame: Frame
    rows: tuple[Drawn, ...]
    arrows: Arrows

    @property
    def leftovers(self) -> tuple[Leftover, ...]:
        """What found no room on this page."""
        return tuple(left for part in (self.above, *self.rows, self.arrows) for left in part.leftovers)


def holds(order: Order, part: Part, pitch: float, setting: Setting) -> bool:
    """Whether a sheet of the order's height shows the part; it stops measuring once it is full."""
    head = heads(order, part, pitch, setting)
    room = (order.height or 0.0) - head.top - head.foot - sum(gaps(part.bands, setting))
    for band in part.bands:
        if room < 0:
            return False
        room -= measure_band(order.source, band, part.columns, pitch, setting).height
    return room >= 0


def compose(order: Order, part: Part, number: int, total: int, pitch: float, setting: Setting) -> Composed:
    """The finished page. What is left over on a page of fixed height goes to the rows."""
    head = heads(order, part, pitch, setting)
    measured = measure(order.source, part, pitch, setting)
    frame = make_frame(order, part, measured, head, pitch, setting)
    rows = tuple(draw_row(row, each, frame, setting) for row, each in zip(frame.rows, measured, strict=True))
    ahead, arrows = above(order, part, pitch, head, setting), draw_links(order, part, frame, setting)
    page = finish(order, part, number, total, setting, head, ahead, frame, rows, arrows)
    return Composed(page, part, number, total, pitch, setting, head, ahead, measured, frame, rows, arrows)


def finish(
    order: Order,
    part: Part,
    number: int,
    total: int,
    setting: Setting,
    head: Heads,
    above: Drawn,
    frame: Frame,
    rows: tuple[Drawn, ...],
    arrows: Drawn,
) -> Page:
    """The pieces on top of each other, in painting order."""
    high = order.height or frame.bottom + head.foot
    shapes = (
        *above.shapes,
        *_separators(order, part, frame, setting),
        *(shape for row in rows for shape in row.shapes),
        *_lines(part, frame, order, setting),
        *arrows.shapes,
        *_foot(order, number, total, high, head, setting),
    )
    return Page(order.width, high, shapes, _title(order, part))


def draw_links(order: Order, part: Part, frame: Frame, setting: Setting) -> Arrows:
    """The links that touch the page."""
    here = [link for link in order.links if link.source in frame.places or link.target in frame.places]
    return links.draw(here, frame, _later(order, part), _pills(part, frame, setting), setting)


def redraw_links(order: Order, part: Part, before: Arrows, asked: Asked, frame: Frame, setting: Setting) -> Arrows:
    """The links of a page that shows them all, after a change."""
    return links.redraw(before, asked, frame, _later(order, part), _pills(part, frame, setting), setting)


def _later(order: Order, part: Part) -> Later:
    """Of cards that are not on this page: whether they come later in the journey; one below counts as later."""
    return lambda card: order.source.firsts[card] >= part.columns.start


def _pills(part: Part, frame: Frame, setting: Setting) -> dict[int, float]:
    """By corridor: where the name of the blueprint line in it ends."""
    free = first_links(frame, setting)
    return {
        at: lines.pill_end(band.line, free, setting)
        for at, band in enumerate(part.bands, start=1)
        if band.line is not None
    }


def above(order: Order, part: Part, pitch: float, head: Heads, setting: Setting) -> Drawn:
    """Header, chevrons, step titles, and what stands at their left."""
    m, y = setting.metrics, chevrons_top(head.header, setting)
    columns = order.source.columns[part.columns.start : part.columns.stop]
    chevrons = stages.chevrons(columns, pitch, head.chevrons, setting)
    titles = stages.step_row(head.titles, pitch, setting)
    label = stages.side_label(part.columns.start + 1, part.columns.stop, head.chevrons, setting)
    shapes = (
        Group(m.margin, m.margin, head.header.drawn.shapes, order.document.map.id),
        *_running(order, part, y, setting),
        Group(m.margin, y, label, tag=STEPS),
        Group(m.left, y, chevrons.shapes),
        Group(m.left, y + head.chevrons, titles.shapes),
    )
    own = head.header.drawn.leftovers if part.first else ()
    return Drawn(shapes, (*own, *chevrons.leftovers, *titles.leftovers))


def _running(order: Order, part: Part, y: float, setting: Setting) -> tuple[Shape, ...]:
    """Above the chevrons: that the journey goes on, or comes from another page."""
    m, words = setting.metrics, setting.words
    baseline = y - m.section_gap * 0.4
    shapes: list[Shape] = []
    if part.columns.start > 0:
        shapes.append(Text(m.left, baseline, m.caption, GREY, shape(words("continued"), "italic")))
    if part.columns.stop < len(order.source.columns):
        x = order.width - m.margin - width(words("continues"), "italic") * m.caption
        shapes.append(Text(x, baseline, m.caption, GREY, shape(words("continues"), "italic")))
    return tuple(shapes)


def _separators(order: Order, part: Part, frame: Frame, setting: Setting) -> tuple[Shape, ...]:
    """Hairlines between stages, from the first row to the last."""
    columns = order.source.columns[part.columns.start : part.columns.stop]
    borders = [at for at in range(1, len(columns)) if columns[at].stage_number != columns[at - 1].stage_number]
    line = setting.metrics.hairline
    return tuple(
        Line(frame.gutter_x(at), frame.top, frame.gutter_x(at), frame.bottom, HAIRLINE, line=line) for at in borders
    )


def _lines(part: Part, frame: Frame, order: Order, setting: Setting) -> tuple[Shape, ...]:
    right = order.width - setting.metrics.margin
    free = first_links(frame, setting)
    return tuple(
        drawn
        for row, band in zip(frame.rows, part.bands, strict=True)
        if band.line is not None and row.line_below is not None
        for drawn in lines.line(band.line, row.line_below, right, free, setting)
    )


def _foot(order: Order, number: int, total: int, high: float, head: Heads, setting: Setting) -> tuple[Shape, ...]:
    m, top = setting.metrics, high - head.foot
    parked = block(head.parking, "regular", 0, m.section_gap * 0.6, m.caption, INK)
    shapes = legend(order.signs, order.width - 2 * m.margin, foot_text(order, number, total), setting)
    below = top + parking_height(head.parking, m)
    return (Group(m.margin, top, parked, tag=PARKED), Group(m.margin, below, shapes, tag=LEGEND))


def _title(order: Order, part: Part) -> str:
    """The page's line in the outline: its stages, or the map's title where it shows them all."""
    if len(part.columns) == len(order.source.columns) and part.first:
        return title_of(order.document, order.words)
    columns = order.source.columns[part.columns.start : part.columns.stop]
    named = dict.fromkeys(column.stage.title for column in columns if column.stage is not None and column.stage.title)
    line, _ = single(" · ".join(named), "regular", 60.0)
    return line.string

"""A page after a change: rows whose cards are others are stacked again, those below them move."""

from collections.abc import Sequence

import msgspec

from model.layout.drawn import Drawn
from model.layout.frame import Filling, Frame, Row
from model.layout.heads import Heads, heads
from model.layout.heights import free_height
from model.layout.lane_row import card_groups, draw_row
from model.layout.links.asking import asking
from model.layout.links.draw import Arrows
from model.layout.order import Order
from model.layout.page import Composed, above, finish, redraw_links
from model.layout.parts import Band, Measured, gaps, height_in, measure_band, of_stack
from model.layout.reorder import Reordered
from model.layout.rows import restack, restretched, stretched
from model.layout.shapes import Group


def recompose(before: Composed, was: Order, again: Reordered, *, renamed: bool) -> Composed:
    """The one page of a free drawing, after a change. `renamed`: what stands above the rows may say other things."""
    order, setting = again.order, before.setting
    part = msgspec.structs.replace(before.part, bands=order.source.bands)
    now = msgspec.structs.replace(before, part=part, head=_head(before, was, order, renamed=renamed))
    if renamed or now.head is not before.head:
        now = msgspec.structs.replace(now, above=above(order, part, before.pitch, now.head, setting))
    measured = _measured(now, again)
    frame = _frame(now, measured, gaps(part.bands, setting))
    drawn = tuple(_drawn(at, row, each, now) for at, (row, each) in enumerate(zip(frame.rows, measured, strict=True)))
    arrows = _arrows(now, again, frame)
    page = finish(order, part, now.number, now.total, setting, now.head, now.above, frame, drawn, arrows)
    return msgspec.structs.replace(now, page=page, measured=measured, frame=frame, rows=drawn, arrows=arrows)


def _head(before: Composed, was: Order, order: Order, *, renamed: bool) -> Heads:
    """The measures of head and foot; the very same where they are what they were."""
    alike = was.signs == order.signs and was.parked == order.parked and was.source.texts == order.source.texts
    if alike and not renamed:
        return before.head
    head = heads(order, before.part, before.pitch, before.setting)
    return before.head if head == before.head else head


def _measured(page: Composed, again: Reordered) -> tuple[Measured, ...]:
    """The bands of the page, measured again where they hold something else."""
    return tuple(
        _restacked(band, again.columns[band.lane.id], old, page)
        if band.lane.id in again.columns
        else measure_band(again.order.source, band, page.part.columns, page.pitch, page.setting)
        if band.lane.id in again.felt
        else old
        for band, old in zip(page.part.bands, page.measured, strict=True)
    )


def _restacked(band: Band, columns: set[int], old: Measured, page: Composed) -> Measured:
    """A row stacked again where its cards changed."""
    setting, over = page.setting, page.part.columns
    height_of = height_in(band.lane, over, page.pitch, setting)
    stacked = restack(old.stacked, band.items, columns, over, setting.metrics.stack_gap, height_of)
    return of_stack(band, stacked, setting)


def _frame(page: Composed, measured: Sequence[Measured], gaps: Sequence[float]) -> Frame:
    """The rows below each other; the very same frame where none differs."""
    before, y = page.frame, page.head.top
    rows: list[Row] = []
    for old, was, new, gap in zip(before.rows, page.measured, measured, gaps, strict=True):
        row = old if was is new else _filled(was, new, old, page)
        rows.append(row if row.y == y else msgspec.structs.replace(row, y=y))
        y += row.height + gap
    if page.head.top == before.top and all(one is other for one, other in zip(rows, before.rows, strict=True)):
        return before
    return msgspec.structs.replace(before, rows=tuple(rows), top=page.head.top, bottom=y)


def _filled(old: Measured, new: Measured, row: Row, page: Composed) -> Row:
    """The row where it stood, filled anew; where a slot stands as it stood, it is the very same."""
    high, columns = free_height(new, page.setting.metrics), page.frame.columns
    room = high - 2 * row.inset
    if high == row.height:
        slots = restretched(old.stacked, row.filling.places, new.stacked, room, columns)
    else:
        slots = stretched(new.stacked, room, columns)
    return msgspec.structs.replace(row, height=high, filling=Filling(slots))


def _drawn(at: int, row: Row, measured: Measured, page: Composed) -> Drawn:
    """A row's picture; one that only moved is one group moved, and cards that stand as they stood keep their shapes."""
    old, picture = page.frame.rows[at], page.rows[at]
    if measured is not page.measured[at]:
        kept = {id(slot): group for slot, group in zip(old.slots, card_groups(picture), strict=False)}
        return draw_row(row, measured, page.frame, page.setting, kept if row.height == old.height else {})
    return picture if row.y == old.y else _shifted(picture, row.y)


def _shifted(drawn: Drawn, y: float) -> Drawn:
    shapes = (msgspec.structs.replace(shape, y=y) if isinstance(shape, Group) else shape for shape in drawn.shapes)
    return msgspec.structs.replace(drawn, shapes=tuple(shapes))


def _arrows(page: Composed, again: Reordered, frame: Frame) -> Arrows:
    """The links; the very same where none runs elsewhere."""
    before = page.arrows
    asked = asking(before.web, page.frame, frame, again.links, again.gone)
    if not (asked.links or asked.resized or asked.gone) and _stands(page.frame, frame):
        return before
    return redraw_links(again.order, page.part, before, asked, frame, page.setting)


def _stands(one: Frame, other: Frame) -> bool:
    """Whether all levels are where they were."""
    levels = range(len(one.rows) + 1)
    return one is other or [one.level(at) for at in levels] == [other.level(at) for at in levels]

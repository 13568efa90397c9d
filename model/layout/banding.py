"""Lanes over pages below each other, where no page is tall enough for all of them, or even for one."""

from collections.abc import Iterator, Sequence

import msgspec

from model.layout.grid import Item
from model.layout.heads import heads, pitch_of
from model.layout.order import Order
from model.layout.page import holds
from model.layout.parts import Band, Part, gaps, measure_band
from model.layout.setting import Setting
from model.records import Role


def banded(order: Order, columns: range, setting: Setting) -> Iterator[tuple[Band, ...]]:
    """The bands of these columns, page by page downwards; a lane too tall for a page goes on on the next."""
    page: list[Band] = []
    for band in order.source.bands:
        rest: Band | None = band
        while rest is not None:
            if _band_fits(order, [*page, rest], columns, setting):
                page.append(rest)
                break
            taken, rest = (None, rest) if page else _cut(order, rest, columns, setting)
            if taken is not None:
                yield (taken,)
            elif page:
                yield tuple(page)
                page = []
    if page or not order.source.bands:
        yield tuple(page)


def _band_fits(order: Order, bands: Sequence[Band], columns: range, setting: Setting) -> bool:
    part = Part(columns, tuple(bands))
    return holds(order, part, pitch_of(order, part, setting), setting)


def _cut(order: Order, band: Band, columns: range, setting: Setting) -> tuple[Band | None, Band | None]:
    """As many items of a lane as one page holds, and the lane with the others."""
    part = Part(columns, (band,))
    pitch = pitch_of(order, part, setting)
    head = heads(order, part, pitch, setting)
    room = (order.height or 0.0) - head.top - head.foot - sum(gaps(part.bands, setting)) - 2 * setting.metrics.row_inset
    here = [item for item in band.items if item.first < columns.stop and item.first + item.span > columns.start]
    taken = _holding(order, band, here, columns, room, pitch, setting)
    held = {item.record.id for item in taken}
    rest = [item for item in here if item.record.id not in held]
    if not rest or band.lane.role is Role.EMOTION:
        return band, None
    return msgspec.structs.replace(band, items=tuple(taken), line=None), msgspec.structs.replace(
        band, items=tuple(rest)
    )


def _holding(
    order: Order, band: Band, items: Sequence[Item], columns: range, room: float, pitch: float, setting: Setting
) -> list[Item]:
    """The items that stack up within so many points; one that does not closes its columns. At least one is taken."""
    taken: list[Item] = []
    closed: set[int] = set()
    for item in items:
        under = set(range(item.first, item.first + item.span))
        trial = msgspec.structs.replace(band, items=(*taken, item))
        high = measure_band(order.source, trial, columns, pitch, setting).stacked.height
        if closed & under or (taken and high > room):
            closed |= under
        else:
            taken.append(item)
    return taken

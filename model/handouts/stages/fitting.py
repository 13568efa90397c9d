"""How large a part of the map can be drawn in a rectangle; and how it is parted where it goes into none."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from model.handouts.stages.drawing import is_over, sized_for
from model.layout.banding import banded
from model.layout.fit import fits
from model.layout.order import Order
from model.layout.parts import Band, Part
from model.layout.setting import Setting
from model.layout.style import METRICS, TIGHT, Metrics

_LARGEST, _STEP = 1.6, 0.93  # times the usual lengths, and from one size tried to the next
_SMALLER = (9.0, 8.5, 8.0, 7.5, 7.0)  # points, at the usual lengths
_TIGHTEST = (8.0, 7.5, 7.0)  # points, with less air
_TALLEST_CARD = 0.6  # of the rectangle
_BANDED = 8.0  # points, where lanes go on on further pages anyhow


def best_setting(order: Order, part: Part, wide: float, high: float, grown: float) -> Setting | None:
    """The largest type with which a part fits in `wide` x `high` points, if there is one; `grown`: how many times the
    sheet is larger than A3."""
    tried = _ladder(order, high, grown)
    at = bisect_left(tried, True, key=lambda each: _fits(order, part, each, wide, high))
    return tried[at] if at < len(tried) else None


def _ladder(order: Order, high: float, grown: float) -> list[Setting]:
    """Settings from the largest to the smallest."""
    scales = [grown * _LARGEST]
    while scales[-1] * _STEP > 1.0:
        scales.append(scales[-1] * _STEP)
    found = [(METRICS.scaled(scale), METRICS.largest_card_text * scale) for scale in scales]
    found += [(METRICS, size) for size in (METRICS.largest_card_text, *_SMALLER)]
    found += [(TIGHT, size) for size in _TIGHTEST]
    return [_setting(order, metrics, size, high) for metrics, size in found]


def _setting(order: Order, metrics: Metrics, size: float, high: float) -> Setting:
    limit = max(3, int((high * _TALLEST_CARD - 2 * metrics.card_pad_y) / (size * 1.26)))
    return Setting(metrics, size, limit, order.words, order.look)


def _fits(order: Order, part: Part, setting: Setting, wide: float, high: float) -> bool:
    return _most_columns(wide, setting.metrics, setting.metrics.narrowest_card) >= len(part.columns) and fits(
        sized_for(order, part, setting, wide, high), (part,), setting
    )


def pieces(order: Order, part: Part, wide: float, high: float, grown: float) -> Iterator[tuple[Part, Setting]]:
    """A part on several rectangles: the fewest with fewer columns; or else its lanes below each other."""
    columns = part.columns
    for count in range(1, len(columns) + 1):
        parts = [msgspec.structs.replace(part, columns=each) for each in _cut(columns, count)]
        settings = [best_setting(order, each, wide, high, grown) for each in parts]
        if all(settings):
            made = zip(parts, settings, strict=True)
            yield from ((each, setting) for each, setting in made if setting is not None and _says(order, each, True))
            return
    yield from _banded(order, part, wide, high)


def _cut(columns: range, count: int) -> list[range]:
    """Columns in so many runs of much the same length."""
    edges = [columns.start + round(len(columns) * at / count) for at in range(count + 1)]
    return [range(first, end) for first, end in pairwise(edges)]


def _banded(order: Order, part: Part, wide: float, high: float) -> Iterator[tuple[Part, Setting]]:
    """Lanes below each other; those that say nothing there are left out where they would have a sheet to themselves."""
    setting = _setting(order, METRICS, _BANDED, high)
    most = max(1, _most_columns(wide, METRICS, METRICS.comfortable_card))
    for columns in _cut(part.columns, -(-len(part.columns) // most)):
        here = msgspec.structs.replace(part, columns=columns)
        for at, bands in enumerate(banded(sized_for(order, here, setting, wide, high), columns, setting)):
            piece = msgspec.structs.replace(here, bands=bands)
            if _says(order, piece, at == 0):
                yield piece, setting


def _says(order: Order, part: Part, titles: bool) -> bool:
    """Whether a part has a card or a feeling, or, where those count, a step with a title."""
    steps = (column.step for column in order.source.columns[part.columns.start : part.columns.stop])
    titled = titles and any(step is not None and step.title for step in steps)
    return titled or any(_lane_says(order, band, part.columns) for band in part.bands)


def _lane_says(order: Order, band: Band, columns: range) -> bool:
    felt = (each for curve in order.source.emotions.get(band.lane.id, ()) for each in curve)
    return any(is_over(item, columns) for item in band.items) or any(
        order.source.places[each.step] in columns for each in felt
    )


def _most_columns(wide: float, m: Metrics, card: float) -> int:
    """How many columns of cards of a width stand beside the lanes' labels."""
    return int((wide - m.label_width - m.label_gap + m.column_gap) / (card + m.column_gap))

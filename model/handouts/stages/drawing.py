"""A part of the map in a rectangle: rows, links and legend, its type as large as there fits."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from model.layout import stages
from model.layout.banding import banded
from model.layout.drawn import Leftover
from model.layout.fit import fits
from model.layout.frame import Frame
from model.layout.grid import Item
from model.layout.heads import Heads, heads, pitch_of
from model.layout.heights import make_frame
from model.layout.lane_row import draw_row, first_links
from model.layout.legend import Signs, legend
from model.layout.lines import line
from model.layout.order import Order
from model.layout.page import draw_links
from model.layout.parts import Band, Part, measure
from model.layout.setting import Setting
from model.layout.shapes import Group, Shape
from model.layout.style import METRICS, TIGHT, Metrics
from model.records import Emotion, Id

_LARGEST, _STEP = 1.6, 0.93  # times the usual lengths, and from one size tried to the next
_SMALLER = (9.0, 8.5, 8.0, 7.5, 7.0)  # points, at the usual lengths
_TIGHTEST = (8.0, 7.5, 7.0)  # points, with less air
_TALLEST_CARD = 0.6  # of the rectangle
_BANDED = 8.0  # points, where lanes go on on further pages anyhow


class Drawing(msgspec.Struct, frozen=True):
    """The part with its top left corner at the origin, and the height it takes. `titles`: of steps, by their ids;
    `frame`: its rows; `curves`: by row, the feelings it shows."""

    part: Part
    shapes: tuple[Shape, ...]
    height: float
    leftovers: tuple[Leftover, ...]
    titles: tuple[Id, ...]
    frame: Frame
    curves: tuple[tuple[Emotion, ...], ...]


def signs_in(order: Order, part: Part) -> Signs:
    """The signs of a part, as its legend explains them."""
    here = {item.record.id for band in part.bands for item in band.over(part.columns) if _is_over(item, part.columns)}
    bands = [
        msgspec.structs.replace(band, items=tuple(item for item in band.items if item.record.id in here))
        for band in part.bands
    ]
    felt = (each for curves in order.source.emotions.values() for curve in curves for each in curve)
    return Signs(
        links=frozenset(order.looks[link.id] for link in order.links if link.source in here or link.target in here),
        marks=frozenset(mark for band in bands for mark in band.marks),
        feelings=any(order.source.places[each.step] in part.columns for each in felt),
        curves=order.signs.curves,
        roles=frozenset(band.lane.role for band in bands if band.items),
    )


def _is_over(item: Item, columns: range) -> bool:
    return item.first < columns.stop and item.first + item.span > columns.start


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
        _sized(order, part, setting, wide, high), (part,), setting
    )


def _sized(order: Order, part: Part, setting: Setting, wide: float, high: float) -> Order:
    """The order of a page whose rows and legend take the rectangle: around it come margins and a header."""
    across = msgspec.structs.replace(order, width=wide + 2 * setting.metrics.margin)
    head = heads(across, part, pitch_of(across, part, setting), setting)
    return msgspec.structs.replace(across, height=high + _above(head, setting) + setting.metrics.margin * 0.7)


def _above(head: Heads, setting: Setting) -> float:
    """Points above the titles of steps, which a page has for its header and its chevrons."""
    m = setting.metrics
    return m.margin + head.header.height + m.caption + m.section_gap * 0.5 + head.chevrons


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
        for at, bands in enumerate(banded(_sized(order, here, setting, wide, high), columns, setting)):
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
    return any(_is_over(item, columns) for item in band.items) or any(
        order.source.places[each.step] in columns for each in felt
    )


def _most_columns(wide: float, m: Metrics, card: float) -> int:
    """How many columns of cards of a width stand beside the lanes' labels."""
    return int((wide - m.label_width - m.label_gap + m.column_gap) / (card + m.column_gap))


def drawn(order: Order, part: Part, setting: Setting, wide: float, high: float) -> Drawing:
    """The part, its rows as tall as the rectangle lets them be."""
    sized, m = _sized(order, part, setting, wide, high), setting.metrics
    pitch = pitch_of(sized, part, setting)
    head = heads(sized, part, pitch, setting)
    measured = measure(sized.source, part, pitch, setting)
    frame = make_frame(sized, part, measured, head, pitch, setting)
    rows = [draw_row(row, each, frame, setting) for row, each in zip(frame.rows, measured, strict=True)]
    arrows = draw_links(sized, part, frame, setting)
    titles = stages.step_row(head.titles, pitch, setting)
    top = _above(head, setting)
    shapes = (
        Group(m.left, top, titles.shapes),
        *(shape for row in rows for shape in row.shapes),
        *_lines(part, frame, sized, setting),
        *arrows.shapes,
        Group(m.margin, frame.bottom, legend(sized.signs, wide, "", setting) if sized.signs != Signs() else ()),
    )
    left = tuple(each for made in (titles, *rows, arrows) for each in made.leftovers)
    bottom = frame.bottom + head.foot - m.margin * 0.7
    named = tuple(step.id for step in head.titles if step is not None)
    curves = tuple(
        tuple(marker.emotion for curve in each.curves for marker in curve if marker.here) for each in measured
    )
    return Drawing(part, (Group(-m.margin, -top, shapes),), bottom - top, left, named, frame, curves)


def _lines(part: Part, frame: Frame, order: Order, setting: Setting) -> Iterator[Shape]:
    """The lines of a blueprint."""
    right, free = order.width - setting.metrics.margin, first_links(frame, setting)
    for row, band in zip(frame.rows, part.bands, strict=True):
        if band.line is not None and row.line_below is not None:
            yield from line(band.line, row.line_below, right, free, setting)

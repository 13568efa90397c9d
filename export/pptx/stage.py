"""One stage laid out by itself, as large as its slide has room for."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from model.layout.banding import banded
from model.layout.behind import pages_behind
from model.layout.engine import Layout
from model.layout.fit import fits
from model.layout.heads import pitch_of
from model.layout.order import Order
from model.layout.page import compose
from model.layout.parts import Band, Part
from model.layout.setting import Setting
from model.layout.stages import Span
from model.layout.style import METRICS, TIGHT, Metrics

_SMALLEST = 0.45  # of the slide: the sheet that is then made so much larger; letters that fill a wall say no more
_SHEETS = 12
_CARD_TEXT = 10.5  # points on that sheet: larger than on paper, since the slide is looked at from afar
_TALLEST = 0.5  # of a sheet: no card is taller


def stage_layout(order: Order, span: Span) -> Layout:
    """A stage on the smallest sheet of the order's shape that holds all of it; or on several sheets of its size."""
    columns = range(span.first, span.first + span.columns)
    for at in range(_SHEETS):
        share = _SMALLEST + (1 - _SMALLEST) * at / (_SHEETS - 1)
        smaller = _sized(order, share)
        for setting in _settings(smaller, last=at == _SHEETS - 1):
            parts = (Part(columns, order.source.bands, first=False),)
            if fits(smaller, parts, setting):
                return _composed(smaller, parts, setting)
    return _several(order, columns)


def _sized(order: Order, share: float) -> Order:
    return msgspec.structs.replace(order, width=order.width * share, height=(order.height or 0.0) * share)


def _settings(order: Order, *, last: bool) -> Iterator[Setting]:
    """With more air, then with less; smaller type only where nothing larger is left."""
    for metrics, size in ((METRICS, _CARD_TEXT), (TIGHT, _CARD_TEXT), (TIGHT, METRICS.smallest_card_text)):
        if size == _CARD_TEXT or last:
            yield _setting(order, metrics, size)


def _setting(order: Order, metrics: Metrics, size: float) -> Setting:
    limit = max(3, int((order.height or 0.0) * _TALLEST / (size * 1.26)))
    return Setting(metrics.with_margin(order.look.margin), size, limit, order.words, order.look)


def _several(order: Order, columns: range) -> Layout:
    """Lanes that hold nothing left out; cut where columns get too narrow, and below a lane where lanes get too many."""
    setting = _setting(order, METRICS, _CARD_TEXT)
    m, bands = setting.metrics, _filled(order, columns)
    most = max(1, int((order.width - m.left - m.margin + m.column_gap) / (m.comfortable_card + m.column_gap)))
    shorter = msgspec.structs.replace(order, source=msgspec.structs.replace(order.source, bands=bands))
    pages = -(-len(columns) // most)
    cuts = [columns.start + len(columns) * at // pages for at in range(pages + 1)]
    parts = [
        Part(range(first, stop), below, first=False)
        for first, stop in pairwise(cuts)
        for below in banded(shorter, range(first, stop), setting)
    ]
    return _composed(shorter, tuple(parts), setting)


def _filled(order: Order, columns: range) -> tuple[Band, ...]:
    """The bands with anything over these columns, and those of feelings."""
    bands = order.source.bands
    kept = tuple(band for band in bands if band.lane.id in order.source.emotions or [*band.over(columns)])
    return kept or bands[:1]


def _composed(order: Order, parts: tuple[Part, ...], setting: Setting) -> Layout:
    composed = tuple(
        compose(order, part, number, len(parts), pitch_of(order, part, setting), setting)
        for number, part in enumerate(parts, start=1)
    )
    leftovers = tuple(dict.fromkeys(left for each in composed for left in each.leftovers))
    behind = pages_behind(order, leftovers, len(parts))
    return Layout(order, composed, (*(each.page for each in composed), *behind), setting.size, None, None, False)

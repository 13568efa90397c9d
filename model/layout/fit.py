"""Fitting a map to sheets: the largest type with which it fits on one, else split by stage, else by lanes too."""

from collections.abc import Callable, Sequence
from math import sqrt

import msgspec

from model.layout import cards
from model.layout.banding import banded
from model.layout.header import is_wide
from model.layout.heads import pitch_of
from model.layout.order import Order
from model.layout.page import holds
from model.layout.partitions import partitions
from model.layout.parts import Band, Part
from model.layout.setting import Setting
from model.layout.sheets import PAPERS
from model.layout.stages import torn
from model.layout.style import METRICS, TIGHT, Metrics

_STEPS = 6  # halvings of a search: to a twentieth of a point
_BANDED_SIZE = 8.0  # card text where one page cannot hold all lanes anyhow
_FULL = 0.75  # of the height of a sheet: with less than that on it, it looks empty
_MOST_GROWTH = 1.5  # times, for a map with room to spare
_LESS_FOR_HEADER = 0.79
_TALLEST_CARD = 0.6  # of what a page has for rows


class Plan(msgspec.Struct, frozen=True):
    """The pages to make, and what all of them are set in."""

    parts: tuple[Part, ...]
    setting: Setting


def plan(order: Order) -> Plan:
    """How the map goes on sheets of the order's size."""
    return _one_sheet(order) or _by_stage(order) or _by_stage_and_lane(order)


def _one_sheet(order: Order) -> Plan | None:
    """All on one sheet: on paper larger than A3 everything grows with it, as far as it fits; a map that leaves much of
    its sheet empty even then grows until it fills it."""
    whole = (Part(range(len(order.source.columns)), order.source.bands, last=True),)
    metrics, usual = _airiest(order, whole), _usual(order)
    if metrics is None or metrics.row_gap != usual.row_gap:
        return _sized(order, whole, metrics) if metrics is not None else None
    largest = _largest_scale(order)

    def at(scale: float) -> Setting:
        metrics = _usual(order, scale)
        return _setting(order, metrics, metrics.smallest_card_text)

    def leaves_room(scale: float) -> bool:
        metrics = _usual(order, scale)
        if _is_wide(order, metrics) != _is_wide(order, usual):
            return False  # the large header is worth more than larger type
        roomy = msgspec.structs.replace(order, height=(order.height or 0.0) * _FULL)
        return fits(roomy, whole, _setting(order, metrics, metrics.largest_card_text))

    scale = _largest(1.0, largest, lambda each: fits(order, whole, at(each)))
    if leaves_room(scale):
        scale = _largest(scale, scale * _MOST_GROWTH, leaves_room)
    return _sized(order, whole, _usual(order, scale))


def _largest_scale(order: Order) -> float:
    """How much larger than A3 the sheet is; a little less where that leaves the header its large form."""
    larger = max(1.0, sqrt(order.width * (order.height or 0.0) / (PAPERS["A3"][0] * PAPERS["A3"][1])))
    headed = larger * _LESS_FOR_HEADER
    both = _is_wide(order, _usual(order, headed)), _is_wide(order, _usual(order, larger))
    return headed if both == (True, False) else larger


def _is_wide(order: Order, m: Metrics) -> bool:
    return is_wide(order.width - 2 * m.margin, m)


def _by_stage(order: Order) -> Plan | None:
    """The fewest pages, cut between stages (inside one only when it is too wide), that fit at the smallest type."""
    for ranges in partitions(order.source.columns, _most_columns(order, METRICS.narrowest_card)):
        parts = _parts(ranges, order.source.bands)
        metrics = _airiest(order, parts)
        if metrics is not None:
            return _sized(order, parts, metrics)
        if max(map(len, ranges)) * 2 < _most_columns(order, METRICS.comfortable_card):
            break
    return None


def _airiest(order: Order, parts: tuple[Part, ...]) -> Metrics | None:
    """The lengths with which the parts fit at the smallest type, those with more air first."""
    return next(
        (
            m
            for m in (_usual(order), TIGHT.with_margin(order.look.margin))
            if fits(order, parts, _setting(order, m, m.smallest_card_text))
        ),
        None,
    )


def _by_stage_and_lane(order: Order) -> Plan:
    """Comfortable columns, and as many pages below each other as the lanes need."""
    setting = _setting(order, _usual(order), _BANDED_SIZE)
    ranges = next(partitions(order.source.columns, _most_columns(order, METRICS.comfortable_card)))
    parts = [
        Part(columns, bands, first=not at and not below)
        for at, columns in enumerate(ranges)
        for below, bands in enumerate(banded(order, columns, setting))
    ]
    return Plan(tuple(parts), setting)


def fits(order: Order, parts: Sequence[Part], setting: Setting) -> bool:
    """Whether every part goes on its page with cards that are wide enough."""
    m = setting.metrics
    for part in parts:
        pitch = pitch_of(order, part, setting)
        if pitch - m.column_gap < m.narrowest_card or _tears(order, part, pitch, setting):
            return False
        if not holds(order, part, pitch, setting):
            return False
    return True


def _tears(order: Order, part: Part, pitch: float, setting: Setting) -> bool:
    """Whether a word is torn in a card or a stage's title that would be whole in a comfortable column."""
    m = setting.metrics
    if torn(order.source.columns[part.columns.start : part.columns.stop], pitch, m):
        return True
    bands = [band for band in part.bands if band.items]
    return any(
        cards.measure(band.lane.role, pitch - m.column_gap, setting) < band.widest_word(_comfortable(band, setting))
        for band in bands
    )


def _comfortable(band: Band, setting: Setting) -> float:
    """The ems that the smallest type has in a comfortable card of this lane."""
    m = setting.metrics
    return cards.measure(band.lane.role, m.comfortable_card, setting) * setting.size / m.smallest_card_text


def _parts(ranges: Sequence[range], bands: tuple[Band, ...]) -> tuple[Part, ...]:
    return tuple(
        Part(columns, bands, first=not at, last=at == len(ranges) - 1) for at, columns in enumerate(ranges)
    )  # fmt: skip


def _usual(order: Order, scale: float = 1.0) -> Metrics:
    """The usual lengths with the margin that is asked for, which does not grow with the rest."""
    return METRICS.scaled(scale).with_margin(order.look.margin)


def _most_columns(order: Order, card: float) -> int:
    m = _usual(order)
    return max(1, int((order.width - m.left - m.margin + m.column_gap) / (card + m.column_gap)))


def _sized(order: Order, parts: tuple[Part, ...], metrics: Metrics) -> Plan:
    """The parts with the largest card text at which all of them fit."""

    def at(size: float) -> Setting:
        return _setting(order, metrics, size)

    size = _largest(
        metrics.smallest_card_text, metrics.largest_card_text, lambda each: fits(order, parts, at(each))
    )  # fmt: skip
    return Plan(parts, at(size))


def _largest(low: float, high: float, good: Callable[[float], bool]) -> float:
    """The largest value that is good, `low` being known to be; `high` itself is tried first."""
    if high <= low or good(high):
        return max(low, high)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if good(middle) else (low, middle)
    return low


def _setting(order: Order, metrics: Metrics, size: float) -> Setting:
    """A setting in which no card is taller than a page can bear."""
    rows = (order.height or 0.0) - 2 * metrics.margin - 1.5 * metrics.label_width
    limit = max(3, int((rows * _TALLEST_CARD - 2 * metrics.card_pad_y) / (size * 1.26)))
    return Setting(metrics, size, limit, order.words, order.look)

"""Where the parts of a worksheet stand: which columns and lanes go on which page, and how tall the lanes are."""

from collections.abc import Sequence
from math import ceil, sqrt

import msgspec

from model.handouts.brief import Brief
from model.layout.grid import Column
from model.layout.labels import least_height
from model.layout.setting import Setting
from model.layout.sheets import MM, PAPERS, Sheet
from model.layout.style import METRICS, Metrics
from model.records import Lane, Role
from model.refusal import Refused
from resources.words import Words

_LABEL_WIDTH = 112.0  # wider than a map's, for the question a lane asks
_NARROWEST = 30 * MM  # what a hand writes in
_LEAST_HEIGHT = 46.0  # three lines by hand
_FACE = 9.0
BOX = 9.5
"""The side of a box to tick: points, as all of these, on sheets up to A3; larger ones take them all by one factor."""


class Grid(msgspec.Struct, frozen=True):
    """Lengths in points of a page's table: columns `pitch` apart from `left`, rows from `top` of these heights."""

    left: float
    pitch: float
    wide: float
    top: float
    heights: tuple[float, ...]


def setting_on(on: Sheet, brief: Brief, words: Words) -> Setting:
    """The map's own look with wider labels, growing with sheets beyond A3."""
    factor = growth(on)
    metrics = msgspec.structs.replace(METRICS.scaled(factor), label_width=_LABEL_WIDTH * factor)
    metrics = metrics.with_margin(brief.look.margin)
    return Setting(metrics, metrics.body, 0, words, brief.look)


def growth(on: Sheet) -> float:
    """How many times as large as on A3 everything is."""
    return max(1.0, sqrt(on.width * on.height / (PAPERS["A3"][0] * PAPERS["A3"][1])))


def shares(columns: Sequence[Column], on: Sheet, m: Metrics) -> list[Sequence[Column]]:
    """As few runs of columns as fit beside each other, as even as can be. Raises Refused (`sheet_too_small`)."""
    most = int((_across(on, m) + m.column_gap) / (_NARROWEST * growth(on) + m.column_gap))
    if most < 1:
        raise Refused("sheet_too_small")
    count = ceil(len(columns) / most)
    return [columns[at * len(columns) // count : (at + 1) * len(columns) // count] for at in range(count)]


def pitch(columns: int, on: Sheet, m: Metrics) -> float:
    """Points from one of so many columns to the next."""
    return (_across(on, m) + m.column_gap) / columns


def bands(lanes: Sequence[Lane], on: Sheet, room: float, m: Metrics) -> list[list[Lane]]:
    """As few runs of lanes as fit below each other in `room` points, filled evenly. Raises Refused
    (`sheet_too_small`)."""
    if any(least(lane, on, m) > room for lane in lanes):
        raise Refused("sheet_too_small")
    full = _filled(lanes, on, room, m)
    total = sum(least(lane, on, m) + m.row_gap for lane in lanes)
    even = _filled(lanes, on, min(room, total / len(full) + _LEAST_HEIGHT * growth(on) / 2), m)
    return even if len(even) == len(full) else full


def grid(columns: int, lanes: Sequence[Lane], on: Sheet, top: float, bottom: float, m: Metrics) -> Grid:
    """The table of a page between two heights; what room there is goes to the lanes one writes in."""
    heights = [least(lane, on, m) for lane in lanes]
    spare = bottom - top - sum(heights) - m.row_gap * (len(heights) - 1)
    written = [at for at, lane in enumerate(lanes) if lane.role is not Role.EMOTION]
    for at in written:
        heights[at] += max(0.0, spare) / len(written)
    apart = pitch(columns, on, m)
    return Grid(m.left, apart, apart - m.column_gap, top, tuple(heights))


def least(lane: Lane, on: Sheet, m: Metrics) -> float:
    """Points a lane needs."""
    factor = growth(on)
    own = face_radius(on) * 2 + (BOX + 17) * factor if lane.role is Role.EMOTION else _LEAST_HEIGHT * factor
    return max(own, least_height(lane, m))


def face_radius(on: Sheet) -> float:
    """Of the largest faces."""
    return _FACE * growth(on)


def _across(on: Sheet, m: Metrics) -> float:
    """Points for all columns."""
    return on.width - m.left - m.margin


def _filled(lanes: Sequence[Lane], on: Sheet, room: float, m: Metrics) -> list[list[Lane]]:
    bands: list[list[Lane]] = [[]]
    used = 0.0
    for lane in lanes:
        high = least(lane, on, m)
        if bands[-1] and used + high > room:
            bands.append([])
            used = 0.0
        bands[-1].append(lane)
        used += high + m.row_gap
    return bands

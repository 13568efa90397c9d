"""A map on a grid of sheets, drawn as much smaller as lets the cuts run between cards, lanes and stages."""

from collections.abc import Iterator
from functools import cached_property

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.poster import obstacles
from model.handouts.poster.drawing import Big, big
from model.handouts.poster.grid import Grid, covered, needed
from model.handouts.poster.seams import Axis, Seams, seams
from model.handouts.poster.windows import Place, nearly_empty, places
from model.layout.sheets import Sheet

_SMALLER = (1.0, 1.02, 1.04, 1.06, 1.09, 1.12, 1.16, 1.2, 1.25, 1.32, 1.4)
"""How many times smaller the map may get for better cuts."""
_SMALLNESS = 80.0  # what a map half as large costs, as obstacles do
_TOO_SMALL = 0.8  # of what its sheets could show: less only where cards would be cut
_TRIES = 4


class Fitted(msgspec.Struct, frozen=True, dict=True):
    """A poster and its cuts: where the columns and the rows of sheets behind the first begin, in its points.

    `cost`: what they cut through. `empty`: how many sheets show next to nothing.
    """

    grid: Grid
    big: Big
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cost: float
    empty: int = 0

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The sheets and their windows."""
        return places(self.grid, self.big.page.width, self.big.page.height, self.columns, self.rows)

    @property
    def faults(self) -> int:
        """Cards that are cut, and sheets that show next to nothing."""
        return int(self.cost // obstacles.CARD) + self.empty


class _Try(msgspec.Struct, frozen=True):
    """One size of the map, and by what it should be smaller in width and in height."""

    fitted: Fitted
    smaller: tuple[float, float]


def fitted(document: Document, brief: Brief, grid: Grid) -> Fitted | None:
    """The map on these sheets, or on fewer rows of them where it needs no more; None where it does not fit."""
    tries = [each.fitted for each in _tries(document, brief, grid)]
    best = min(tries, key=lambda each: each.cost, default=None)
    if best is None:
        return None
    empty = nearly_empty(best.big.found, best.grid, best.places, document)
    return msgspec.structs.replace(best, empty=empty)


def _tries(document: Document, brief: Brief, grid: Grid) -> Iterator[_Try]:
    """The map as large as can be, then smaller, until its cuts would gain nothing from it."""
    wide, high = grid.width, grid.height
    for _ in range(_TRIES):
        brief.check()
        drawn = big(document, brief, Sheet(_name(grid), wide, high))
        if drawn is None:
            return
        tried = _tried(document, drawn, grid)
        yield tried
        if tried.smaller == (1.0, 1.0):
            return
        wide, high = drawn.page.width / tried.smaller[0], drawn.page.height / tried.smaller[1]


def _tried(document: Document, drawn: Big, grid: Grid) -> _Try:
    page = drawn.page
    grid = msgspec.structs.replace(grid, rows=min(grid.rows, needed(page.height, grid.window_height, grid.overlap)))
    axes = _across(document, drawn, grid), _down(document, drawn, grid)
    across, down = map(_cuts, axes)
    lost = max(0.0, grid.width / page.width - 1) + max(0.0, grid.height / page.height - 1)
    found = Fitted(grid, drawn, across.places, down.places, across.cost + down.cost + _SMALLNESS * lost)
    return _Try(found, (_smaller(axes[0]), _smaller(axes[1])))


def _cuts(axis: Axis) -> Seams:
    found = seams(axis)
    if found is None:
        raise ValueError(f"{axis.sheets} sheets cannot show {axis.length} points")
    return found


def _smaller(axis: Axis) -> float:
    """How many times shorter the axis should be for its cuts to cost the least, the lost size counted in; never so
    short that a sheet less would do in its place."""
    if axis.sheets == 1:
        return 1.0
    most = covered(axis.sheets, axis.window, axis.overlap)
    least = covered(axis.sheets - 1, axis.window, axis.overlap)
    costs: dict[float, float] = {}
    for times in (each for each in _SMALLER if each == 1.0 or axis.length / each >= least):
        found = seams(axis, times)
        if found is not None:
            too_small = obstacles.CARD / 2 if times > 1 and axis.length / times < most * _TOO_SMALL else 0.0
            costs[times] = found.cost + _SMALLNESS * (times - 1) + too_small
    return min(costs, key=lambda each: costs[each])


def _across(document: Document, drawn: Big, grid: Grid) -> Axis:
    found = obstacles.across(drawn.found, document, drawn.composed, drawn.layout.order.source)
    return Axis(drawn.page.width, found, grid.window_width, grid.overlap, grid.columns)


def _down(document: Document, drawn: Big, grid: Grid) -> Axis:
    found = obstacles.down(drawn.found, document, drawn.composed)
    return Axis(drawn.page.height, found, grid.window_height, grid.overlap, grid.rows)


def _name(grid: Grid) -> str:
    """What the foot of the map says of its paper: "3 × 2 A4"."""
    return f"{grid.columns} × {grid.rows} {grid.sheet.name}".strip()

"""A map on a grid of sheets, drawn as much smaller as lets the cuts run between cards, lanes and stages."""

from collections.abc import Iterator

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.poster import obstacles
from model.handouts.poster.drawing import Big, big
from model.handouts.poster.grid import Grid, needed
from model.handouts.poster.seams import Axis, Seams, seams
from model.layout.sheets import Sheet

_SMALLER = (1.0, 1.02, 1.05, 1.08, 1.12, 1.16, 1.2, 1.25)
"""How many times smaller the map may get for better cuts: never so small that a sheet less would do in its place."""
_SMALLNESS = 60.0  # what a map half as large would cost, as obstacles do
_TRIES = 5


class Fitted(msgspec.Struct, frozen=True):
    """A poster and its cuts: where the columns and the rows of sheets behind the first begin, in its points."""

    grid: Grid
    big: Big
    columns: tuple[float, ...]
    rows: tuple[float, ...]


class _Try(msgspec.Struct, frozen=True):
    """One size of the map: its cuts, what they and the lost size cost, and by what it should be smaller."""

    fitted: Fitted
    cost: float
    smaller: tuple[float, float]


def fitted(document: Document, brief: Brief, grid: Grid) -> Fitted | None:
    """The map on these sheets, or on fewer rows of them where it needs no more; None where it does not fit."""
    tries = list(_tries(document, brief, grid))
    return min(tries, key=lambda each: each.cost).fitted if tries else None


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
    page, least = drawn.page, needed(drawn.page.height, grid.window_height, grid.overlap)
    grid = msgspec.structs.replace(grid, rows=min(grid.rows, least))
    across = _across(document, drawn, grid)
    down = _down(document, drawn, grid)
    cuts = _exact(across), _exact(down)
    lost = _SMALLNESS * (grid.width / page.width - 1) + _SMALLNESS * max(0.0, grid.height / page.height - 1)
    cost = cuts[0].cost + cuts[1].cost + lost
    return _Try(Fitted(grid, drawn, cuts[0].places, cuts[1].places), cost, (_smaller(across), _smaller(down)))


def _exact(axis: Axis) -> Seams:
    found = seams(axis)
    if found is None:
        raise ValueError(f"{axis.sheets} sheets cannot show {axis.length} points")
    return found


def _smaller(axis: Axis) -> float:
    """How many times shorter the axis should be for its cuts to cost the least, the lost size counted in."""
    if axis.sheets == 1:
        return 1.0
    costs = {times: found.cost + _SMALLNESS * (times - 1) for times in _SMALLER if (found := seams(axis, times))}
    return min(costs, key=lambda times: costs[times])


def _across(document: Document, drawn: Big, grid: Grid) -> Axis:
    found = obstacles.across(drawn.found, document, drawn.composed, drawn.layout.order.source)
    return Axis(drawn.page.width, found, grid.window_width, grid.overlap, grid.columns)


def _down(document: Document, drawn: Big, grid: Grid) -> Axis:
    found = obstacles.down(drawn.found, document, drawn.composed)
    return Axis(drawn.page.height, found, grid.window_height, grid.overlap, grid.rows)


def _name(grid: Grid) -> str:
    """What the foot of the map says of its paper: "3 × 2 A4"."""
    return f"{grid.columns} × {grid.rows} {grid.sheet.name}".strip()

"""Which grid: the one that is asked for, one about as wide as is asked for, or a good one."""

from collections.abc import Iterator, Sequence

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.options import PosterOptions
from model.handouts.poster.drawing import big
from model.handouts.poster.fitting import Fitted, fitted
from model.handouts.poster.grid import Grid, grid_of, needed
from model.handouts.poster.obstacles import CARD
from model.layout.grid import columns_of
from model.layout.sheets import MM, Sheet
from model.refusal import Refused

MOST = 20
"""Sheets side by side, and below each other."""
_COLUMN = 62 * MM  # a card about as wide as a sticky note, and the gap beside it
_LABELS = 60 * MM  # the names of the lanes, and the margins
_MOST_CHOSEN, _MOST_SHEETS = 6, 24  # sheets that nobody asked for, in either direction and in all
_FLATTEST, _TALLEST = 2.6, 1.25  # times as wide as high: what a wall has room for
_NEAR = ((1, 0), (0, 1), (-1, 0), (1, 1))  # columns and rows more: where to look if a card is cut
_SHEETS = 0.45  # the power of their number that the size of the text is to grow with
_WORTH = 0.8  # twice as many sheets should make the text two to the power of this as large


def chosen(document: Document, brief: Brief, options: PosterOptions) -> Fitted:
    """The poster on the best grid; more sheets than were asked for where the map does not fit on those at 7 points.

    Raises Refused (`poster_sheets`) where it fits on none.
    """
    first = _first(document, brief, options)
    best = _best(document, brief, [first] if _is_wished(options) else [first, *_beside(document, first)])
    if best is None:
        grids, options = _growing(first, len(columns_of(document))), PosterOptions()
        best = next((found for grid in grids if (found := fitted(document, brief, grid))), None)
    if best is None:
        raise Refused("poster_sheets", count=MOST * MOST, paper=brief.sheet.name)
    if not (options.columns and options.rows):
        best = _uncut(document, brief, options, best)
    return _filled(document, brief, best)


def _is_wished(options: PosterOptions) -> bool:
    """Whether anything at all was said about the grid."""
    return bool(options.columns or options.rows or options.wide)


def _best(document: Document, brief: Brief, grids: Sequence[Grid]) -> Fitted | None:
    """The poster on the best of some grids."""
    found = [each for grid in grids if (each := fitted(document, brief, grid)) is not None]
    return min(found, key=lambda each: (each.faults, -_worth(each)), default=None)


def _worth(found: Fitted) -> float:
    """The size of the text for so many sheets: the square root of their number would be none the worse for more."""
    return float(found.big.layout.size / (found.grid.columns * found.grid.rows) ** _SHEETS)


def _beside(document: Document, grid: Grid) -> Iterator[Grid]:
    """A column of sheets more or less, and as many rows as keep the poster's shape."""
    for columns in (grid.columns - 1, grid.columns + 1):
        if 2 <= columns <= min(len(columns_of(document)), _MOST_CHOSEN):
            rows = max(1, round(grid.rows * columns / grid.columns))
            yield msgspec.structs.replace(grid, columns=columns, rows=rows)


def _uncut(document: Document, brief: Brief, options: PosterOptions, best: Fitted) -> Fitted:
    """The poster on a grid nearly the same, where a card is cut on this one and nobody asked for it."""
    grid = best.grid
    for columns, rows in _NEAR:
        held = (columns and options.columns) or (rows and options.rows)
        if best.cost < CARD or held or not 1 <= grid.columns + columns <= MOST or grid.rows + rows > MOST:
            continue
        near = msgspec.structs.replace(grid, columns=grid.columns + columns, rows=grid.rows + rows)
        found = fitted(document, brief, near) or best
        best = min(best, found, key=lambda each: each.faults)
    return best


def _filled(document: Document, brief: Brief, best: Fitted) -> Fitted:
    """The poster on fewer sheets, where some would show next to nothing: a row or a column less, as long as it fits."""
    trial: Fitted | None = best
    while best.empty and trial is not None:
        trial = min(_fewer(document, brief, trial.grid), key=lambda each: each.faults, default=None)
        if trial is not None and trial.faults < best.faults:
            best = trial
    return best


def _fewer(document: Document, brief: Brief, grid: Grid) -> Iterator[Fitted]:
    for columns, rows in ((grid.columns - 1, grid.rows), (grid.columns, grid.rows - 1)):
        if columns and rows:
            less = fitted(document, brief, msgspec.structs.replace(grid, columns=columns, rows=rows))
            if less is not None:
                yield less


def _first(document: Document, brief: Brief, options: PosterOptions) -> Grid:
    """The grid to begin with."""
    columns = _columns(document, brief, options)
    grid = grid_of(brief, columns, options.rows or 1, options.overlap * MM)
    return grid if options.rows else _with_rows(document, brief, grid)


def _columns(document: Document, brief: Brief, options: PosterOptions) -> int:
    """How many sheets side by side: no more than the map has columns, or there would be nothing on some."""
    one = grid_of(brief, 1, 1, options.overlap * MM)
    steps = max(1, len(columns_of(document)))
    if options.columns:
        return min(options.columns, steps)
    if options.wide:
        return min(_nearest(options.wide * MM, one), steps, MOST)
    return min(needed(steps * _COLUMN + _LABELS, one.window_width, one.overlap), steps, _MOST_CHOSEN)


def _nearest(length: float, one: Grid) -> int:
    """The number of sheets that together are about so wide."""
    return max(1, round((length - one.overlap) / (one.window_width - one.overlap)))


def _with_rows(document: Document, brief: Brief, grid: Grid) -> Grid:
    """With as many rows as the larger text is worth, in a shape that goes on a wall."""
    best, most = grid, 0.0
    for rows in range(1, _MOST_CHOSEN + 1):
        trial = msgspec.structs.replace(grid, rows=rows)
        if rows > 1 and trial.width < trial.height * _TALLEST:
            break
        if trial.width <= trial.height * _FLATTEST and trial.columns * rows <= _MOST_SHEETS:
            brief.check()
            drawn = big(document, brief, Sheet("", trial.width, trial.height))
            worth = drawn.layout.size / rows**_WORTH if drawn is not None else 0.0
            best, most = (trial, worth) if worth > most else (best, most)
    return best


def _growing(grid: Grid, steps: int) -> Iterator[Grid]:
    """Ever larger grids: wider while columns are narrow, then taller."""
    while grid.columns < MOST or grid.rows < MOST:
        narrow = grid.width < steps * _COLUMN / 2 + _LABELS
        wider = grid.columns < MOST and (narrow or grid.rows == MOST)
        more = max(1, (grid.columns if wider else grid.rows) // 3)
        columns, rows = (grid.columns + more, grid.rows) if wider else (grid.columns, grid.rows + more)
        grid = msgspec.structs.replace(grid, columns=min(columns, MOST), rows=min(rows, MOST))
        yield grid

"""Which grid: the one that is asked for, one about as wide as is asked for, or a good one."""

from collections.abc import Iterator

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.options import PosterOptions
from model.handouts.poster.drawing import big
from model.handouts.poster.fitting import Fitted, fitted
from model.handouts.poster.grid import Grid, grid_of, needed
from model.layout.grid import columns_of
from model.layout.sheets import MM, Sheet
from model.refusal import Refused

MOST = 20
"""Sheets side by side, and below each other."""
_COLUMN = 66 * MM  # a card about as wide as a sticky note, and the gap beside it
_LABELS = 60 * MM  # the names of the lanes, and the margins
_MOST_CHOSEN = 8  # sheets that nobody asked for
_WORTH = 1.25  # times larger text: for that another row of sheets is taken


def chosen(document: Document, brief: Brief, options: PosterOptions) -> Fitted:
    """The poster on the best grid; more sheets than were asked for where the map does not fit on those at 7 points.

    Raises Refused (`poster_sheets`) where it fits on none.
    """
    columns = _columns(document, brief, options)
    first = _grid(brief, options, columns, options.rows or 1)
    if not options.rows:
        first = _enough_rows(document, brief, first)
    for grid in _growing(first, len(columns_of(document))):
        found = fitted(document, brief, grid)
        if found is not None:
            return found
    raise Refused("poster_sheets", count=MOST * MOST, paper=brief.sheet.name)


def _grid(brief: Brief, options: PosterOptions, columns: int, rows: int) -> Grid:
    return grid_of(brief, columns, rows, options.overlap * MM)


def _columns(document: Document, brief: Brief, options: PosterOptions) -> int:
    """How many sheets side by side: no more than the map has columns, or there would be nothing on some."""
    one = _grid(brief, options, 1, 1)
    steps = max(1, len(columns_of(document)))
    if options.columns:
        return min(options.columns, steps)
    if options.wide:
        return min(_nearest(options.wide * MM, one), steps, MOST)
    return min(needed(steps * _COLUMN + _LABELS, one.window_width, one.overlap), steps, _MOST_CHOSEN)


def _nearest(length: float, one: Grid) -> int:
    """The number of sheets that together are about so wide."""
    return max(1, round((length - one.overlap) / (one.window_width - one.overlap)))


def _enough_rows(document: Document, brief: Brief, grid: Grid) -> Grid:
    """As many rows as make the text a good deal larger each."""
    before = 0.0
    for rows in range(1, _MOST_CHOSEN + 1):
        brief.check()
        trial = msgspec.structs.replace(grid, rows=rows)
        drawn = big(document, brief, Sheet("", trial.width, trial.height))
        if drawn is not None and drawn.layout.size < before * _WORTH:
            break
        if drawn is not None:
            grid, before = trial, drawn.layout.size
    return grid


def _growing(grid: Grid, steps: int) -> Iterator[Grid]:
    """The grid, and ever larger ones: wider while columns are narrow, then taller."""
    yield grid
    while grid.columns < MOST or grid.rows < MOST:
        narrow = grid.width < steps * _COLUMN / 2 + _LABELS
        wider = grid.columns < MOST and (narrow or grid.rows == MOST)
        more = max(1, (grid.columns if wider else grid.rows) // 3)
        columns, rows = (grid.columns + more, grid.rows) if wider else (grid.columns, grid.rows + more)
        grid = msgspec.structs.replace(grid, columns=min(columns, MOST), rows=min(rows, MOST))
        yield grid

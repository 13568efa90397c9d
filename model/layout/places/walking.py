"""From cell to cell, as the arrow keys go: over every column and every lane that shows what it holds."""

from collections.abc import Iterator, Sequence

from model.layout.places.page import PagePlaces
from model.layout.places.spot import Cell
from model.records import Id


def cell_over(pages: Sequence[PagePlaces], lane: Id, column: int) -> Cell | None:
    """The cell of a lane over a column of the whole map, on the first page that shows it."""
    for page in pages:
        found = page.row_of(lane) if column in page.composed.part.columns else None
        if found is not None:
            return page.cell(found[0], column - page.first)
    return None


def cell_of(pages: Sequence[PagePlaces], key: Id) -> Cell | None:
    """The cell in which a card, KPI or emotion begins, on the page it stands on there."""
    for page in pages:
        for row, held in page.filled():
            column = held.columns_begun.get(key)
            if column is not None and column in page.composed.part.columns:
                return page.cell(row, column - page.first)
    return None


def in_cell(pages: Sequence[PagePlaces], cell: Cell) -> tuple[Id, ...]:
    """What begins in a cell, from top to bottom as it is drawn."""
    rows = (page.row_of(cell.lane) for page in pages if cell.column in page.composed.part.columns)
    return tuple(key for found in rows if found is not None for key in found[1].beginning.get(cell.column, ()))


def walk(pages: Sequence[PagePlaces], cell: Cell, dx: int, dy: int, leap: bool) -> Cell:
    """The cell so many columns and lanes away, or the last one before the edge; a leap goes on to the first filled."""
    here = cell
    for here in _way(pages, cell, dx, dy):
        if not leap or in_cell(pages, here):
            break
    return here


def _way(pages: Sequence[PagePlaces], cell: Cell, dx: int, dy: int) -> Iterator[Cell]:
    rows = {row.lane.id: held.measured.band.folded for page in pages for row, held in page.filled()}
    lanes = [lane for lane, folded in rows.items() if folded is None or lane == cell.lane]
    column, at = cell.column, lanes.index(cell.lane) if cell.lane in lanes else -1
    while (dx or dy) and at >= 0:
        column, at = column + dx, at + dy
        found = cell_over(pages, lanes[at], column) if 0 <= at < len(lanes) else None
        if found is None:
            return
        yield found

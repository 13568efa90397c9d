"""Where a key leads to from where one is."""

from editor.canvas.walking import keys
from editor.canvas.walking.cells import Cells
from editor.canvas.walking.goal import Goal
from editor.canvas.walking.rims import Rims
from model.layout.places import Cell


def lead(cells: Cells, rims: Rims, here: Goal, key: int, control: bool, shift: bool, column: int) -> Goal | None:
    """The goal of a key; None where there is nothing further. `column`: where one walked last."""
    if here.cell is None:
        return _from_rim(rims, here, key, control, cells, column)
    if key in keys.ARROWS:
        return _by_arrow(cells, rims, here, here.cell, keys.ARROWS[key], control, shift)
    there = _far(cells, here.cell, key, control)
    return cells.goal(there, dx=1, beside=_height(cells, here)) if there is not None else None


def _by_arrow(
    cells: Cells, rims: Rims, here: Goal, cell: Cell, way: tuple[int, int], leap: bool, shift: bool
) -> Goal | None:
    dx, dy = way
    inside = cells.inside(cell, here.key, dy) if dy and not leap and not shift else None
    if inside is not None:
        return inside
    there = cells.beside(cell, dx, dy, leap)
    if there is not None:
        return cells.goal(there, dx, dy, _height(cells, here))
    if shift:
        return None
    return Goal(key=cell.lane) if dx < 0 else rims.above(cell.column) if dy < 0 else None


def _far(cells: Cells, cell: Cell, key: int, control: bool) -> Cell | None:
    if key in keys.STAGES:
        return cells.by_stage(cell, keys.STAGES[key])
    return cells.corner(keys.ENDS[key]) if control else cells.row_end(cell, keys.ENDS[key])


def _from_rim(rims: Rims, here: Goal, key: int, control: bool, cells: Cells, column: int) -> Goal | None:
    if here.key is None:
        return None
    if key in keys.ARROWS:
        return rims.step(here.key, *keys.ARROWS[key], column)
    if key in keys.STAGES:
        return rims.by_stage(here.key, keys.STAGES[key])
    corner = cells.corner(keys.ENDS[key]) if control else None
    return cells.goal(corner) if corner is not None else rims.end(here.key, keys.ENDS[key])


def _height(cells: Cells, here: Goal) -> float | None:
    return cells.middle(here.key) if here.key is not None else None

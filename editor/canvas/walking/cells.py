"""From cell to cell: the part of the map that is a grid."""

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from editor.canvas.walking.goal import Goal
from editor.session import Session
from model.layout.grid import Column
from model.layout.places import Cell
from model.records import Card, Emotion, Id

Ids = tuple[Id, Id]  # lane and step


class Cells:
    """The cells of the drawing that one can stand in: those over a step, on a lane that is not folded."""

    def __init__(self, session: Session) -> None:
        self._document = session.document
        self._places = session.drawing.places
        self._source = session.drawing.layout.order.source

    # Finding

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column of the map."""
        return self._source.columns

    def at(self, lane: Id, step: Id) -> Cell | None:
        """A cell by its lane and step, if it shows."""
        column = self._source.places.get(step)
        return self._places.cell(lane, column) if column is not None else None

    def of(self, key: Id) -> Cell | None:
        """The cell a card, KPI or emotion stands in, if it shows."""
        return self._places.cell_of(key)

    def first(self, column: int = 0) -> Cell | None:
        """The uppermost cell of a column; where there is none to stand in, of the next one."""
        found = (self._places.cell(lane, at) for at in range(column, len(self.columns)) for lane in self._open_lanes())
        return next((cell for cell in found if cell is not None and cell.step is not None), None)

    def in_lane(self, lane: Id, columns: Iterable[int]) -> Cell | None:
        """The first cell of a lane over these columns that one can stand in."""
        found = (self._places.cell(lane, at) for at in columns if self.columns[at].step is not None)
        return next((cell for cell in found if cell is not None), None)

    def is_open(self, cell: Cell | None) -> TypeGuard[Cell]:
        """Whether a cell shows what stands in it; of a folded lane only the name does."""
        return cell is not None and cell.lane in self._open_lanes()

    # Going

    def beside(self, cell: Cell, dx: int, dy: int, leap: bool = False) -> Cell | None:
        """The next cell in a direction, with `leap` the next that is not empty, else the last; None at the edge."""
        found = None
        for found in self._way(cell, dx, dy):
            if not leap or self._places.in_cell(found):
                break
        return found

    def _way(self, cell: Cell, dx: int, dy: int) -> Iterator[Cell]:
        while (there := self._places.walk(cell, dx, dy)) != cell:
            cell = there
            if cell.step is not None and self.is_open(cell):
                yield cell

    def row_end(self, cell: Cell, last: bool) -> Cell:
        """The first cell of the same lane, or the last one."""
        columns = range(len(self.columns))
        return self.in_lane(cell.lane, reversed(columns) if last else columns) or cell

    def corner(self, last: bool) -> Cell | None:
        """The first cell of the map, or the last one."""
        lanes = self._open_lanes()
        columns = range(len(self.columns))
        if not lanes:
            return None
        return self.in_lane(lanes[-1] if last else lanes[0], reversed(columns) if last else columns)

    def by_stage(self, cell: Cell, by: int) -> Cell | None:
        """The first cell of the next stage in the same lane; going back, that of one's own stage comes first."""
        starts = stage_starts(self.columns)
        ways = (
            [at for at in starts if at > cell.column] if by > 0 else [at for at in reversed(starts) if at < cell.column]
        )
        return self.in_lane(cell.lane, ways)

    # What stands in cells

    def goal(self, cell: Cell, dx: int = 0, dy: int = 0, beside: float | None = None) -> Goal:
        """A cell entered in a direction: what is nearest in it, to the height `beside` where one comes from a side."""
        row = self._places.in_cell(cell)
        if not row:
            return Goal(cell, column=cell.column)
        if dy or beside is None or not dx:
            return Goal(cell, row[-1] if dy < 0 else row[0], cell.column)
        return Goal(cell, min(row, key=lambda key: abs(self.middle(key) - beside)), cell.column)

    def inside(self, cell: Cell, key: Id | None, dy: int) -> Goal | None:
        """The next thing in the same cell, up or down."""
        row = self._places.in_cell(cell)
        at = row.index(key) + dy if key in row else -1
        return Goal(cell, row[at], cell.column) if 0 <= at < len(row) else None

    def middle(self, key: Id) -> float:
        """The height at which something stands on its page."""
        spot = self._places.spots(key)[0]
        return spot.rect.y + spot.rect.height / 2

    def within(self, one: Cell, other: Cell) -> list[Id]:
        """The cards and emotions that begin in a rectangle of cells, given by two of its corners; in reading order."""
        lanes = self._open_lanes()
        top, bottom = sorted((lanes.index(one.lane), lanes.index(other.lane)))
        left, right = sorted((one.column, other.column))
        cells = (
            self._places.cell(lane, column) for column in range(left, right + 1) for lane in lanes[top : bottom + 1]
        )
        keys = (key for cell in cells if cell is not None for key in self._places.in_cell(cell))
        return [key for key in keys if isinstance(self._document.records[key], Card | Emotion)]

    def _open_lanes(self) -> list[Id]:
        return [band.lane.id for band in self._source.bands if band.folded is None]


def stage_starts(columns: Iterable[Column]) -> list[int]:
    """The columns at which stages begin."""
    starts: dict[int, int] = {}
    for at, column in enumerate(columns):
        starts.setdefault(column.stage_number, at)
    return list(starts.values())

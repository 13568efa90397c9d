"""Around the grid: the names of the lanes at its left, steps and stages above it, on top the map and its persona."""

from collections.abc import Sequence

from editor.canvas.walking.cells import Cells, stage_starts
from editor.canvas.walking.goal import Goal
from editor.session import Session
from model.layout.places import Cell
from model.records import Id, Lane, Link, Map, Persona, Stage, Step


class Rims:
    """Where the arrows lead from a stage, a step, a lane's name, a persona, the map or a link."""

    def __init__(self, session: Session, cells: Cells) -> None:
        self._document = session.document
        self._places = session.drawing.places
        self._bands = session.drawing.layout.order.source.bands
        self._cells = cells

    def siblings(self, key: Id) -> Sequence[Id]:
        """The stages, steps or lanes that show, where this is one of them."""
        match self._document.records.get(key):
            case Stage():
                return [stage.id for stage in self._document.stages]
            case Step():
                return [step for step in self._document.columns if self._places.spots(step)]
            case Lane():
                return [band.lane.id for band in self._bands]
        return ()

    def above(self, column: int) -> Goal | None:
        """What stands over a column: the step's title where it shows, else the stage."""
        found = self._cells.columns[column]
        if found.step is not None and self._places.spots(found.step.id):
            return Goal(key=found.step.id, column=column)
        return Goal(key=found.stage.id, column=column) if found.stage is not None else None

    def step(self, key: Id, dx: int, dy: int, column: int) -> Goal | None:
        """One arrow key from a record at the rim; `column` is where one walked last."""
        match self._document.records[key]:
            case Stage():
                return self._sibling(key, dx) if dx else self._top() if dy < 0 else self._below_stage(key, column)
            case Step(stage=stage):
                here = self._document.columns[key]
                above = Goal(key=stage, column=here)
                return self._sibling(key, dx) if dx else above if dy < 0 else self._enter(self._cells.first(here))
            case Lane():
                return self._from_lane(key, dx, dy)
            case Map():
                return self._persona() if dx > 0 else self._stage_over(column) if dy > 0 else None
            case Persona():
                return self._top() if dx < 0 else self._stage_over(column) if dy > 0 else None
            case Link(source=source, target=target):
                return self._card(source if dx < 0 or dy < 0 else target)
        return None

    def end(self, key: Id, last: bool) -> Goal | None:
        """The first of its kind, or the last."""
        row = self.siblings(key)
        return self._rim(row[-1] if last else row[0]) if row else None

    def by_stage(self, key: Id, by: int) -> Goal | None:
        """From a stage to the next one, from a step to the first of the next stage."""
        if isinstance(self._document.records[key], Stage):
            return self._sibling(key, by)
        if key not in self._document.columns:
            return None
        here, starts = self._document.columns[key], stage_starts(self._cells.columns)
        ways = [at for at in starts if at > here] if by > 0 else [at for at in reversed(starts) if at < here]
        return next((goal for at in ways if (goal := self.above(at)) is not None), None)

    def _sibling(self, key: Id, by: int) -> Goal | None:
        row = self.siblings(key)
        at = row.index(key) + by if key in row else -1
        return self._rim(row[at]) if 0 <= at < len(row) else None

    def _rim(self, key: Id) -> Goal:
        return Goal(key=key, column=self._column_of(key))

    def _column_of(self, key: Id) -> int | None:
        """The column of a step, or the first one of a stage."""
        columns = self._cells.columns
        found = (
            at
            for at, each in enumerate(columns)
            if key in (each.step.id if each.step else None, each.stage.id if each.stage else None)
        )
        return next(found, None)

    def _below_stage(self, key: Id, column: int) -> Goal | None:
        over = self._cells.columns[column].stage
        at = column if over is not None and over.id == key else self._column_of(key)
        if at is None:
            return None
        step = self._cells.columns[at].step
        if step is not None and self._places.spots(step.id):
            return Goal(key=step.id, column=at)
        return self._enter(self._cells.first(at))

    def _from_lane(self, key: Id, dx: int, dy: int) -> Goal | None:
        if dx > 0:
            columns = range(len(self._cells.columns))
            cell = self._cells.in_lane(key, columns) if self._places.cell(key, 0) else None
            return self._enter(cell, dx)
        if dx < 0:
            return None
        return self._sibling(key, dy) or (self._top() if dy < 0 else None)

    def _enter(self, cell: Cell | None, dx: int = 0) -> Goal | None:
        return self._cells.goal(cell, dx, 1) if cell is not None else None

    def _stage_over(self, column: int) -> Goal | None:
        stage = self._cells.columns[column].stage
        return Goal(key=stage.id) if stage is not None else self._enter(self._cells.first())

    def _top(self) -> Goal:
        return Goal(key=self._document.map.id)

    def _persona(self) -> Goal | None:
        shown = (persona.id for persona in self._document.personas if self._places.spots(persona.id))
        return next((Goal(key=key) for key in shown), None)

    def _card(self, key: Id) -> Goal | None:
        return Goal(self._cells.of(key), key) if self._places.spots(key) else None

"""Selecting with Shift: a rectangle of cells, or a row of stages, steps or lanes, from where one began."""

from collections.abc import Sequence

import msgspec

from editor.canvas.walking.cells import Cells, Ids
from editor.canvas.walking.goal import Goal
from editor.canvas.walking.rims import Rims
from editor.session import Session
from model.records import Id


class Stretch(msgspec.Struct, frozen=True):
    """From `anchor` to `head`, which moves: cells, or records; and what the session held when it was made."""

    anchor: Ids | Id
    head: Ids | Id
    selection: tuple[Id, ...]
    cell: Ids | None

    def lasts(self, session: Session) -> bool:
        """Whether nothing else was selected since."""
        return self.selection == session.selection and self.cell == session.cell


def stretched(
    session: Session, cells: Cells, rims: Rims, before: Stretch | None, here: Goal, goal: Goal
) -> Stretch | None:
    """Select everything up to the goal; None where the two stand in no row and in no rectangle."""
    if here.ids is not None and goal.ids is not None:
        return _over_cells(session, cells, before.anchor if before is not None else here.ids, goal.ids)
    if here.key is not None and goal.key is not None:
        return _along(session, rims.siblings(here.key), before.anchor if before is not None else here.key, goal.key)
    return None


def _over_cells(session: Session, cells: Cells, anchor: Ids | Id, head: Ids) -> Stretch | None:
    one, other = cells.at(*anchor) if isinstance(anchor, tuple) else None, cells.at(*head)
    if one is None or other is None or not isinstance(anchor, tuple):
        return None
    chosen = cells.within(one, other)
    if chosen:
        session.select(chosen)
    else:
        session.stand_in(anchor)
    return Stretch(anchor, head, session.selection, session.cell)


def _along(session: Session, row: Sequence[Id], anchor: Ids | Id, head: Id) -> Stretch | None:
    if anchor not in row or head not in row:
        return None
    one, other = row.index(str(anchor)), row.index(head)
    session.select(row[one : other + 1] if one <= other else row[other : one + 1][::-1])
    return Stretch(anchor, head, session.selection, session.cell)

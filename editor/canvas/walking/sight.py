"""Where to begin, and what to bring into sight."""

from typing import TYPE_CHECKING

from editor.canvas.walking.cells import Cells
from editor.canvas.walking.goal import Goal
from editor.session import Session
from model.layout.frame import Rect
from model.layout.places import Cell, Spot

if TYPE_CHECKING:
    from editor.canvas.canvas import Canvas


def first_in_sight(canvas: "Canvas", cells: Cells) -> Goal | None:
    """What stands in the first cell of the map, or where that is out of sight in the uppermost cell that shows."""
    first, seen = cells.corner(last=False), canvas.seen()
    if first is None:
        return None
    if not canvas.desk.placed(first.page, first.rect).meets(seen):
        first = _uppermost(canvas, seen) or first
    return cells.goal(first)


def _uppermost(canvas: "Canvas", seen: Rect) -> Cell | None:
    layout = canvas.session.drawing.layout
    for page in canvas.desk.showing(seen):
        if page < len(layout.composed):
            frame, (left, top) = layout.composed[page].frame, canvas.desk.corner(page)
            x, y = max(seen.x - left, frame.left), max(seen.y - top, frame.top)
            cell = canvas.session.drawing.places.cell_at(page, x, y)
            if cell is not None and cell.step is not None:
                return cell
    return None


def spot_near(session: Session, goal: Goal, page: int) -> Spot | Cell | None:
    """Where a goal shows: of several pages on its cell's, or on the one where one was."""
    if goal.key is None:
        return goal.cell
    spots = session.drawing.places.spots(goal.key)
    wanted = goal.cell.page if goal.cell is not None else page
    return next((spot for spot in spots if spot.page == wanted), next(iter(spots), None))

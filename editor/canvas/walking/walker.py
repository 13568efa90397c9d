"""Walking on the map by keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from editor.canvas.walking import keys
from editor.canvas.walking.cells import Cells
from editor.canvas.walking.goal import Goal
from editor.canvas.walking.leading import lead
from editor.canvas.walking.nudging import nudge
from editor.canvas.walking.rims import Rims
from editor.canvas.walking.saying import announce, where
from editor.canvas.walking.sight import first_in_sight, spot_near
from editor.canvas.walking.stretch import Stretch, stretched
from model.layout.frame import Rect

if TYPE_CHECKING:
    from editor.canvas.canvas import Canvas


class Walker:
    """Takes the arrow keys and those around them."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self._session = canvas.session
        self._column = 0
        self._page = 0
        self._stretch: Stretch | None = None

    def cell_rect(self) -> Rect | None:
        """The cell one stands in, or the rectangle of cells that is being selected, where it is open; on the desk."""
        cells, stretch = Cells(self._session), self._stretch_now()
        corners = (stretch.anchor, stretch.head) if stretch is not None else (self._session.cell,)
        found = [cells.at(*ids) for ids in corners if isinstance(ids, tuple)]
        return _around([self._canvas.desk.placed(cell.page, cell.rect) for cell in found if cells.is_open(cell)])

    def key(self, event: QKeyEvent) -> bool:
        """Whether the key was one that walks, moves or steps back."""
        held = keys.held(event)
        if event.key() == Qt.Key.Key_Escape and not held:
            return self._step_back()
        if not keys.walks(event.key()) or held & keys.Held.MetaModifier:
            return False
        control, shift = bool(held & keys.Held.ControlModifier), bool(held & keys.Held.ShiftModifier)
        if held & keys.Held.AltModifier:
            return event.key() in keys.ARROWS and not control and self._nudge(*keys.ARROWS[event.key()], shift)
        self._walk(event.key(), control, shift)
        return True

    def _nudge(self, dx: int, dy: int, finely: bool) -> bool:
        moved = nudge(self._session, dx, dy, finely)
        if moved:
            self._arrive(self._here(Cells(self._session)))
        return moved

    def _step_back(self) -> bool:
        """From what is selected to its cell, from a cell to nowhere."""
        session = self._session
        if session.current is None and session.cell is None:
            return False
        cell = Cells(session).of(session.current) if session.current is not None else None
        goal = Goal(cell)
        session.stand_in(goal.ids)
        self._arrive(goal)
        return True

    # Walking

    def _walk(self, key: int, control: bool, shift: bool) -> None:
        cells = Cells(self._session)
        rims = Rims(self._session, cells)
        here = self._here(cells)
        if here is None:
            self._go(first_in_sight(self._canvas, cells))
            return
        column = min(self._column, len(cells.columns) - 1)
        goal = lead(cells, rims, here, key, control, shift, column)
        if goal is not None and shift:
            self._stretch = stretched(self._session, cells, rims, self._stretch_now(), here, goal)
        if goal is not None and (not shift or self._stretch is None):
            self._go(goal)
        elif goal is not None:
            self._arrive(goal)

    def _here(self, cells: Cells) -> Goal | None:
        """Where one is: at the moving end of what Shift selects, at what is selected, or in a cell."""
        session, stretch = self._session, self._stretch_now()
        if stretch is not None:
            return Goal(cells.at(*stretch.head)) if isinstance(stretch.head, tuple) else Goal(key=stretch.head)
        if session.current is not None and session.drawing.places.spots(session.current):
            return Goal(cells.of(session.current), session.current)
        cell = cells.at(*session.cell) if session.cell is not None else None
        return Goal(cell) if cell is not None else None

    def _go(self, goal: Goal | None) -> None:
        if goal is None:
            return
        if goal.key is not None:
            self._session.select((goal.key,))
        else:
            self._session.stand_in(goal.ids)
        self._arrive(goal)

    def _stretch_now(self) -> Stretch | None:
        stretch = self._stretch
        return stretch if stretch is not None and stretch.lasts(self._session) else None

    # Arriving

    def _arrive(self, goal: Goal | None) -> None:
        """Bring where one is into sight, and say it."""
        if goal is None:
            return
        self._column = goal.column if goal.column is not None else self._column
        spot = spot_near(self._session, goal, self._page)
        if spot is not None:
            self._page = spot.page
            self._canvas.reveal_rect(spot.page, spot.rect)
        self._canvas.viewport().update()
        announce(self._canvas, where(self._session, goal.cell))


def _around(rects: list[Rect]) -> Rect | None:
    """The rectangle around these."""
    if not rects:
        return None
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return Rect(left, top, right - left, bottom - top)

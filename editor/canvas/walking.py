"""Walking on the map by keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent

from model.layout.frame import Rect

if TYPE_CHECKING:
    from editor.canvas.canvas import Canvas


class Walker:
    """Takes the arrow keys."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas

    def cell_rect(self) -> Rect | None:
        """The cell one stands in, on the desk."""
        session = self._canvas.session
        if session.cell is None:
            return None
        lane, step = session.cell
        column = session.document.columns.get(step)
        cell = session.drawing.places.cell(lane, column) if column is not None else None
        return self._canvas.desk.placed(cell.page, cell.rect) if cell is not None else None

    def key(self, event: QKeyEvent) -> bool:
        """Whether the key led somewhere."""
        return False

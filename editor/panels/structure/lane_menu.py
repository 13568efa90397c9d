"""The menu of a lane in the tree: the two things that can be turned there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.panels.structure.model import Turned
from editor.panels.structure.names import say
from model.records import Lane


class LaneMenu(QMenu):
    """Gone once it is closed. `turn` is called with the lane and the member that is to become what it is not."""

    def __init__(self, lane: Lane, turn: Callable[[Lane, Turned], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._lane, self._turn_it = lane, turn
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer("hidden", say("menu.show"), checked=not lane.hidden)
        self._offer("folded", say("menu.fold"), checked=lane.folded)
        self.triggered.connect(self._turn)

    def _offer(self, member: Turned, words: str, *, checked: bool) -> None:
        action = self.addAction(words)
        action.setCheckable(True)
        action.setChecked(checked)
        action.setData(member)

    def _turn(self, action: QAction) -> None:
        self._turn_it(self._lane, action.data())

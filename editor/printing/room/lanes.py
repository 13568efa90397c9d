"""Which lanes are on paper: each with a tick, those that are hidden in the map left out."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from editor.appearance.icons import role_icon
from editor.panels.structure.names import lane_name
from editor.plain import menu_text, tooltip
from model.document import Document
from model.records import Id

_LONGEST = 34  # letters of a lane's title that have room in the column


class LaneChoices(QWidget):
    """A tick is a lane that shows."""

    changed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = [lane for lane in document.lanes if not lane.hidden]
        self.boxes = {lane.id: QCheckBox(self) for lane in self._lanes}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for lane in self._lanes:
            box = self.boxes[lane.id]
            box.setIcon(role_icon(lane.role))
            box.setChecked(True)
            box.toggled.connect(self.changed)
            column.addWidget(box)

    @property
    def hidden(self) -> frozenset[Id]:
        """The lanes left out."""
        return frozenset(key for key, box in self.boxes.items() if not box.isChecked())

    def put(self, hidden: frozenset[Id]) -> None:
        for key, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(key not in hidden)

    def retranslate(self) -> None:
        for lane in self._lanes:
            name = lane_name(lane)
            shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
            self.boxes[lane.id].setText(menu_text(shown))
            self.boxes[lane.id].setAccessibleName(name)
            self.boxes[lane.id].setToolTip(tooltip(name))

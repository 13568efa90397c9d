"""Where things stand in the print room, and its buttons."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from editor.printing.room.format_options import format_name
from editor.speech import Speech
from export.registry import EXPORTERS

say = Speech("printing")

Wanted = Literal["export", "print"]
"""What one came for: that button is the one that Enter presses."""

PDF, PNG = ".pdf", ".png"
SIZE, SMALLEST = QSize(1240, 700), QSize(960, 560)
_BUTTONS = ("formats", "export", "print", "close")
_COPY = "copy"


class Buttons(QWidget):
    """What can be done with the pages. Formats of pages other than PDF stand in a menu."""

    def __init__(self, wanted: Wanted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_name = {key: QPushButton(self) for key in _BUTTONS}
        self.formats = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.by_name.values():
            button.setAutoDefault(False)
            row.addWidget(button)
        self.by_name[wanted].setDefault(True)
        self.by_name["formats"].setMenu(self.formats)

    def listen(
        self, export: Callable[[str], None], copy: Callable[[], None], acts: Mapping[str, Callable[[], None]]
    ) -> None:
        """What the buttons do. `export` is told the ending of a file."""
        self.by_name["export"].clicked.connect(partial(_act, partial(export, PDF)))
        for name, act in acts.items():
            self.by_name[name].clicked.connect(partial(_act, act))
        for ending, exporter in EXPORTERS.items():
            if exporter.paints and ending != PDF:
                self._add(ending, partial(export, ending))
        if PNG in EXPORTERS:
            self.formats.addSeparator()
            self._add(_COPY, copy)

    def allow(self, able: bool) -> None:
        """Whether there is anything to write or to print."""
        for key in ("formats", "export", "print"):
            self.by_name[key].setEnabled(able)

    def _add(self, name: str, act: Callable[[], None]) -> None:
        action = QAction(self.formats)
        action.setData(name)
        action.triggered.connect(partial(_act, act))
        self.formats.addAction(action)

    def retranslate(self) -> None:
        for key, button in self.by_name.items():
            button.setText(say(f"button.{key}"))
        for action in self.formats.actions():
            if name := action.data():
                action.setText(say("copy_page") if name == _COPY else f"{format_name(name)}...")


def arrange(room: QDialog, sides: tuple[QWidget, QWidget, QWidget], below: tuple[QWidget, QWidget, QWidget]) -> None:
    """Kinds, choices and desk side by side; under them what is told or done, and the buttons."""
    upper, lower, whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(room)
    for part in sides:
        upper.addWidget(part, int(part is sides[-1]))
    for part in below:
        lower.addWidget(part, int(part is not below[-1]))
    upper.setSpacing(12)
    lower.setSpacing(16)
    whole.setSpacing(12)
    whole.addLayout(upper, 1)
    whole.addLayout(lower)
    room.setMinimumSize(SMALLEST)
    room.resize(SIZE.boundedTo(room.screen().availableSize() * 0.95))


def _act(act: Callable[[], None], _: bool = False) -> None:
    """Qt says with each click whether the button is checked."""
    act()

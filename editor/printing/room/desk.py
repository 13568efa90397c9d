"""The pages as they will be, one by one: turned with Page Up and Page Down, nearer with + and -, whole with 0."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.plain import label, one_line, tooltip
from editor.printing.paper_view import BLANK, PaperView
from editor.printing.room.facts import paper_of
from editor.printing.room.glass import KEYS, STEP, Glass
from editor.speech import Speech
from model.layout.shapes import Page

say = Speech("printing")

_LARGEST = 8.0
_GAP, _LEAST = 12, 40  # pixels at most between two buttons; of a title that is worth showing
_BUTTONS = ("back", "on", "smaller", "larger", "whole")


class Desk(QWidget):
    """Shows no page until it is given some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Sequence[Page] = ()
        self._zoom: float | None = None
        self.number = 0
        self.paper = PaperView(parent=self)
        self.glass = Glass(self)
        self.where = label(parent=self)
        self.buttons = {key: QPushButton(self) for key in _BUTTONS}
        self._arrange()
        self._listen()
        self.retranslate()

    # Looking

    def put(self, pages: Sequence[Page]) -> None:
        """Other pages, or none; the one looked at keeps its number where there still is one."""
        self._pages = pages
        self.turn(self.number)

    def turn(self, number: int) -> None:
        """To a page, counted from 0."""
        before, self.number = self.number, min(max(number, 0), max(len(self._pages) - 1, 0))
        if before != self.number:
            self.glass.verticalScrollBar().setValue(0)
        self._show()

    def turn_by(self, pages: int) -> None:
        self.turn(self.number + pages)

    def turn_on(self) -> None:
        self.turn_by(1)

    def turn_back(self) -> None:
        self.turn_by(-1)

    def turn_to_first(self) -> None:
        self.turn(0)

    def turn_to_last(self) -> None:
        self.turn(len(self._pages) - 1)

    def zoom_by(self, times: float) -> None:
        """Nearer or farther, but never farther than the whole page."""
        wanted = min(self.zoom * times, _LARGEST)
        self._zoom = wanted if wanted > self._whole else None
        self._show()

    def zoom_in(self) -> None:
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        self.zoom_by(1 / STEP)

    def show_whole(self) -> None:
        self._zoom = None
        self._show()

    @property
    def zoom(self) -> float:
        """1 is the true size on a screen of 96 pixels to the inch."""
        return self._zoom or self._whole

    @property
    def page(self) -> Page:
        """The one looked at."""
        return self._pages[self.number] if self._pages else BLANK

    @property
    def _whole(self) -> float:
        return self.paper.zoom_to_fit(self.glass.maximumViewportSize(), self.page)

    def _show(self) -> None:
        self.paper.setVisible(bool(self._pages))
        self.paper.show_page(self.page, self.zoom)
        self.buttons["back"].setEnabled(self.number > 0)
        self.buttons["on"].setEnabled(self.number < len(self._pages) - 1)
        for key in ("smaller", "larger", "whole"):
            self.buttons[key].setEnabled(bool(self._pages))
        title = one_line(self.page.title)
        self.where.setText(self._said(self._shortened(title)) if self._pages else "")
        self.paper.setAccessibleName(self._said(title) if self._pages else "")

    def _said(self, title: str) -> str:
        parts = [say("where", number=self.number + 1, total=len(self._pages)), title, paper_of(self.page)]
        return " · ".join([*filter(None, parts), f"{say.number(round(self.zoom * 100))} %"])

    def _shortened(self, title: str) -> str:
        """As much of a title as has room between the buttons, beside the rest; nothing rather than a letter or two."""
        metrics = self.where.fontMetrics()
        widths = (min(each.sizeHint().width(), each.maximumWidth()) for each in self.buttons.values())
        taken = sum(width + _GAP for width in widths)
        room = self.width() - taken - metrics.horizontalAdvance(self._said(" · "))
        return metrics.elidedText(title, Qt.TextElideMode.ElideRight, room) if room >= _LEAST else ""

    # Building

    def _arrange(self) -> None:
        self.glass.setWidget(self.paper)
        self.glass.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.glass.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.where.setMinimumWidth(120)
        row = QHBoxLayout()
        for key in ("back", "on"):
            row.addWidget(self.buttons[key])
        row.addWidget(self.where, 1, Qt.AlignmentFlag.AlignCenter)
        for key in ("smaller", "larger", "whole"):
            row.addWidget(self.buttons[key])
        for key in ("back", "on", "smaller", "larger"):
            self.buttons[key].setFixedWidth(40)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.glass, 1)
        column.addLayout(row)

    def _listen(self) -> None:
        for key, button in self.buttons.items():
            button.clicked.connect(self._acts[key])
            button.setAutoDefault(False)
        self.glass.nearer.connect(self.zoom_by)
        self.glass.turned.connect(self.turn_by)

    @property
    def _acts(self) -> dict[str, Callable[[], None]]:
        return {
            "back": self.turn_back,
            "on": self.turn_on,
            "first": self.turn_to_first,
            "last": self.turn_to_last,
            "smaller": self.zoom_out,
            "larger": self.zoom_in,
            "whole": self.show_whole,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEYS:
            self._acts[KEYS[event.key()]]()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """In the language of this moment."""
        for key, button in self.buttons.items():
            button.setText(say(f"button.{key}"))
            button.setToolTip(tooltip(say(f"tip.{key}")))
            button.setAccessibleName(say(f"tip.{key}"))
        self.glass.setAccessibleName(say("pages"))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

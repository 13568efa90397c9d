"""A look at the sheets before they are printed: the very shapes of the printer and of the PDF.

Not QPrintPreviewDialog: it records pages with their text as strings, and the layout's letters are lost on the way.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.appearance.colours import colours
from editor.plain import label, window_title
from editor.printing.paper_view import PaperView
from editor.speech import Speech
from model.layout.shapes import Page
from model.layout.sheets import MM, Sheet

say = Speech("printing")

_STEP, _LARGEST = 1.25, 4.0
_BUTTONS = ("back", "on", "smaller", "larger", "whole", "print", "close")
_KEYS: dict[int, str] = {
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_PageDown: "on",
    Qt.Key.Key_Minus: "smaller",
    Qt.Key.Key_Plus: "larger",
    Qt.Key.Key_Equal: "larger",  # where + takes Shift
    Qt.Key.Key_0: "whole",
}
SIZE = QSize(1000, 680)


class Preview(QDialog):
    """Sheet by sheet: Page Up and Page Down turn them, + and - zoom, 0 shows the whole sheet. Accepted: print."""

    def __init__(self, parent: QWidget, title: str, pages: Sequence[Page], on: Sheet) -> None:
        super().__init__(parent)
        self._pages, self._sheet, self._title = pages, on, title
        self.number = 0
        self._zoom: float | None = None
        self.paper = PaperView(pages[0])
        self.desk = QScrollArea(self)
        self.where = label(parent=self)
        self._buttons = {key: QPushButton(self) for key in _BUTTONS}
        self._arrange()
        self._listen()
        self.resize(SIZE)
        self.retranslate()

    # Looking

    def turn(self, number: int) -> None:
        """Another sheet, counted from 0."""
        self.number = min(max(number, 0), len(self._pages) - 1)
        self.desk.verticalScrollBar().setValue(0)
        self._show()

    def turn_on(self) -> None:
        self.turn(self.number + 1)

    def turn_back(self) -> None:
        self.turn(self.number - 1)

    def zoom_in(self) -> None:
        self._zoom = min(self.zoom * _STEP, _LARGEST)
        self._show()

    def zoom_out(self) -> None:
        smaller = self.zoom / _STEP
        self._zoom = smaller if smaller > self._whole else None
        self._show()

    def show_whole(self) -> None:
        self._zoom = None
        self._show()

    @property
    def zoom(self) -> float:
        """1 is the true size on a screen of 96 pixels to the inch."""
        return self._zoom or self._whole

    @property
    def _whole(self) -> float:
        return self.paper.zoom_to_fit(self.desk.maximumViewportSize(), self._page)

    @property
    def _page(self) -> Page:
        return self._pages[self.number]

    def _show(self) -> None:
        self.paper.show_page(self._page, self.zoom)
        self._buttons["back"].setEnabled(self.number > 0)
        self._buttons["on"].setEnabled(self.number < len(self._pages) - 1)
        size = f"{say.number(round(self._page.width / MM))} × {say.number(round(self._page.height / MM))} mm"
        facts = {"number": self.number + 1, "total": len(self._pages), "paper": self._sheet.name, "size": size}
        self.where.setText(say("where", **facts, percent=say.number(round(self.zoom * 100))))
        self.paper.setAccessibleName(self.where.text())

    # Building

    def _arrange(self) -> None:
        self.desk.setWidget(self.paper)
        self.desk.setBackgroundRole(QPalette.ColorRole.Window)
        self.desk.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        for key in ("back", "on", "smaller", "larger"):
            self._buttons[key].setFixedWidth(44)
        for key in ("back", "on"):
            row.addWidget(self._buttons[key])
        row.addWidget(self.where, 1, Qt.AlignmentFlag.AlignCenter)
        for key in ("smaller", "larger", "whole"):
            row.addWidget(self._buttons[key])
        row.addSpacing(16)
        for key in ("print", "close"):
            row.addWidget(self._buttons[key])
        layout = QVBoxLayout(self)
        layout.addWidget(self.desk, 1)
        layout.addLayout(row)
        self._buttons["print"].setDefault(True)
        self._buttons["print"].setFocus()

    def _listen(self) -> None:
        for key, act in self._acts.items():
            self._buttons[key].clicked.connect(act)
            self._buttons[key].setAutoDefault(False)
        self._buttons["print"].clicked.connect(self.accept)
        self._buttons["close"].clicked.connect(self.reject)

    @property
    def _acts(self) -> dict[str, Callable[[], None]]:
        return {
            "back": self.turn_back,
            "on": self.turn_on,
            "smaller": self.zoom_out,
            "larger": self.zoom_in,
            "whole": self.show_whole,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys the desk has no use for: where it has the focus, Page Down goes down a large sheet."""
        act = self._acts.get(_KEYS.get(event.key(), ""))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def retranslate(self) -> None:
        """In the language of this moment."""
        self.setWindowTitle(window_title(say("preview", map=self._title)))
        for key, button in self._buttons.items():
            button.setText(say(f"button.{key}"))
            if f"tip.{key}" in say:
                button.setToolTip(say(f"tip.{key}"))
                button.setAccessibleName(say(f"tip.{key}"))
        self._dress()
        self._show()

    def _dress(self) -> None:
        palette = self.desk.palette()
        palette.setColor(QPalette.ColorRole.Window, colours().desk)
        self.desk.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_buttons"):
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()


def look_at(parent: QWidget, title: str, pages: Sequence[Page], on: Sheet) -> bool:
    """Show the sheets; whether they are to be printed."""
    preview = Preview(parent, title, pages, on)
    agreed = preview.exec() == QDialog.DialogCode.Accepted
    preview.deleteLater()
    return agreed

"""What the map is put on: paper and how it lies, which drawing of the map, in which language, which of the sheets."""

import msgspec
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from editor.printing.room.boxes import Combo
from editor.printing.room.forms import OptionsForm
from editor.printing.room.rows import add_row, form_in
from editor.printing.room.wish import FREE, FREE_KIND, OWN, OwnSize, Wish
from editor.speech import Speech
from editor.tasks.sheet_numbers import sheet_numbers
from model.document import Document
from model.layout.sheets import ORIENTATIONS, PAPERS
from model.layout.view import View, natural_view
from resources.words import LANGUAGES

say = Speech("printing")

_ROWS = ("paper", "own", "orientation", "view", "language", "sheets")


class SheetChoices(QWidget):
    """`numbered`: other sheets of the same pages are wanted."""

    changed = Signal()
    numbered = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.paper, self.orientation, self.view, self.language = (Combo(self) for _ in range(4))
        self.own = OptionsForm(OwnSize, self)
        self.sheets = QLineEdit(self)
        self._labels: dict[str, QLabel] = {}
        self._fill()
        self._arrange()
        for box in (self.paper, self.orientation, self.view, self.language):
            box.currentIndexChanged.connect(self._choose)
        self.own.changed.connect(self.changed)
        self.sheets.textChanged.connect(self.numbered)

    def fill(self, wish: Wish) -> Wish:
        """The wish with what is chosen here."""
        return msgspec.structs.replace(
            wish,
            paper=str(self.paper.currentData()),
            orientation=str(self.orientation.currentData()),
            own=self.own.value(),
            view=View(self.view.currentData()),
            language=self.language.currentData() or None,
        )

    def put(self, wish: Wish) -> None:
        self._offer_free(wish.kind == FREE_KIND)
        self.paper.put(wish.paper)
        self.orientation.put(wish.orientation)
        self.own.put(wish.own)
        self.view.put(wish.view or natural_view(self._document))
        self.language.put(wish.language or "")
        with QSignalBlocker(self.sheets):
            self.sheets.clear()
        self._show_what_matters()

    def numbers(self, count: int) -> tuple[int, ...]:
        """The sheets that are wanted of so many; empty for all. Raises ValueError."""
        text = self.sheets.text()
        return sheet_numbers(text, count) if text.strip() else ()

    def _choose(self) -> None:
        self._show_what_matters()
        self.changed.emit()

    def _show_what_matters(self) -> None:
        paper = self.paper.currentData()
        self.own.setVisible(paper == OWN)
        for part in (self.orientation, self._labels["orientation"]):
            part.setVisible(paper in PAPERS)

    def _offer_free(self, offered: bool) -> None:
        with QSignalBlocker(self.paper):
            at = self.paper.findData(FREE)
            if offered and at < 0:
                self.paper.addItem(say("paper.free"), FREE)
            elif not offered and at >= 0:
                self.paper.removeItem(at)

    def _fill(self) -> None:
        for paper in (*PAPERS, OWN):
            self.paper.addItem(paper, paper)
        for way in ORIENTATIONS:
            self.orientation.addItem("", way)
        for view in View:
            self.view.addItem("", view)
        for language in ("", *LANGUAGES):
            self.language.addItem("", language)

    def _arrange(self) -> None:
        form = form_in(self)
        for row in _ROWS:
            if row == "own":
                form.addRow(self.own)
            else:
                self._labels[row] = add_row(form, getattr(self, row))

    def retranslate(self) -> None:
        self.own.retranslate()
        for row, shown in self._labels.items():
            shown.setText(say(f"field.{row}"))
            getattr(self, row).setAccessibleName(say(f"field.{row}").replace("&", ""))
        self.sheets.setPlaceholderText(say("sheets_all"))
        for paper in (OWN, FREE):
            if (at := self.paper.findData(paper)) >= 0:
                self.paper.setItemText(at, say(f"paper.{paper}"))
        for box, room in ((self.orientation, "orientation"), (self.view, "view"), (self.language, "language")):
            for at in range(box.count()):
                box.setItemText(at, say(f"{room}.{box.itemData(at) or 'map'}"))

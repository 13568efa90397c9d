"""“Export”: which kind of file, which drawing, on which paper, which sheets; and how many those are."""

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.paper import pages, sheet_shown
from editor.plain import label
from editor.session import Session
from editor.settings import Settings
from editor.speech import Speech, language
from editor.tasks.exporting import lanes_left_out
from editor.tasks.sheet_numbers import sheet_numbers
from export.registry import EXPORTERS
from model.layout.shapes import Page
from model.layout.sheets import ORIENTATIONS, PAPERS, Sheet, sheet
from model.layout.view import View
from resources.words import words

say = Speech("files")
FREE = ""
"""In place of a paper: one sheet as large as the map."""


class Wish(msgspec.Struct, frozen=True):
    """What is to be exported. `sheets`: numbers of the pages to write, all where empty; `ending`: with its dot."""

    ending: str
    pages: tuple[Page, ...]
    sheets: tuple[int, ...] = ()


class ExportMap(QDialog):
    """Counts the sheets anew after each choice, once the choice is on the screen."""

    def __init__(self, parent: QWidget, session: Session, settings: Settings) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._pages: tuple[Page, ...] = ()
        self.kind, self.view, self.paper, self.orientation = (QComboBox(self) for _ in range(4))
        self.sheets = QLineEdit(self)
        self.count, self.left_out = (label(parent=self, wrap=True) for _ in range(2))
        self.counting = QTimer(self, interval=0, singleShot=True)
        self.counting.timeout.connect(self._count)
        self._button = self._arrange()
        self._fill()
        self._listen()
        self._choose()

    def wish(self) -> Wish:
        """What was chosen; it is remembered."""
        self._settings.keep("export_ending", self._ending)
        if on := self._sheet:
            self._settings.paper, self._settings.orientation = on.name, str(self.orientation.currentData())
        return Wish(self._ending, self._pages, self._numbers())

    @property
    def _ending(self) -> str:
        return str(self.kind.currentData())

    @property
    def _view(self) -> View:
        return View(self.view.currentData())

    @property
    def _sheet(self) -> Sheet | None:
        paper = self.paper.currentData()
        return None if paper == FREE else sheet(paper, self.orientation.currentData())

    def _arrange(self) -> QPushButton:
        self.setWindowTitle(say("export"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for key in ("kind", "view", "paper", "orientation", "sheets"):
            form.addRow(say(f"export.{key}"), getattr(self, key))
        buttons = QDialogButtonBox(self)
        export = buttons.addButton(say("export_dots"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setDefault(True)
        buttons.addButton(say("cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        for each in (self.count, self.left_out):
            _keep_room(each)
            layout.addWidget(each)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)
        return export

    def _fill(self) -> None:
        _offer(
            self.kind, ((say(f"kind{ending}"), ending) for ending in EXPORTERS), self._settings.value("export_ending")
        )
        _offer(self.view, ((say(f"view.{view}"), view) for view in View), self._session.drawing.view)
        _offer(self.paper, (*((paper, paper) for paper in PAPERS), (say("paper.free"), FREE)), self._now.name)
        ways = ((say(f"orientation.{way}"), way) for way in ORIENTATIONS)
        _offer(self.orientation, ways, ORIENTATIONS[self._now.height > self._now.width])
        self.sheets.setPlaceholderText(say("sheets_all"))

    @property
    def _now(self) -> Sheet:
        return sheet_shown(self._session, self._settings)

    def _listen(self) -> None:
        for box in (self.view, self.paper, self.orientation):
            box.currentIndexChanged.connect(self._choose)
        self.sheets.textChanged.connect(self._tell)

    def _choose(self) -> None:
        self.orientation.setEnabled(self._sheet is not None)
        self._button.setEnabled(False)
        self.count.setText(say("counting"))
        self.counting.start()

    def _count(self) -> None:
        self._pages = pages(self._session, self._view, self._sheet)
        lanes = lanes_left_out(self._session.document, self._view, words("cli", language()))
        self.left_out.setText(say("lanes_left_out", lanes=lanes) if lanes else "")
        self._tell()

    def _tell(self) -> None:
        """How many sheets, or what is wrong with the numbers."""
        if self.counting.isActive():
            return
        total = len(self._pages)
        try:
            chosen = len(self._numbers()) or total
        except ValueError:
            self.count.setText(say("sheets_wrong", count=total))
            self._button.setEnabled(False)
            return
        paper = say("sheets_free", count=chosen) if self._sheet is None else self._counted(chosen)
        self.count.setText(paper)
        self._button.setEnabled(True)

    def _counted(self, chosen: int) -> str:
        where = f"{self.paper.currentText()} {self.orientation.currentText().lower()}"
        return say("sheets_counted", count=chosen, paper=where)

    def _numbers(self) -> tuple[int, ...]:
        text = self.sheets.text()
        return sheet_numbers(text, len(self._pages)) if text.strip() else ()


def ask_for_export(parent: QWidget, session: Session, settings: Settings) -> Wish | None:
    """What to export; None where the question was left."""
    dialog = ExportMap(parent, session, settings)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    wish = dialog.wish() if done else None
    dialog.deleteLater()
    return wish


def _offer(box: QComboBox, choices: Iterable[tuple[str, str]], chosen: object) -> None:
    for name, value in choices:
        box.addItem(name, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))


def _keep_room(words: QLabel) -> None:
    """The window does not jump when a sentence takes a second line."""
    words.setMinimumHeight(2 * words.fontMetrics().lineSpacing())

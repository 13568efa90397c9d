"""“Export as”: the map itself in the format of another program, with whatever that format can be asked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.appearance.icons import icon
from editor.plain import label
from editor.printing.room.format_options import format_name
from editor.printing.room.forms import OptionsForm
from editor.printing.room.writing import Busy, Made, Writing
from editor.session import Session
from editor.settings import Settings
from editor.speech import Speech, language
from editor.tasks.exporting import Job, losses, render
from export.options import Options
from export.registry import EXPORTERS
from model.handouts.brief import Brief, no_check
from model.storage.cjm import encode
from resources.words import words

if TYPE_CHECKING:
    from editor.files.exporting import Exporting

say = Speech("printing")
_files = Speech("files")

_ENDING = Qt.ItemDataRole.UserRole
_ICON = "file-down"
_LAST = "export_format"


class ExportAs(QDialog):
    """The formats at the left, what can be asked of the chosen one at the right. `did`: a file was written."""

    def __init__(self, parent: QWidget, session: Session, settings: Settings, exporting: "Exporting") -> None:
        super().__init__(parent)
        self._session, self._settings, self._exporting = session, settings, exporting
        self.did = False
        self._place = Path()
        self.formats, self.stack = QListWidget(self), QStackedWidget(self)
        self.about, self.losses = (label(parent=self, wrap=True) for _ in range(2))
        self.forms: dict[str, OptionsForm[Options]] = {}
        self.busy, self.writing = Busy(self), Writing(self)
        self.export, self.close_ = QPushButton(self), QPushButton(self)
        self._fill()
        self._arrange()
        self._listen()
        self.retranslate()

    @property
    def ending(self) -> str:
        """Of the format chosen, with its dot."""
        return str(self.formats.currentItem().data(_ENDING))

    def write(self) -> None:
        """Ask where to, and write it there."""
        path = self._exporting.place(self, self.ending)
        if path is None:
            return
        self._place = path
        self._settings.keep(_LAST, self.ending)
        self.busy.begin(say("writing_map"))
        self.export.setEnabled(False)
        self.writing.begin(partial(self._make, path, self.forms[self.ending].value()))

    def reject(self) -> None:
        """Escape stops what is being written, and else leaves."""
        if self.writing.busy:
            self._stop()
        else:
            super().reject()

    def _job(self, options: Options, check: Callable[[], None] = no_check) -> Job:
        origin = self._session.origin
        brief = Brief(view=self._session.drawing.view, name=origin.name, check=check)
        data = encode(self._session.document) if getattr(options, "attach", False) else b""
        return Job(self._session.document, self._exporting.info(None), brief=brief, options=options, data=data)

    def _make(self, path: Path, options: Options, check: Callable[[], None]) -> Made:
        made = render(self._job(options, check), (), path, words("cli", language()))
        check()
        return made

    def _written(self, made: Made) -> None:
        self._stop()
        sentence = self._exporting.finish(self, made, self._place)
        if sentence:
            self.did = True
            self._session.tell(sentence)
            self.accept()

    def _not_written(self, sentence: str) -> None:
        self._stop()
        self._exporting.complain(self, sentence or say("cannot_write"))

    def _stop(self) -> None:
        self.writing.cancel()
        self.busy.hide()
        self.export.setEnabled(True)

    def done(self, result: int) -> None:
        self.writing.cancel()
        super().done(result)

    # Building

    def _fill(self) -> None:
        for ending, exporter in EXPORTERS.items():
            if exporter.paints:
                continue
            item = QListWidgetItem(icon(_ICON), "", self.formats)
            item.setData(_ENDING, ending)
            self.forms[ending] = OptionsForm(exporter.options, self, scope=ending.removeprefix("."))
            self.stack.addWidget(self.forms[ending])
        endings = [*self.forms]
        last = self._settings.value(_LAST)
        self.formats.setCurrentRow(endings.index(last) if last in endings else 0)

    def _arrange(self) -> None:
        right, sides, below, whole = QVBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for part in (self.about, self.stack, self.losses):
            right.addWidget(part)
        right.addStretch(1)
        right.setSpacing(12)
        self.formats.setFixedWidth(250)
        self.about.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        sides.addWidget(self.formats)
        sides.addLayout(right, 1)
        sides.setSpacing(16)
        below.addWidget(self.busy, 1)
        below.addStretch(0)
        below.addWidget(self.export)
        below.addWidget(self.close_)
        whole.setSpacing(12)
        whole.addLayout(sides, 1)
        whole.addLayout(below)
        self.export.setDefault(True)
        self.close_.setAutoDefault(False)
        self.resize(720, 400)
        self.formats.setFocus()

    def _listen(self) -> None:
        self.formats.currentRowChanged.connect(self._choose)
        self.export.clicked.connect(self.write)
        self.close_.clicked.connect(self.reject)
        self.busy.stopped.connect(self._stop)
        self.writing.made.connect(self._written)
        self.writing.failed.connect(self._not_written)

    def _choose(self) -> None:
        self.stack.setCurrentWidget(self.forms[self.ending])
        key, said = f"format{self.ending}.about", words("cli", language())
        self.about.setText(say(key) if key in say else "")
        lost = losses(self._job(self.forms[self.ending].value()), Path(f"map{self.ending}"), said)
        self.losses.setText(f"{lost} {_files('losses_more')}" if lost else "")

    def retranslate(self) -> None:
        self.setWindowTitle(say("export_as"))
        self.formats.setAccessibleName(say("formats"))
        for row in range(self.formats.count()):
            item = self.formats.item(row)
            item.setText(format_name(item.data(_ENDING)))
        for form in self.forms.values():
            form.retranslate()
        self.busy.retranslate()
        self.export.setText(say("button.export_as"))
        self.close_.setText(say("button.close"))
        self._choose()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

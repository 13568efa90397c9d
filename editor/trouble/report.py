"""What went wrong, to read and to hand on: plain text, and nobody's words in it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.speech import Speech
from editor.trouble.log import Log
from editor.trouble.place import about
from editor.trouble.traces import Crash, clear, crashes, earlier

_say = Speech("trouble")

_WIDTH, _HEIGHT = 760, 480  # pixels


class Report(QDialog):
    """Crashes first, the latest on top; then the log. What is deleted here is gone from the disk."""

    def __init__(self, parent: QWidget, log: Log, folder: Callable[[], Path]) -> None:
        super().__init__(parent)
        self._log, self._folder = log, folder
        self._sentence = plain.label("", self, wrap=True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.delete_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setIcon(icon("copy"))
        self.delete_button.setIcon(icon("trash-2"))
        self.copy_button.clicked.connect(self.copy)
        self.delete_button.clicked.connect(self.delete)
        self._buttons.rejected.connect(self.reject)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        self._lay_out()
        self.retranslate()
        self._fill()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._sentence)
        column.addWidget(self.text, 1)
        column.addWidget(self._buttons)
        self.resize(_WIDTH, _HEIGHT)

    def retranslate(self) -> None:
        self.setWindowTitle(_say("report"))
        self.text.setAccessibleName(_say("report"))
        self.copy_button.setText(_say("copy"))
        self.delete_button.setText(_say("delete"))
        self._sentence.setText(_say("report.some" if self.text.toPlainText() else "report.none"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def copy(self) -> None:
        """All of it to the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def delete(self) -> None:
        """Remove it from the disk; what could not be removed stays to be seen."""
        with suppress(OSError):
            self._log.clear()
            clear(self._folder())
        self._fill()

    def _fill(self) -> None:
        text = report(self._log, self._folder)
        self.text.setPlainText(text)
        for button in (self.copy_button, self.delete_button):
            button.setEnabled(bool(text))
        self.retranslate()


def report(log: Log, folder: Callable[[], Path]) -> str:
    """All there is to know; empty where nothing went wrong."""
    found: list[Crash] = []
    with suppress(OSError):
        found = [*crashes(folder()), *earlier(folder())]
    parts = [f"{crash.when:%Y-%m-%d %H:%M:%S UTC}\n{crash.text}" for crash in found] + [log.text().strip()]
    told = "\n\n".join(part for part in parts if part)
    return f"{about()}\n\n{told}\n" if told else ""

"""A list of what happened, to read, to copy and to agree to: plain text whatever stands in it."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from editor.plain import label, window_title
from editor.speech import Speech

say = Speech("files")


class Report(QDialog):
    """Lines under a sentence. With `agree` it is a question: that button goes on, the other one does not."""

    def __init__(self, parent: QWidget, title: str, sentence: str, lines: Sequence[str], agree: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.text = QPlainTextEdit("\n".join(lines), self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self._lay_out(sentence, self._buttons(agree))
        self.resize(640, 420)

    def copy(self) -> None:
        """The whole list to the clipboard."""
        QGuiApplication.clipboard().setText(self.text.document().toRawText().replace("\u2029", "\n"))

    def _lay_out(self, sentence: str, buttons: QDialogButtonBox) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(label(sentence, self, wrap=True))
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)

    def _buttons(self, agree: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(say("copy_list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        if agree:
            buttons.addButton(agree, QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
            buttons.addButton(say("cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        else:
            buttons.addButton(say("close"), QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def show_report(parent: QWidget, title: str, sentence: str, lines: Sequence[str], agree: str = "") -> bool:
    """Whether it was agreed to."""
    dialog = Report(parent, title, sentence, lines, agree)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed

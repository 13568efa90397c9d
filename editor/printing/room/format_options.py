"""What can be asked of a format of pages, asked for in a small dialog where there is anything."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from editor.plain import window_title
from editor.printing.room.forms import OptionsForm
from editor.speech import Speech
from export.options import Options

say = Speech("printing")
_files = Speech("files")


class FormatOptions(QDialog):
    """A form, and two buttons."""

    def __init__(self, parent: QWidget, ending: str, options: type[Options]) -> None:
        super().__init__(parent)
        self.form: OptionsForm[Options] = OptionsForm(options, self, scope=ending.removeprefix("."))
        self.setWindowTitle(window_title(format_name(ending)))
        buttons = QDialogButtonBox(self)
        buttons.addButton(say("button.go_on"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton(say("cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(buttons)
        self.setMinimumWidth(360)


def ask_for_options(parent: QWidget, ending: str, options: type[Options]) -> Options | None:
    """The options of a format; None where the question was left. One without any is not asked for."""
    dialog = FormatOptions(parent, ending, options)
    done = dialog.form.is_empty or dialog.exec() == QDialog.DialogCode.Accepted
    found = dialog.form.value() if done else None
    dialog.deleteLater()
    return found


def format_name(ending: str) -> str:
    """What a format is called: PNG pictures for .png."""
    key = f"kind{ending}"
    return _files(key) if key in _files else ending.removeprefix(".").upper()

"""What this program is, and whose work stands in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.speech import Speech
from editor.tasks.version import version

_say = Speech("window")

_SIDE = 48  # pixels of the sign above the text


class About(QDialog):
    """Closes by Escape, Enter or its button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_say("about.title"))
        sign = plain.label()
        sign.setPixmap(icon("footprints").pixmap(_SIDE, _SIDE))
        sign.setAccessibleName(_say("about.title"))
        text = plain.label(_say("about.text", version=version()), wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(16)
        for part in (sign, text, buttons):
            column.addWidget(part)
        self.setMinimumWidth(420)

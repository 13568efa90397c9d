"""A line in the panel to say why a finding is set aside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.panels.findings.model import say
from model.findings.finding import Finding


class Reason(QWidget):
    """Hidden until somebody is asked. `given` carries the finding and the reason, which may be empty; `typed` what
    stands in the line at each key."""

    given = Signal(object, str)
    typed = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about: Finding | None = None
        self.field, self.yes, self.no = QLineEdit(self), QToolButton(self), QToolButton(self)
        self.field.setMaxLength(plain.ENDLESS)
        self.yes.setIcon(icon("check"))
        self.no.setIcon(icon("x"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for each in (self.field, self.yes, self.no):
            row.addWidget(each)
        self.field.returnPressed.connect(self._give)
        self.field.textChanged.connect(self.typed)
        self.yes.clicked.connect(self._give)
        self.no.clicked.connect(self.close_)
        self.setVisible(False)

    def retranslate(self) -> None:
        """Say everything in the language of the program."""
        self.field.setPlaceholderText(say("reason.ask"))
        self.field.setAccessibleName(say("reason.ask"))
        for button, words in ((self.yes, say("reason.yes")), (self.no, say("reason.no"))):
            button.setToolTip(plain.tooltip(words))
            button.setAccessibleName(words)

    def ask(self, finding: Finding) -> None:
        """Ask why this finding is set aside."""
        self.about = finding
        self.field.clear()
        self.setVisible(True)
        self.field.setFocus()

    def close_(self) -> None:
        """Ask no longer."""
        if self.about is not None:
            self.about = None
            self.field.clear()
            self.setVisible(False)
            self.closed.emit()

    def _give(self) -> None:
        if self.about is not None:
            self.given.emit(self.about, self.field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

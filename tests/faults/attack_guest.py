"""Looks at whatever the program shows, as a guest with a mouse would: pictures, tooltips, dialogs that come up."""

from collections import Counter
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QToolTip,
    QWhatsThis,
    QWidget,
)

from editor.dialogs.export import ExportAs
from editor.printing.room.room import Room

_EVERY = 5  # milliseconds
_PATIENCE = 400  # looks at a dialog that is busy
_ROWS = 12  # of a list that are hovered over
_AGREES = ("Report", "Recovery", "QInputDialog")
"""Dialogs that lead on; the others are left once they were looked at."""


class Guest(QObject):
    """`seen` counts what was looked at. `discards`: what is not saved may go."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()
        self.discards = False
        self.saves_as = ""
        self._last: QDialog | None = None
        self._looks = 0
        self._await()

    def _await(self) -> None:
        # A fresh timer each time: see tests/checking/dialogs.py.
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._look)
        timer.timeout.connect(timer.deleteLater)
        timer.start(_EVERY)

    def _look(self) -> None:
        self._await()
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        if dialog is not self._last:
            self._last, self._looks = dialog, 0
            self.seen["dialogs"] += 1
        self._looks += 1
        if self._looks == 2:
            self.look_at(dialog)
        elif self._looks > 2:
            self._answer(dialog)

    # Looking

    def look_at(self, widget: QWidget) -> None:
        """Its picture, and every tooltip in it by the event that a mouse at rest brings about."""
        widget.grab()
        self.seen["pictures"] += 1
        for part, point in list(_places(widget)):
            if shiboken6.isValid(part):  # what one rests on may go with a panel that is built anew
                self._rest(part, point)

    def _rest(self, part: QWidget, point: QPoint) -> None:
        for kind in (QEvent.Type.ToolTip, QEvent.Type.WhatsThis):
            QApplication.sendEvent(part, QHelpEvent(kind, point, part.mapToGlobal(point)))
            self.seen["tooltips"] += 1
        for shown in QApplication.topLevelWidgets():
            if shown.isVisible() and (shown.inherits("QTipLabel") or shown.inherits("QWhatsThat")):
                shown.grab()
        QToolTip.hideText()
        QWhatsThis.hideText()

    # Answering

    def _answer(self, dialog: QDialog) -> None:
        yes = self._agreeing(dialog)
        if isinstance(dialog, QFileDialog):
            self._name_file(dialog)
        elif isinstance(dialog, Room | ExportAs):
            self._export(dialog)
        elif yes is not None and (yes.isEnabled() or self._looks > _PATIENCE):
            _press(yes) if yes.isEnabled() else dialog.reject()
        elif yes is None and not self._compares(dialog):
            dialog.reject()

    def _export(self, dialog: Room | ExportAs) -> None:
        """Once, where there is a name for the file; the print room stays open after that and is left."""
        button = dialog.buttons.by_name["export"] if isinstance(dialog, Room) else dialog.export
        busy = dialog.proofing.busy or dialog.delivery.is_busy if isinstance(dialog, Room) else dialog.writing.busy
        if not busy or self._looks > _PATIENCE:
            _press(button) if self.saves_as and button.isEnabled() else dialog.reject()

    def _agreeing(self, dialog: QDialog) -> QAbstractButton | None:
        """The button that leads on, where the guest wants to be led on."""
        if isinstance(dialog, QMessageBox):
            found = [
                each for each in dialog.buttons() if dialog.buttonRole(each) is QMessageBox.ButtonRole.DestructiveRole
            ]
            return found[0] if found and self.discards else None
        if type(dialog).__name__ not in _AGREES:
            return None
        box = dialog.findChild(QDialogButtonBox)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        return next((each for each in box.buttons() if box.buttonRole(each) is role), None) if box is not None else None

    def _compares(self, dialog: QDialog) -> bool:
        """Whether to stay a while: earlier versions are looked at beside the map once they are read."""
        beside = getattr(dialog, "beside", None)
        if not isinstance(beside, QAbstractButton) or self._looks > _PATIENCE:
            return False
        if beside.isEnabled() and not self.seen["comparisons"]:
            self.seen["comparisons"] += 1
            _press(beside)
            self._last = dialog
            self._looks = _PATIENCE
        return True

    def _name_file(self, dialog: QFileDialog) -> None:
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        if dialog.acceptMode() is not QFileDialog.AcceptMode.AcceptSave or not self.saves_as or edit is None:
            dialog.reject()
            return
        edit.setText(self.saves_as)
        self.saves_as = ""  # where it cannot be written a second look leaves
        QTest.keyClick(edit, Qt.Key.Key_Return)


def _press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _places(widget: QWidget) -> Iterator[tuple[QWidget, QPoint]]:
    """Where a mouse may rest: on every part that is seen, on the rows of lists one by one."""
    for part in (widget, *widget.findChildren(QWidget)):
        if part.isVisible() and part.window() is widget.window():
            yield part, part.rect().center()
        if isinstance(part, QAbstractItemView) and part.isVisible() and part.model() is not None:
            for row in range(_ROWS):
                yield part.viewport(), QPoint(40, 8 + row * 18)

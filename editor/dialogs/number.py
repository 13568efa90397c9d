"""Choosing one of several by its number."""

from PySide6.QtWidgets import QDialog, QInputDialog, QWidget

from editor.plain import input_dialog


def ask_for_number(parent: QWidget, title: str, question: str, largest: int) -> int | None:
    """A number from 1; None where the question was left."""
    dialog = input_dialog(parent, title, question)
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(1, largest)
    dialog.setIntValue(1)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    number = dialog.intValue()
    dialog.deleteLater()
    return number if done else None

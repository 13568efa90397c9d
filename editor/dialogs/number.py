"""Choosing one of several by its number."""

from PySide6.QtWidgets import QDialog, QInputDialog, QWidget


def ask_for_number(parent: QWidget, title: str, question: str, largest: int) -> int | None:
    """A number from 1; None where the question was left. Title and question are words of ours, not of a user."""
    dialog = QInputDialog(parent)
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(1, largest)
    dialog.setIntValue(1)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    number = dialog.intValue()
    dialog.deleteLater()
    return number if done else None

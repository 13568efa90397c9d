"""Message boxes of plain words: a complaint, or a question whose answers are buttons that say what they do."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QMessageBox, QWidget

from editor.plain import message

ACCEPT = QMessageBox.ButtonRole.AcceptRole
DESTROY = QMessageBox.ButtonRole.DestructiveRole
REJECT = QMessageBox.ButtonRole.RejectRole
WARNING = QMessageBox.Icon.Warning


class Choice(NamedTuple):
    """A button: the answer it stands for, what it says, and its part in the question."""

    answer: str
    words: str
    role: QMessageBox.ButtonRole = ACCEPT


def ask(
    parent: QWidget,
    title: str,
    text: str,
    more: str,
    choices: Sequence[Choice],
    icon: QMessageBox.Icon = QMessageBox.Icon.Question,
) -> str:
    """The answer chosen; "" for Escape and for the cross in the corner. The first choice is what Enter takes.

    One of the choices has the role REJECT.
    """
    box = message(icon, title, text, more, QMessageBox.StandardButton.NoButton, parent)
    buttons = [(box.addButton(choice.words, choice.role), choice) for choice in choices]
    box.setDefaultButton(buttons[0][0])
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return next((choice.answer for button, choice in buttons if button is clicked and choice.role != REJECT), "")


def complain(parent: QWidget, title: str, text: str, more: str = "") -> None:
    """Say what could not be done, and why."""
    box = message(QMessageBox.Icon.Warning, title, text, more, parent=parent)
    box.exec()
    box.deleteLater()

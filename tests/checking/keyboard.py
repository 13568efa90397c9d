"""Somebody who presses keys on a canvas, by their names, and what comes of it."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from editor.canvas.canvas import Canvas
from editor.session import Session
from model.records import Id, Record


class Keyboard:
    """`told`: what the status line said."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.session: Session = canvas.session
        self.told: list[str] = []
        self.session.told.connect(self.told.append)

    def press(self, keys: str) -> None:
        """Press keys one after the other, such as "Down Shift+Right"."""
        for each in keys.split():
            pressed = QKeySequence(each)[0]  # type: ignore[index]  # the stubs do not know that it is a sequence
            QTest.keyClick(self.canvas, pressed.key(), pressed.keyboardModifiers())

    @property
    def at(self) -> str:
        """What is selected, or else lane and step of the cell one stands in; nothing where there is neither."""
        return " ".join(self.session.selection or self.session.cell or ())

    @property
    def said(self) -> str:
        """What a screen reader is told of where one is."""
        return self.canvas.accessibleDescription()

    @property
    def records(self) -> dict[Id, Record]:
        """The map as it is now."""
        return dict(self.session.document.records)

"""Hands in the inspector: the rows of the form that shows, and real keys and clicks in their editors."""

from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.panels.inspector import Inspector
from editor.panels.inspector.editor import Editor
from editor.panels.inspector.form import Form
from editor.panels.inspector.row import Row

E = TypeVar("E", bound=Editor)


def form_of(inspector: Inspector) -> Form:
    """The form that shows."""
    assert inspector.form is not None
    return inspector.form


def row_of(inspector: Inspector, member: str) -> Row:
    """The row of a member, or of what has this key."""
    return next(row for field, row in form_of(inspector).rows.items() if member in (field.key, field.member))


def editor_of(inspector: Inspector, member: str, kind: type[E]) -> E:
    """The editor of a member."""
    editor = row_of(inspector, member).editor
    assert isinstance(editor, kind)
    return editor


def field_of(inspector: Inspector, member: str) -> Any:
    """The line or the text in which a member is typed."""
    editor = row_of(inspector, member).editor
    field = getattr(editor, "line", None) or getattr(editor, "text", None)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field


def type_over(field: QWidget, text: str) -> None:
    """Go into a field and type in place of what stands there; a newline is Enter."""
    field.setFocus()
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.SelectAll))
    if not text:
        QTest.keyClick(field, Qt.Key.Key_Delete)
    for part, line in enumerate(text.split("\n")):
        if part:
            QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, line)


def press_enter(field: QWidget) -> None:
    """What ends typing in a field: Enter, or where that begins a line Ctrl+Enter."""
    several = isinstance(field, QPlainTextEdit)
    held = Qt.KeyboardModifier.ControlModifier if several else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(field, Qt.Key.Key_Return, held)


def click(button: QWidget) -> None:
    """Press the left button of the mouse on it."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def let_it_stand(inspector: Inspector) -> None:
    """Have everything take its place, as it does before anyone can click on it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.processEvents()
    assert not inspector.grab().isNull()


def take_suggestion(qtbot: QtBot, line: QLineEdit) -> None:
    """Choose the first of what a line suggests."""
    popup = line.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)

"""Somebody who writes on the small map: by keys, by an input method, by pasting; on the canvas and in a panel."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSplitter, QTextEdit, QWidget

from editor.canvas.canvas import Canvas
from editor.panels.inspector import Inspector
from editor.plain import unmarked
from editor.session import Origin, Session
from model.operations.plain import plain
from model.records import Id, Record
from tests.checking.kept_text import Ends
from tests.editor.panels.inspector.hands import field_of
from tests.making.small_map import small_map

Way = Callable[[QWidget, str], None]
_ENTER = Qt.Key.Key_Return
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def by_keys(field: QWidget, text: str) -> None:
    """One key for each character; a line begins as it does there."""
    for letter in text:
        if letter == "\n":
            QTest.keyClick(field, _ENTER, _SHIFT if isinstance(field, QTextEdit) else Qt.KeyboardModifier.NoModifier)
        else:  # QTest types ASCII only
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(field, event)


def by_input_method(field: QWidget, text: str) -> None:
    """All of it committed at once."""
    event = QInputMethodEvent("", [])
    event.setCommitString(unmarked(text))  # PySide hands on no other
    QCoreApplication.sendEvent(field, event)


def by_pasting(field: QWidget, text: str) -> None:
    """What another program has put there. None can put half a character there as UTF-8."""
    content = QMimeData()
    content.setData(
        "text/plain;charset=utf-8", text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore").encode()
    )
    QGuiApplication.clipboard().setMimeData(content)
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    QGuiApplication.clipboard().clear()


WAYS: dict[str, Way] = {"by keys": by_keys, "by an input method": by_input_method, "by pasting": by_pasting}


class Writer(QSplitter):
    """A canvas beside an inspector, on one map."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(small_map(), Origin("peta"), self)
        self.canvas, self.inspector = Canvas(self.session), Inspector(self.session)
        self.addWidget(self.canvas)
        self.addWidget(self.inspector)
        self.resize(1200, 800)

    def on_the_canvas(self, way: Way, text: str) -> Ends:
        """On a card, in the sheet that stands in its place. Lines begun at its end that stayed empty are not kept."""
        self._empty("c3", "text")
        self.canvas.setFocus()
        QTest.keyClick(self.canvas, Qt.Key.Key_F2)
        field = QApplication.focusWidget()
        assert isinstance(field, QTextEdit)
        way(field, text)
        at_once = self._said("c3", "text")
        QTest.keyClick(field, _ENTER)
        return (at_once, self._said("c3", "text")), (plain(text), plain(text).rstrip("\n"))

    def in_a_panel(self, way: Way, text: str) -> Ends:
        """In the note of a card, which may have several lines."""
        return self._in_field("c3", "note", way, text)

    def in_a_line(self, way: Way, text: str) -> Ends:
        """In the label of a link, a field of one line."""
        return self._in_field("k1", "label", way, text.replace("\n", "") if way is by_keys else text)

    def _in_field(self, key: Id, member: str, way: Way, text: str) -> Ends:
        self._empty(key, member)
        field = field_of(self.inspector, member)
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        way(field, text)
        at_once = self._said(key, member)
        QTest.keyClick(field, _ENTER, _CONTROL if isinstance(field, QPlainTextEdit) else Qt.KeyboardModifier.NoModifier)
        return (at_once, self._said(key, member)), (plain(text), plain(text))

    def _empty(self, key: Id, member: str) -> None:
        self.session.settle()
        while self.session.undo_stack.canUndo():
            self.session.undo()
        self.session.select((key,))
        if self._said(key, member):
            field = field_of(self.inspector, member)
            field.setFocus()
            field.clear()
            self.session.settle()

    def _said(self, key: Id, member: str) -> str:
        record: Record = self.session.document.records[key]
        said: str = getattr(record, member)
        return said


PLACES: dict[str, Callable[[Writer, Way, str], Ends]] = {
    "on the canvas": Writer.on_the_canvas, "in a panel": Writer.in_a_panel, "in a line": Writer.in_a_line,
}  # fmt: skip

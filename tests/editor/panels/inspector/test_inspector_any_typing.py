"""Whatever is typed in the inspector is in the map at each key or told of, and can be taken back."""

from random import Random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.panels.inspector import Inspector
from editor.panels.inspector.form import Form
from editor.panels.inspector.row import Row
from editor.panels.inspector.typed import Typed
from editor.session import Origin, Session
from editor.speech import speak
from model.records import Card, Id, Record
from model.refusal import Refused
from tests.making.any_edit import any_edit
from tests.making.growing import any_map

LETTERS = "ab 1,.-é\u00a0"
KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Tab)
SEQUENCES = ("Ctrl+A", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Return", "Shift+Left", "Esc")


class Somebody:
    """Types and clicks by chance, and knows what was told of texts that the map could not take."""

    def __init__(self, inspector: Inspector, session: Session, chance: Random) -> None:
        self.inspector, self.session, self.chance = inspector, session, chance
        self.told: dict[tuple[str, str], str] = {}
        session.pended.connect(self._hear)

    def _hear(self, key: str, member: str, text: str) -> None:
        self.told[key, member] = text

    def act(self) -> None:
        """Anything at all, typing most of the time."""
        acts = (self.type, self.type, self.type, self.compose, self.press, self.press_keys, self.go, self.go, self.look)
        self.chance.choice((*acts, *acts, self.undo, self.redo, self.edit, self.speak))()

    @property
    def field(self) -> QWidget:
        """What has the focus, a field of the form first of all."""
        if not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            self.go()
        return QApplication.focusWidget() or self.inspector

    def type(self) -> None:
        for letter in self.chance.choices(LETTERS, k=self.chance.randint(1, 4)):
            # QTest types ASCII only.
            QApplication.sendEvent(self.field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), letter))

    def compose(self) -> None:
        field = self.field
        QApplication.sendEvent(field, QInputMethodEvent("か", []))
        event = QInputMethodEvent()
        event.setCommitString(self.chance.choice(("火", "")))
        QApplication.sendEvent(field, event)

    def press(self) -> None:
        QTest.keyClick(self.field, self.chance.choice(KEYS))

    def press_keys(self) -> None:
        QTest.keySequence(self.field, QKeySequence(self.chance.choice(SEQUENCES)))

    def go(self) -> None:
        form = self.inspector.form
        fields = [each for each in form.findChildren(QWidget) if _is_typed_in(each)] if form else []
        if fields:
            self.chance.choice(fields).setFocus()

    def look(self) -> None:
        records = sorted(self.session.document.records)
        self.session.select(self.chance.sample(records, self.chance.choice((0, 1, 1, 1))))
        if self.chance.random() < 0.3:
            self.session.select(sorted(self.session.document.table(Card))[: self.chance.randint(1, 4)])

    def undo(self) -> None:
        self.session.undo()

    def redo(self) -> None:
        self.session.redo()

    def edit(self) -> None:
        chance = self.chance
        self.session.do("edit", lambda document: any_edit(chance, document))

    def speak(self) -> None:
        speak(self.chance.choice(("id", "en")))
        QApplication.processEvents()


def _is_typed_in(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isVisible()


@pytest.mark.parametrize("seed", range(8))
def test_what_stands_in_the_fields_is_in_the_map_or_told_of(qtbot: QtBot, seed: int) -> None:
    chance = Random(seed)
    session = Session(any_map(chance, steps=3, lanes=4, cards=8, others=3), Origin("peta"))
    inspector = Inspector(session)
    session.setParent(inspector)
    qtbot.addWidget(inspector)
    with qtbot.waitExposed(inspector):
        inspector.show()
    inspector.activateWindow()
    somebody, start = Somebody(inspector, session, chance), dict(session.document.records)
    for _ in range(150):
        somebody.act()
        _come_back(qtbot, inspector)
        if inspector.form is not None:
            _check(somebody, inspector.form)
    session.select(())
    session.settle()
    _all_the_way_back(session, start)
    speak("")


def _come_back(qtbot: QtBot, inspector: Inspector) -> None:
    """Suggestions open a window of their own, from which no system of windows leads back here."""
    if not inspector.isActiveWindow():
        inspector.activateWindow()
        qtbot.waitUntil(inspector.isActiveWindow)


def _check(somebody: Somebody, form: Form) -> None:
    """Of every field: writing what stands in it would change nothing, or it was told that it cannot be written."""
    for row in form.rows.values():
        if isinstance(row.editor, Typed) and row.editor.pending and not _is_written(somebody.session, form, row):
            assert somebody.told.get((form.ids[0], row.field.member)) == row.editor.typed, row.field.member


def _is_written(session: Session, form: Form, row: Row) -> bool:
    assert isinstance(row.editor, Typed)
    write = row.field.write or form.plan.write
    try:
        return not write(session.document, form.ids, row.field.member, row.editor.read(row.editor.typed))
    except Refused:
        return False


def _all_the_way_back(session: Session, start: dict[Id, Record]) -> None:
    _redo_everything(session)
    end = dict(session.document.records)
    while session.undo_stack.canUndo():
        session.undo()
    assert session.document.records == start
    _redo_everything(session)
    assert session.document.records == end


def _redo_everything(session: Session) -> None:
    while session.undo_stack.canRedo():
        session.redo()

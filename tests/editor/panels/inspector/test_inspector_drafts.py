"""Each key typed in the inspector is on the map at once, and all of them are one step to take back."""

from operator import attrgetter

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from editor.panels.inspector import Inspector
from editor.panels.inspector.plan import Field, Plan
from editor.panels.inspector.plans import PLANS
from editor.panels.inspector.texts import Completing, Line, Lines, Listed
from editor.session import Session
from model.layout.shapes import Text, walk
from model.operations.card_content import edit_cards
from model.records import Card
from tests.editor.panels.inspector.hands import field_of, press_enter, type_over
from tests.editor.panels.inspector.test_inspector_members import SHOWN

THREE = ["c1", "c2", "c3"]

TEXTS = [
    (plan, field)
    for plan in PLANS.values()
    for field in plan.fields
    if field.make in (Line, Lines, Listed) or getattr(field.make, "func", None) is Completing
]


def card(session: Session, key: str = "c3") -> Card:
    return session.document.table(Card)[key]


def compose(field: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def keys(field: QWidget, names: str) -> None:
    QTest.keySequence(field, QKeySequence(names))


@pytest.mark.parametrize(
    ("plan", "field"), TEXTS, ids=lambda each: each.name if isinstance(each, Plan) else each.member
)
def test_every_text_is_on_the_map_at_each_key(inspector: Inspector, session: Session, plan: Plan, field: Field) -> None:
    key = SHOWN[plan.kind]
    session.select([key])
    before = dict(session.document.records)
    type_over(field_of(inspector, field.member), "")
    for typed in ("a", "ab", "abc"):
        QTest.keyClicks(field_of(inspector, field.member), typed[-1])
        said = attrgetter(field.member)(session.document.records[key])
        assert said in (typed, (typed,))
        assert session.unsaved and not session.undo_stack.count()
    press_enter(field_of(inspector, field.member))
    assert session.undo_stack.count() == 1
    session.undo()
    assert session.document.records == before


def test_the_drawing_shows_it_while_one_types(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "text"), "Zebra")
    page = session.drawing.layout.pages[0]
    assert "Zebra" in [text.string for text, *_ in walk(page.shapes) if isinstance(text, Text)]


@pytest.mark.parametrize("member", ["text", "owner", "minutes"])
def test_escape_takes_the_draft_back_too(inspector: Inspector, session: Session, member: str) -> None:
    session.select(["c3"])
    before = card(session)
    field = field_of(inspector, member)
    type_over(field, "99")
    assert card(session) != before
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert card(session) == before
    assert not session.unsaved and not session.undo_stack.count()


def test_typing_back_what_stood_there_leaves_nothing_behind(inspector: Inspector, session: Session) -> None:
    session.do("edit", edit_cards, ["c3"], impact=1 / 3)
    session.undo_stack.setClean()
    session.select(["c3"])
    field = field_of(inspector, "impact")
    field.setFocus()
    keys(field, "End")
    QTest.keyClicks(field, "5")
    assert session.unsaved
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert card(session).impact == 1 / 3
    assert not session.unsaved


@pytest.mark.parametrize("member", ["text", "owner"])
def test_what_is_pasted_cut_and_undone_in_a_field_is_on_the_map_at_once(
    inspector: Inspector, session: Session, member: str
) -> None:
    session.select(["c3"])
    before, field = getattr(card(session), member), field_of(inspector, member)
    QGuiApplication.clipboard().setText("papan")
    field.setFocus()
    keys(field, "Ctrl+A")
    keys(field, "Ctrl+V")
    assert getattr(card(session), member) == "papan"
    keys(field, "Ctrl+A")
    keys(field, "Ctrl+X")
    assert getattr(card(session), member) == ""
    keys(field, "Ctrl+Z")
    assert getattr(card(session), member) == "papan"
    keys(field, "Ctrl+Z")
    assert getattr(card(session), member) == before
    QGuiApplication.clipboard().clear()
    assert not session.unsaved


@pytest.mark.parametrize("member", ["text", "owner"])
def test_what_is_dropped_on_a_field_is_on_the_map_at_once(inspector: Inspector, session: Session, member: str) -> None:
    session.select(["c3"])
    field = field_of(inspector, member)
    dropped = QMimeData()
    dropped.setText("jatuh")
    _drop(field, dropped)
    assert "jatuh" in getattr(card(session), member)


def _drop(field: QWidget, what: QMimeData) -> None:
    target = field.viewport() if isinstance(field, QPlainTextEdit) else field
    action, button, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(QPoint(8, 8), action, what, button, held),
        QDragMoveEvent(QPoint(8, 8), action, what, button, held),
        QDropEvent(QPointF(8, 8), action, what, button, held),
    ):
        QApplication.sendEvent(target, event)


@pytest.mark.parametrize("member", ["text", "owner"])
def test_an_input_method_is_left_alone_and_what_it_commits_is_on_the_map(
    inspector: Inspector, session: Session, member: str
) -> None:
    session.select(["c3"])
    field = field_of(inspector, member)
    type_over(field, "a")
    for preedit in ("h", "hi", "ひ"):
        compose(field, preedit)
        assert getattr(card(session), member) == "a"
    compose(field, "", "火")
    assert getattr(card(session), member) == "a火"
    compose(field, "", "曜")
    assert getattr(card(session), member) == "a火曜"
    assert field.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition) == 3


def test_composing_where_cards_differ_changes_none_of_them(inspector: Inspector, session: Session) -> None:
    session.select(THREE)
    field = field_of(inspector, "note")
    session.do("edit", edit_cards, ["c1"], note="satu")
    field.setFocus()
    compose(field, "ひ")
    compose(field, "")
    inspector.setFocus()
    assert card(session, "c1").note == "satu"
    assert session.undo_stack.count() == 1


@pytest.mark.parametrize("member", ["text", "owner"])
def test_the_cursor_and_the_selection_stay_where_they_are(inspector: Inspector, session: Session, member: str) -> None:
    session.select(["c3"])
    field = field_of(inspector, member)
    type_over(field, "awal akhir")
    for _ in range(6):
        QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClicks(field, "-tengah")
    assert getattr(card(session), member) == "awal-tengah akhir"
    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert _selected(field) == "h"
    QTest.keyClicks(field, "H")
    assert getattr(card(session), member) == "awal-tengaH akhir"


def _selected(field: QLineEdit | QPlainTextEdit) -> str:
    return field.selectedText() if isinstance(field, QLineEdit) else field.textCursor().selectedText()


def test_lines_that_are_not_kept_stay_in_the_field_while_one_types(inspector: Inspector, session: Session) -> None:
    session.select(["p1"])
    field = field_of(inspector, "goals")
    type_over(field, "satu\n\n  dua ")
    persona = session.document.records["p1"]
    assert persona.goals == ("satu", "dua")  # type: ignore[attr-defined]  # a Persona
    assert field.toPlainText() == "satu\n\n  dua "
    press_enter(field)
    assert field.toPlainText() == "satu\ndua"

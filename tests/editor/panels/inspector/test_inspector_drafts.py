"""Each key typed in the inspector is on the map at once, and all of them are one step to take back."""

from operator import attrgetter
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.panels.inspector import Inspector
from editor.panels.inspector.entering import AT_ONCE
from editor.panels.inspector.evidence import Support
from editor.panels.inspector.feeling import Feeling
from editor.panels.inspector.plan import Field, Plan
from editor.panels.inspector.plans import PLANS
from editor.panels.inspector.texts import Completing, Line, Lines, Listed
from editor.session import Origin, Session
from editor.speech import speak
from model.change import add
from model.layout.shapes import Text, walk
from model.layout.sheets import sheet
from model.operations.card_content import edit_cards
from model.operations.cards import add_card
from model.records import Card, Emotion, Evidence, EvidenceKind, Step
from tests.editor.panels.inspector.hands import (
    click,
    editor_of,
    field_of,
    form_of,
    let_it_stand,
    press_enter,
    row_of,
    take_suggestion,
    type_over,
)
from tests.editor.panels.inspector.test_inspector_members import SHOWN

THREE = ["c1", "c2", "c3"]

TEXTS = [
    (plan, field)
    for plan in PLANS.values()
    for field in plan.fields
    if field.make in (Line, Lines, Listed) or getattr(field.make, "func", None) is Completing
]


@pytest.fixture
def pended(session: Session) -> list[tuple[str, str, str]]:
    """What was told of texts that the map cannot take."""
    told: list[tuple[str, str, str]] = []
    session.pended.connect(lambda *each: told.append(each))
    return told


def card(session: Session, key: str = "c3") -> Card:
    return session.document.table(Card)[key]


def owners(session: Session) -> list[str]:
    return [card(session, key).owner for key in THREE]


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


# What is refused while it is half typed


def test_a_date_is_on_the_map_once_it_is_one_and_told_of_until_then(
    inspector: Inspector, session: Session, pended: list[tuple[str, str, str]]
) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "due"), "12 Nov 202")
    assert pended[-1] == ("c3", "due", "12 Nov 202")
    assert not session.unsaved
    assert not row_of(inspector, "due").reason.isVisible()
    QTest.keyClicks(field_of(inspector, "due"), "6")
    assert card(session).due == "2026-11-12"
    assert pended[-1] == ("c3", "due", "")
    QTest.keyClicks(field_of(inspector, "due"), "!x")
    assert (card(session).due, pended[-1]) == ("", ("c3", "due", "12 Nov 2026!x"))
    QTest.keyClick(field_of(inspector, "due"), Qt.Key.Key_Escape)
    assert pended[-1] == ("c3", "due", "")
    assert not session.unsaved


def test_a_number_out_of_range_leaves_the_one_from_before(
    inspector: Inspector, session: Session, pended: list[tuple[str, str, str]]
) -> None:
    session.do("edit", edit_cards, ["c3"], impact=7)
    session.select(["c3"])
    type_over(field_of(inspector, "impact"), "1")
    assert card(session).impact == 1
    QTest.keyClicks(field_of(inspector, "impact"), "1")
    assert (card(session).impact, pended) == (7, [("c3", "impact", "11")])
    press_enter(field_of(inspector, "impact"))
    assert row_of(inspector, "impact").reason.isVisible()
    QTest.keyClick(field_of(inspector, "impact"), Qt.Key.Key_Backspace)
    assert (card(session).impact, pended[-1]) == (1, ("c3", "impact", ""))
    assert not row_of(inspector, "impact").reason.isVisible()


def test_what_waits_for_its_card_is_told_of_until_it_is_mended(
    inspector: Inspector, session: Session, pended: list[tuple[str, str, str]]
) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "due"), "lusa")
    session.select(["c1"])
    assert pended[-1] == ("c3", "due", "lusa")
    session.select(["c3"])
    type_over(field_of(inspector, "due"), "2026-11-12")
    assert pended[-1] == ("c3", "due", "")
    assert card(session).due == "2026-11-12"


def test_what_the_map_could_not_take_is_told_of_again_once_it_is_saved(
    inspector: Inspector, session: Session, pended: list[tuple[str, str, str]]
) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "due"), "lusa")
    pended.clear()
    session.saved(session.origin)
    assert pended == [("c3", "due", "lusa")]
    QTest.keyClick(field_of(inspector, "due"), Qt.Key.Key_Escape)
    session.saved(session.origin)
    assert pended[1:] == [("c3", "due", "")]


def test_a_fact_is_told_of_by_the_member_it_is_a_part_of(
    inspector: Inspector, pended: list[tuple[str, str, str]]
) -> None:
    type_over(field_of(inspector, "facts.date"), "esok")
    assert pended[-1] == ("m", "facts.date", "esok")


# Several cards


def test_several_cards_get_each_key_and_escape_gives_each_its_own_back(inspector: Inspector, session: Session) -> None:
    session.select(THREE)
    before, field = owners(session), field_of(inspector, "owner")
    QTest.keyClicks(field, "K")
    assert owners(session) == ["K"] * 3
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert owners(session) == [""] * 3
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert owners(session) == before
    assert (field.text(), field.placeholderText()) == ("", "beberapa nilai")
    assert not session.unsaved


def test_more_cards_than_the_map_keeps_up_with_are_told_of_and_written_at_the_end(
    inspector: Inspector, session: Session, pended: list[tuple[str, str, str]]
) -> None:
    many = [Card(id=f"d{at}", order=f"b{at:02}", lane="l1", step="t2", text=f"k{at}") for at in range(AT_ONCE + 1)]
    session.push("edit", add(*many))
    session.select([each.id for each in many])
    type_over(field_of(inspector, "note"), "banyak")
    assert pended[-1] == ("d0", "note", "banyak")
    assert not session.drafting
    press_enter(field_of(inspector, "note"))
    assert {card(session, each.id).note for each in many} == {"banyak"}
    assert pended[-1] == ("d0", "note", "")
    assert session.undo_stack.count() == 2


# What else happens meanwhile


def test_undo_takes_back_what_is_being_typed_as_one_step(inspector: Inspector, session: Session) -> None:
    session.do("edit", edit_cards, ["c3"], owner="Bidan")
    session.select(["c3"])
    field = field_of(inspector, "owner")
    type_over(field, "Kasir")
    session.undo()
    assert (card(session).owner, field.text(), field.hasFocus()) == ("Bidan", "Bidan", True)
    session.redo()
    assert (card(session).owner, field.text()) == ("Kasir", "Kasir")


def test_a_card_that_goes_by_undo_under_the_cursor_takes_its_field_along(
    inspector: Inspector, session: Session
) -> None:
    change = session.do("add_card", add_card, "l1", "t4", "baru")
    assert change is not None
    (key,) = change.added
    session.select([key])
    type_over(field_of(inspector, "note"), "ingat")
    session.undo()
    assert card(session, key).note == ""
    QTest.keyClicks(field_of(inspector, "note"), "lagi")
    session.undo()
    session.undo()
    assert key not in session.document.records
    assert form_of(inspector).plan.name == "map"
    assert session.document.map.title == "Kopi"


def test_two_fields_are_two_steps(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "owner"), "Kasir")
    type_over(field_of(inspector, "note"), "ingat")
    assert (session.undo_stack.count(), session.drafting) == (1, True)
    session.undo()
    assert (card(session).owner, card(session).note) == ("Kasir", "")


def test_another_language_does_not_end_the_typing(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    field = field_of(inspector, "owner")
    type_over(field, "Kas")
    speak("en")
    QCoreApplication.processEvents()
    QTest.keyClicks(field, "ir")
    press_enter(field)
    assert card(session).owner == "Kasir"
    assert session.undo_stack.count() == 1


def test_on_sheets_the_drawing_follows_once_the_typing_is_done(inspector: Inspector, session: Session) -> None:
    session.show(sheet=sheet("A4"))
    session.select(["t1"])
    pages = session.drawing.layout.pages
    type_over(field_of(inspector, "title"), "Bertanya")
    assert session.document.table(Step)["t1"].title == "Bertanya"
    assert session.drawing.layout.pages == pages
    press_enter(field_of(inspector, "title"))
    assert session.drawing.layout.pages != pages


def test_a_map_to_be_looked_at_takes_no_letter(session: Session, inspector: Inspector) -> None:
    session.replace(session.document, Origin("kopi", read_only=True))
    session.select(["c3"])
    let_it_stand(inspector)
    for member in ("text", "owner", "minutes"):
        before = row_of(inspector, member).editor.typed
        type_over(field_of(inspector, member), "baru")
        assert row_of(inspector, member).editor.typed == before
    click(row_of(inspector, "self_service").editor.box)  # type: ignore[attr-defined]  # a Flag
    assert not row_of(inspector, "self_service").editor.box.isChecked()  # type: ignore[attr-defined]
    assert inspector.commit()
    assert not session.unsaved


# Lists, feelings, suggestions


def test_evidence_is_on_the_map_at_each_key(inspector: Inspector, session: Session) -> None:
    session.do("edit", edit_cards, ["c3"], evidence=(*card(session).evidence, Evidence(kind=EvidenceKind.QUOTE)))
    session.select(["c3"])
    let_it_stand(inspector)
    words, source = (_evidence(inspector, 1, member) for member in ("text", "source"))
    type_over(words, "antre")
    assert [each.text for each in card(session).evidence] == ["18 %", "antre"]
    type_over(source, "Loket")
    assert card(session).evidence[1].source == "Loket"
    QTest.keyClick(source, Qt.Key.Key_Escape)
    assert (card(session).evidence[1].source, card(session).evidence[1].text) == ("", "antre")
    assert session.undo_stack.count() == 2


def _evidence(inspector: Inspector, at: int, member: str) -> Any:
    part = editor_of(inspector, "evidence", Support).items[at].parts[member]
    return part.focusProxy()


def test_the_slider_follows_the_number_that_is_typed(
    inspector: Inspector, session: Session, pended: list[tuple[str, str, str]]
) -> None:
    session.select(["e1"])
    feeling = editor_of(inspector, "value", Feeling)
    type_over(feeling.exact.line, "-")
    assert (pended[-1], feeling.slider.value()) == (("e1", "value", "-"), 2)
    QTest.keyClicks(feeling.exact.line, "2")
    assert session.document.table(Emotion)["e1"].value == -2
    assert (feeling.slider.value(), feeling.word.text()) == (-4, "sangat buruk")
    QTest.keyClick(feeling.exact.line, Qt.Key.Key_Escape)
    assert (feeling.slider.value(), feeling.exact.typed) == (2, "1")
    assert not session.unsaved


def test_what_is_half_typed_is_none_of_the_suggestions(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select(["c1"])
    field = field_of(inspector, "owner")
    field.setFocus()
    QTest.keyClicks(field, "Pe")
    assert card(session, "c1").owner == "Pe"
    take_suggestion(qtbot, field)
    assert card(session, "c1").owner == "Perawat"
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    model = field.completer().completionModel()
    assert {model.index(at, 0).data() for at in range(model.rowCount())} == {"Perawat"}

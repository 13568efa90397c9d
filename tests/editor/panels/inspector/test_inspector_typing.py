"""What is being typed: when it goes into the map, when it comes back, and that it is never lost."""

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor import plain
from editor.panels.inspector import Inspector
from editor.panels.inspector.texts import Lines
from editor.panels.inspector.ways import Jump
from editor.session import Session
from editor.speech import speak
from model.document import Document
from model.operations.card_content import edit_cards
from model.operations.cards import delete_cards
from model.records import Card, Map
from tests.editor.panels.inspector.hands import (
    editor_of,
    field_of,
    form_of,
    press_enter,
    row_of,
    take_suggestion,
    type_over,
)


@pytest.fixture
def told(session: Session) -> list[str]:
    """What the status line said."""
    said: list[str] = []
    session.told.connect(said.append)
    return said


def card(session: Session, key: str = "c3") -> Card:
    return session.document.table(Card)[key]


def test_leaving_a_field_makes_one_step_of_what_was_typed(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "owner"), "Kasir")
    assert (card(session).owner, session.undo_stack.count()) == ("Kasir", 0)
    field_of(inspector, "department").setFocus()
    assert card(session).owner == "Kasir"
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "Menyunting penanggung jawab"


def test_enter_and_then_leaving_is_one_step(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "owner"), "Kasir")
    press_enter(field_of(inspector, "owner"))
    field_of(inspector, "department").setFocus()
    assert session.undo_stack.count() == 1


def test_a_field_that_was_only_visited_changes_nothing(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    for row in form_of(inspector).rows.values():
        row.editor.setFocus()
    inspector.setFocus()
    assert not session.undo_stack.count()


@pytest.mark.parametrize("member", ["owner", "text", "minutes"])
def test_escape_takes_back_what_was_typed(inspector: Inspector, session: Session, member: str) -> None:
    session.select(["c3"])
    field = field_of(inspector, member)
    before = row_of(inspector, member).editor.typed
    type_over(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert row_of(inspector, member).editor.typed == before
    inspector.setFocus()
    assert not session.undo_stack.count()


def test_escape_with_nothing_typed_is_the_windows(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select(["c3"])
    shortcut = QShortcut(QKeySequence("Escape"), inspector)
    field = field_of(inspector, "owner")
    field.setFocus()
    with qtbot.waitSignal(shortcut.activated):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    type_over(field, "Kasir")
    with qtbot.assertNotEmitted(shortcut.activated):
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_undo_with_nothing_typed_is_the_windows(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), inspector)
    shortcut.activated.connect(session.undo)
    field = field_of(inspector, "owner")
    type_over(field, "Kasir")
    press_enter(field)
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert card(session).owner == "Perawat"
    assert field.text() == "Perawat"
    type_over(field, "Kasi")
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert card(session).owner == "Perawat"
    assert session.undo_stack.canRedo()


def test_another_selection_commits_what_is_half_typed_to_the_old_one(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "note"), "ingat")
    session.select(["c1"])
    assert (card(session).note, card(session, "c1").note) == ("ingat", "")
    assert editor_of(inspector, "note", Lines).typed == ""


def test_commit_has_what_is_half_typed_in_the_map(inspector: Inspector, session: Session) -> None:
    type_over(field_of(inspector, "title"), "Teh")
    assert inspector.commit()
    assert session.document.map.title == "Teh"
    assert inspector.commit()
    assert session.undo_stack.count() == 1


def test_a_refusal_stands_at_the_field_and_what_was_typed_stays(
    inspector: Inspector, session: Session, told: list[str]
) -> None:
    session.select(["c3"])
    field = field_of(inspector, "impact")
    type_over(field, "11")
    press_enter(field)
    why = "Nilainya harus antara 0 dan 10."
    assert (row_of(inspector, "impact").reason.text(), told) == (why, [why])
    assert row_of(inspector, "impact").reason.isVisible()
    assert field.text() == "11"
    assert not inspector.commit()
    type_over(field, "10")
    press_enter(field)
    assert not row_of(inspector, "impact").reason.isVisible()
    assert card(session).impact == 10


@pytest.mark.parametrize(
    ("kind", "member", "typed", "why"),
    [
        ("c3", "due", "besok lusa", "“besok lusa” bukan tanggal. Tulis seperti 2026-11-12 (tahun-bulan-hari)."),
        ("c3", "minutes", "lama", "Ini bukan angka."),
        ("c3", "minutes", "-1", "Nilainya tidak boleh di bawah 0."),
        ("c3", "votes", "1,5", "Tulis bilangan bulat."),
        ("c3", "url", "javascript:alert(1)", "“javascript:alert(1)” bukan alamat."),
        ("p1", "age", "-3", "Nilainya tidak boleh di bawah 0."),
        ("q1", "target", "99999999999999999", "Angka ini terlalu besar."),
    ],
)
def test_each_kind_of_refusal_is_a_sentence(
    inspector: Inspector, session: Session, told: list[str], kind: str, member: str, typed: str, why: str
) -> None:
    session.select([kind])
    type_over(field_of(inspector, member), typed)
    press_enter(field_of(inspector, member))
    assert row_of(inspector, member).reason.text().startswith(why)
    assert told[-1].startswith(why)
    assert field_of(inspector, member).text() == typed
    assert not session.undo_stack.count()
    QTest.keyClick(field_of(inspector, member), Qt.Key.Key_Escape)
    assert not row_of(inspector, member).reason.isVisible()


def test_what_was_refused_waits_until_the_card_is_selected_again(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "due"), "besok lusa")
    session.select(["c1"])
    assert field_of(inspector, "due").text() == ""
    session.select(["c3"])
    assert field_of(inspector, "due").text() == "besok lusa"
    assert row_of(inspector, "due").reason.isVisible()
    assert not inspector.commit()


def test_a_field_follows_the_map(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    session.do("edit", edit_cards, ["c3"], owner="Kasir", note="baru")
    assert field_of(inspector, "owner").text() == "Kasir"
    session.undo()
    assert (field_of(inspector, "owner").text(), editor_of(inspector, "note", Lines).typed) == ("Perawat", "")


def test_what_is_typed_is_a_step_of_its_own_ahead_of_another_change(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    field = field_of(inspector, "owner")
    type_over(field, "Kas")
    session.do("edit", edit_cards, ["c3"], owner="Bidan", note="baru")
    assert (field.text(), field.hasFocus()) == ("Bidan", True)
    session.undo()
    assert (card(session).owner, card(session).note, field.text()) == ("Kas", "", "Kas")
    session.undo()
    assert (card(session).owner, field.text()) == ("Perawat", "Perawat")


def test_what_is_half_typed_goes_with_its_card_and_comes_back_with_it(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "owner"), "Kasir")
    session.do("delete", delete_cards, ["c3"])
    assert form_of(inspector).plan.kind is Map
    session.undo()
    session.select(["c3"])
    assert (field_of(inspector, "owner").text(), card(session).owner) == ("Kasir", "Kasir")
    session.undo()
    assert (field_of(inspector, "owner").text(), card(session).owner) == ("Perawat", "Perawat")


def test_another_map_takes_nothing_over_that_was_typed(inspector: Inspector, session: Session) -> None:
    type_over(field_of(inspector, "title"), "Teh")
    session.replace(Document([Map(id="m", title="Lain")]), session.origin)
    assert editor_of(inspector, "title", Lines).typed == "Lain"
    assert not session.unsaved


def test_another_language_leaves_what_is_half_typed(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    session.do("edit", edit_cards, ["c3"], impact=2.5)
    type_over(field_of(inspector, "minutes"), "1.500")
    speak("en")
    QCoreApplication.processEvents()
    assert row_of(inspector, "owner").label.text().replace("&", "") == "Owner"
    assert (field_of(inspector, "minutes").text(), field_of(inspector, "impact").text()) == ("1.500", "2.5")
    press_enter(field_of(inspector, "minutes"))
    assert card(session).minutes == 1500
    assert field_of(inspector, "minutes").text() == "1,500"


def test_a_refusal_is_said_in_the_new_language_too(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    type_over(field_of(inspector, "minutes"), "lama")
    press_enter(field_of(inspector, "minutes"))
    speak("en")
    QCoreApplication.processEvents()
    assert row_of(inspector, "minutes").reason.text() == "This is not a number."


def test_a_form_that_was_not_seen_speaks_the_language_of_now(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    session.select(["p1"])
    speak("en")
    session.select(["c3"])
    assert row_of(inspector, "owner").label.text().replace("&", "") == "Owner"


def test_tab_goes_from_field_to_field(inspector: Inspector, session: Session) -> None:
    session.select(["s1"])
    title, caption = field_of(inspector, "title"), field_of(inspector, "caption")
    type_over(title, "Tahu")
    QTest.keyClick(title, Qt.Key.Key_Tab)
    assert caption.hasFocus()
    assert session.document.stages[0].title == "Tahu"


def test_no_break_spaces_stay(inspector: Inspector, session: Session) -> None:
    session.do("edit", edit_cards, ["c3"], text="10\u00a0€\nsatu")
    session.select(["c3"])
    field = field_of(inspector, "text")
    field.setFocus()
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.MoveToEndOfDocument))
    QTest.keyClicks(field, "!")
    press_enter(field)
    assert card(session).text == "10\u00a0€\nsatu!"


def test_shift_enter_is_a_line_like_enter(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    field = field_of(inspector, "text")
    type_over(field, "satu")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "dua")
    press_enter(field)
    assert card(session).text == "satu\ndua"


@pytest.mark.parametrize("member", ["text", "owner"])
def test_what_is_pasted_comes_as_plain_text(inspector: Inspector, session: Session, member: str) -> None:
    session.select(["c3"])
    field = field_of(inspector, member)
    mime = QMimeData()
    mime.setHtml("<b>tebal</b><img src='/etc/passwd'>")
    mime.setText("<b>tebal</b>")
    QGuiApplication.clipboard().setMimeData(mime)
    type_over(field, "")
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    press_enter(field)
    QGuiApplication.clipboard().clear()
    assert getattr(card(session), member) == "<b>tebal</b>"


def test_an_owner_on_the_map_is_suggested_and_chosen_by_enter(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    session.select(["c1"])
    field = field_of(inspector, "owner")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "raw")
    take_suggestion(qtbot, field)
    assert card(session, "c1").owner == "Perawat"
    assert session.undo_stack.count() == 1


def test_a_hidden_inspector_looks_again_once_it_is_seen(inspector: Inspector, session: Session) -> None:
    inspector.hide()
    session.select(["c3"])
    assert form_of(inspector).plan.kind is Map
    inspector.show()
    assert form_of(inspector).ids == ("c3",)


def test_words_like_html_are_shown_as_they_are(inspector: Inspector, session: Session) -> None:
    words = "<img src='/etc/passwd'> & <b>tebal</b>"
    session.do("edit", edit_cards, ["c1"], text=words)
    session.select(["k1"])
    way = editor_of(inspector, "source", Jump).way
    assert (way.accessibleName(), way.toolTip()) == (words, plain.tooltip(words))
    assert way.text().startswith("<img src=")

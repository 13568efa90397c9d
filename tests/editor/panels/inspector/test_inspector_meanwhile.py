"""What else happens while somebody types in the inspector, and the fields that are made of several."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.panels.inspector import Inspector
from editor.panels.inspector.evidence import Support
from editor.panels.inspector.feeling import Feeling
from editor.session import Origin, Session
from editor.speech import speak
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


def card(session: Session, key: str = "c3") -> Card:
    return session.document.table(Card)[key]


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

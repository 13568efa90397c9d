"""What the map cannot take while it is half typed, or not as fast: it stands in its field, and is told of."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.panels.inspector import Inspector
from editor.panels.inspector.entering import AT_ONCE
from editor.session import Session
from model.change import add
from model.operations.card_content import edit_cards
from model.records import Card
from tests.editor.panels.inspector.hands import field_of, press_enter, row_of, type_over

THREE = ["c1", "c2", "c3"]


def card(session: Session, key: str = "c3") -> Card:
    return session.document.table(Card)[key]


def owners(session: Session) -> list[str]:
    return [card(session, key).owner for key in THREE]


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

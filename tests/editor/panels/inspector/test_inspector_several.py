"""Several records at once: what they share, where they differ, and one step for all of them."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.panels.inspector import Inspector
from editor.panels.inspector.choices import Choice, Flag, Marks
from editor.panels.inspector.evidence import Support
from editor.panels.inspector.steps import Count
from editor.session import Session
from model.operations.card_content import edit_cards
from model.records import Card, Mark
from tests.editor.panels.inspector.hands import (
    click,
    editor_of,
    field_of,
    form_of,
    let_it_stand,
    press_enter,
    row_of,
    type_over,
)

THREE = ["c1", "c2", "c3"]


def members(session: Session, member: str) -> list[Any]:
    return [getattr(session.document.table(Card)[key], member) for key in THREE]


def test_the_heading_says_how_many(inspector: Inspector, session: Session) -> None:
    session.select(THREE)
    assert form_of(inspector).heading.text() == "3 kartu"
    session.select(["c1"])
    assert form_of(inspector).heading.text() == "Kartu"


def test_what_cards_share_is_shown_and_where_they_differ_it_says_so(inspector: Inspector, session: Session) -> None:
    session.do("edit", edit_cards, THREE, channel="Loket")
    session.select(THREE)
    assert (field_of(inspector, "channel").text(), field_of(inspector, "channel").placeholderText()) == ("Loket", "")
    assert (field_of(inspector, "owner").text(), field_of(inspector, "owner").placeholderText()) == (
        "",
        "beberapa nilai",
    )


def _owner(inspector: Inspector) -> None:
    type_over(field_of(inspector, "owner"), "Kasir")
    press_enter(field_of(inspector, "owner"))


def _text(inspector: Inspector) -> None:
    type_over(field_of(inspector, "text"), "sama")
    press_enter(field_of(inspector, "text"))


def _digital(inspector: Inspector) -> None:
    QTest.keyClick(editor_of(inspector, "digital", Choice).combo, Qt.Key.Key_Down)


def _self_service(inspector: Inspector) -> None:
    click(editor_of(inspector, "self_service", Flag).box)


def _marks(inspector: Inspector) -> None:
    click(editor_of(inspector, "marks", Marks).buttons[Mark.DECISION])


@pytest.mark.parametrize(
    ("member", "differing", "hand", "then"),
    [
        ("owner", ["", "Bidan", "Perawat"], _owner, "Kasir"),
        ("text", ["satu", "dua", "tiga"], _text, "sama"),
        ("digital", [None, True, False], _digital, None),
        ("self_service", [False, True, False], _self_service, True),
        ("marks", [(), (Mark.DECISION,), ()], _marks, (Mark.DECISION,)),
    ],
)
def test_an_edit_sets_all_in_one_step(
    inspector: Inspector,
    session: Session,
    member: str,
    differing: list[Any],
    hand: Callable[[Inspector], None],
    then: object,
) -> None:
    for key, value in zip(THREE, differing, strict=True):
        if member != "marks":
            session.do("edit", edit_cards, [key], **{member: value})
    if member == "marks":
        session.do("edit", edit_cards, ["c2"], marks=(Mark.DECISION,))
    session.undo_stack.clear()
    session.select(THREE)
    let_it_stand(inspector)
    hand(inspector)
    assert members(session, member) == [then] * 3
    assert session.undo_stack.count() == 1
    session.undo()
    assert members(session, member) == differing


def test_a_field_left_as_it_was_leaves_the_cards_as_they_differ(inspector: Inspector, session: Session) -> None:
    session.select(THREE)
    for row in form_of(inspector).rows.values():
        row.editor.setFocus()
    session.select([])
    assert not session.undo_stack.count()


def test_emptying_a_field_where_cards_differ_empties_it_on_all(inspector: Inspector, session: Session) -> None:
    session.select(THREE)
    field = field_of(inspector, "owner")
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    press_enter(field)
    assert members(session, "owner") == ["", "", ""]


def test_a_mark_that_some_cards_have_is_shown_so(inspector: Inspector, session: Session) -> None:
    session.do("edit", edit_cards, ["c2"], marks=(Mark.DECISION,))
    session.select(THREE)
    button = editor_of(inspector, "marks", Marks).buttons[Mark.DECISION]
    assert (button.isChecked(), button.text(), button.accessibleName()) == (False, "…", "Keputusan (sebagian kartu)")


def test_a_flag_that_some_cards_have_is_half_ticked(inspector: Inspector, session: Session) -> None:
    session.do("edit", edit_cards, ["c2"], self_service=True)
    session.select(THREE)
    box = editor_of(inspector, "self_service", Flag).box
    assert box.checkState() is Qt.CheckState.PartiallyChecked
    session.select(["c2"])
    assert (box.checkState(), box.isTristate()) == (Qt.CheckState.Checked, False)


def test_votes_that_differ_are_not_counted_up_but_can_be_typed(inspector: Inspector, session: Session) -> None:
    session.do("vote", edit_cards, ["c2"], votes=4)
    session.select(THREE)
    count = editor_of(inspector, "votes", Count)
    assert not count.more.isEnabled()
    type_over(count.line, "2")
    press_enter(count.line)
    assert members(session, "votes") == [2, 2, 2]
    let_it_stand(inspector)
    click(count.less)
    assert members(session, "votes") == [1, 1, 1]


def test_evidence_that_differs_is_not_overwritten(inspector: Inspector, session: Session) -> None:
    session.select(THREE)
    support = editor_of(inspector, "evidence", Support)
    assert (support.several.isVisible(), support.add.isVisible()) == (True, False)
    assert not any(item.isVisible() for item in support.items)


def test_what_belongs_to_one_card_is_shown_for_one(inspector: Inspector, session: Session) -> None:
    session.select(THREE)
    assert not any(row_of(inspector, member).isVisible() for member in ("lane", "step", "picture"))
    session.select(["c1"])
    assert all(row_of(inspector, member).isVisible() for member in ("lane", "step", "picture"))


def test_records_of_several_kinds_are_counted(inspector: Inspector, session: Session) -> None:
    session.select(["c1", "c2", "s1"])
    assert inspector.form is None
    assert inspector.summary.text().startswith("Terpilih: 2 kartu, 1 tahap.")
    session.select(["t1", "t2"])
    assert inspector.summary.text().startswith("Terpilih: 2 langkah.")
    session.select([])
    assert form_of(inspector).plan.name == "map"

"""The session: what is open, done, taken back, drafted, selected and drawn."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from editor.session import Origin, Session
from editor.speech import speak
from model.change import Change
from model.checks import Stale
from model.document import Document
from model.layout.sheets import sheet
from model.layout.view import View
from model.operations import card_content, cards, lanes
from model.records import Card, Lane
from tests.making.small_map import small_map


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """The small map, in English."""
    assert qapp is not None
    speak("en")
    yield Session(small_map(), Origin("kopi"))
    speak("")


def text(session: Session, key: str) -> str:
    return session.document.table(Card)[key].text


def test_an_operation_is_one_step_that_can_be_taken_back_and_done_again(session: Session) -> None:
    before = dict(session.document.records)
    change = session.do("move_cards", cards.move_cards, ("c1",), "l3", "t2")
    assert change
    after = dict(session.document.records)
    assert session.undo_stack.undoText() == "Move cards"
    session.undo()
    assert dict(session.document.records) == before
    session.redo()
    assert dict(session.document.records) == after
    assert session.selection == ("c1",)


def test_a_refusal_is_told_in_a_sentence_and_nothing_has_happened(session: Session) -> None:
    refused, told = QSignalSpy(session.refused), QSignalSpy(session.told)
    assert session.do("move_cards", cards.move_cards, ("c1",), "l2", "t2") is None
    assert session.undo_stack.count() == 0
    assert refused.at(0) == told.at(0)
    assert "emotion lane" in refused.at(0)[0]


def test_what_changes_nothing_is_no_step(session: Session) -> None:
    assert session.do("edit", card_content.edit_cards, ("c1",), text="satu") == Change()
    assert session.undo_stack.count() == 0


def test_the_drawing_is_up_to_date_when_a_change_is_told(session: Session) -> None:
    seen = []
    session.changed.connect(lambda _: seen.append(session.drawing.places.spots("c1")[0].rect.x))
    before = session.drawing.places.spots("c1")[0].rect.x
    session.do("move_cards", cards.move_cards, ("c1",), "l1", "t3")
    assert len(seen) == 1
    assert seen[0] > before


def test_a_draft_is_on_the_map_and_becomes_one_step(session: Session) -> None:
    for words in ("s", "sa", "sat"):
        session.draft(card_content.edit_cards, ("c3",), text=words)
    assert text(session, "c3") == "sat"
    assert session.undo_stack.count() == 0
    assert session.unsaved
    session.settle_draft("write_card")
    assert session.undo_stack.count() == 1
    session.undo()
    assert text(session, "c3") == "tiga"


def test_a_dropped_draft_leaves_all_as_it_was(session: Session) -> None:
    before = dict(session.document.records)
    session.draft(cards.add_card, "l1", "t4", "")
    session.drop_draft()
    assert dict(session.document.records) == before
    assert not session.unsaved


def test_whatever_else_is_done_settles_the_draft_first(session: Session) -> None:
    session.draft(card_content.edit_cards, ("c3",), text="empat")
    session.do("delete", cards.delete_cards, ("c1",))
    assert session.undo_stack.count() == 2
    session.undo()
    assert text(session, "c3") == "empat"
    session.undo()
    assert text(session, "c3") == "tiga"


def test_whoever_is_at_something_ends_it_before_a_step_is_taken_back_or_done_again(session: Session) -> None:
    session.do("delete", cards.delete_cards, ("c1",))
    settled: list[bool] = []
    session.settling.connect(lambda: settled.append("c1" in session.document.records))
    session.undo()
    session.redo()
    assert settled == [False, True]


def test_a_draft_that_comes_back_to_where_it_began_is_no_step(session: Session) -> None:
    session.draft(card_content.edit_cards, ("c3",), text="x")
    session.draft(card_content.edit_cards, ("c3",), text="tiga")
    session.settle_draft()
    assert session.undo_stack.count() == 0


def test_on_sheets_typing_leaves_the_drawing_until_it_is_done(session: Session) -> None:
    session.show(sheet=sheet("A4"))
    layout = session.drawing.layout
    session.draft(card_content.edit_cards, ("c3",), text="kata " * 60)
    assert session.drawing.layout is layout
    session.settle_draft("write_card")
    assert session.drawing.layout is not layout


def test_steps_are_named_in_the_language_of_the_moment(session: Session) -> None:
    session.do("delete", cards.delete_cards, ("c1",))
    speak("id")
    session.undo_stack.retranslate()
    assert session.undo_stack.undoText() == "Menghapus"


def test_what_is_gone_is_not_selected_any_more(session: Session) -> None:
    session.select(("c1", "c3"))
    assert session.selected(Card) == ("c1", "c3")
    session.do("delete", cards.delete_cards, ("c1",))
    assert session.selection == session.selected(Card) == ("c3",)
    session.stand_in(("l1", "t4"))
    session.do("delete", lanes.delete_lane, "l1")
    assert session.cell is None


def test_a_cell_is_stood_in_only_while_nothing_is_selected(session: Session) -> None:
    session.stand_in(("l1", "t4"))
    session.select(("c1",))
    assert session.cell is None
    session.toggle("c3")
    assert (session.selection, session.current) == (("c1", "c3"), "c3")
    session.toggle("c1")
    assert session.selected(Card) == ("c3",)
    assert session.selected(Lane) == ()


def test_unsaved_is_what_the_disk_does_not_have(session: Session) -> None:
    assert not session.unsaved
    session.do("delete", cards.delete_cards, ("c1",))
    assert session.unsaved
    session.saved(Origin("kopi.cjm", Path("kopi.cjm"), "0"))
    assert not session.unsaved
    session.undo()
    assert session.unsaved


def test_another_map_takes_the_place_of_the_first_with_nothing_left_of_it(session: Session) -> None:
    session.do("delete", cards.delete_cards, ("c1",))
    session.select(("c3",))
    replaced = QSignalSpy(session.replaced)
    session.replace(small_map(), Origin("lain"), unsaved=True)
    assert replaced.count() == 1
    assert (session.selection, session.undo_stack.count(), session.unsaved) == ((), 0, True)
    assert session.document.get(Card, "c1") is not None


def test_nobody_hears_of_another_map_before_it_is_drawn(session: Session) -> None:
    session.do("delete", cards.delete_cards, ("c1",))
    seen: list[bool] = []
    session.undo_stack.indexChanged.connect(lambda _: seen.append(bool(session.drawing.places.spots("c1"))))
    session.replace(small_map(), Origin("lain"))
    assert seen == [True]


def test_a_view_and_a_sheet_are_no_steps(session: Session) -> None:
    session.show(view=View.JOURNEY, sheet=sheet("A3"))
    assert session.drawing.view is View.JOURNEY
    assert session.drawing.layout.sheet == sheet("A3")
    assert session.undo_stack.count() == 0
    session.show()
    assert session.drawing.layout.sheet is None


def stale(document: Document, key: str) -> Change:
    """What an operation gives that looked at another map."""
    card = document.table(Card)[key]
    other = msgspec.structs.replace(card, text="lain")
    return Change(updated={key: (other, msgspec.structs.replace(card, text="salah"))})


def test_a_change_that_does_not_fit_is_no_step_to_take_back(session: Session) -> None:
    session.do("move_cards", cards.move_cards, ("c1",), "l3", "t2")
    after = dict(session.document.records)
    with pytest.raises(Stale):
        session.do("edit", stale, "c1")
    assert session.undo_stack.count() == 1
    session.undo()
    session.redo()
    assert dict(session.document.records) == after


def test_a_draft_that_does_not_fit_leaves_what_was_drafted_before(session: Session) -> None:
    before = dict(session.document.records)
    session.draft(card_content.edit_cards, ("c1",), text="sat")
    with pytest.raises(Stale):
        session.draft(stale, "c2")
    session.settle()
    assert text(session, "c1") == "sat"
    session.undo()
    assert dict(session.document.records) == before

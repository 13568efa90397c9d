"""What is typed in a panel, and everything else that can be done in the window meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from editor.keeping.state import JOURNALS
from editor.session import Origin
from model.records import Card
from model.storage.file import open_map, save_map
from model.storage.journal import Replayed, replay
from tests.checking.dialogs import Answers, press
from tests.checking.whole_window import Hands
from tests.making.small_map import small_map


@pytest.fixture
def owner(small: Hands) -> QLineEdit:
    """The field for the owner of the card c1, with the focus."""
    field = field_called(small, "Owner")
    field.setFocus()
    return field


@pytest.fixture
def answers() -> Iterator[Answers]:
    """Somebody who answers the dialogs that come up."""
    somebody = Answers()
    yield somebody
    somebody.deleteLater()
    assert not somebody.acts and not somebody.unexpected


def field_called(hands: Hands, name: str, key: str = "c1") -> QLineEdit:
    hands.session.select((key,))
    hands.window.panels.bring("inspector")
    lines = hands.window.panels.inspector.findChildren(QLineEdit)
    return next(each for each in lines if each.accessibleName() == name)


def owner_of(hands: Hands, key: str = "c1") -> str:
    return hands.session.document.table(Card)[key].owner


def undo_action(hands: Hands) -> QAction:
    return hands.window.bar.actions["undo"]


# The journal


def replayed(hands: Hands) -> Replayed:
    """What the next start would find, were the program gone now."""
    (journal,) = (hands.window.keeper.state / JOURNALS).rglob("*.journal")
    found = replay(journal.read_bytes(), journal.parent)
    assert found is not None
    return found


@pytest.mark.usefixtures("owner")
def test_each_letter_is_in_the_journal_before_the_next(small: Hands) -> None:
    for typed in ("K", "Ka", "Kas"):
        small.write(typed[-1])
        assert replayed(small).document.table(Card)["c1"].owner == typed
    small.keys("Backspace")
    assert replayed(small).document.table(Card)["c1"].owner == "Ka"


def test_what_is_no_date_yet_is_in_the_journal_too_and_stays_there_past_a_save(small: Hands) -> None:
    path = small.folder / "peta.cjm"
    small.session.saved(Origin("peta.cjm", path, save_map(small.session.document, path, expected=None)))
    due = field_called(small, "Due date")
    due.setFocus()
    small.write("12 Nov")
    assert [each.text for each in replayed(small).typed] == ["12 Nov"]
    small.keys("Ctrl+S")
    assert [each.text for each in replayed(small).typed] == ["12 Nov"]
    due.setFocus()
    small.keys("Esc")
    assert not replayed(small).typed


# The canvas


def test_a_card_written_on_the_map_is_a_step_behind_what_was_typed(small: Hands, owner: QLineEdit) -> None:
    small.write("Kasir")
    small.double_click(small.middle("c4"))
    small.write("!")
    assert (small.steps, owner_of(small)) == (1, "Kasir")
    small.keys("Return")
    assert (small.steps, small.text("c4")) == (2, "empat!")
    small.there_and_back()
    assert not owner.hasFocus()


@pytest.mark.usefixtures("owner")
def test_f2_in_a_field_writes_on_its_card(small: Hands) -> None:
    small.write("Kasir")
    small.keys("F2")
    assert small.writes
    small.write("!")
    small.keys("Return")
    assert (small.steps, owner_of(small), small.text("c1")) == (2, "Kasir", "satu!")
    small.there_and_back()


def test_a_refused_number_does_not_end_the_writing_that_begins(small: Hands) -> None:
    field_called(small, "Impact (0–10)").setFocus()
    small.write("11")
    small.keys("F2")
    assert small.writes
    small.write("!")
    small.keys("Return")
    assert (small.steps, small.text("c1")) == (1, "satu!")
    field = field_called(small, "Impact (0–10)")
    assert field.text() == "11"
    field.setFocus()
    small.keys("Esc")


def test_a_card_that_is_dragged_is_a_step_behind_what_was_typed(small: Hands, owner: QLineEdit) -> None:
    small.write("Kasir")
    small.drag(small.middle("c3"), small.middle("c4"))
    assert owner_of(small) == "Kasir"
    assert small.steps == 2
    small.there_and_back()
    assert not owner.hasFocus()


def test_a_new_card_of_the_palette_is_a_step_behind_what_was_typed(small: Hands, owner: QLineEdit) -> None:
    small.write("Kasir")
    small.window.bar.actions["add_card"].trigger()
    small.write("baru")
    small.keys("Return")
    assert owner_of(small) == "Kasir"
    small.there_and_back()
    assert small.steps == small.session.undo_stack.count() >= 2
    assert owner.text() in ("Kasir", "")


# Commands


@pytest.mark.usefixtures("owner")
def test_a_step_begins_with_the_first_letter_and_can_be_undone_at_once(small: Hands) -> None:
    assert not undo_action(small).isEnabled()
    small.write("K")
    assert undo_action(small).isEnabled()
    assert undo_action(small).text() == "&Undo"
    assert small.window.isWindowModified()
    undo_action(small).trigger()
    small.untouched()
    assert not small.window.isWindowModified()
    small.window.bar.actions["redo"].trigger()
    assert owner_of(small) == "K"


def test_nothing_is_done_again_while_one_types(small: Hands, owner: QLineEdit) -> None:
    small.write("K")
    undo_action(small).trigger()
    redo = small.window.bar.actions["redo"]
    assert redo.isEnabled()
    owner.setFocus()
    small.write("L")
    assert (redo.isEnabled(), redo.text()) == (False, "&Redo")
    small.keys("Esc")
    assert redo.isEnabled()


def test_undo_in_the_menu_takes_back_what_the_map_refuses(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("F2")
    small.write("!")
    small.keys("Return")
    due = field_called(small, "Due date")
    due.setFocus()
    small.write("zz")
    assert undo_action(small).text() == "&Undo"
    undo_action(small).trigger()
    assert (due.text(), small.text("c1")) == ("", "satu!")
    assert undo_action(small).text() != "&Undo"
    undo_action(small).trigger()
    small.untouched()


def test_a_command_that_leaves_the_map_alone_does_not_end_the_typing(small: Hands, owner: QLineEdit) -> None:
    small.write("Ka")
    small.window.bar.actions["zoom_in"].trigger()
    small.window.bar.actions["theme.light"].trigger()
    small.write("sir")
    small.keys("Return")
    assert (owner_of(small), small.steps, owner.hasFocus()) == ("Kasir", 1, True)


def test_what_is_typed_is_saved_and_the_typing_goes_on(small: Hands, owner: QLineEdit) -> None:
    path = small.folder / "peta.cjm"
    small.session.saved(Origin("peta.cjm", path, save_map(small.session.document, path, expected=None)))
    small.write("Kas")
    small.keys("Ctrl+S")
    assert open_map(path).document.table(Card)["c1"].owner == "Kas"
    assert not small.session.unsaved
    small.write("ir")
    assert (owner_of(small), owner.text(), small.session.unsaved) == ("Kasir", "Kasir", True)


def test_going_back_to_the_file_is_there_from_the_first_letter(
    small: Hands, owner: QLineEdit, answers: Answers
) -> None:
    path = small.folder / "peta.cjm"
    small.session.saved(Origin("peta.cjm", path, save_map(small.session.document, path, expected=None)))
    revert = small.window.bar.actions["revert"]
    assert not revert.isEnabled()
    small.write("K")
    assert revert.isEnabled()
    answers(press("Revert"))
    revert.trigger()
    small.session.select(("c1",))
    assert owner_of(small) == owner.text() == ""
    assert not small.session.unsaved


@pytest.mark.usefixtures("owner")
def test_another_map_gets_nothing_of_what_was_being_typed(small: Hands) -> None:
    small.write("Kasir")
    small.session.replace(small_map(), Origin("lain"))  # with the very same records
    assert owner_of(small) == ""
    assert small.steps == 0 and not small.session.unsaved


def test_a_menu_that_opens_and_closes_does_not_end_the_typing(small: Hands) -> None:
    small.session.select(("c1",))
    field = next(each for each in small.window.panels.inspector.findChildren(QPlainTextEdit) if each.isVisible())
    field.setFocus()
    small.write("a")
    menu = field.createStandardContextMenu()
    assert isinstance(menu, QMenu)
    menu.popup(field.mapToGlobal(field.rect().center()))
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert small.steps == 0 and small.session.drafting

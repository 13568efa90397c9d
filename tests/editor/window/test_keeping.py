"""What is done at the window is kept as it is done, and goes when it is not needed any more."""

import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from editor.keeping.state import HISTORY, JOURNALS
from editor.session import Origin
from model.document import Document
from model.records import Card, Map
from model.storage.file import save_map
from model.storage.history import History, Why
from model.storage.journal import Diary, Head, left_behind, read_path, replay
from tests.checking.dialogs import Answers, press
from tests.checking.whole_window import Hands
from tests.editor.window.conftest import Open
from tests.making.small_map import small_map
from tests.making.undrawable import Undrawable


@pytest.fixture
def answers() -> Iterator[Answers]:
    found = Answers()
    yield found
    found.deleteLater()
    assert not found.acts, "a dialog never came up"
    assert not found.unexpected, found.unexpected


@pytest.fixture
def saved(small: Hands) -> Hands:
    """The small map, open from a file."""
    path = small.folder / "peta.cjm"
    save_map(small.session.document, path, expected=None)
    assert small.window.files.open(path)
    return small


def kept(hands: Hands) -> Document | None:
    """The map of the one journal there is."""
    journals = [*(hands.window.keeper.state / JOURNALS).rglob("*.journal")]
    assert len(journals) <= 1
    found = replay(journals[0].read_bytes(), journals[0].parent) if journals else None
    return found.document if found is not None else None


def versions(hands: Hands) -> list[Why]:
    """What the versions of the map were kept for, the latest first."""
    hands.window.keeper.wait_for_versions()
    history = History(hands.window.keeper.state / HISTORY)
    return [each.why for each in history.versions(hands.session.document.map.id)]


def timer_of(hands: Hands, interval: int) -> QTimer:
    """That of the keeper with this interval (milliseconds)."""
    (timer,) = (each for each in hands.window.keeper.findChildren(QTimer) if each.interval() == interval)
    return timer


def same(hands: Hands) -> bool:
    found = kept(hands)
    return found is not None and found.records == hands.session.document.records


def test_a_map_that_is_only_looked_at_leaves_no_trace(saved: Hands) -> None:
    saved.session.select(("c1",))
    saved.canvas.fit()
    assert kept(saved) is None
    assert versions(saved) == []


def test_every_letter_is_kept_while_it_is_written_in_a_map_that_was_never_saved(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("Return")
    for count, letter in enumerate("antre lagi", 1):
        small.letter(letter)
        found = kept(small)
        assert found is not None
        assert found.table(Card)["c1"].text.endswith("antre lagi"[:count])
        assert small.steps == 0  # no step yet: it is still being written


def test_every_letter_in_the_inspector_is_kept_too(small: Hands) -> None:
    small.session.select(("c1",))
    field = next(each for each in small.window.panels.inspector.findChildren(QLineEdit) if each.isVisible())
    field.setFocus()
    for letter in "Loket 3":
        small.letter(letter)
        assert same(small)


def test_what_a_field_cannot_take_is_kept_as_well(small: Hands) -> None:
    small.session.select(("c1",))
    inspector = small.window.panels.inspector
    field = next(each for each in inspector.findChildren(QLineEdit) if each.accessibleName() == "Due date")
    field.setFocus()
    QTest.keyClicks(field, "zz??")
    (journal,) = (small.window.keeper.state / JOURNALS).rglob("*.journal")
    found = replay(journal.read_bytes(), journal.parent)
    assert found is not None
    assert [(each.record, each.text) for each in found.typed] == [("c1", "zz??")]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    found = replay(journal.read_bytes(), journal.parent)
    assert found is not None
    assert found.typed == []


def test_a_drag_a_deletion_an_undo_and_a_redo_are_kept(small: Hands) -> None:
    small.drag(small.middle("c1"), small.cell("l1", 3))
    assert same(small)
    small.session.select(("c2",))
    small.keys("Delete")
    assert same(small)
    small.keys("Ctrl+Z")
    assert same(small)
    small.keys("Ctrl+Y")
    assert same(small)


def test_what_is_kept_is_for_this_user_alone(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("Delete")
    small.window.keeper.keep_version("timed")
    small.window.keeper.wait_for_versions()
    state = small.window.keeper.state
    for each in (state, *state.rglob("*")):
        assert stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600), each


def test_saving_ends_the_journal_and_makes_a_version_and_so_does_the_map_it_was_before(saved: Hands) -> None:
    saved.session.select(("c1",))
    saved.keys("Delete")
    assert same(saved)
    saved.keys("Ctrl+S")
    assert kept(saved) is None
    assert versions(saved) == [Why.SAVED, Why.OPENED]
    saved.keys("Ctrl+Z")
    assert same(saved)


def test_every_five_minutes_there_is_a_version_while_there_are_changes(saved: Hands, qtbot: QtBot) -> None:
    timer = timer_of(saved, 5 * 60 * 1000)
    assert not timer.isActive()
    saved.session.select(("c1",))
    saved.keys("Delete")
    assert timer.isActive()
    with qtbot.waitSignal(timer.timeout):
        timer.setInterval(0)
    timer.setInterval(5 * 60 * 1000)
    assert versions(saved) == [Why.TIMED, Why.OPENED]
    saved.keys("Ctrl+S")
    assert not timer.isActive()


def test_what_is_thrown_away_at_the_end_is_a_version_still(unwatched: Open, answers: Answers) -> None:
    hands = unwatched(small_map())
    hands.session.select(("c1",))
    hands.keys("Delete")
    answers(press("Don't Save"))
    assert hands.window.close()
    assert kept(hands) is None
    assert versions(hands) == [Why.DISCARDED]
    hands.window.deleteLater()


def test_what_is_thrown_away_for_another_map_is_a_version_still(saved: Hands, answers: Answers) -> None:
    saved.session.select(("c1",))
    saved.keys("Delete")
    answers(press("Don't Save"))
    assert saved.window.files.open(saved.folder / "peta.cjm")
    assert kept(saved) is None
    assert versions(saved) == [Why.DISCARDED, Why.OPENED]


def test_a_journal_that_cannot_be_written_is_told_above_the_map_until_it_can(small: Hands, qtbot: QtBot) -> None:
    state = small.window.keeper.state
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text("a file where the folder belongs")
    small.session.select(("c1",))
    small.keys("Delete")
    said = [each.text() for each in small.window.banner.findChildren(QLabel) if each.isVisible()]
    assert any("not protected" in each and "part of its path is not a folder" in each for each in said), said
    assert not any("journal" in each for each in said), said
    assert small.session.unsaved
    state.unlink()
    timer = timer_of(small, 5_000)
    assert timer.isActive()
    timer.setInterval(0)  # nobody does anything any more
    qtbot.waitUntil(lambda: not small.window.banner.isVisible())
    assert same(small)
    assert not timer.isActive()


def test_a_map_of_which_the_disk_does_not_say_that_it_has_it_is_kept_with_its_new_place(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("Delete")
    path = small.folder / "peta.cjm"
    digest = save_map(small.session.document, path, expected=None)
    small.session.saved(Origin("peta.cjm", path, digest), certain=False)
    assert small.window.keeper.flush()
    (journal,) = (small.window.keeper.state / JOURNALS).rglob("*.journal")
    found = replay(journal.read_bytes(), journal.parent)
    assert found is not None
    assert read_path(found.head.path) == path
    assert same(small)


def test_a_journal_that_cannot_be_opened_is_followed_by_none_that_says_it_was(small: Hands) -> None:
    keeper = small.window.keeper
    left = Diary(keeper.state / JOURNALS, print)
    undrawable = Undrawable(small_map().records.values())
    left.follow(undrawable, Head())
    left.begin()
    left.leave()
    undrawable.failures = 1
    (found,) = left_behind(keeper.state / JOURNALS).left
    with pytest.raises(LookupError):
        keeper.take_up(found.sitting, msgspec.structs.replace(found.replayed, document=undrawable), Origin(""))
    small.session.select(("c1",))
    small.keys("Delete")
    heads = [replay(each.read_bytes(), each.parent) for each in keeper.state.rglob("*.journal")]
    assert [each and each.head.follows for each in heads] == ["", ""]
    found.sitting.end()


def test_forgetting_a_map_removes_journal_and_history(saved: Hands, answers: Answers) -> None:
    saved.session.select(("c1",))
    saved.keys("Delete")
    saved.keys("Ctrl+S")
    saved.keys("Ctrl+Z")
    assert versions(saved) != []
    answers(press("Forget"))
    saved.window.bar.actions["forget"].trigger()
    assert kept(saved) is None
    assert versions(saved) == []
    saved.keys("Ctrl+Z")


def test_forgetting_a_map_removes_what_windows_left_of_it_that_are_gone(saved: Hands, answers: Answers) -> None:
    journals = saved.window.keeper.state / JOURNALS
    other = Document([*(each for each in small_map().records.values() if not isinstance(each, Map)), Map(id="other")])
    for document in (small_map(), other):
        left = Diary(journals, print)
        left.follow(document, Head())
        left.begin()
        left.leave()
    answers(press("Forget"))
    saved.window.bar.actions["forget"].trigger()
    (found,) = left_behind(journals).left
    assert found.replayed.document.map.id == "other"
    found.sitting.end()


def test_nothing_is_left_of_a_window_that_was_closed_in_order(unwatched: Open, tmp_path: Path) -> None:
    hands = unwatched(small_map())
    hands.session.select(("c1",))
    hands.keys("Delete")
    path = tmp_path / "peta.cjm"
    hands.session.saved(hands.session.origin)
    assert hands.window.close()
    assert [*(hands.window.keeper.state / JOURNALS).iterdir()] == []
    assert not path.exists()
    hands.window.deleteLater()

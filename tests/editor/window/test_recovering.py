"""A window is torn away at work; the next one offers what it left, and loses nothing whatever is answered."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.keeping.recovering import Recovering
from editor.keeping.state import HISTORY, JOURNALS
from model.document import Document
from model.operations.maps import edit_map
from model.records import Card
from model.storage.file import open_map, save_map
from model.storage.history import History, Why
from tests.checking.dialogs import Answers, key, press, words_of
from tests.checking.whole_window import Hands
from tests.editor.window.conftest import Open
from tests.making.small_map import small_map

Torn = Callable[..., None]


class Next(NamedTuple):
    """The window after the one that was torn away, and who answers what it asks."""

    hands: Hands
    answers: Answers
    asked: list[str]
    qtbot: QtBot

    def offer(self, *answers: Callable[[QDialog], None]) -> None:
        self.answers(*(self._noted(each) for each in answers))
        recovering, before = Recovering(self.hands.window), len(self.asked)
        with self.qtbot.waitSignal(recovering.done, timeout=20_000):
            recovering.offer()
            assert len(self.asked) == before  # nobody waits for a disk

    def _noted(self, act: Callable[[QDialog], None]) -> Callable[[QDialog], None]:
        def noted(dialog: QDialog) -> None:
            self.asked.append(words_of(dialog))
            act(dialog)

        return noted

    @property
    def journals(self) -> list[Path]:
        return [*(self.hands.window.keeper.state / JOURNALS).rglob("*.journal")]

    def told(self) -> list[str]:
        return [each.text() for each in self.hands.window.banner.findChildren(QLabel) if each.isVisible()]


@pytest.fixture
def torn(unwatched: Open) -> Torn:
    """Opens a map, from a file if there is one, has something done at it, and tears the window away."""

    def tear(doing: Callable[[Hands], None], document: Document | None = None, path: Path | None = None) -> None:
        hands = unwatched(document or small_map())
        if path is not None:
            assert hands.window.files.open(path)
        doing(hands)
        hands.window.keeper.leave()  # the system would have let go of the folder
        hands.window.session.undo_stack.setClean()
        hands.window.session.drop_draft()
        hands.window.close()
        hands.window.deleteLater()

    return tear


@pytest.fixture
def after(window: Open, torn: Torn, qtbot: QtBot) -> Iterator[Next]:  # noqa: ARG001  the windows before go first
    answers = Answers()
    yield Next(window(small_map()), answers, [], qtbot)
    answers.deleteLater()
    assert not answers.acts, "a dialog never came up"
    assert not answers.unexpected, answers.unexpected


def write(hands: Hands) -> None:
    hands.session.select(("c1",))
    hands.keys("Return")
    hands.write("antre lama")


def test_what_was_being_written_is_open_again_and_unsaved(torn: Torn, after: Next) -> None:
    torn(write)
    after.offer(key(Qt.Key.Key_Return))
    assert after.hands.text("c1").endswith("antre lama")
    assert after.hands.session.unsaved
    assert after.hands.session.origin.path is None
    assert "never saved" in after.asked[0]
    assert "antre lama" in after.asked[0]
    assert len(after.journals) == 1  # the new window's own


def test_a_map_from_a_file_goes_back_there_and_the_file_is_as_it_was_until_then(
    torn: Torn, after: Next, tmp_path: Path
) -> None:
    path = tmp_path / "kopi.cjm"
    save_map(small_map(), path, expected=None)
    before = path.read_bytes()
    torn(write, path=path)
    after.offer(press("Open"))
    assert path.read_bytes() == before
    assert after.hands.session.origin.path == path
    assert after.hands.window.files.save()
    assert open_map(path).document.table(Card)["c1"].text.endswith("antre lama")
    assert after.journals == []


def test_a_newer_file_is_never_written_over_unasked(torn: Torn, after: Next, tmp_path: Path) -> None:
    path = tmp_path / "kopi.cjm"
    save_map(small_map(), path, expected=None)
    torn(write, path=path)
    newer = small_map()
    newer.apply(edit_map(newer, title="Teh"))
    save_map(newer, path, expected=None)
    written = path.read_bytes()
    after.offer(press("Open"))
    assert "Somebody changed it since" in after.asked[0]
    after.answers(press("Cancel"))
    assert not after.hands.window.files.save()
    assert path.read_bytes() == written
    assert after.hands.session.unsaved


def test_later_leaves_it_for_the_button_above_the_map_and_for_the_next_start(torn: Torn, after: Next) -> None:
    torn(write)
    after.offer(key(Qt.Key.Key_Escape))
    assert after.hands.text("c1") == "satu"
    assert any("waiting" in each for each in after.told())
    (button,) = [each for each in after.hands.window.banner.findChildren(QPushButton) if each.isVisible()]
    after.answers(press("Open"))
    button.click()
    after.qtbot.waitUntil(lambda: after.hands.text("c1").endswith("antre lama"))
    assert not any("waiting" in each for each in after.told())


def test_what_is_not_wanted_stands_among_the_earlier_versions(torn: Torn, after: Next) -> None:
    torn(write)
    after.offer(press("Do not open"))
    assert after.journals == []
    after.hands.window.keeper.wait_for_versions()
    history = History(after.hands.window.keeper.state / HISTORY)
    (version,) = history.versions("m")
    assert version.why is Why.DISCARDED
    assert history.read(version).table(Card)["c1"].text.endswith("antre lama")


def test_several_are_asked_about_one_after_the_other(torn: Torn, after: Next) -> None:
    for title in ("Kopi pagi", "Kopi sore"):
        torn(lambda hands, said=title: hands.session.do("edit", edit_map, title=said))
    after.offer(press("Do not open"), press("Open"))
    assert after.hands.session.document.map.title == "Kopi pagi"  # the latest was asked about first
    assert len(after.journals) == 1


def test_what_no_field_took_is_shown_to_be_copied(torn: Torn, after: Next) -> None:
    torn(lambda hands: hands.session.pending("c1", "due", "tgl 32"))
    after.offer(press("Open"), press("Close"))
    assert all("tgl 32" in each for each in after.asked)


def test_what_is_in_the_map_again_is_not_said_to_have_found_no_place(torn: Torn, after: Next) -> None:
    def half_a_date(hands: Hands) -> None:
        write(hands)
        hands.session.pending("c1", "due", "tgl 32")

    torn(half_a_date)
    after.offer(press("Open"), press("Close"))
    offered, report = after.asked
    assert "antre lama" in offered
    assert "tgl 32" in report
    assert "antre lama" not in report


def test_what_no_field_took_survives_a_window_that_is_torn_away_right_after_it_was_shown(
    torn: Torn, after: Next
) -> None:
    torn(lambda hands: hands.session.pending("c1", "due", "tgl 32"))
    after.offer(press("Open"), press("Close"))
    after.hands.window.keeper.leave()
    again = after._replace(asked=[])
    again.offer(key(Qt.Key.Key_Escape))
    assert "tgl 32" in again.asked[0]


def test_a_journal_without_its_last_letters_says_so(torn: Torn, after: Next) -> None:
    torn(write)
    (journal,) = after.journals
    journal.write_bytes(journal.read_bytes()[:-4])
    after.offer(press("Open"), press("Close"))
    assert "not written to the end" in after.asked[0]
    assert after.hands.text("c1").endswith("antre lam")


def test_a_journal_that_cannot_be_read_is_told_with_its_place(torn: Torn, after: Next) -> None:
    torn(write)
    (journal,) = after.journals
    journal.write_bytes(b"\0" * 100)
    after.offer()
    assert any("was not deleted" in each for each in after.told())
    (kept,) = after.journals
    assert kept.read_bytes() == b"\0" * 100


def test_where_nothing_was_left_nothing_is_asked(after: Next) -> None:
    after.offer()
    assert after.told() == []


def test_the_open_map_is_asked_about_before_another_takes_its_place(torn: Torn, after: Next) -> None:
    torn(write)
    after.hands.session.do("edit", edit_map, title="Sedang dikerjakan")
    after.offer(press("Open"), press("Cancel"))
    assert after.hands.session.document.map.title == "Sedang dikerjakan"
    assert any("waiting" in each for each in after.told())


def test_what_is_open_again_is_kept_from_its_first_moment_on(torn: Torn, after: Next) -> None:
    torn(write)
    after.offer(press("Open"))
    after.hands.window.keeper.leave()
    again = after._replace(asked=[])
    again.offer(key(Qt.Key.Key_Escape))
    assert "antre lama" in again.asked[0]

"""Earlier versions of the open map: opening one as a copy, and forgetting them all."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from editor.dialogs.history import Versions
from editor.keeping.keeper import Keeper
from editor.keeping.state import HISTORY, JOURNALS
from editor.session import Origin
from model.document import Document
from model.operations.card_content import edit_cards
from model.records import Card, Map
from model.storage import cjm
from model.storage.file import open_map
from model.storage.history import History
from tests.checking.dialogs import Act, Desk, key, press, words_of
from tests.making.small_map import small_map


class Kept(NamedTuple):
    """A map that was saved twice, and who keeps its history."""

    keeper: Keeper
    path: Path

    @property
    def history(self) -> History:
        return History(self.keeper.state / HISTORY)

    @property
    def versions(self) -> int:
        self.keeper.wait_for_versions()
        return len(self.history.versions("m"))

    @property
    def journals(self) -> list[Path]:
        """Files of journals in which anything is written."""
        return [each for each in (self.keeper.state / JOURNALS).rglob("*") if each.is_file() and each.stat().st_size]


@pytest.fixture
def kept(desk: Desk, tmp_path: Path) -> Iterator[Kept]:
    keeper = Keeper(desk.session, tmp_path / "state", desk.window)
    desk.files.settling.connect(keeper.brace)
    path = desk.folder / "kopi.cjm"
    path.write_bytes(cjm.encode(small_map()))
    assert desk.files.open(path)
    write(desk, "uno")
    assert desk.files.save()
    yield Kept(keeper, path)
    keeper.end()


def write(desk: Desk, text: str) -> None:
    assert desk.session.do("write", edit_cards, ["c1"], text=text)


def text(document: Document) -> str:
    return document.table(Card)["c1"].text


def choose(row: int, then: Act) -> Act:
    """Walks down to a version, waits until it is shown, and goes on."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, Versions)
        for _ in range(row):
            QTest.keyClick(dialog.versions, Qt.Key.Key_Down)
        while dialog.found is None:
            QTest.qWait(1)
        then(dialog)

    return act


def test_a_version_opens_as_a_copy_that_was_never_saved(desk: Desk, kept: Kept) -> None:
    desk.answers(choose(1, press("Open as a Copy")))
    assert desk.files.open_earlier(kept.keeper)
    origin = desk.session.origin
    assert text(desk.session.document) == "satu"
    assert (origin.path, origin.digest) == (None, None)
    assert origin.name.startswith("kopi (")
    assert desk.session.unsaved
    assert text(open_map(kept.path).document) == "uno"
    assert desk.told[-1] == f"{origin.name} is open as a copy and not saved yet."
    desk.session.undo_stack.setClean()


def test_what_is_not_saved_is_asked_about_first(desk: Desk, kept: Kept) -> None:
    write(desk, "due")
    desk.answers(choose(0, press("Open as a Copy")), press("Cancel"))
    assert not desk.files.open_earlier(kept.keeper)
    assert text(desk.session.document) == "due"
    assert desk.session.origin.path == kept.path
    desk.answers(choose(0, press("Open as a Copy")), press("Don't Save"))
    assert desk.files.open_earlier(kept.keeper)
    assert text(desk.session.document) == "uno"
    desk.session.undo_stack.setClean()


def test_leaving_the_question_leaves_the_map(desk: Desk, kept: Kept) -> None:
    document = desk.session.document
    desk.answers(choose(1, key(Qt.Key.Key_Escape)))
    assert not desk.files.open_earlier(kept.keeper)
    assert desk.session.document is document


def test_a_map_without_versions_says_so(desk: Desk, tmp_path: Path) -> None:
    keeper = Keeper(desk.session, tmp_path / "state", desk.window)
    desk.files.settling.connect(keeper.brace)
    heard: list[str] = []

    def note(dialog: QDialog) -> None:
        heard.append(words_of(dialog))
        dialog.reject()

    desk.answers(note)
    assert not desk.files.open_earlier(keeper)
    assert "no earlier versions" in heard[0]
    keeper.end()


def test_a_map_that_was_never_saved_and_let_go_is_found_from_a_new_one(desk: Desk, tmp_path: Path) -> None:
    keeper = Keeper(desk.session, tmp_path / "state", desk.window)
    desk.files.settling.connect(keeper.brace)
    desk.session.replace(small_map(), Origin(""))
    write(desk, "hanya di sini")
    desk.session.replace(Document([Map(id="new")]), Origin(""))
    heard: list[str] = []

    def note(dialog: QDialog) -> None:
        heard.append(words_of(dialog))
        press("Open as a Copy")(dialog)

    desk.answers(choose(0, note))
    assert desk.files.open_earlier(keeper)
    assert "other maps" in heard[0]
    assert small_map().map.title in heard[0]
    assert text(desk.session.document) == "hanya di sini"
    assert desk.session.origin.path is None
    assert desk.session.origin.name.startswith(small_map().map.title)
    assert desk.session.unsaved
    desk.session.undo_stack.setClean()
    keeper.end()


def test_a_forgotten_map_leaves_nothing_but_its_file(desk: Desk, kept: Kept) -> None:
    assert kept.versions == 2
    write(desk, "due")
    assert kept.keeper.flush()
    desk.answers(press("Forget"))
    assert desk.files.forget(kept.keeper)
    assert kept.versions == 0
    assert all(b"due" not in each.read_bytes() for each in kept.journals)
    assert desk.settings.recent == []
    assert text(desk.session.document) == "due"
    assert text(open_map(kept.path).document) == "uno"
    assert desk.told[-1] == "Earlier versions and journal of “Kopi” are gone from this computer."
    desk.session.undo_stack.setClean()


@pytest.mark.parametrize("leave", [press("Keep"), key(Qt.Key.Key_Return), key(Qt.Key.Key_Escape)])
def test_nothing_is_forgotten_unless_somebody_says_so(desk: Desk, kept: Kept, leave: Act) -> None:
    heard: list[str] = []

    def note(dialog: QDialog) -> None:
        heard.append(words_of(dialog))
        leave(dialog)

    desk.answers(note)
    assert not desk.files.forget(kept.keeper)
    assert kept.versions == 2
    assert desk.settings.recent == [str(kept.path)]
    assert "the journal and 2 earlier versions" in heard[0]


@pytest.mark.parametrize("ask", ["open_earlier", "forget"])
def test_a_history_that_cannot_be_looked_at_is_told(desk: Desk, kept: Kept, ask: str) -> None:
    assert kept.versions == 2
    folder = kept.history.versions("m")[0].path.parent
    aside = folder.rename(folder.with_name("aside"))
    folder.symlink_to(folder)  # which root cannot look into either
    desk.answers(press("OK"))
    command: Callable[[Keeper], bool] = getattr(desk.files, ask)
    assert not command(kept.keeper)
    folder.unlink()
    aside.rename(folder)
    assert "cannot be looked at" in desk.told[-1]

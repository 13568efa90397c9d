"""The whole window while others are at its file: what it shows, and that no version is lost for good."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.files.watching import Watch
from editor.keeping.state import HISTORY, JOURNALS
from model.document import Document
from model.operations.maps import edit_map
from model.records import Card
from model.storage.file import open_map, save_map
from model.storage.history import History
from model.storage.locks import holder
from tests.checking.command_line import CLINIC
from tests.checking.dialogs import Answers, press
from tests.checking.other_program import Program
from tests.checking.whole_window import Hands
from tests.making.small_map import small_map


@pytest.fixture
def path(small: Hands) -> Path:
    """The file of the open map."""
    path = small.folder / "kopi.cjm"
    save_map(small_map(), path, expected=None)
    assert small.window.files.open(path)
    return path


@pytest.fixture
def answers() -> Iterator[Answers]:
    answers = Answers()
    yield answers
    answers.deleteLater()
    assert not answers.acts
    assert not answers.unexpected


def theirs(path: Path, title: str = "Teh") -> None:
    document = small_map()
    document.apply(edit_map(document, title=title))
    save_map(document, path, expected=None)


def click(hands: Hands, words: str) -> None:
    buttons = [each for each in hands.window.banner.findChildren(QPushButton) if each.isVisible()]
    QTest.mouseClick(next(each for each in buttons if each.text().replace("&", "") == words), Qt.MouseButton.LeftButton)


def kept(hands: Hands) -> list[tuple[str, str]]:
    """The versions in the history of the open map: why, and the title."""
    hands.window.keeper.wait_for_versions()
    history = History(hands.window.keeper.state / HISTORY)
    versions = history.versions(hands.session.document.map.id)
    return [(each.why, history.read(each).map.title) for each in versions]


def to_the_canvas(hands: Hands, qtbot: QtBot) -> None:
    """After a dialog the window is asked to the front again: without a screen nobody does that."""
    hands.window.activateWindow()
    qtbot.waitUntil(hands.window.isActiveWindow)
    hands.canvas.setFocus()


def change(hands: Hands) -> None:
    assert hands.session.do("edit", edit_map, title="Susu") is not None


def test_what_is_overwritten_stays_among_the_earlier_versions(small: Hands, path: Path, answers: Answers) -> None:
    change(small)
    theirs(path)
    answers(press("Overwrite"))
    small.keys("Ctrl+S")
    assert not small.session.unsaved
    assert open_map(path).document.map.title == "Susu"
    assert ("discarded", "Teh") in kept(small)


def test_what_is_left_for_the_other_version_stays_too(small: Hands, path: Path, answers: Answers, qtbot: QtBot) -> None:
    change(small)
    theirs(path)
    qtbot.waitUntil(lambda: "kopi.cjm was changed" in " ".join(small.window.banner.sentences), timeout=10_000)
    answers(press("Load It"))
    click(small, "Load It")
    assert small.session.document.map.title == "Teh"
    assert small.window.banner.sentences == []
    assert ("discarded", "Susu") in kept(small)


def test_whoever_comes_back_to_the_window_sees_what_another_program_did(small: Hands, path: Path, qtbot: QtBot) -> None:
    watch = small.window.findChild(Watch)
    assert isinstance(watch, Watch)
    qtbot.waitUntil(lambda: watch.last is not None)
    for timer in watch.findChildren(QTimer):
        timer.stop()
    system = watch.findChild(QFileSystemWatcher)
    assert isinstance(system, QFileSystemWatcher)
    system.removePaths([*system.files(), *system.directories()])
    another = QWidget()
    qtbot.addWidget(another)
    another.show()
    another.activateWindow()
    qtbot.waitUntil(lambda: not small.window.isActiveWindow())
    theirs(path)
    assert small.window.banner.sentences == []
    small.window.activateWindow()
    qtbot.waitUntil(lambda: "kopi.cjm was changed" in " ".join(small.window.banner.sentences), timeout=10_000)


def test_what_is_being_typed_is_asked_about_as_well(small: Hands, path: Path, answers: Answers, qtbot: QtBot) -> None:
    small.session.select(("c1",))
    small.keys("Return")
    small.write("Antre")
    theirs(path)
    qtbot.waitUntil(lambda: "kopi.cjm was changed" in " ".join(small.window.banner.sentences), timeout=10_000)
    assert small.writes
    answers(press("Cancel"))
    click(small, "Load It")
    assert "Antre" in small.session.document.table(Card)["c1"].text


def test_a_closed_window_has_no_lock(unwatched: Callable[[Document], Hands], tmp_path: Path) -> None:
    hands = unwatched(small_map())
    path = tmp_path / "kopi.cjm"
    save_map(small_map(), path, expected=None)
    assert hands.window.files.open(path)
    assert holder(path) is not None
    assert hands.window.close()
    assert holder(path) is None
    hands.window.deleteLater()


def test_what_somebody_else_has_can_be_looked_at_and_not_changed(
    small: Hands, path: Path, answers: Answers, qtbot: QtBot
) -> None:
    other = small.folder / "teh.cjm"
    theirs(other)
    with Program(other) as program:
        assert program.taken() == "Lock"
        answers(press("Open Read-Only"))
        assert small.window.files.open(other)
        assert holder(path) is None
        to_the_canvas(small, qtbot)
        small.session.select(("c1",))
        told: list[str] = []
        before = small.now()
        small.session.told.connect(told.append)
        for keys in ("Delete", "Ctrl+D", "Alt+Down", "Ctrl+Z"):
            small.keys(keys)
        assert len([each for each in told if "open to be looked at only" in each]) == 3
        assert small.now() == before
        assert not small.session.unsaved
        program.end()
        qtbot.waitUntil(lambda: "is free now" in " ".join(small.window.banner.sentences), timeout=10_000)
    click(small, "Open for Editing")
    to_the_canvas(small, qtbot)
    small.session.select(("c1",))
    small.keys("Delete")
    assert "c1" not in small.now()


@pytest.mark.parametrize(
    ("version", "says", "editable"),
    [
        ('"version": 9, "minVersion": 9', "needs a newer Jejak", False),
        ('"version": 9, "minVersion": 1', "written by a newer Jejak", True),
    ],
)
def test_a_map_of_a_newer_program(small: Hands, version: str, says: str, editable: bool, answers: Answers) -> None:
    path = small.folder / "baru.cjm"
    text = CLINIC.read_text(encoding="utf-8").replace('"version": 1, "minVersion": 1', version)
    path.write_text(text, encoding="utf-8")
    assert small.window.files.open(path)
    assert says in small.window.banner.sentences[0]
    assert [each for each in small.window.banner.findChildren(QPushButton) if each.isVisible()] == []
    card = next(iter(small.session.document.table(Card)))
    small.session.select((card,))
    small.canvas.setFocus()
    small.keys("Delete")
    assert (card not in small.now()) is editable
    if not editable:
        answers(press("OK"))
    small.keys("Ctrl+S")
    assert version in path.read_text(encoding="utf-8")
    assert (card in open_map(path).document.records) is not editable


def test_a_map_whose_file_is_gone_is_kept_and_asked_about_before_it_goes(
    small: Hands, path: Path, answers: Answers, qtbot: QtBot
) -> None:
    path.unlink()
    qtbot.waitUntil(lambda: small.session.unsaved, timeout=10_000)
    assert len([*(small.window.keeper.state / JOURNALS).rglob("*.journal")]) == 1
    answers(press("Cancel"))
    assert not small.window.close()
    answers(press("Save"))
    assert small.window.close()
    assert open_map(path).document.map.title == small_map().map.title


def test_mine_that_is_kept_does_not_go_without_a_question(
    small: Hands, path: Path, answers: Answers, qtbot: QtBot
) -> None:
    theirs(path)
    qtbot.waitUntil(lambda: "changed by another" in " ".join(small.window.banner.sentences), timeout=10_000)
    click(small, "Keep Mine")
    answers(press("Cancel"))
    assert not small.window.close()
    answers(press("Don't Save"))
    assert small.window.close()
    assert ("discarded", small_map().map.title) in kept(small)

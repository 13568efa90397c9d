"""A fault of the program, wherever it is raised: the map is kept, one sentence says so, and the window goes on."""

import gc
import shutil
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, QRunnable, Qt, QThread, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.canvas.gestures.gesture import Aim
from editor.canvas.preview import Preview
from editor.keeping.state import HISTORY, JOURNALS, TROUBLE
from editor.session import Origin
from editor.trouble.place import trouble_folder
from editor.trouble.trouble import DRAWING, FAULT
from editor.window.mishaps import CRASH
from model.document import Document
from model.records import Card, Map
from model.storage.file import digest, open_map, read_bytes, save_map
from model.storage.history import History, Why
from model.storage.journal import replay
from model.storage.owner import this_process
from tests.checking.dialogs import Answers, press
from tests.checking.whole_window import Hands
from tests.editor.window.conftest import Open
from tests.making.small_map import small_map
from tests.making.undrawable import Undrawable

SECRET = "Bu Sari menangis di loket"


def fail() -> None:
    """A fault that quotes a participant."""
    words = SECRET
    raise LookupError(words)


class Nameless(Document):
    """A map that cannot say what it is called, for as long as somebody wishes."""

    failing = False

    @property
    def map(self) -> Map:
        if self.failing:
            fail()
        return super().map


class Failing(QObject):
    """Fails in a slot, and in whatever else Qt calls."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked.connect(self.slot)

    def slot(self) -> None:
        fail()

    def timerEvent(self, event: object) -> None:
        assert event is not None
        self.killTimer(self._timer)
        fail()

    def tick(self) -> None:
        self._timer = self.startTimer(1)


class Unpainted(QWidget):
    """Fails while it is painted, its painter at work."""

    times = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        assert event is not None
        painter = QPainter(self)
        painter.drawLine(0, 0, 5, 5)
        self.times += 1
        fail()


class Task(QRunnable):
    """Fails on a thread of Qt's pool."""

    def run(self) -> None:
        fail()


class Thread(QThread):
    """Fails on its own."""

    def run(self) -> None:
        fail()


class Dying:
    """Fails when nobody wants it any more."""

    def __del__(self) -> None:
        fail()


class Stuck:
    """A drag that fails wherever the pointer goes."""

    def move(self, aim: Aim) -> Preview:
        raise LookupError(f"{SECRET}, {aim}")

    def drop(self, aim: Aim) -> None:
        raise LookupError(f"{SECRET}, {aim}")


def in_slot(hands: Hands) -> None:
    Failing(hands.window).asked.emit()


def in_virtual_method(hands: Hands) -> None:
    Failing(hands.window).tick()


def in_timer(hands: Hands) -> None:
    QTimer.singleShot(0, hands.window, fail)


def in_paint(hands: Hands) -> None:
    unpainted = Unpainted(hands.window)
    unpainted.resize(9, 9)
    unpainted.show()


def in_thread(_: Hands) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_pool(_: Hands) -> None:
    QThreadPool.globalInstance().start(Task())
    QThreadPool.globalInstance().waitForDone()


def in_thread_of_qt(hands: Hands) -> None:
    thread = Thread(hands.window)
    thread.start()
    thread.wait()


def in_garbage(_: Hands) -> None:
    Dying()
    gc.collect()


EVERYWHERE = (
    in_slot, in_virtual_method, in_timer, in_paint, in_thread, in_pool, in_thread_of_qt, in_garbage,
)  # fmt: skip


@pytest.fixture
def watched(small: Hands) -> Iterator[Hands]:
    """The small map in a window that sees to faults, as in the running program; something was done to it."""
    small.window.mishaps.trouble.hooks.install()
    small.session.select(("c1",))
    small.keys("Return")
    small.write("antre")
    yield small
    small.window.mishaps.trouble.hooks.release()


@pytest.fixture
def answers() -> Iterator[Answers]:
    found = Answers()
    yield found
    found.deleteLater()
    assert not found.acts, "a dialog never came up"
    assert not found.unexpected, found.unexpected


def told(hands: Hands, qtbot: QtBot) -> str:
    """What the banner says of a fault, once it does."""
    qtbot.waitUntil(lambda: hands.window.banner.shows(FAULT))
    (sentence,) = hands.window.banner.sentences
    return sentence


def button(hands: Hands, words: str) -> QPushButton:
    """One of the banner's."""
    (found,) = [each for each in hands.window.banner.findChildren(QPushButton) if each.text() == words]
    return found


def versions(hands: Hands) -> list[Why]:
    history = History(hands.window.keeper.state / HISTORY)
    return [each.why for each in history.versions(hands.session.document.map.id)]


def written_down(hands: Hands) -> str:
    """Everything in the folder of faults."""
    folder = hands.window.keeper.state / TROUBLE
    return "".join(each.read_text(encoding="utf-8") for each in folder.iterdir())


@pytest.mark.parametrize("somewhere", EVERYWHERE)
def test_the_map_is_kept_and_a_sentence_says_so(
    somewhere: Callable[[Hands], None], watched: Hands, qtbot: QtBot
) -> None:
    somewhere(watched)
    assert "Nothing is lost" in told(watched, qtbot)
    history = History(watched.window.keeper.state / HISTORY)
    (version,) = [each for each in history.versions(watched.session.document.map.id) if each.why is Why.RESCUE]
    assert history.read(version).records == watched.session.document.records
    (journal,) = (watched.window.keeper.state / JOURNALS).rglob("*.journal")
    found = replay(journal.read_bytes(), journal.parent)
    assert found is not None
    assert found.document.table(Card)["c1"].text.endswith("antre")


@pytest.mark.parametrize("somewhere", EVERYWHERE)
def test_nobodys_words_are_written_down_with_it(
    somewhere: Callable[[Hands], None], watched: Hands, qtbot: QtBot
) -> None:
    somewhere(watched)
    told(watched, qtbot)
    log = written_down(watched)
    assert "LookupError at " in log
    assert " fail\n" in log
    for words in (SECRET, "Sari", "raise LookupError", "antre", str(watched.folder)):
        assert words not in log


def test_one_goes_on_writing_as_if_nothing_had_happened(watched: Hands, qtbot: QtBot) -> None:
    in_slot(watched)
    told(watched, qtbot)
    watched.write(" lagi")
    watched.keys("Escape")
    watched.session.undo()
    watched.keys("Return")
    watched.write("duduk")
    watched.keys("Return")
    assert watched.text("c1").endswith("duduk")


def test_a_picture_that_fails_each_time_is_told_once_and_counted(watched: Hands, qtbot: QtBot) -> None:
    unpainted = Unpainted(watched.window)
    unpainted.show()
    told(watched, qtbot)
    QTest.mouseClick(button(watched, "Close"), Qt.MouseButton.LeftButton)
    paint = QTimer(unpainted, interval=0)
    paint.timeout.connect(unpainted.update)
    paint.start()
    qtbot.waitUntil(lambda: unpainted.times > 240)
    paint.stop()
    assert watched.window.banner.sentences == []
    assert versions(watched).count(Why.RESCUE) == 1
    log = written_down(watched)
    assert log.count("LookupError at") == 3
    assert "100 times by now" in log


def test_a_painter_does_not_outlive_the_painting_that_failed(watched: Hands, qtbot: QtBot) -> None:
    in_paint(watched)
    told(watched, qtbot)
    assert not [each for each in gc.get_objects() if isinstance(each, QPainter) and each.isActive()]


@pytest.mark.parametrize("kind", [MemoryError, RecursionError])
def test_what_is_hard_to_handle_is_seen_to_as_well(kind: type[Exception], watched: Hands, qtbot: QtBot) -> None:
    def fail_hard() -> None:
        if kind is MemoryError:
            bytearray(2**62)
        fail_hard()

    QTimer.singleShot(0, watched.window, fail_hard)
    assert "Nothing is lost" in told(watched, qtbot)
    assert kind.__name__ in written_down(watched)


def test_where_the_history_takes_nothing_a_copy_is_put_where_the_sentence_says(
    watched: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(watched.folder))
    spoil(watched.window.keeper.state / HISTORY)
    in_slot(watched)
    sentence = told(watched, qtbot)
    (copy,) = watched.folder.glob("jejak-rescue-*.cjm")
    assert str(copy) in sentence
    assert open_map(copy).document.records == watched.session.document.records
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_where_nothing_takes_a_copy_one_is_asked_to_save(
    watched: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(watched.folder / "gone"))
    monkeypatch.setattr("tempfile.tempdir", str(watched.folder / "gone"))
    spoil(watched.window.keeper.state / HISTORY)
    spoil(watched.window.keeper.state / TROUBLE)
    in_slot(watched)
    assert "Save the map now" in told(watched, qtbot)
    assert "LookupError" in watched.window.mishaps.trouble.log.text()


def spoil(folder: Path) -> None:
    """Nothing can be written where a file stands in the folder's place."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"")


def test_a_window_that_cannot_ask_about_its_map_stays(window: Open, qtbot: QtBot) -> None:
    nameless = Nameless(small_map().records.values())
    hands = window(nameless)
    trouble = hands.window.mishaps.trouble
    trouble.hooks.install()
    hands.session.select(("c1",))
    hands.keys("Delete")
    nameless.failing = True
    QTimer.singleShot(0, hands.window.close)  # as the desktop does: not through Python, which would be told
    with qtbot.waitSignal(trouble.failed):
        pass
    nameless.failing = False
    assert hands.window.isVisible()
    assert told(hands, qtbot)
    trouble.hooks.release()


def test_a_map_that_cannot_be_put_into_the_history_hinders_none_after_it(window: Open, qtbot: QtBot) -> None:
    nameless = Nameless(small_map().records.values())
    hands = window(nameless)
    trouble = hands.window.mishaps.trouble
    trouble.hooks.install()
    hands.session.select(("c1",))
    hands.keys("Delete")
    nameless.failing = True
    hands.session.replace(small_map(), Origin("kopi"))
    assert told(hands, qtbot)
    hands.session.select(("c1",))
    hands.keys("Delete")
    (journal,) = (hands.window.keeper.state / JOURNALS).rglob("*.journal")
    found = replay(journal.read_bytes(), journal.parent)
    assert found is not None
    assert found.head.name == "kopi"
    assert found.document.records == hands.session.document.records
    trouble.hooks.release()


def test_a_drag_that_fails_is_over(watched: Hands, qtbot: QtBot) -> None:
    watched.keys("Escape")
    watched.canvas.hand.carry(Stuck())
    watched.canvas.hand.hover(None)
    QTimer.singleShot(0, watched.canvas.hand._drag)
    told(watched, qtbot)
    assert not watched.canvas.hand.busy


def test_a_map_that_cannot_be_drawn_is_said_to_be_so_saved_and_drawn_again(window: Open, qtbot: QtBot) -> None:
    map_ = Undrawable(small_map().records.values())
    hands = window(map_)
    hands.window.mishaps.trouble.hooks.install()
    save_map(map_, hands.folder / "peta.cjm", expected=None)
    hands.session.saved(Origin("peta", hands.folder / "peta.cjm", digest(read_bytes(hands.folder / "peta.cjm"))))
    hands.session.select(("c1",))
    map_.failures = 1000
    hands.keys("Del")
    qtbot.waitUntil(lambda: hands.window.banner.shows(FAULT))
    assert hands.window.banner.shows(DRAWING)
    hands.keys("Ctrl+S")
    assert "c1" not in open_map(hands.folder / "peta.cjm").document.records
    map_.failures = 0
    hands.keys("Ctrl+Z")
    hands.window.mishaps.trouble.hooks.release()
    assert not hands.window.banner.shows(DRAWING)
    assert hands.session.drawing.places.spots("c1")


# How the program ended last


@pytest.fixture
def crashed(small: Hands) -> Path:
    """The trace that a window left which is no more."""
    folder = trouble_folder(small.window.keeper.state)
    gone = msgspec.structs.replace(this_process(), started="1")
    path = folder / "crash-1-aa.txt"
    path.write_bytes(msgspec.json.encode(gone) + b"\nFatal Python error: Aborted\n")
    return path


def test_a_crash_is_offered_by_the_next_start_and_once_it_was_read_no_more(
    small: Hands, crashed: Path, answers: Answers, qtbot: QtBot
) -> None:
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        seen.append(dialog.findChildren(QPlainTextEdit)[0].toPlainText())
        press("Close")(dialog)

    answers(read, read)
    small.window.mishaps.look_back()
    QTest.mouseClick(button(small, "Show report…"), Qt.MouseButton.LeftButton)
    assert "Fatal Python error: Aborted" in seen[0]
    assert not small.window.banner.shows(CRASH)
    small.window.mishaps.look_back()
    assert not small.window.banner.shows(CRASH)
    small.window.activateWindow()
    qtbot.waitUntil(small.window.isActiveWindow)
    small.keys("Ctrl+F1")
    assert "Fatal Python error: Aborted" in seen[1]
    assert not crashed.exists()


def test_a_crash_can_be_deleted_unread(small: Hands, crashed: Path) -> None:
    small.window.mishaps.look_back()
    QTest.mouseClick(button(small, "Delete report"), Qt.MouseButton.LeftButton)
    assert list(crashed.parent.iterdir()) == []
    assert not small.window.banner.isVisible()


def test_a_crash_nobody_looked_at_is_offered_again(small: Hands, crashed: Path) -> None:
    small.window.mishaps.look_back()
    assert small.window.banner.shows(CRASH)
    small.window.mishaps.look_back()
    assert small.window.banner.shows(CRASH)
    assert crashed.exists()


# What the menu shows


def test_the_report_is_shown_copied_and_deleted(watched: Hands, qtbot: QtBot, answers: Answers) -> None:
    in_slot(watched)
    told(watched, qtbot)
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        shown = dialog.findChildren(QPlainTextEdit)[0]
        press("Copy")(dialog)
        seen.extend((shown.toPlainText(), QGuiApplication.clipboard().text()))
        press("Delete report")(dialog)
        seen.append(shown.toPlainText())
        press("Close")(dialog)

    answers(read)
    QTest.mouseClick(button(watched, "Show report…"), Qt.MouseButton.LeftButton)
    assert "LookupError at" in seen[0]
    assert seen[1] == seen[0]
    assert seen[2] == ""
    assert list((watched.window.keeper.state / TROUBLE).iterdir()) == []


def test_where_nothing_went_wrong_the_report_says_so(small: Hands, answers: Answers) -> None:
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        seen.append(dialog.findChildren(QPlainTextEdit)[0].toPlainText())
        press("Close")(dialog)

    answers(read)
    small.keys("Ctrl+F1")
    assert seen == [""]

"""A file that others write, touch, replace or take away while it is open."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from editor.files.folders import beside
from editor.files.watching import Watch
from editor.window.banner import Banner
from model.document import Document
from model.operations.maps import edit_map
from model.storage.file import digest, open_map, save_map
from tests.checking.dialogs import Desk, key, name_file, press, words_of
from tests.making.small_map import small_map

CHANGED = "kopi.cjm was changed by another program."


class Shown:
    """The open map, what others do to its file, and what the window says of it."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self._qtbot = desk, qtbot
        self.path = desk.folder / "kopi.cjm"
        save_map(small_map(), self.path, expected=None)
        self.banner = Banner(desk.window)
        desk.files.bannered.connect(self.banner.show_message)
        desk.files.unbannered.connect(self.banner.drop)
        desk.window.show()
        assert desk.files.open(self.path)
        watch = desk.files.findChild(Watch)
        assert watch is not None
        self.watch = watch
        self.until_looked()

    @property
    def says(self) -> str:
        return " ".join(self.banner.sentences)

    def until(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.says, timeout=10_000)

    def until_looked(self) -> None:
        """Until the file as it is now has been seen."""
        self._qtbot.waitUntil(self._has_looked, timeout=10_000)

    def _has_looked(self) -> bool:
        last, now = self.watch.last, self.path.stat()
        return last is not None and last.stamp[1:4] == (now.st_ino, now.st_size, now.st_mtime_ns)

    def press(self, words: str) -> None:
        buttons = [each for each in self.banner.findChildren(QPushButton) if each.isVisible()]
        button = next(each for each in buttons if each.text().replace("&", "") == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def titled(title: str) -> Document:
    document = small_map()
    document.apply(edit_map(document, title=title))
    return document


def replace_whole(path: Path, title: str) -> None:
    save_map(titled(title), path, expected=None)


def write_in_place(path: Path, title: str) -> None:
    fresh = path.with_name("fresh")
    save_map(titled(title), fresh, expected=None)
    path.write_bytes(fresh.read_bytes())


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Shown:
    return Shown(desk, qtbot)


@pytest.mark.parametrize("write", [replace_whole, write_in_place])
def test_each_change_from_outside_is_told(shown: Shown, write: Callable[[Path, str], None]) -> None:
    write(shown.path, "Teh")
    shown.until(CHANGED)
    replace_whole(shown.path, "Kopi")
    shown.until_looked()
    assert shown.says == ""
    write(shown.path, "Susu")
    shown.until(CHANGED)
    write(shown.path, "Kopi")
    shown.until_looked()
    assert shown.says == ""
    assert shown.desk.session.document.map.title == "Kopi"


def test_a_touch_or_the_same_bytes_again_disturb_nobody(shown: Shown) -> None:
    said: list[object] = []
    shown.desk.files.bannered.connect(lambda *what: said.append(what))
    os.utime(shown.path, ns=(1, 1))
    shown.until_looked()
    shown.path.write_bytes(shown.path.read_bytes())
    shown.until_looked()
    save_map(small_map(), shown.path, expected=None)
    shown.until_looked()
    assert said == []
    shown.desk.change()
    assert shown.desk.files.save()


def test_our_own_saves_disturb_nobody(shown: Shown) -> None:
    said: list[object] = []
    shown.desk.files.bannered.connect(lambda *what: said.append(what))
    for title in ("Teh", "Susu"):
        assert shown.desk.session.do("edit", edit_map, title=title) is not None
        assert shown.desk.files.save()
        shown.until_looked()
    assert said == []


def test_somebody_who_comes_back_to_the_window_sees_it_at_once(shown: Shown) -> None:
    for timer in shown.watch.findChildren(QTimer):
        timer.stop()
    system = shown.watch.findChild(QFileSystemWatcher)
    assert system is not None
    assert system.removePaths([*system.files(), *system.directories()]) == []
    replace_whole(shown.path, "Teh")
    shown.desk.files.look_again()
    shown.until(CHANGED)


def test_what_others_wrote_is_loaded_when_somebody_says_so(shown: Shown) -> None:
    replace_whole(shown.path, "Teh")
    shown.until(CHANGED)
    shown.press("Load It")
    assert shown.desk.session.document.map.title == "Teh"
    assert shown.says == ""
    assert not shown.desk.session.unsaved


def test_what_is_not_saved_is_asked_about_before_it_is_loaded(shown: Shown) -> None:
    shown.desk.change()
    replace_whole(shown.path, "Teh")
    shown.until(CHANGED)
    shown.desk.answers(press("Cancel"))
    shown.press("Load It")
    assert shown.desk.session.document.map.title == "Berobat di puskesmas"
    assert shown.says != ""
    shown.desk.answers(press("Load It"))
    shown.press("Load It")
    assert shown.desk.session.document.map.title == "Teh"


def test_mine_is_kept_without_more_words_and_saving_asks_all_the_same(shown: Shown) -> None:
    replace_whole(shown.path, "Teh")
    shown.until(CHANGED)
    theirs = shown.path.read_bytes()
    shown.press("Keep Mine")
    assert shown.says == ""
    os.utime(shown.path, ns=(1, 1))
    shown.until_looked()
    assert shown.says == ""
    shown.desk.change()
    shown.desk.answers(press("Cancel"))
    assert not shown.desk.files.save()
    assert shown.path.read_bytes() == theirs
    replace_whole(shown.path, "Susu")
    shown.until(CHANGED)


def test_before_saving_over_it_one_can_compare_as_often_as_one_likes(shown: Shown) -> None:
    replace_whole(shown.path, "Teh")
    shown.desk.change()
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        key(Qt.Key.Key_Escape)(dialog)

    shown.desk.answers(press("Compare..."), look, press("Compare..."), look, press("Save Beside It..."))
    shown.desk.answers(key(Qt.Key.Key_Return))
    assert shown.desk.files.save()
    assert len(seen) == 2
    assert "kopi.cjm on the disk" in seen[0]
    assert open_map(shown.path).document.map.title == "Teh"
    assert open_map(shown.desk.folder / "kopi (2).cjm").document.map.title == "Berobat di puskesmas"
    assert shown.desk.session.origin.name == "kopi (2).cjm"


def test_the_banner_compares_too_and_changes_nothing(shown: Shown) -> None:
    replace_whole(shown.path, "Teh")
    shown.until(CHANGED)
    shown.desk.answers(key(Qt.Key.Key_Escape))
    shown.press("Compare...")
    assert shown.desk.session.document.map.title == "Kopi"
    shown.path.write_bytes(b"no map")
    shown.desk.answers(press("OK"))
    shown.press("Compare...")


def test_a_file_that_is_gone_is_told_and_written_anew(shown: Shown) -> None:
    shown.path.unlink()
    shown.until("kopi.cjm is no longer where it was.")
    shown.press("Save")
    assert shown.path.exists()
    assert shown.desk.told[-1] == "kopi.cjm is saved."
    assert shown.says == ""
    shown.until_looked()
    assert shown.says == ""


def test_a_folder_that_is_gone_is_told_and_another_place_is_offered(shown: Shown, tmp_path: Path) -> None:
    shown.desk.folder.rename(tmp_path / "elsewhere")
    shown.until("no longer where it was")
    shown.desk.change()
    place = tmp_path / "elsewhere" / "baru.cjm"
    shown.desk.answers(press("Save Elsewhere..."), name_file(str(place)))
    assert shown.desk.files.save()
    assert open_map(place).document.map.title == "Berobat di puskesmas"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_a_pipe_in_its_place_keeps_nobody_waiting(shown: Shown) -> None:
    shown.path.unlink()
    os.mkfifo(shown.path)
    shown.until("Everything is still open here.")
    assert shown.desk.session.unsaved
    shown.desk.change()
    shown.desk.answers(press("Save Elsewhere..."), name_file("baru"))
    assert shown.desk.files.save()
    assert shown.desk.names() == ["baru.cjm", "kopi.cjm"]


def test_the_file_behind_a_link_is_watched_and_so_is_the_link(desk: Desk, qtbot: QtBot) -> None:
    shown = Shown(desk, qtbot)
    other, link = desk.folder / "teh.cjm", desk.folder / "alias.cjm"
    save_map(titled("Teh"), other, expected=None)
    link.symlink_to(shown.path)
    assert desk.files.open(link)
    shown.path = link
    shown.until_looked()
    save_map(titled("Susu"), link, expected=None)
    shown.until("alias.cjm was changed")
    save_map(small_map(), link, expected=None)
    shown.until_looked()
    assert shown.says == ""
    link.unlink()
    link.symlink_to(other)
    shown.until("alias.cjm was changed")


def test_another_map_is_not_spoken_of_by_the_name_of_the_first(shown: Shown) -> None:
    other = shown.desk.folder / "teh.cjm"
    save_map(titled("Teh"), other, expected=None)
    replace_whole(shown.path, "Susu")
    shown.until(CHANGED)
    assert shown.desk.files.open(other)
    assert shown.says == ""
    replace_whole(shown.path, "Kopi")
    shown.path = other
    shown.until_looked()
    assert shown.says == ""


def test_overwriting_is_for_what_was_seen_and_nothing_newer(shown: Shown) -> None:
    replace_whole(shown.path, "Teh")
    shown.desk.change()

    def meanwhile(dialog: QDialog) -> None:
        replace_whole(shown.path, "Susu")
        press("Overwrite")(dialog)

    shown.desk.answers(meanwhile, press("Cancel"))
    assert not shown.desk.files.save()
    assert open_map(shown.path).document.map.title == "Susu"
    shown.desk.answers(press("Overwrite"))
    assert shown.desk.files.save()
    assert digest(shown.path.read_bytes()) == shown.desk.session.origin.digest


@pytest.mark.parametrize(
    ("there", "free"),
    [(["a.cjm"], "a (2).cjm"), (["a.cjm", "a (2).cjm"], "a (3).cjm"), (["a (2).cjm"], "a (3).cjm"), ([], "a (2).cjm")],
)
def test_a_free_name_beside_a_file_counts_on(tmp_path: Path, there: list[str], free: str) -> None:
    for name in there:
        (tmp_path / name).touch()
    assert beside(tmp_path / (there[-1] if there else "a.cjm")).name == free

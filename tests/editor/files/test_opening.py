"""Opening maps, damaged maps and journeys from elsewhere."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from model.records import Card
from model.storage.file import open_map, save_map
from tests.checking.command_line import CLINIC, JOURNEY
from tests.checking.dialogs import Act, Desk, key, name_file, press, words_of
from tests.making.small_map import small_map

_NOBODY = 65534


def clinic(desk: Desk, before: str = "", after: str = "", name: str = "klinik.cjm") -> Path:
    """The sample in the folder of the test, with something in it replaced."""
    path = desk.folder / name
    path.write_text(CLINIC.read_text(encoding="utf-8").replace(before, after, 1 if before else 0), encoding="utf-8")
    return path


def read_and(seen: list[str], act: Act) -> Act:
    """Notes what a dialog says, then acts."""

    def both(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        act(dialog)

    return both


def test_a_map_is_chosen_in_the_file_dialog(desk: Desk) -> None:
    clinic(desk)
    desk.answers(name_file("klinik.cjm"))
    assert desk.files.open()
    assert desk.session.origin.name == "klinik.cjm"
    assert not desk.session.unsaved
    assert desk.files.recent() == [desk.folder / "klinik.cjm"]
    assert desk.files.banner() == ""


def test_escape_in_the_file_dialog_leaves_everything_as_it_was(desk: Desk) -> None:
    desk.answers(key(Qt.Key.Key_Escape))
    assert not desk.files.open()
    assert desk.session.document.map.title == "Kopi"


def test_unsaved_work_is_asked_about_before_another_map_comes(desk: Desk) -> None:
    path = clinic(desk)
    desk.change()
    desk.answers(press("Cancel"))
    assert not desk.files.open(path)
    assert desk.session.unsaved
    desk.answers(press("Don't Save"))
    assert desk.files.open(path)
    assert not desk.session.unsaved


def test_opening_the_open_file_again_after_saving_it_shows_what_was_saved(desk: Desk) -> None:
    path = clinic(desk)
    desk.files.open(path)
    desk.change()
    desk.answers(press("Save"))
    assert desk.files.open(path)
    assert desk.session.document.map.title == "Berobat di puskesmas"


def test_recent_files_stand_latest_first_and_one_that_is_gone_leaves_the_list(desk: Desk) -> None:
    one, two = clinic(desk, name="satu.cjm"), clinic(desk, name="dua.cjm")
    assert desk.files.open(one)
    assert desk.files.open(two)
    assert desk.files.recent() == [two, one]
    one.unlink()
    assert not desk.files.open_recent(one)
    assert "no longer there" in desk.told[-1]
    assert desk.files.recent() == [two]
    assert desk.files.open_recent(two)


def test_a_damaged_map_opens_as_an_unsaved_copy_with_a_list_of_what_was_lost(desk: Desk) -> None:
    path = clinic(
        desk, '"cards": [', '"cards": [\n{"id": "c_none", "lane": "l_none", "order": "a0", "text": "<b>x</b>"},'
    )
    before = path.read_bytes()
    seen: list[str] = []
    desk.answers(read_and(seen, press("Cancel")))
    assert not desk.files.open(path)
    assert desk.session.document.map.title == "Kopi"
    desk.answers(read_and(seen, key(Qt.Key.Key_Return)))
    assert desk.files.open(path)
    assert "Line " in seen[1]
    assert "parking lot" in seen[1]
    assert desk.session.unsaved
    assert desk.session.origin.path is None
    assert any(card.text == "<b>x</b>" for card in desk.session.document.table(Card).values())
    assert path.read_bytes() == before


def test_the_list_of_what_was_lost_can_be_copied(desk: Desk) -> None:
    path = clinic(desk, '"cards": [', '"cards": [\n{"id": "c_none", "lane": "l_none", "order": "a0", "text": "x"},')

    def copy(dialog: QDialog) -> None:
        press("Copy List")(dialog)
        press("Cancel")(dialog)

    desk.answers(copy)
    assert not desk.files.open(path)
    assert "parking lot" in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("content", [b"", b"\0\xff\xfe", b"[1, 2]", b'{"format": "else"}'])
def test_what_is_no_map_is_told_in_a_sentence(desk: Desk, content: bytes) -> None:
    path = desk.folder / "aneh.cjm"
    path.write_bytes(content)
    seen: list[str] = []
    desk.answers(read_and(seen, press("OK")))
    assert not desk.files.open(path)
    assert "aneh.cjm" in seen[0]
    assert desk.session.document.map.title == "Kopi"


def test_a_folder_and_a_file_that_is_not_there_are_told_in_a_sentence(desk: Desk) -> None:
    desk.answers(press("OK"), press("OK"))
    assert not desk.files.open(desk.folder)
    assert "folder" in desk.told[-1]
    assert not desk.files.open(desk.folder / "tiada.cjm")
    assert "tiada.cjm" in desk.told[-1]


def test_a_newer_map_has_a_banner_and_is_saved_as_it_is(desk: Desk) -> None:
    path = clinic(desk, '"version": 1', '"version": 9')
    assert desk.files.open(path)
    assert "newer Jejak" in desk.files.banner()
    desk.change()
    assert desk.files.save()
    assert '"version": 9' in path.read_text(encoding="utf-8")


def test_a_map_that_needs_a_newer_program_is_not_saved_and_says_so(desk: Desk) -> None:
    path = clinic(desk, '"version": 1, "minVersion": 1', '"version": 9, "minVersion": 9')
    before = path.read_bytes()
    assert desk.files.open(path)
    assert "needs a newer Jejak" in desk.files.banner()
    desk.answers(press("OK"), press("OK"))
    assert not desk.files.save()
    assert not desk.files.save_as()
    assert "newer Jejak" in desk.told[-1]
    assert path.read_bytes() == before
    save_map(small_map(), desk.folder / "biasa.cjm", expected=None)
    assert desk.files.open(desk.folder / "biasa.cjm")
    assert desk.files.banner() == ""


@pytest.fixture
def no_master() -> Iterator[None]:
    """Root may write everywhere: for the time of the test the user who is asked about is another one."""
    if not hasattr(os, "setresuid") or os.getuid() != 0:
        yield
        return
    os.setresuid(_NOBODY, 0, 0)
    yield
    os.setresuid(0, 0, 0)


@pytest.mark.parametrize("locked", ["file", "folder"])
@pytest.mark.usefixtures("no_master")
def test_a_map_where_nothing_can_be_written_opens_with_a_banner(desk: Desk, locked: str) -> None:
    with TemporaryDirectory() as name:
        folder, path = Path(name), Path(name, "peta.cjm")
        save_map(small_map(), path, expected=None)
        os.chown(folder, os.getuid(), -1)
        os.chown(path, os.getuid(), -1)
        assert desk.files.open(path)
        assert desk.files.banner() == ""
        (path if locked == "file" else folder).chmod(0o555)
        assert desk.files.open(path)
        assert "cannot be written" in desk.files.banner()
        folder.chmod(0o755)
        path.unlink()
        assert desk.files.banner() == ""


def test_a_dropped_mermaid_journey_becomes_a_new_map_with_its_notes(desk: Desk) -> None:
    path = desk.folder / "berobat.mmd"
    path.write_text(JOURNEY.replace("Mengantre: 2", "Mengantre: 9"), encoding="utf-8")
    seen: list[str] = []
    desk.answers(read_and(seen, press("Close")))
    assert desk.files.dropped([path])
    assert "line 4" in seen[0]
    assert desk.session.unsaved
    assert desk.session.document.map.title == "Berobat"
    desk.answers(key(Qt.Key.Key_Return))
    assert desk.files.save()
    assert open_map(desk.folder / "Berobat.cjm").document.map.title == "Berobat"


def test_of_several_dropped_files_the_first_is_opened_and_that_is_said(desk: Desk) -> None:
    one, two = clinic(desk, name="satu.cjm"), clinic(desk, name="dua.cjm")
    assert desk.files.dropped([one, two])
    assert desk.session.origin.path == one
    assert "satu.cjm" in desk.told[-1]
    assert not desk.files.dropped([])


def test_text_without_a_journey_is_told_in_a_sentence(desk: Desk) -> None:
    path = desk.folder / "catatan.txt"
    path.write_text("Belanja hari ini", encoding="utf-8")
    desk.answers(press("OK"))
    assert not desk.files.open(path)
    assert "catatan.txt" in desk.told[-1]


def test_of_several_journeys_in_a_file_one_is_chosen(desk: Desk) -> None:
    path = desk.folder / "dua.md"
    blocks = (JOURNEY, JOURNEY.replace("Berobat", "Pulang"))
    path.write_text("\n".join(f"```mermaid\n{block}```\n" for block in blocks), encoding="utf-8")

    def second(dialog: QDialog) -> None:
        assert "2 journeys" in words_of(dialog)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Up)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    desk.answers(second, press("Close"))
    assert desk.files.open(path)
    assert desk.session.document.map.title == "Pulang"
    desk.answers(press("Don't Save"), key(Qt.Key.Key_Escape))
    assert not desk.files.open(path)
    assert desk.session.document.map.title == "Pulang"

"""Two windows, or two computers, with one map: who comes second reads it, or goes on with a copy."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from editor.files.opening import sound
from editor.files.others import since, who, who_since
from editor.speech import speak
from editor.window.banner import Banner
from model.operations.maps import edit_map
from model.storage.file import open_map, save_map
from model.storage.lock_files import Note
from model.storage.locks import Held, holder, lock_path
from model.storage.owner import Owner, this_process
from tests.checking.dialogs import Act, Desk, name_file, press, words_of
from tests.checking.other_program import Program
from tests.making.small_map import small_map


@pytest.fixture
def path(desk: Desk) -> Path:
    """A map in the folder of the test."""
    path = desk.folder / "kopi.cjm"
    save_map(small_map(), path, expected=None)
    return path


@pytest.fixture
def other(path: Path) -> Iterator[Program]:
    """Another program that has the map."""
    with Program(path) as program:
        assert program.taken() == "Lock"
        yield program


@pytest.fixture
def banner(desk: Desk) -> Banner:
    """What the window shows above the map."""
    banner = Banner(desk.window)
    desk.files.bannered.connect(banner.show_message)
    desk.files.unbannered.connect(banner.drop)
    return banner


def click(banner: Banner, words: str) -> None:
    """The button that says this."""
    banner.window().show()
    button = next(each for each in banner.findChildren(QPushButton) if each.text().replace("&", "") == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def heard(seen: list[str], act: Act) -> Act:
    def both(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        act(dialog)

    return both


def of_another_computer(path: Path) -> None:
    """Sari has had the map since this morning."""
    owner = Owner("sari", "balai-desa", 7, boot="b", machine="m")
    note = Note("0123456789abcdef", "2026-11-20T02:05:00+00:00", owner)
    Path(lock_path(str(path))).write_bytes(msgspec.json.encode(note))


def test_whoever_opens_a_map_has_it_until_another_one_is_opened(desk: Desk, path: Path) -> None:
    assert desk.files.open(path)
    with Program(path) as other:
        assert other.taken() == "Held"
    second = desk.folder / "teh.cjm"
    save_map(small_map(), second, expected=None)
    assert desk.files.open(second)
    assert holder(path) is None
    assert holder(second) is not None
    desk.files.release()
    assert holder(second) is None


def test_opening_the_open_file_again_is_no_conflict(desk: Desk, path: Path) -> None:
    assert desk.files.open(path)
    assert desk.files.open(path)
    assert not desk.session.origin.read_only
    link = desk.folder / "alias.cjm"
    link.symlink_to(path)
    assert desk.files.open(link)
    assert not desk.session.origin.read_only


def test_a_question_says_who_has_the_map_and_cancel_leaves_all_as_it_was(desk: Desk, path: Path) -> None:
    of_another_computer(path)
    seen: list[str] = []
    desk.answers(heard(seen, press("Cancel")))
    assert not desk.files.open(path)
    assert "kopi.cjm is open already: sari on balai-desa, since 20 Nov 2026" in seen[0]
    assert desk.session.origin.path is None
    assert sound(path) is None


@pytest.mark.usefixtures("other")
def test_read_only_nothing_can_be_changed_or_saved_over(desk: Desk, path: Path, banner: Banner) -> None:
    before = path.read_bytes()
    desk.answers(press("Open Read-Only"))
    assert desk.files.open(path)
    assert desk.session.origin.read_only
    assert "another window on this computer" in banner.sentences[0]
    assert desk.session.do("edit", edit_map, title="Teh") is None
    assert "copy" in desk.told[-1]
    seen: list[str] = []
    desk.answers(heard(seen, press("Close")))
    assert not desk.files.save()
    assert "was not saved, because it is open elsewhere" in seen[0]
    assert path.read_bytes() == before
    assert not desk.session.unsaved


@pytest.mark.usefixtures("other")
def test_a_copy_is_a_map_of_its_own(desk: Desk, path: Path, banner: Banner) -> None:
    before = path.read_bytes()
    desk.answers(press("Open as a Copy"))
    assert desk.files.open(path)
    assert desk.session.origin.path is None
    assert desk.session.unsaved
    assert banner.sentences == []
    desk.change()
    desk.answers(name_file("punyaku"))
    assert desk.files.save()
    assert path.read_bytes() == before
    assert open_map(desk.folder / "punyaku.cjm").document.map.title == "Berobat di puskesmas"


@pytest.mark.usefixtures("other")
def test_from_reading_one_can_go_on_with_a_copy(desk: Desk, path: Path, banner: Banner) -> None:
    desk.answers(press("Open Read-Only"))
    assert desk.files.open(path)
    click(banner, "Open as a Copy")
    assert not desk.session.origin.read_only
    assert desk.session.origin.name == "kopi (copy)"
    assert banner.sentences == []
    desk.change()


def test_when_the_other_lets_go_the_map_is_offered_and_loaded_as_it_is_then(
    desk: Desk, path: Path, banner: Banner, other: Program, qtbot: QtBot
) -> None:
    desk.answers(press("Open Read-Only"))
    assert desk.files.open(path)
    document = open_map(path).document
    document.apply(edit_map(document, title="Teh"))
    save_map(document, path, expected=None)
    other.end()
    qtbot.waitUntil(lambda: "kopi.cjm is free now." in " ".join(banner.sentences))
    assert not desk.files.save()
    assert "is free now" in desk.told[-1]
    click(banner, "Open for Editing")
    assert not desk.session.origin.read_only
    assert desk.session.document.map.title == "Teh"
    assert banner.sentences == []
    held = holder(path)
    assert held is not None
    assert held.owner == this_process()


def test_a_program_that_dies_lets_go_too(desk: Desk, path: Path, banner: Banner, other: Program, qtbot: QtBot) -> None:
    desk.answers(press("Open Read-Only"))
    assert desk.files.open(path)
    other.kill()
    qtbot.waitUntil(lambda: "kopi.cjm is free now." in " ".join(banner.sentences), timeout=10_000)


def test_what_the_other_saves_meanwhile_can_be_loaded_without_a_question(
    desk: Desk, path: Path, banner: Banner, other: Program, qtbot: QtBot
) -> None:
    desk.answers(press("Open Read-Only"))
    assert desk.files.open(path)
    document = open_map(path).document
    document.apply(edit_map(document, title="Teh"))
    save_map(document, path, expected=None)
    qtbot.waitUntil(lambda: "changed by another program" in " ".join(banner.sentences))
    click(banner, "Load It")
    assert desk.session.document.map.title == "Teh"
    assert desk.session.origin.read_only
    other.end()


@pytest.mark.usefixtures("other")
def test_saving_as_a_file_that_somebody_has_open_is_refused(desk: Desk, path: Path) -> None:
    before = path.read_bytes()
    desk.change()
    seen: list[str] = []
    desk.answers(name_file("kopi"), press("Replace"), heard(seen, press("Save Elsewhere...")), name_file("punyaku"))
    assert desk.files.save_as()
    assert "kopi.cjm was not saved" in seen[0]
    assert path.read_bytes() == before
    assert desk.names() == ["kopi.cjm", "punyaku.cjm"]
    assert desk.told[-1] == "punyaku.cjm is saved."


def test_saving_as_takes_the_lock_along(desk: Desk, path: Path) -> None:
    assert desk.files.open(path)
    desk.answers(name_file("teh"))
    assert desk.files.save_as()
    assert holder(path) is None
    assert holder(desk.folder / "teh.cjm") is not None


def test_a_save_that_fails_leaves_no_lock_behind(desk: Desk, path: Path) -> None:
    assert desk.files.open(path)
    (desk.folder / "map.cjm").mkdir()
    desk.answers(name_file(str(desk.folder / "none" / "x")), press("Close"))
    assert not desk.files.save_as()
    assert holder(path) is not None
    assert {each.name for each in desk.folder.iterdir() if each.suffix == ".lock"} == {Path(lock_path(str(path))).name}


def test_a_map_that_cannot_be_opened_leaves_no_lock_and_keeps_the_open_one(desk: Desk, path: Path) -> None:
    assert desk.files.open(path)
    bad = desk.folder / "rusak.cjm"
    bad.write_bytes(b"{}")
    desk.answers(press("OK"))
    assert not desk.files.open(bad)
    assert holder(bad) is None
    assert holder(path) is not None


def test_a_map_taken_from_the_session_since_it_was_read_asks_as_well(desk: Desk, path: Path) -> None:
    found = sound(path)
    assert found is not None
    with Program(path) as program:
        assert program.taken() == "Lock"
        desk.session.replace(found.document, found.origin)
        desk.answers(press("Open Read-Only"))
        desk.files.opened(path, found)
        assert desk.session.origin.read_only


def test_who_has_it_is_told_in_both_languages_and_harmlessly(desk: Desk) -> None:
    hostile = Held(Owner("<b>\u202eevil\n</b>" * 40, "x\0y", 3, boot="b"), "2026-11-20T02:05:00+00:00")
    assert "\n" not in who_since(hostile)
    assert "\u202e" not in who_since(hostile)
    assert len(who_since(hostile)) < 150
    assert since(Held(None, "no moment")) == ""
    assert since(Held(None, "9999-12-31T23:59:59+00:00" * 9)) == ""
    assert who(Held()) == "somebody"
    assert who(Held(this_process())) == "another window on this computer"
    speak("id")
    assert who(Held(this_process())) == "jendela lain di komputer ini"
    assert desk.session.origin.path is None

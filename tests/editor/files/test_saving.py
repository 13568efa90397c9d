"""Saving, leaving and going back, as somebody at the keyboard meets them."""

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from editor.files.holding import Holding
from editor.files.saving import Saving
from model.storage.file import open_map, save_map
from tests.checking.dialogs import Desk, key, name_file, press, words_of
from tests.making.disks import Disk
from tests.making.small_map import small_map


def saved(desk: Desk, name: str = "kopi.cjm") -> Path:
    """The open map, saved under a name."""
    desk.answers(name_file(name))
    assert desk.files.save_as()
    return desk.folder / name


def test_a_map_never_saved_asks_where_and_is_the_same_when_opened_again(desk: Desk) -> None:
    desk.change()
    desk.answers(name_file("kopi.cjm"))
    assert desk.files.save()
    path = desk.folder / "kopi.cjm"
    assert not desk.session.unsaved
    assert desk.session.origin.path == path
    assert desk.told[-1] == "kopi.cjm is saved."
    before = dict(desk.session.document.records)
    assert desk.files.open(path)
    assert dict(desk.session.document.records) == before


def test_the_name_suggested_is_the_title_and_enter_takes_it(desk: Desk) -> None:
    desk.change()
    desk.answers(key(Qt.Key.Key_Return))
    assert desk.files.save()
    assert (desk.folder / "Berobat di puskesmas.cjm").exists()


@pytest.mark.parametrize("name", ["kopi", "Peta 1.2", "kopi.pdf"])
def test_a_name_without_the_ending_gets_it(desk: Desk, name: str) -> None:
    desk.answers(name_file(name))
    assert desk.files.save_as()
    assert (desk.folder / f"{name}.cjm").exists()


def test_a_name_of_markup_is_shown_as_it_stands(desk: Desk) -> None:
    name = "<img src='x.png'>.cjm"
    (desk.folder / name).write_text("old")
    seen: list[str] = []

    def refuse(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
        press("Cancel")(dialog)

    desk.answers(name_file(name), refuse, press("Cancel"))
    assert not desk.files.save_as()
    assert name in seen[0]
    assert (desk.folder / name).read_text() == "old"


def test_a_file_that_is_there_is_replaced_when_somebody_says_so(desk: Desk) -> None:
    (desk.folder / "kopi.cjm").write_text("old")
    desk.answers(name_file("kopi"), press("Replace"))
    assert desk.files.save_as()
    assert open_map(desk.folder / "kopi.cjm").document.map.title == "Kopi"


def test_saving_again_asks_nothing(desk: Desk) -> None:
    path = saved(desk)
    desk.change()
    assert desk.files.save()
    assert open_map(path).document.map.title == "Berobat di puskesmas"


def test_a_file_changed_on_the_disk_is_not_written_over_unasked(desk: Desk) -> None:
    path = saved(desk)
    save_map(small_map(), path, expected=None)
    path.write_bytes(path.read_bytes().replace(b"Kopi", b"Teh"))
    theirs = path.read_bytes()
    desk.change()
    desk.answers(press("Cancel"))
    assert not desk.files.save()
    assert path.read_bytes() == theirs
    assert desk.session.unsaved
    desk.answers(press("Save Beside It..."), name_file("punyaku"))
    assert desk.files.save()
    assert path.read_bytes() == theirs
    assert open_map(desk.folder / "punyaku.cjm").document.map.title == "Berobat di puskesmas"


def test_a_file_changed_on_the_disk_is_overwritten_when_somebody_says_so(desk: Desk) -> None:
    path = saved(desk)
    path.write_bytes(b"theirs")
    desk.change()
    desk.answers(press("Overwrite"))
    assert desk.files.save()
    assert not desk.session.unsaved
    assert open_map(path).document.map.title == "Berobat di puskesmas"


def test_a_map_that_was_not_changed_is_left_without_a_question(desk: Desk) -> None:
    assert desk.files.may_leave()


def test_leaving_with_cancel_stays_and_the_question_names_the_map(desk: Desk) -> None:
    desk.change()
    seen: list[str] = []

    def cancel(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        press("Cancel")(dialog)

    desk.answers(cancel)
    assert not desk.files.may_leave()
    assert "“Berobat di puskesmas”" in seen[0]
    desk.answers(key(Qt.Key.Key_Escape))
    assert not desk.files.may_leave()


def test_leaving_without_saving_writes_nothing(desk: Desk) -> None:
    path = saved(desk)
    before = path.read_bytes()
    desk.change()
    desk.answers(press("Don't Save"))
    assert desk.files.may_leave()
    assert path.read_bytes() == before


def test_leaving_with_save_saves(desk: Desk) -> None:
    path = saved(desk)
    desk.change()
    desk.answers(key(Qt.Key.Key_Return))
    assert desk.files.may_leave()
    assert open_map(path).document.map.title == "Berobat di puskesmas"


def test_leaving_with_save_and_then_no_name_stays(desk: Desk) -> None:
    desk.change()
    desk.answers(press("Save"), press("Cancel"))
    assert not desk.files.may_leave()
    assert desk.session.unsaved


def test_what_is_being_typed_is_saved_with_the_rest(desk: Desk) -> None:
    from model.operations.maps import edit_map

    desk.session.draft(edit_map, title="Setengah ketik")
    path = saved(desk)
    assert open_map(path).document.map.title == "Setengah ketik"
    assert not desk.session.unsaved


def test_whoever_holds_pending_text_hands_it_over_before_saving(desk: Desk) -> None:
    desk.files.settling.connect(desk.change)
    assert open_map(saved(desk)).document.map.title == "Berobat di puskesmas"


def test_revert_asks_and_gives_the_map_on_the_disk(desk: Desk) -> None:
    saved(desk)
    desk.change()
    desk.answers(press("Cancel"))
    assert not desk.files.revert()
    assert desk.session.document.map.title == "Berobat di puskesmas"
    desk.answers(press("Revert"))
    assert desk.files.revert()
    assert desk.session.document.map.title == "Kopi"
    assert not desk.session.unsaved


def test_a_map_never_saved_has_nothing_to_go_back_to(desk: Desk) -> None:
    desk.change()
    assert not desk.files.revert()
    assert "never saved" in desk.told[-1]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder that takes no file, whoever asks")
def test_a_folder_that_takes_no_file_costs_nothing(desk: Desk) -> None:
    desk.change()
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        key(Qt.Key.Key_Escape)(dialog)

    desk.answers(name_file("/proc/self/kopi.cjm"), read)
    assert not desk.files.save()
    assert "has not been saved" in seen[0]
    assert desk.session.unsaved
    assert desk.session.origin.path is None


@pytest.mark.parametrize("name", ["x" * 300, "nowhere/kopi"])
def test_a_place_where_no_file_can_be_costs_nothing(desk: Desk, name: str) -> None:
    desk.change()
    desk.answers(name_file(name), press("Close"))
    assert not desk.files.save()
    assert desk.session.unsaved
    assert "has not been saved" in desk.told[-1]


@pytest.mark.parametrize(
    ("call", "at", "reason"),
    [("write", 1, errno.ENOSPC), ("fsync", 1, errno.EIO), ("replace", 1, errno.EROFS), ("open", 2, errno.EACCES)],
)
def test_a_save_that_fails_is_never_called_one_and_offers_another_place(
    desk: Desk, call: str, at: int, reason: int
) -> None:
    path = saved(desk)
    before = path.read_bytes()
    desk.change()
    desk.files.release()
    saving = Saving(desk.session, desk.settings, desk.window, Holding(), Disk(call, at, reason))
    seen: list[str] = []

    def elsewhere(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        press("Save Elsewhere...")(dialog)

    desk.answers(elsewhere, press("Cancel"))
    assert not saving.save()
    assert str(path) in seen[0]
    assert "has not been saved" in seen[0]
    assert "still open here" in seen[0]
    assert path.read_bytes() == before
    assert desk.session.unsaved
    assert "is saved" not in desk.told[-1]
    assert desk.names() == ["kopi.cjm"]


def test_a_disk_that_does_not_say_that_it_has_the_file_leaves_the_map_unsaved(desk: Desk) -> None:
    path = saved(desk)
    desk.change()
    desk.files.release()
    holding = Holding()
    saving = Saving(desk.session, desk.settings, desk.window, holding, Disk("fsync", 2))
    desk.answers(press("Close"))
    assert not saving.save()
    assert desk.session.unsaved
    assert "is saved" not in desk.told[-1]
    assert open_map(path).document.map.title == "Berobat di puskesmas"
    holding.release()
    assert desk.files.save()
    assert not desk.session.unsaved

"""Settings: kept between starts, shared by two windows, and never the reason why the program does not start."""

import json
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QStandardPaths
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from editor.settings import RECENT, Settings, packed, unpacked
from resources.words import words


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "jejak" / "settings.json"


def test_a_new_user_gets_the_defaults_and_no_file(file: Path) -> None:
    settings = Settings(file)
    assert (settings.language, settings.theme, settings.recent, settings.welcomed) == ("", "system", [], False)
    assert not file.exists()


def test_the_names_of_the_recent_files_are_for_this_user_alone(file: Path) -> None:
    Settings(file).remember("/rumah/keluhan Bu Sari.cjm")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_settings_of_the_user_stand_in_her_configuration() -> None:
    QStandardPaths.setTestModeEnabled(True)
    settings = Settings()
    settings.folder = "/rumah/peta"
    assert Settings().folder == "/rumah/peta"
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    kept = Path(folder, "jejak", "settings.json")
    assert json.loads(kept.read_bytes())["folder"] == "/rumah/peta"
    kept.unlink()
    QStandardPaths.setTestModeEnabled(False)


def test_what_was_chosen_is_there_at_the_next_start(file: Path) -> None:
    settings = Settings(file)
    settings.language, settings.theme, settings.welcomed = "id", "dark", True
    settings.folder, settings.paper = "/rumah/peta “bagus”", "A1"
    again = Settings(file)
    assert (again.language, again.theme, again.welcomed) == ("id", "dark", True)
    assert (again.folder, again.paper) == ("/rumah/peta “bagus”", "A1")


def test_the_latest_file_stands_on_top_and_only_once(file: Path) -> None:
    settings = Settings(file)
    for name in ("a", "b", "a"):
        settings.remember(name)
    assert Settings(file).recent == ["a", "b"]
    settings.forget("a")
    assert Settings(file).recent == ["b"]
    settings.forget_all()
    assert Settings(file).recent == []


def test_no_more_files_are_remembered_than_a_menu_shows(file: Path) -> None:
    settings = Settings(file)
    for number in range(RECENT + 5):
        settings.remember(f"{number}.cjm")
    assert len(settings.recent) == RECENT
    assert settings.recent[0] == f"{RECENT + 4}.cjm"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"\xff\xfe\x00", b"[1, 2]", b"null", b"[" * 100_000, b'{"language": "id"',
        b"[General]\nlanguage=@Variant(\\0\\0\\0\\x7f)\n",
    ],
    ids=["empty", "cut off", "no text", "a list", "null", "deep", "half", "ini"],
)  # fmt: skip
def test_a_damaged_file_means_defaults_and_can_be_written_again(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    settings = Settings(file)
    assert (settings.language, settings.theme, settings.recent) == ("", "system", [])
    settings.theme = "light"
    assert Settings(file).theme == "light"


@pytest.mark.parametrize("wrong", [None, 3, 1.5, True, ["dark"], {"a": 1}, "purple", ""])
def test_a_value_of_the_wrong_kind_is_the_default(file: Path, wrong: object) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"theme": wrong, "welcomed": "yes", "folder": 1, "recent": wrong}), encoding="utf-8")
    settings = Settings(file)
    assert (settings.theme, settings.welcomed, settings.folder) == ("system", False, "")
    assert settings.recent == (["dark"] if wrong == ["dark"] else [])


def test_what_a_newer_version_has_written_is_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"invented_later": {"a": [1]}, "theme": "dark"}', encoding="utf-8")
    Settings(file).theme = "light"
    assert json.loads(file.read_bytes()) == {"invented_later": {"a": [1]}, "theme": "light"}


def test_a_value_nobody_can_choose_is_an_error_of_the_program(file: Path) -> None:
    with pytest.raises(ValueError, match="theme"):
        Settings(file).theme = "purple"


def test_two_windows_do_not_forget_each_others_files(file: Path) -> None:
    one, other = Settings(file), Settings(file)
    one.remember("a")
    other.remember("b")
    one.theme = "dark"
    assert Settings(file).recent == ["b", "a"]


def test_a_folder_that_cannot_be_written_is_told_of_once_and_the_choice_holds(tmp_path: Path) -> None:
    in_the_way = tmp_path / "jejak"
    in_the_way.write_text("a file where the folder should be", encoding="utf-8")
    settings = Settings(in_the_way / "settings.json")
    told: list[str] = []
    settings.not_written.connect(lambda code, _: told.append(code))
    settings.theme = "dark"
    settings.remember("a")
    assert (settings.theme, settings.recent) == ("dark", ["a"])
    assert len(told) == 1


def test_the_reason_why_nothing_was_written_has_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    settings = Settings(tmp_path / "settings.json")
    told: list[str] = []
    settings.not_written.connect(lambda code, _: told.append(code))
    settings.theme = "dark"
    assert [f"reason.{code}" in words("storage", "id") for code in told] == [True]


def test_a_window_stands_as_it_stood(file: Path, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(640, 360)
    settings = Settings(file)
    settings.window_geometry, settings.window_state = packed(window.saveGeometry()), packed(window.saveState())
    window.resize(300, 300)
    again = Settings(file)
    assert window.restoreGeometry(unpacked(again.window_geometry))
    assert window.restoreState(unpacked(again.window_state))
    assert (window.width(), window.height()) == (640, 360)


@pytest.mark.parametrize("text", ["", "!!", "bm9uc2Vuc2U=", "\ud800"])
def test_a_damaged_place_of_the_window_is_refused_without_harm(qtbot: QtBot, text: str) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    assert isinstance(unpacked(text), QByteArray)
    assert not window.restoreGeometry(unpacked(text))

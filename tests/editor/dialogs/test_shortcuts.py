"""The sheet of shortcuts holds every key of the menus and every gesture, in the language of the moment."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from editor.actions.command import commands
from editor.actions.table import MENUS
from editor.dialogs.keys import GESTURES, Group, Line, groups
from editor.dialogs.shortcuts import Shortcuts, in_columns
from editor.speech import speak
from resources.words import LANGUAGES, words


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[Shortcuts]:
    speak("en")
    made = Shortcuts()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    speak("")


def shown(sheet: Shortcuts) -> list[str]:
    return [each.text() for each in sheet.findChildren(QLabel) if each.isVisible()]


def test_every_command_with_a_key_stands_there_with_all_its_keys(sheet: Shortcuts) -> None:
    with_keys = [command for command in commands(MENUS) if command.shortcuts]
    lines = [line for group in groups()[len(GESTURES) :] for line in group.lines]
    assert len(lines) == len(with_keys)
    assert ("Ctrl+Y  ·  Ctrl+Shift+Z" in shown(sheet)) == any("Ctrl+Y" in each.shortcuts for each in with_keys)
    assert {line.words for line in lines} <= set(shown(sheet))
    assert not any("&" in line.words for line in lines)


def test_every_gesture_stands_there_with_what_to_do(sheet: Shortcuts) -> None:
    texts = set(shown(sheet))
    for group in groups():
        assert group.title in texts
        assert {each for line in group.lines for each in (line.words, line.keys)} <= texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_left_over_for_a_gesture_that_is_gone(language: str) -> None:
    gestures = {f"{group}.{gesture}" for group, each in GESTURES.items() for gesture in each}
    wanted = gestures | {f"{gesture}.keys" for gesture in gestures} | {f"group.{group}" for group in GESTURES}
    assert words("shortcuts", language).keys() - wanted == {"title", "search", "nothing", "within"}


def test_what_is_typed_leaves_only_the_lines_that_speak_of_it(sheet: Shortcuts) -> None:
    QTest.keyClicks(sheet.search, "EMOTION halves")
    assert shown(sheet) == [
        "Moving by keyboard", "Move what is selected; emotions up and down by halves", "Alt+← → ↑ ↓",
        "With the mouse", "Move an emotion up and down by halves", "drag its face",
    ]  # fmt: skip
    QTest.keyClicks(sheet.search, " xyz")
    assert shown(sheet) == ["No key and no gesture speaks of that."]
    sheet.search.clear()
    assert "Writing" in shown(sheet)


def test_a_title_that_is_searched_for_shows_its_whole_group(sheet: Shortcuts) -> None:
    sheet.search.setText("looking")
    assert shown(sheet)[0] == "Looking around"
    assert len(shown(sheet)) == 1 + 2 * len(GESTURES["looking"])


def test_it_speaks_another_language_at_once_and_keeps_what_is_searched_for(sheet: Shortcuts, qtbot: QtBot) -> None:
    sheet.search.setText("zoom")
    speak("id")
    qtbot.waitUntil(lambda: sheet.windowTitle() == "Tombol dan gerakan")
    assert shown(sheet) == ["Tidak ada tombol atau gerakan yang cocok."]
    sheet.search.setText("perbesar")
    assert "Perbesar" in shown(sheet)


def test_escape_closes_it(sheet: Shortcuts) -> None:
    assert sheet.search.hasFocus()
    QTest.keyClick(sheet.search, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert sheet.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize("sizes", [(3,), (1, 1, 1, 1), (9, 1, 1, 1, 1), (1, 9, 1), (2, 3, 4, 5, 6, 7)])
def test_groups_keep_their_order_in_at_most_three_columns(sizes: tuple[int, ...]) -> None:
    made = [Group(str(at), (Line("words", "keys"),) * size) for at, size in enumerate(sizes)]
    columns = in_columns(made, 3)
    assert [group for column in columns for group in column] == made
    assert len(columns) <= 3
    tallest = max(sum(len(group.lines) + 2 for group in column) for column in columns)
    assert tallest <= max(max(sizes) + 2, -(-(sum(sizes) + 2 * len(sizes)) // 3) + max(sizes) + 1)

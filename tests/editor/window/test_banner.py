"""The strip above the canvas: sentences that stay, with buttons."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.speech import Speech, speak
from editor.window.banner import Banner, BannerAction
from resources.words import words
from tests.checking.whole_window import Hands

say = Speech("files")
MARKUP = '<img src="/etc/passwd"><b>peta</b>'


class Place:
    """A window with a banner above a field, and what its buttons did."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.done: list[str] = []
        column = QVBoxLayout(self.window)
        self.banner, self.field = Banner(self.window), QLineEdit(self.window)
        column.addWidget(self.banner)
        column.addWidget(self.field)
        self.window.resize(500, 200)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()

    def cancel(self) -> None:
        self.done.append("cancel")

    def speaks(self, language: str) -> bool:
        """Whether everything that shows is in it."""
        return self.banner.sentences == [words("files", language)("begun")]

    def leave(self) -> None:
        self.done.append("leave")
        self.banner.drop("one")

    def buttons(self) -> list[QPushButton]:
        return [each for each in self.banner.findChildren(QPushButton) if each.isVisible()]


def cancel_words() -> str:
    return say("cancel")


def close_words() -> str:
    return say("close")


def sentence() -> str:
    return say("begun")


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    speak("en")
    yield Place(qtbot)
    speak("")


def test_without_a_message_there_is_no_banner(place: Place) -> None:
    assert not place.banner.isVisible()
    place.banner.show_message("one", sentence)
    assert place.banner.isVisible()
    assert place.banner.sentences == [sentence()]
    place.banner.drop("one")
    place.banner.drop("one")
    assert not place.banner.isVisible()


def test_messages_stand_in_the_order_they_came_and_one_takes_the_place_of_its_like(place: Place) -> None:
    place.banner.show_message("one", sentence)
    place.banner.show_message("two", cancel_words)
    place.banner.show_message("one", close_words)
    assert place.banner.sentences == [close_words(), cancel_words()]
    assert place.banner.shows("one")
    place.banner.drop("one")
    assert place.banner.sentences == [cancel_words()]


def test_a_button_does_what_it_says_and_may_take_its_own_message_away(place: Place) -> None:
    place.banner.show_message(
        "one", sentence, (BannerAction(cancel_words, place.cancel), BannerAction(close_words, place.leave))
    )
    for button in place.buttons():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert place.done == ["cancel", "leave"]
    assert not place.banner.isVisible()


def test_a_message_leaves_the_focus_where_it_is_and_the_keyboard_reaches_its_buttons(place: Place) -> None:
    place.banner.show_message("one", sentence, (BannerAction(close_words, place.leave),))
    assert QApplication.focusWidget() is place.field
    QTest.keyClick(place.field, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is place.buttons()[0]
    place.banner.left.connect(place.field.setFocus)
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert place.done == ["leave"]
    assert QApplication.focusWidget() is place.field


def test_another_message_in_the_place_of_the_one_with_the_focus_gives_it_back(place: Place) -> None:
    place.banner.show_message("one", sentence, (BannerAction(close_words, place.leave),))
    place.banner.left.connect(place.field.setFocus)
    place.buttons()[0].setFocus()
    place.banner.show_message("one", cancel_words)
    assert QApplication.focusWidget() is place.field


def test_it_speaks_the_language_of_the_program_at_once(place: Place, qtbot: QtBot) -> None:
    place.banner.show_message("one", sentence, (BannerAction(cancel_words, place.cancel),))
    assert place.buttons()[0].text() == "Cancel"
    speak("id")
    qtbot.waitUntil(lambda: place.speaks("id"))
    assert place.buttons()[0].text() == place.buttons()[0].accessibleName() == "Batal"


def test_a_long_sentence_takes_more_lines_and_a_long_word_no_wider_window(place: Place) -> None:
    place.banner.show_message("one", sentence)
    low = place.banner.sizeHint().height()
    place.banner.show_message("one", lambda: "kata " * 80, (BannerAction(cancel_words, place.cancel),))
    QTest.qWait(0)
    assert place.banner.height() > 2 * low
    place.banner.show_message("one", lambda: "k" * 4000)
    assert place.banner.minimumSizeHint().width() < 500


def test_in_a_narrow_window_the_buttons_stand_below_the_sentence(place: Place, qtbot: QtBot) -> None:
    actions = tuple(BannerAction(words, place.cancel) for words in (cancel_words, close_words, cancel_words))
    place.banner.show_message("one", lambda: "kata " * 20, actions)
    row = place.banner.findChildren(QLabel)[1]
    place.window.resize(900, 200)
    qtbot.waitUntil(lambda: place.banner.width() > 800)
    qtbot.waitUntil(lambda: row.geometry().right() < min(each.x() for each in place.buttons()))
    wide = place.banner.height()
    place.window.resize(420, 300)
    qtbot.waitUntil(lambda: place.banner.width() < 420)
    qtbot.waitUntil(lambda: row.geometry().bottom() < min(each.y() for each in place.buttons()))
    qtbot.waitUntil(lambda: place.banner.height() > wide)
    assert place.banner.minimumSizeHint().width() < 400


def test_words_of_the_user_are_shown_as_they_stand(place: Place) -> None:
    place.banner.show_message("one", lambda: MARKUP)
    labels = [each for each in place.banner.findChildren(QLabel) if each.text()]
    assert [each.text() for each in labels] == [MARKUP]
    assert all(each.textFormat() == Qt.TextFormat.PlainText for each in labels)


def test_a_screen_reader_finds_the_sentence(place: Place) -> None:
    place.banner.show_message("one", sentence, kind="warning")
    row = QAccessible.queryAccessibleInterface(place.banner).child(0)
    assert row.text(QAccessible.Text.Name) == sentence()


def test_in_the_window_it_stands_above_the_canvas_and_gives_the_focus_back_to_it(small: Hands) -> None:
    banner = small.window.banner
    small.window.files.bannered.emit("one", sentence, (), "told")
    assert banner.sentences == [sentence()]
    assert banner.width() == small.canvas.width()
    assert banner.y() < small.canvas.y()
    banner.show_message("two", sentence, (BannerAction(close_words, banner.hide),))
    banner.findChildren(QPushButton)[0].setFocus()
    banner.drop("two")
    assert small.focus is small.canvas
    small.window.files.unbannered.emit("one")
    assert not banner.isVisible()

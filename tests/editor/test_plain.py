"""Words of the user in Qt's widgets: shown sign by sign, and no file they name is opened.

Files are opened by Qt in C++, which no audit hook of Python sees; so the kernel is asked (inotify), and a widget
that does open the file shows first that the asking works.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QMessageBox, QToolTip, QWhatsThis, QWidget
from pytestqt.qtbot import QtBot

from editor import plain
from editor.plain import label, menu_text, message, one_line, tooltip, window_title

IN_OPEN = 0x20


class Watched:
    """A picture somewhere on the disk, words that name it, and who opened it."""

    def __init__(self, picture: Path, opened: Callable[[], bool]) -> None:
        self.words = f'<img src="{picture}"> & <b>tebal</b>'
        self.opened = opened


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    if not sys.platform.startswith("linux"):
        pytest.skip("inotify is Linux's")
    picture = tmp_path / "gambar.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(picture))
    kernel = ctypes.CDLL(None, use_errno=True)
    queue = kernel.inotify_init1(os.O_NONBLOCK)
    assert kernel.inotify_add_watch(queue, os.fsencode(picture), IN_OPEN) >= 0

    def opened() -> bool:
        try:
            return bool(os.read(queue, 4096))
        except BlockingIOError:
            return False

    yield Watched(picture, opened)
    os.close(queue)


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    widget.show()
    widget.grab()
    QApplication.processEvents()


def test_the_kernel_tells_when_a_label_of_qt_opens_the_file(qtbot: QtBot, watched: Watched) -> None:
    show(qtbot, QLabel(watched.words))
    assert watched.opened()


def test_a_label_shows_markup_as_it_stands(qtbot: QtBot, watched: Watched) -> None:
    shown = label("tenang", wrap=True)
    shown.setText(watched.words)
    show(qtbot, shown)
    assert not watched.opened()
    assert (shown.textFormat(), shown.text()) == (Qt.TextFormat.PlainText, watched.words)


def test_a_tooltip_shows_markup_as_it_stands(qtbot: QtBot, watched: Watched) -> None:
    window = QWidget()
    show(qtbot, window)
    QToolTip.showText(QPoint(5, 5), tooltip(watched.words), window)
    qtbot.waitUntil(QToolTip.isVisible)
    tip = next(widget for widget in QApplication.allWidgets() if widget.inherits("QTipLabel") and widget.isVisible())
    tip.grab()
    assert not watched.opened()
    QToolTip.hideText()


def test_a_tooltip_that_is_not_made_plain_opens_the_file(qtbot: QtBot, watched: Watched) -> None:
    window = QWidget()
    show(qtbot, window)
    QToolTip.showText(QPoint(5, 5), watched.words, window)
    qtbot.waitUntil(watched.opened)
    QToolTip.hideText()


def test_whats_this_shows_markup_as_it_stands(qtbot: QtBot, watched: Watched) -> None:
    window = QWidget()
    show(qtbot, window)
    QWhatsThis.showText(QPoint(5, 5), tooltip(watched.words), window)
    qtbot.wait(50)
    assert not watched.opened()
    QWhatsThis.hideText()


def test_a_message_shows_markup_as_it_stands(qtbot: QtBot, watched: Watched) -> None:
    box = message(QMessageBox.Icon.Warning, watched.words, watched.words, watched.words)
    box.setDetailedText(watched.words)
    show(qtbot, box)
    assert not watched.opened()
    shown = {part.text(): part.textFormat() for part in box.findChildren(QLabel) if part.text()}
    assert shown == {watched.words: Qt.TextFormat.PlainText}
    assert len([part for part in box.findChildren(QLabel) if part.text() == watched.words]) == 2


def test_a_message_stays_plain_when_its_words_change(qtbot: QtBot, watched: Watched) -> None:
    box = message(QMessageBox.Icon.Warning, "Jejak", "a")
    box.setText(watched.words)
    box.setInformativeText(watched.words)
    show(qtbot, box)
    assert not watched.opened()


def test_titles_status_lines_and_menus_open_nothing(qtbot: QtBot, watched: Watched) -> None:
    window = QMainWindow()
    window.setWindowTitle(window_title(watched.words))
    window.statusBar().showMessage(one_line(watched.words))
    menu = QMenu(menu_text(watched.words), window)
    menu.addAction(menu_text(watched.words)).setStatusTip(one_line(watched.words))
    window.menuBar().addMenu(menu)
    show(qtbot, window)
    menu.popup(QPoint(0, 0))
    menu.grab()
    menu.close()
    assert not watched.opened()


@pytest.mark.parametrize(
    "text",
    ["Loket", "a < b", "<b>", "<img src=x>", "R&D <p>", "&lt;b&gt;", "satu\n<b>dua</b>", "<!-- x -->", "<b", "<?xml?>"],
)
def test_whatever_qt_makes_of_a_tooltip_reads_as_the_text(text: str) -> None:
    given = tooltip(text)
    read = QTextDocumentFragment.fromHtml(given).toPlainText() if QtGui.Qt.mightBeRichText(given) else given
    assert read == text


def test_a_tooltip_without_markup_stays_plain_for_the_screen_reader() -> None:
    assert tooltip("Loket pendaftaran") == "Loket pendaftaran"
    assert tooltip("") == ""


def test_a_long_tooltip_is_wrapped_at_words_and_keeps_its_own_lines() -> None:
    given = tooltip("kata " * 40 + "\nbaris kedua")
    lines = given.splitlines()
    assert lines[-1] == "baris kedua"
    assert max(map(len, lines)) <= plain.TOOLTIP_WIDTH
    assert given.split() == [*["kata"] * 40, "baris", "kedua"]


def test_what_tells_of_a_megabyte_of_words_is_short() -> None:
    words = "kata " * 200_000 + "\n" * 1_000
    told = (tooltip(words), one_line(words), menu_text(words), window_title(words), plain.within(words))
    assert all(len(each) <= plain.LONGEST_TEXT + 1 and each.endswith("…") for each in told)
    assert tooltip("baris\n" * 1_000).count("\n") < plain.MOST_LINES


def test_what_is_short_enough_is_whole() -> None:
    words = " ".join(["kata"] * 200)
    assert one_line(words) == plain.within(words) == words
    assert one_line("a\n b\t c" + " " * 500) == "a b c"
    assert plain.within("satu\r\ndua") == "satu\r\ndua"


def test_a_message_of_a_megabyte_fits_on_a_screen(qtbot: QtBot) -> None:
    box = message(QMessageBox.Icon.Question, "Jejak", "kata " * 200_000, "baris\n" * 200_000)
    show(qtbot, box)
    box.adjustSize()
    assert box.height() <= box.screen().availableSize().height()


def test_what_asks_for_a_number_shows_markup_as_it_stands(qtbot: QtBot, watched: Watched) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = plain.input_dialog(window, watched.words, watched.words)
    show(qtbot, dialog)
    assert not watched.opened()
    assert {part.text() for part in dialog.findChildren(QLabel)} == {watched.words}


def test_an_ampersand_in_a_menu_is_no_shortcut_and_a_tab_no_end(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction(menu_text("R&D\tCtrl+Q\nbaru"))
    assert action.text() == "R&&D Ctrl+Q baru"
    called: list[bool] = []
    action.triggered.connect(called.append)
    menu.popup(QPoint(0, 0))
    QTest.keyClick(menu, Qt.Key.Key_D)
    assert called == []
    menu.close()


@pytest.mark.parametrize("name", ["[*]", "peta[*].cjm", "[*][*]", "a & b"])
def test_a_title_shows_the_sign_of_unsaved_work_only_where_we_put_it(qtbot: QtBot, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle(window_title(name) + "[*]")
    window.setWindowModified(True)
    window.show()
    assert window.windowHandle().title().startswith(f"{name}*")

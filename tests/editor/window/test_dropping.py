"""Files dropped on the window."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.storage.file import save_map
from tests.checking.whole_window import Hands
from tests.making.small_map import small_map

_EITHER = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
_AT = QPoint(600, 400)


def carried(*urls: QUrl) -> QMimeData:
    made = QMimeData()
    made.setUrls(urls)
    return made


def comes(hands: Hands, what: QMimeData) -> bool:
    """Whether the window would take it."""
    event = QDragEnterEvent(_AT, _EITHER, what, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(Qt.DropAction.MoveAction)
    event.ignore()
    QApplication.sendEvent(hands.window, event)
    return event.isAccepted() and event.dropAction() is Qt.DropAction.CopyAction


def test_a_dropped_map_is_opened_once_the_drop_is_over_and_stays_where_it_is(small: Hands, qtbot: QtBot) -> None:
    path = small.folder / "klinik.cjm"
    save_map(small_map(), path, expected=None)
    what = carried(QUrl.fromLocalFile(str(path)))
    assert comes(small, what)
    event = QDropEvent(_AT, _EITHER, what, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(small.window, event)
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert small.session.origin.path is None
    qtbot.waitUntil(lambda: small.session.origin.path == path)


@pytest.mark.parametrize("what", [carried(), carried(QUrl("https://example.org/klinik.cjm"))])
def test_what_is_no_file_is_not_taken(small: Hands, what: QMimeData) -> None:
    assert not comes(small, what)

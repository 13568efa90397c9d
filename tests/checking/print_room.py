"""Somebody in the print room: waits for pages, chooses with keys, presses buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog

from editor.files.exporting import Exporting
from editor.printing.room.furniture import Wanted
from editor.printing.room.room import Room
from tests.checking.dialogs import Act, Desk, press

PATIENCE = 10_000
"""Looks, two milliseconds apart, for pages or a file on a busy machine."""


def settle(room: Room) -> None:
    """Until the pages are there, and nothing is being written."""
    for _ in range(PATIENCE):
        if not room.proofing.busy and not room.delivery.is_busy:
            return
        QTest.qWait(2)
    raise AssertionError(room.told.words.text())


def entered(desk: Desk, wanted: Wanted = "export") -> Room:
    """The room, open and its pages drawn; no dialog of its own loop, so that a test goes on in it."""
    exporting = Exporting(desk.session, desk.settings, desk.window)
    room = Room(desk.window, desk.session, desk.settings, exporting, wanted)
    room.show()
    settle(room)
    return room


def left(room: Room) -> None:
    """Go, as by Escape."""
    room.reject()
    room.deleteLater()


def pick(box: QComboBox, words: str) -> None:
    """Walks to a choice with the arrow keys."""
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findText(words)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == words


def in_the_room(act: Callable[[Room], None]) -> Act:
    """Does something with the room once its pages are there; it stays open, for `leaves`."""

    def both(dialog: QDialog) -> None:
        assert isinstance(dialog, Room)
        settle(dialog)
        act(dialog)

    return both


def leaves(dialog: QDialog) -> None:
    """Closes the room once it has nothing more to do."""
    assert isinstance(dialog, Room)
    settle(dialog)
    press("Close")(dialog)


def exports(sheets: str = "", **words: str) -> Act:
    """Picks in the boxes called so, writes which sheets, and presses Export PDF."""

    def act(room: Room) -> None:
        for name, choice in words.items():
            pick(getattr(room.choices.sheet, name), choice)
        QTest.keyClicks(room.choices.sheet.sheets, sheets)
        press("Export PDF...")(room)

    return in_the_room(act)

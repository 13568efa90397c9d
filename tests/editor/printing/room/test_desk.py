"""Looking at pages: turned and zoomed by keys, wheel and buttons; drawn with the edge that a printer leaves white."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.printing.paper_view import MARGIN, UNPRINTED, PaperView
from editor.printing.room.desk import Desk
from model.layout.shapes import Box, Page

FIVE = [Page(800, 500, (Box(200, 200, 100, 100, fill="#FF0000"),), title=f"p{at}") for at in range(5)]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    shown = Desk()
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    shown.put(FIVE)
    return shown


def roll(desk: Desk, notches: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    turned, at = QPoint(0, 120 * notches), QPointF(50, 50)
    event = QWheelEvent(
        at, desk.glass.viewport().mapToGlobal(at), QPoint(), turned, Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(desk.glass.viewport(), event)


def test_pages_are_turned_by_keys_and_never_beyond_the_last(desk: Desk) -> None:
    for key, number in (
        (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_End, 4), (Qt.Key.Key_PageDown, 4), (Qt.Key.Key_PageUp, 3),
        (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageUp, 0),
    ):  # fmt: skip
        QTest.keyClick(desk.glass, key)
        assert desk.number == number
    assert not desk.buttons["back"].isEnabled()
    desk.buttons["on"].click()
    assert desk.number == 1


def test_keys_and_the_wheel_go_nearer_and_the_whole_page_is_the_farthest(desk: Desk) -> None:
    whole, width = desk.zoom, desk.paper.width()
    QTest.keyClick(desk.glass, Qt.Key.Key_Plus)
    assert desk.zoom == pytest.approx(whole * 1.25)
    assert desk.paper.width() > width * 1.2
    roll(desk, 1, Qt.KeyboardModifier.ControlModifier)
    assert desk.zoom == pytest.approx(whole * 1.25**2)
    QTest.keyClick(desk.glass, Qt.Key.Key_0)
    assert desk.zoom == pytest.approx(whole)
    QTest.keyClick(desk.glass, Qt.Key.Key_Minus)
    assert desk.zoom == pytest.approx(whole)


def test_the_wheel_turns_pages_that_are_seen_whole_and_pushes_larger_ones(desk: Desk) -> None:
    roll(desk, -1)
    assert desk.number == 1
    roll(desk, 1)
    assert desk.number == 0
    desk.zoom_by(4)
    roll(desk, -1)
    assert desk.number == 0
    assert desk.glass.verticalScrollBar().value() > 0


def test_fewer_pages_keep_the_desk_on_one_that_is_there(desk: Desk) -> None:
    desk.turn_to_last()
    desk.put(FIVE[:2])
    assert desk.number == 1
    desk.put(())
    assert not desk.paper.isVisible()
    assert desk.where.text() == ""
    QTest.keyClick(desk.glass, Qt.Key.Key_PageDown)
    assert desk.number == 0


def test_the_edge_a_printer_leaves_white_is_dotted(qtbot: QtBot) -> None:
    view = PaperView(FIVE[0])
    qtbot.addWidget(view)
    view.show_page(FIVE[0], 1.0)
    image = view.grab().toImage()
    at = round(MARGIN + UNPRINTED * 96 / 72)
    row = {image.pixelColor(x, y).name() for x in range(100, 300) for y in (at - 1, at, at + 1)}
    assert len(row) > 1
    assert {image.pixelColor(x, at + 8).name() for x in range(100, 300)} == {"#ffffff"}
    assert image.pixelColor(round(MARGIN + 250 * 96 / 72), round(MARGIN + 250 * 96 / 72)).name() == "#ff0000"


@pytest.mark.parametrize("width", [560, 700, 900])
def test_number_paper_and_zoom_are_read_whole_however_long_a_title_is(desk: Desk, width: int) -> None:
    desk.resize(width, 600)
    desk.put([Page(800, 500, (), title="Belanja batik daring menjelang lebaran " * 3)])
    QApplication.processEvents()
    assert desk.where.sizeHint().width() <= desk.where.width()
    assert desk.where.text().endswith(" %")
    assert "lebaran Belanja" in desk.paper.accessibleName()

"""The small map in the corner shows where one is, and leads elsewhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.canvas.canvas import Canvas
from editor.canvas.overview import Overview
from editor.session import Origin, Session
from editor.speech import speak
from model.operations.cards import delete_cards
from model.records import Step
from tests.making.small_map import small_map

LONG = [Step(id=f"u{at:02}", order=f"b{at:02}1", stage="s2") for at in range(30)]


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[Canvas]:
    speak("en")
    made = Canvas(Session(small_map(*LONG), Origin("peta")))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    speak("")


@pytest.fixture
def overview(canvas: Canvas, qtbot: QtBot) -> Overview:
    made = Overview(canvas)
    canvas.zoom_to(1.0)
    qtbot.waitUntil(made.isVisible)
    return made


def middle(canvas: Canvas) -> QPointF:
    seen = canvas.seen()
    return QPointF(seen.x + seen.width / 2, seen.y + seen.height / 2)


def test_it_hides_while_everything_is_in_sight_and_when_it_is_not_wanted(canvas: Canvas, overview: Overview) -> None:
    canvas.fit()
    assert not overview.isVisible()
    canvas.zoom_to(2.0)
    assert overview.isVisible()
    overview.wanted = False
    canvas.pan(-100, 0)
    assert not overview.isVisible()
    overview.wanted = True
    assert overview.isVisible()


def test_it_stays_in_the_corner_and_hides_in_a_canvas_without_room(
    canvas: Canvas, overview: Overview, qtbot: QtBot
) -> None:
    canvas.resize(1200, 800)
    qtbot.waitUntil(lambda: overview.geometry().right() > 1100)
    corner = canvas.viewport().geometry().bottomRight() - overview.geometry().bottomRight()
    assert (corner.x(), corner.y()) == (12, 12)
    canvas.resize(400, 300)
    qtbot.waitUntil(lambda: not overview.isVisible())


def test_it_makes_way_for_what_is_selected(canvas: Canvas, overview: Overview) -> None:
    session, places = canvas.session, canvas.session.drawing.places
    cell = places.cell("l3", 8)
    assert cell is not None
    canvas.zoom_to(1.5)
    under = overview.geometry().center()
    place = canvas.desk.placed(cell.page, cell.rect)
    shown = canvas.camera.rect_to_view(place)
    canvas.pan(round(under.x() - shown.x - 20), 0)
    canvas.resize(canvas.width(), round(canvas.camera.rect_to_view(place).bottom) + 30)
    overview.follow()
    right = overview.geometry()
    session.stand_in((cell.lane, str(cell.step)))
    assert overview.geometry().left() == 12
    assert overview.geometry().top() == right.top()
    session.stand_in(None)
    assert overview.geometry() == right


def test_a_click_brings_that_place_to_the_middle(canvas: Canvas, overview: Overview) -> None:
    x, y = round(overview.width() * 0.75), overview.height() // 2
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert abs(middle(canvas).x() / canvas.desk.width - 0.75) < 0.03
    assert overview.frame().contains(QPointF(x, y))


def test_the_frame_is_dragged_from_where_it_was_taken(canvas: Canvas, overview: Overview) -> None:
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(overview.width() // 2, overview.height() // 2))
    before = middle(canvas)
    start = (overview.frame().center() + QPointF(8, 0)).toPoint()
    QTest.mousePress(overview, Qt.MouseButton.LeftButton, pos=start)
    assert abs(middle(canvas).x() - before.x()) < canvas.desk.width / overview.width()
    QTest.mouseMove(overview, start + QPoint(30, 0))
    moved = (middle(canvas).x() - before.x()) / canvas.desk.width * overview.width()
    QTest.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 0))
    QTest.mouseMove(overview, start + QPoint(60, 0))
    assert abs(moved - 30) < 3
    assert abs((middle(canvas).x() - before.x()) / canvas.desk.width * overview.width() - moved) < 1


def test_the_right_button_looks_nowhere_else(canvas: Canvas, overview: Overview) -> None:
    before = middle(canvas)
    QTest.mouseClick(overview, Qt.MouseButton.RightButton, pos=QPoint(overview.width() - 10, 10))
    assert middle(canvas) == before


def test_what_changes_on_the_map_shows_once_it_stays_so_for_a_moment(
    canvas: Canvas, overview: Overview, qtbot: QtBot
) -> None:
    before = overview.grab().toImage()
    canvas.session.do("delete", delete_cards, ("c3",))
    assert overview.grab().toImage() == before
    qtbot.waitUntil(lambda: overview.grab().toImage() != before)
    canvas.session.undo()
    qtbot.waitUntil(lambda: overview.grab().toImage() == before)


def test_it_has_a_name_in_the_language_of_the_moment(overview: Overview, qtbot: QtBot) -> None:
    assert overview.accessibleName() == "Overview map"
    speak("id")
    qtbot.waitUntil(lambda: overview.accessibleName() == "Peta ikhtisar")
    assert overview.toolTip().startswith("Peta ikhtisar")

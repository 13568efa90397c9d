"""A map as a picture: drawn when it is seen, looked at more closely with mouse and keys, with frames where told."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.dialogs.miniature import Miniature
from editor.dialogs.sight import AIR, Outlook, frames, sight, whole
from editor.speech import speak
from model.compare.difference import Sort
from model.layout.frame import Rect
from model.layout.shapes import Page
from tests.making.maps import realistic_map
from tests.making.small_map import small_map


@pytest.fixture
def picture(qtbot: QtBot) -> Iterator[Miniature]:
    speak("en")
    made = Miniature(small_map())
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.is_drawn)
    yield made
    speak("")


def colours(picture: Miniature) -> Counter[str]:
    """How many pixels have which colour."""
    image = picture.grab().toImage()
    return Counter(image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height()))


def roll(picture: Miniature, notches: int, at: QPoint) -> None:
    turned = QWheelEvent(
        QPointF(at), QPointF(picture.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(picture, turned)


def test_a_map_is_drawn_when_it_is_seen_and_not_before(qtbot: QtBot) -> None:
    made = Miniature(small_map())
    qtbot.addWidget(made)
    made.resize(300, 200)
    QApplication.processEvents()
    assert not made.is_drawn
    made.show()
    qtbot.waitUntil(lambda: made.is_drawn)
    assert "#ffffff" in colours(made)


def test_nobody_waits_for_the_picture_of_a_window_that_is_closed(qtbot: QtBot) -> None:
    window = QWidget()
    made = Miniature(realistic_map(2000, 4), window)
    window.show()
    QApplication.processEvents()
    assert not made.is_drawn
    window.close()
    window.deleteLater()
    with qtbot.waitSignal(window.destroyed):
        pass


def test_another_map_takes_the_place_of_the_first_one(picture: Miniature, qtbot: QtBot) -> None:
    picture.show_document(realistic_map(30, 1))
    assert not picture.is_drawn
    qtbot.waitUntil(lambda: picture.is_drawn)
    assert "30 cards" in picture.accessibleName()
    picture.show_document(None)
    assert picture.accessibleName() == "No picture"
    assert "#ffffff" not in colours(picture)


def test_it_says_what_it_shows_in_the_language_of_the_moment(picture: Miniature, qtbot: QtBot) -> None:
    assert picture.accessibleName() == "Picture of the map “Kopi”: 2 stages, 4 steps, 5 cards"
    speak("id")
    qtbot.waitUntil(lambda: picture.accessibleName() == "Gambar peta “Kopi”: 2 tahap, 4 langkah, 5 kartu")


def test_the_wheel_looks_nearer_at_what_is_under_the_pointer(picture: Miniature) -> None:
    page, at = sight(small_map()).page, QPoint(330, 210)
    before = picture.outlook.camera(page, (600, 400)).to_desk(at.x(), at.y())
    roll(picture, 4, at)
    after = picture.outlook.camera(page, (600, 400)).to_desk(at.x(), at.y())
    assert picture.outlook.near > 2
    assert after == pytest.approx(before, abs=1.0)
    roll(picture, -9, at)
    assert picture.outlook.near == 1.0


def test_keys_look_nearer_and_elsewhere_and_back(picture: Miniature) -> None:
    picture.setFocus()
    for _ in range(6):
        QTest.keyClick(picture, Qt.Key.Key_Plus)
    near = picture.outlook
    assert near.near > 3
    QTest.keyClick(picture, Qt.Key.Key_Right)
    QTest.keyClick(picture, Qt.Key.Key_Down)
    assert picture.outlook.x > near.x
    assert picture.outlook.y > near.y
    QTest.keyClick(picture, Qt.Key.Key_Minus)
    assert picture.outlook.near < near.near
    QTest.keyClick(picture, Qt.Key.Key_0)
    assert picture.outlook == Outlook()


def test_dragging_pushes_the_page_and_a_double_click_shows_all_again(picture: Miniature, qtbot: QtBot) -> None:
    roll(picture, 6, QPoint(300, 200))
    near = picture.outlook
    with qtbot.waitSignal(picture.looked):
        QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
        QTest.mouseMove(picture, QPoint(250, 180))
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=QPoint(250, 180))
    assert picture.outlook.x > near.x
    assert picture.outlook.y > near.y
    QTest.mouseMove(picture, QPoint(100, 100))
    pushed = picture.outlook
    QTest.mouseMove(picture, QPoint(120, 120))
    assert picture.outlook == pushed
    QTest.mouseDClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(250, 180))
    assert picture.outlook == Outlook()


@pytest.mark.parametrize(
    ("sort", "colour"), [(Sort.ADDED, "#00694f"), (Sort.REMOVED, "#b3261e"), (Sort.MOVED, "#0067a3")]
)
def test_what_is_marked_has_a_frame_around_it(picture: Miniature, sort: Sort, colour: str) -> None:
    seen = sight(small_map())
    picture.show_sight(seen, {})
    before = colours(picture)[colour]
    picture.show_sight(seen, frames(seen, {"c4": sort, "not there": sort}))
    assert colours(picture)[colour] > before + 100


def test_pointing_at_a_record_brings_it_into_sight(picture: Miniature) -> None:
    picture.resize(300, 160)
    seen = sight(realistic_map(300, 5))
    last = max(seen.document.records, key=lambda key: max((rect.x for rect in seen.rects(key)), default=0.0))
    picture.show_sight(seen, {})
    assert picture.point_at(last)
    camera = picture.outlook.camera(seen.page, (300, 160))
    shown = camera.rect_to_view(seen.rects(last)[0])
    assert 0 <= shown.x + shown.width / 2 <= 300
    assert 0 <= shown.y + shown.height / 2 <= 160
    assert not picture.point_at("not there")
    assert not picture.point_at(None)


def test_the_focus_is_seen(picture: Miniature) -> None:
    picture.clearFocus()
    without = picture.grab().toImage().pixelColor(0, 200)
    picture.activateWindow()
    picture.setFocus()
    assert picture.hasFocus()
    assert picture.grab().toImage().pixelColor(0, 200) != without
    assert without != QColor(Qt.GlobalColor.white)


pages = st.builds(Page, st.floats(50, 40_000), st.floats(50, 9_000), st.just(()))
rooms = st.tuples(st.integers(60, 3000), st.integers(60, 2000))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("nearer"), st.floats(0.2, 5), st.floats(0, 1)),
        st.tuples(st.just("moved"), st.floats(-900, 900), st.floats(-900, 900)),
        st.tuples(st.just("at"), st.floats(0, 1), st.floats(0, 1)),
    ),
    max_size=8,
)


@given(pages, rooms, steps)
def test_however_one_looks_the_page_fills_the_room_or_stands_in_its_middle(
    page: Page, room: tuple[int, int], walk: list[tuple[str, float, float]]
) -> None:
    outlook = Outlook()
    for name, one, other in walk:
        if name == "nearer":
            outlook = outlook.nearer(one, (other * room[0], other * room[1]), page, room)
        elif name == "moved":
            outlook = outlook.moved(one, other, page, room)
        else:
            outlook = outlook.at(Rect(one * page.width, other * page.height, 10, 10), page, room)
    camera = outlook.camera(page, room)
    assert outlook.near >= 1.0
    assert camera.zoom >= whole(page, room) * 0.999
    for corner, length, side in ((camera.x, page.width, room[0]), (camera.y, page.height, room[1])):
        shown = length * camera.zoom
        if shown <= side - 2 * AIR:
            assert abs(corner - (side - shown) / 2) <= 1
        else:
            assert corner <= AIR + 1
            assert corner + shown >= side - AIR - 1

"""Looking at the map: zoom, scrolling, what stays in sight, views, sheets, lanes that hide."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from model.layout.sheets import PAPERS
from model.layout.view import View
from model.operations.pasting import paste_text
from model.records import Card, Lane, Stage
from tests.checking.whole_window import Hands

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def under(hands: Hands, at: QPoint) -> tuple[float, float]:
    """The point of the desk that shows at a pixel."""
    return hands.canvas.camera.to_desk(at.x(), at.y())


def scrolled(hands: Hands) -> QPoint:
    return QPoint(hands.canvas.horizontalScrollBar().value(), hands.canvas.verticalScrollBar().value())


def scrollable(hands: Hands) -> bool:
    return hands.canvas.verticalScrollBar().maximum() > 0


def in_sight(hands: Hands, key: str) -> bool:
    spot = hands.spot(key)
    return hands.canvas.desk.placed(spot.page, spot.rect).meets(hands.canvas.seen())


def test_a_map_that_outgrows_the_window_keeps_its_zoom_there_and_back(small: Hands) -> None:
    small.canvas.fit()
    zoom = small.canvas.zoom
    small.session.do("paste", paste_text, "kata\n" * 80, "l1", "t1")
    assert scrollable(small)
    assert small.canvas.zoom == zoom
    small.keys("Ctrl+Z")
    assert small.canvas.zoom == zoom


def test_a_window_of_another_size_fits_the_whole_map_again_without_scroll_bars(small: Hands) -> None:
    small.session.do("paste", paste_text, "kata\n" * 80, "l1", "t1")
    zoom = small.canvas.zoom
    small.canvas.fit()
    fitted = small.canvas.zoom
    assert fitted < zoom
    assert not scrollable(small)
    small.window.resize(1366, 700)
    QTest.qWait(0)
    assert small.canvas.zoom < fitted
    assert not scrollable(small)


@pytest.mark.parametrize("notches", [1, 3, -1])
def test_the_wheel_with_control_keeps_what_is_under_the_pointer(clinic: Hands, notches: int) -> None:
    clinic.canvas.zoom_to(2.0)
    clinic.canvas.look_at(500, 300)
    for at in (QPoint(300, 200), QPoint(500, 420), QPoint(120, 90)):
        before, zoom = under(clinic, at), clinic.canvas.zoom
        clinic.wheel(at, notches, CONTROL)
        assert (clinic.canvas.zoom > zoom) == (notches > 0)
        assert under(clinic, at) == pytest.approx(before, abs=1.0)
    clinic.untouched()


def test_a_pinch_keeps_what_is_between_the_fingers(clinic: Hands) -> None:
    clinic.canvas.zoom_to(2.0)
    clinic.canvas.look_at(500, 300)
    at = QPoint(330, 240)
    before, zoom = under(clinic, at), clinic.canvas.zoom
    for by in (0.1, 0.05, -0.02):
        clinic.pinch(at, by)
    assert clinic.canvas.zoom == pytest.approx(zoom * 1.1 * 1.05 * 0.98)
    assert under(clinic, at) == pytest.approx(before, abs=1.0)


def test_zooming_in_and_out_never_leaves_the_zooms_there_are(clinic: Hands) -> None:
    for _ in range(40):
        clinic.keys("Ctrl++")
    nearest = clinic.canvas.zoom
    clinic.keys("Ctrl++")
    assert clinic.canvas.zoom == nearest
    for _ in range(60):
        clinic.keys("Ctrl+-")
    farthest = clinic.canvas.zoom
    clinic.wheel(QPoint(200, 200), -30, CONTROL)
    assert clinic.canvas.zoom == farthest
    clinic.keys("Ctrl+0")
    assert clinic.canvas.zoom == 1.0


def test_the_keys_zoom_and_100_percent_is_as_on_paper(clinic: Hands) -> None:
    clinic.keys("Ctrl+0")
    assert clinic.canvas.camera.zoom == pytest.approx(96 / 72)
    clinic.keys("Ctrl++")
    assert clinic.canvas.zoom == pytest.approx(1.25)
    clinic.keys("Ctrl+=")
    clinic.keys("Ctrl+-")
    clinic.keys("Ctrl+-")
    assert clinic.canvas.zoom == pytest.approx(1.0)


def test_f8_shows_the_whole_map_also_when_the_window_changes(clinic: Hands) -> None:
    clinic.canvas.zoom_to(3.0)
    clinic.keys("F8")
    for size in ((1366, 768), (1000, 620), (1366, 768)):
        clinic.window.resize(*size)
        seen, desk = clinic.canvas.seen(), clinic.canvas.desk
        assert seen.x <= 0 and seen.y <= 0
        assert seen.right >= desk.width and seen.bottom >= desk.height


def test_shift_f8_shows_what_is_selected(clinic: Hands) -> None:
    cards = list(clinic.session.document.table(Card))
    for keys in ((cards[-1],), (cards[0], cards[5]), (clinic.session.document.stages[1].id,)):
        clinic.canvas.fit()
        before = clinic.canvas.zoom
        clinic.session.select(keys)
        clinic.keys("Shift+F8")
        assert clinic.canvas.zoom > before
        for key in keys:
            spot, seen = clinic.spot(key), clinic.canvas.seen()
            placed = clinic.canvas.desk.placed(spot.page, spot.rect)
            assert seen.x <= placed.x and placed.right <= seen.right
            assert seen.y <= placed.y and placed.bottom <= seen.bottom


def test_the_wheel_scrolls_down_and_with_shift_to_the_right(clinic: Hands) -> None:
    clinic.canvas.zoom_to(2.0)
    clinic.canvas.look_at(400, 250)
    at, start = QPoint(300, 300), scrolled(clinic)
    clinic.wheel(at, -1)
    down = scrolled(clinic)
    assert down.y() > start.y() and down.x() == start.x()
    clinic.wheel(at, -1, SHIFT)
    assert scrolled(clinic).x() > down.x() and scrolled(clinic).y() == down.y()
    clinic.wheel(at, 1)
    clinic.wheel(at, 1, SHIFT)
    assert scrolled(clinic) == start


def test_space_and_the_middle_button_take_the_map_along(clinic: Hands) -> None:
    clinic.canvas.zoom_to(2.0)
    clinic.canvas.look_at(500, 300)
    key = next(iter(clinic.session.document.table(Card)))
    clinic.session.select((key,))
    held = under(clinic, QPoint(300, 300))
    clinic.hold_space()
    assert clinic.canvas.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
    clinic.press(QPoint(300, 300))
    assert clinic.canvas.viewport().cursor().shape() is Qt.CursorShape.ClosedHandCursor
    clinic.over(QPoint(380, 250))
    assert under(clinic, QPoint(380, 250)) == pytest.approx(held, abs=1.0)
    clinic.let_go()
    clinic.let_space_go()
    held = under(clinic, QPoint(200, 200))
    clinic.middle_drag(QPoint(200, 200), QPoint(260, 330))
    assert under(clinic, QPoint(260, 330)) == pytest.approx(held, abs=1.0)
    assert clinic.session.selection == (key,)
    clinic.untouched()


def test_space_let_go_elsewhere_is_not_held_for_ever(small: Hands) -> None:
    small.session.select(("c1",))
    small.hold_space()
    small.window.search()
    small.canvas.setFocus()
    small.drag(small.middle("c1"), small.cell("l1", 3))
    assert small.record(Card, "c1").step == "t4"


def test_lane_labels_and_stages_stay_in_sight_and_are_clicked_there(clinic: Hands) -> None:
    clinic.canvas.zoom_to(1.5)
    frame = clinic.session.drawing.layout.composed[0].frame
    clinic.canvas.look_at(frame.left + 700, frame.top + 350)
    lane = next(row.lane for row in frame.rows if clinic.canvas.camera.to_view(0, row.y + row.height / 2)[1] > 300)
    height = round(clinic.canvas.camera.to_view(0, clinic.spot(lane.id).rect.y + 12)[1])
    assert not in_sight(clinic, lane.id)
    clinic.click(QPoint(60, height))
    assert clinic.session.selection == (lane.id,)
    width = clinic.canvas.viewport().width()
    stage, across = next(
        (each, round(tip) - 60)
        for each in clinic.session.document.stages
        if 350 < (tip := clinic.canvas.camera.to_view(clinic.spot(each.id).rect.right, 0)[0]) < width
    )
    clinic.click(QPoint(across, 25))
    assert clinic.session.selection == (stage.id,)
    clinic.double_click(QPoint(across, 25))
    assert clinic.canvas.writing.key == stage.id
    clinic.write("!")
    clinic.keys("Return")
    assert clinic.record(Stage, stage.id).title == f"{stage.title}!"
    clinic.there_and_back()


def test_a_lane_is_dragged_by_the_label_that_stays_in_sight(clinic: Hands) -> None:
    clinic.canvas.zoom_to(1.5)
    frame = clinic.session.drawing.layout.composed[0].frame
    clinic.canvas.look_at(frame.left + 900, frame.top + 250)
    order = [lane.id for lane in clinic.session.document.lanes]
    shown = [row for row in frame.rows if 150 < clinic.canvas.camera.to_view(0, row.y + row.height / 2)[1] < 560]
    one, other = shown[0].lane.id, shown[1].lane.id

    def label(row_of: str, down: float) -> QPoint:
        rect = clinic.spot(row_of).rect
        return QPoint(50, round(clinic.canvas.camera.to_view(0, rect.y + rect.height * down)[1]))

    preview = clinic.drag(label(one, 0.5), label(other, 0.9))
    assert preview.bars
    after = [lane.id for lane in clinic.session.document.lanes]
    assert after.index(one) > after.index(other)
    assert sorted(after) == sorted(order)
    clinic.there_and_back()


def test_f6_shows_the_other_view_and_the_selection_stays(clinic: Hands) -> None:
    view = clinic.session.drawing.view
    clinic.keys("F6")
    assert clinic.session.drawing.view is not view
    assert clinic.session.drawing.view in (View.JOURNEY, View.BLUEPRINT)
    clinic.keys("F6")
    assert clinic.session.drawing.view is view
    clinic.untouched()


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_every_paper_shows_the_sheets_that_will_be_printed(clinic: Hands, paper: str, orientation: str) -> None:
    clinic.window.settings.paper, clinic.window.settings.orientation = paper, orientation
    clinic.keys("F7")
    sheet, pages = clinic.session.drawing.sheet, clinic.session.drawing.layout.pages
    assert sheet is not None
    assert (sheet.width > sheet.height) == (orientation == "landscape")
    assert all((page.width, page.height) == (sheet.width, sheet.height) for page in pages)
    seen, desk = clinic.canvas.seen(), clinic.canvas.desk
    assert seen.right >= desk.width and seen.bottom >= desk.height
    clinic.keys("F7")
    assert clinic.session.drawing.sheet is None
    clinic.untouched()


def test_the_menu_of_papers_lays_another_sheet(clinic: Hands) -> None:
    menu = next(shown for menu, shown in clinic.window.bar._menus if menu.key == "paper")
    menu.aboutToShow.emit()
    action = next(each for each in menu.actions() if each.text().replace("&", "") == "A4")
    action.trigger()
    assert clinic.session.drawing.sheet is not None
    assert clinic.session.drawing.sheet.name == "A4"
    menu.aboutToShow.emit()
    assert next(each.text() for each in menu.actions() if each.isChecked()).replace("&", "") == "A4"


def test_a_lane_hides_and_comes_back(small: Hands) -> None:
    small.session.select(("l1",))
    small.keys("Ctrl+H")
    assert small.record(Lane, "l1").hidden
    assert not small.session.drawing.places.spots("c1")
    small.keys("Ctrl+Shift+H")
    assert not small.record(Lane, "l1").hidden
    assert small.session.drawing.places.spots("c1")
    assert small.steps == 2
    small.there_and_back()


def test_a_lane_folds_and_its_cards_are_not_lost(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("Ctrl+Shift+F")
    assert small.record(Lane, "l1").folded
    assert not small.session.drawing.places.spots("c1")
    small.click(small.middle("l1"))
    assert small.session.selection == ("l1",)
    small.keys("Ctrl+Shift+F")
    assert small.session.drawing.places.spots("c1")
    small.there_and_back()


def test_an_undone_step_brings_what_it_changed_into_the_selection(small: Hands) -> None:
    for key, column in (("c1", 3), ("c2", 2), ("c3", 3)):
        small.drag(small.middle(key), small.cell("l1", column))
    assert small.steps == 3
    for key in ("c3", "c2", "c1"):
        small.keys("Ctrl+Z")
        assert key in small.session.selection
    assert small.now() == small.records
    for key in ("c1", "c2", "c3"):
        small.keys("Ctrl+Y")
        assert key in small.session.selection
    small.there_and_back()


def test_the_picture_shows_what_is_written_on_the_map(small: Hands) -> None:
    small.canvas.zoom_to(1.0)
    small.canvas.reveal(("c3",))
    small.wait_for_a_sharp_picture()
    before = small.canvas.viewport().grab().toImage()
    small.session.select(("c3",))
    small.write(" kali lipat")
    small.keys("Return Esc Esc")
    after = small.canvas.viewport().grab().toImage()
    rect = small.canvas.camera.rect_to_view(small.canvas.desk.placed(0, small.spot("c3").rect))
    inside = [
        (x, y)
        for x in range(round(rect.x) + 4, round(rect.right) - 4)
        for y in range(round(rect.y), round(rect.bottom))
    ]
    assert any(before.pixel(x, y) != after.pixel(x, y) for x, y in inside)
    small.keys("Ctrl+Z Esc Esc")
    small.hover(QPoint(1, 1))
    again = small.canvas.viewport().grab().toImage()
    assert all(before.pixel(x, y) == again.pixel(x, y) for x, y in inside)


def test_the_point_in_the_middle_stays_when_the_keys_zoom(clinic: Hands) -> None:
    clinic.canvas.zoom_to(2.0)
    clinic.canvas.look_at(500, 300)
    middle = clinic.canvas.viewport().rect().center()
    before = under(clinic, middle)
    clinic.keys("Ctrl++ Ctrl++ Ctrl+-")
    assert under(clinic, middle) == pytest.approx(before, abs=1.5)
    assert clinic.canvas.camera.to_desk(*QPointF(middle).toTuple()) == pytest.approx(before, abs=1.5)

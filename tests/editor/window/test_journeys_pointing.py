"""Pointing and dragging in the whole window: bands, menus, edges, and whatever comes between press and release."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.canvas.preview import NOTHING
from editor.session import Origin
from model.records import Card, Emotion
from tests.checking.whole_window import Hands
from tests.making.small_map import small_map

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier


def menus(hands: Hands) -> list[QMenu]:
    return [each for each in hands.window.findChildren(QMenu) if each.isVisible()]


def ask_for_menu(hands: Hands, at: QPoint) -> None:
    """The right button, and what the system makes of it."""
    viewport = hands.canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
    QApplication.sendEvent(
        viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    )  # fmt: skip
    QTest.mouseRelease(viewport, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)


# Bands and clicks


def test_a_band_selects_and_with_control_or_shift_adds(small: Hands) -> None:
    def around(*keys: str) -> tuple[QPoint, QPoint]:
        spots = [small.spot(key).rect for key in keys]
        left, top = min(rect.x for rect in spots) - 4, min(rect.y for rect in spots) - 3
        right, bottom = max(rect.right for rect in spots) + 4, max(rect.bottom for rect in spots) + 3
        return small.pixel(0, left, top), small.pixel(0, right, bottom)

    start, end = around("c1", "c2")
    small.press(start)
    assert small.over(end).band is not None
    small.let_go()
    assert set(small.session.selection) == {"c1", "c2"}
    start, end = around("c3")
    small.press(start, CONTROL)
    small.over(end)
    small.hold(CONTROL)
    small.let_go(CONTROL)
    assert set(small.session.selection) == {"c1", "c2", "c3"}
    small.press(start)
    small.over(end)
    small.escape()
    assert small.canvas.hand.preview == NOTHING
    small.let_go()
    small.untouched()


def test_clicks_with_control_and_shift_take_in_and_out(small: Hands) -> None:
    selected = []
    for key, held in (("c1", NO_KEYS), ("c3", CONTROL), ("c4", SHIFT), ("c3", CONTROL), ("c4", NO_KEYS)):
        small.click(small.middle(key), held)
        selected.append(small.session.selection)
    assert selected == [("c1",), ("c1", "c3"), ("c1", "c3", "c4"), ("c1", "c4"), ("c4",)]
    small.untouched()


def test_control_a_selects_all_cards_and_emotions_in_sight_or_not(clinic: Hands) -> None:
    clinic.canvas.zoom_to(3.0)
    clinic.keys("Ctrl+A")
    shown = {
        key for kind in (Card, Emotion) for key in clinic.session.document.table(kind)
        if clinic.session.drawing.places.spots(key)
    }  # fmt: skip
    assert set(clinic.session.selection) == shown
    clinic.keys("Del")
    assert not set(clinic.session.document.records) & shown
    clinic.there_and_back()


def test_a_click_on_the_desk_selects_nothing(small: Hands) -> None:
    small.click(small.middle("c1"))
    small.click(QPoint(2, small.canvas.viewport().height() - 2))
    assert small.session.selection == ()
    assert small.session.cell is None


def test_escape_does_no_harm_in_any_state(small: Hands) -> None:
    small.keys("Esc")
    small.session.select(("c1",))
    small.keys("Esc Esc Esc")
    assert small.session.selection == ()
    small.hold_space()
    small.keys("Esc")
    small.let_space_go()
    small.press(small.middle("c1"))
    small.keys("Esc")
    small.over(small.cell("l1", 3))
    small.let_go()
    small.press(small.middle("c1"))
    small.over(small.cell("l1", 3))
    small.keys("Esc")
    small.over(small.cell("l1", 2))
    small.let_go()
    assert not small.canvas.hand.busy
    small.untouched()


# Menus


def test_the_right_button_selects_and_offers_what_can_be_done(small: Hands) -> None:
    ask_for_menu(small, small.middle("c3"))
    assert small.session.selection == ("c3",)
    menu = menus(small)[-1]
    assert menu.accessibleName()
    words = {action.text().replace("&", "") for action in menu.actions()}
    assert small.window.bar.actions["delete"].text().replace("&", "") in words
    menu.close()
    small.window.bar.actions["delete"].trigger()
    assert "c3" not in small.now()
    small.there_and_back()


def test_the_right_button_on_one_of_several_keeps_them_all(small: Hands) -> None:
    small.session.select(("c1", "c2", "c3"))
    ask_for_menu(small, small.middle("c2"))
    assert small.session.selection == ("c1", "c2", "c3")
    menus(small)[-1].close()


def test_the_right_button_in_an_empty_cell_stands_there(small: Hands) -> None:
    ask_for_menu(small, small.cell("l1", 3))
    assert small.session.cell == ("l1", "t4")
    menus(small)[-1].close()
    small.window.bar.actions["add_card"].trigger()
    small.write("baru")
    small.keys("Return")
    assert small.texts("l1", "t4") == ["baru"]


def test_the_right_button_gives_up_a_drag_and_offers_nothing(small: Hands) -> None:
    small.press(small.middle("c1"))
    small.over(small.cell("l1", 3))
    ask_for_menu(small, small.cell("l1", 3))
    assert menus(small) == []
    small.let_go()
    small.nothing()
    ask_for_menu(small, small.middle("c1"))
    assert len(menus(small)) == 1
    menus(small)[-1].close()


def test_the_menu_key_offers_what_can_be_done_with_what_is_selected(small: Hands) -> None:
    small.session.select(("c3",))
    viewport = small.canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), viewport.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(small.canvas, event)
    assert len(menus(small)) == 1
    menus(small)[-1].close()
    assert small.session.selection == ("c3",)


# Between press and release


@pytest.mark.parametrize(
    "keys",
    ["Ctrl+Z", "Del", "Ctrl+S", "Ctrl+D", "Ctrl+X", "Ctrl+V", "Ctrl+1", "F6", "F7", "F2", "Return", "Ctrl+A", "Q"],
)
def test_a_command_in_mid_drag_does_nothing_to_the_map(small: Hands, keys: str) -> None:
    small.session.select(("c1",))
    small.press(small.middle("c1"))
    small.over(small.cell("l1", 3))
    small.keys(keys)
    assert small.now() == small.records
    assert small.session.drawing.sheet is None
    small.over(small.cell("l1", 2))
    small.let_go()
    assert small.record(Card, "c1").step == "t3"
    assert small.steps == 1
    small.there_and_back()


@pytest.mark.parametrize("command", ["undo", "delete", "duplicate", "mark.fail_point", "other_view", "sheets", "park"])
def test_a_command_from_a_menu_gives_up_the_drag_first(small: Hands, command: str) -> None:
    small.drag(small.middle("c3"), small.cell("l1", 3))
    small.session.select(("c1",))
    small.press(small.middle("c1"))
    small.over(small.cell("l1", 2))
    small.window.bar.actions[command].trigger()
    assert not small.canvas.hand.busy
    assert small.canvas.hand.preview == NOTHING
    after = small.now()
    small.over(QPoint(300, 300))
    small.let_go()
    assert small.now() == after
    small.there_and_back()


def test_another_map_in_mid_drag_gives_it_up(small: Hands) -> None:
    small.press(small.middle("c1"))
    small.over(small.cell("l1", 3))
    small.session.replace(small_map(), Origin("lain"))
    small.over(small.cell("l1", 2))
    small.let_go()
    small.nothing()


def test_the_focus_going_elsewhere_in_mid_drag_gives_it_up(small: Hands) -> None:
    small.press(small.middle("c1"))
    small.over(small.cell("l1", 3))
    small.window.search()
    assert not small.canvas.hand.busy
    small.let_go()
    small.nothing()


def test_the_wheel_in_mid_drag_moves_the_map_under_what_is_held(clinic: Hands) -> None:
    clinic.canvas.zoom_to(1.6)
    cards = [
        card for card in clinic.session.document.table(Card).values() if clinic.session.drawing.places.spots(card.id)
    ]
    card = cards[0]
    clinic.session.select((card.id,))
    clinic.canvas.reveal((card.id,))
    clinic.press(clinic.middle(card.id))
    at = clinic.middle(card.id) + QPoint(40, 30)
    before = clinic.over(at)
    clinic.wheel(at, -2)
    after = clinic.canvas.hand.preview
    assert clinic.canvas.hand.busy
    assert after.ghosts[0].y > before.ghosts[0].y
    clinic.wheel(at, 1, CONTROL)
    assert clinic.canvas.hand.busy
    clinic.escape()
    clinic.let_go()
    clinic.untouched()


def test_a_drag_at_the_edge_scrolls_and_drops_where_it_got_to(clinic: Hands, qtbot: QtBot) -> None:
    clinic.canvas.zoom_to(1.6)
    frame = clinic.session.drawing.layout.composed[0].frame
    clinic.canvas.look_at(frame.left + 250, frame.top + 200)
    seen = clinic.canvas.viewport().rect().adjusted(250, 130, -150, -60)
    card = next(
        card for card in clinic.session.document.table(Card).values()
        if clinic.session.drawing.places.spots(card.id) and seen.contains(clinic.middle(card.id))
    )  # fmt: skip
    at = clinic.middle(card.id)
    start = clinic.canvas.horizontalScrollBar().value()
    clinic.press(at)
    edge = QPoint(clinic.canvas.viewport().width() - 4, at.y())
    clinic.over(edge)
    qtbot.waitUntil(lambda: clinic.canvas.horizontalScrollBar().value() > start + 200)
    assert clinic.now() == clinic.records
    clinic.over(edge - QPoint(60, 0))
    clinic.let_go()
    resting = clinic.canvas.horizontalScrollBar().value()
    qtbot.wait(80)
    assert clinic.canvas.horizontalScrollBar().value() == resting
    moved = clinic.record(Card, card.id)
    columns = clinic.session.document.columns
    assert card.step is not None and columns[moved.step] > columns[card.step]
    clinic.there_and_back()


def test_a_field_left_for_the_map_keeps_its_words_and_the_drag_begins(small: Hands) -> None:
    small.session.select(("c3",))
    small.window.panels.bring("inspector")
    fields = [each for each in small.window.panels.inspector.findChildren(QPlainTextEdit) if each.isVisible()]
    field = fields[0]
    field.setFocus()
    small.write("x")
    to = small.cell("l1", 3)
    small.press(small.middle("c1"))
    small.over(to)
    small.let_go()
    assert small.record(Card, "c1").step == "t4"
    assert small.now()["c3"] != small.records["c3"]
    assert small.steps == 2
    small.there_and_back()


def test_two_buttons_at_once_confuse_nobody(small: Hands) -> None:
    viewport, none = small.canvas.viewport(), Qt.KeyboardModifier.NoModifier
    at = small.middle("c1")
    small.press(at)
    QTest.mousePress(viewport, Qt.MouseButton.MiddleButton, none, at)
    QTest.mouseMove(viewport, at + QPoint(30, 30))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, none, at + QPoint(30, 30))
    QTest.mouseRelease(viewport, Qt.MouseButton.MiddleButton, none, at + QPoint(30, 30))
    assert not small.canvas.hand.busy
    assert small.now() == small.records
    small.drag(small.middle("c1"), small.cell("l1", 3))
    assert small.record(Card, "c1").step == "t4"


def test_the_pointer_leaving_the_window_leaves_nothing_marked(small: Hands) -> None:
    small.hover(QPoint(1, 1))
    small.hover(small.middle("c1"))
    assert small.canvas.pointing.hovered is not None
    QApplication.sendEvent(small.canvas, QEvent(QEvent.Type.Leave))
    assert small.canvas.pointing.hovered is None


def test_a_double_click_on_a_strip_that_stays_in_sight_makes_no_card_under_it(clinic: Hands) -> None:
    clinic.canvas.zoom_to(2.5)
    frame = clinic.session.drawing.layout.composed[0].frame
    clinic.canvas.look_at(frame.left + 700, frame.top + 400)
    for x in range(20, clinic.canvas.viewport().width() - 20, 57):
        clinic.double_click(QPoint(x, 3))
        clinic.keys("Esc")
    assert clinic.now() == clinic.records


def test_what_is_typed_into_the_search_stays_there(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("Ctrl+F")
    small.write("dua")
    assert isinstance(small.focus, QLineEdit)
    assert small.focus.text() == "dua"
    small.untouched()

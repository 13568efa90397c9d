"""Arrow keys lead over the map: through cells, onto the lanes' names, the steps, the stages and the header."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.speech import speak
from model.layout.sheets import sheet
from model.layout.view import View
from model.operations.lanes import edit_lane
from model.records import Card, Lane, Role, Stage, Step
from tests.checking.keyboard import Keyboard
from tests.making.small_map import small_map

Open = Callable[..., Keyboard]


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ("Right", "c1"),
        ("Right Down", "c2"),
        ("Right Down Up", "c1"),
        ("Right Down Down", "e1"),
        ("Right Down Down Down", "c4"),
        ("Right Down Down Down Up Up", "c2"),
        ("Right Down Right", "c3"),
        ("Right Right Right", "l1 t3"),
        ("Right Right Right Right Right", "l1 t4"),
        ("Right Left", "l1"),
        ("Right Left Down Down Down", "l3"),
        ("Right Left Down Right", "e1"),
        ("Right Up", "s1"),
        ("Right Up Right Down", "l1 t3"),
        ("Right Right Up Down", "c3"),
        ("Right Up Up", "m"),
        ("Right Up Up Right", "p1"),
        ("Right Up Up Right Left Down", "s1"),
        ("Right Left Up", "m"),
        ("Right End", "l1 t4"),
        ("Right End Home", "c1"),
        ("Right Ctrl+End", "l3 t4"),
        ("Right Ctrl+End Ctrl+Home", "c1"),
        ("Right PgDown", "l1 t3"),
        ("Right PgDown Right PgUp", "l1 t3"),
        ("Right PgDown PgUp", "c1"),
        ("Right Ctrl+Down", "e1"),
        ("Right Ctrl+Right Ctrl+Right", "l1 t4"),
        ("Right End Ctrl+Left", "c3"),
        ("Right Up End", "s2"),
        ("Right Up PgDown PgUp", "s1"),
        ("Right Esc", "l1 t1"),
        ("Right Esc Esc", ""),
    ],
)
def test_keys_lead_to_what_stands_next(keyboard: Keyboard, keys: str, at: str) -> None:
    keyboard.press(keys)
    assert keyboard.at == at
    assert keyboard.records == small_map().records


def test_from_a_side_one_comes_to_the_card_at_the_same_height(open_map: Open) -> None:
    more = [Card(id=f"d{at}", order=f"a{at}", lane="l1", step="t2", text="x") for at in range(1, 5)]
    keyboard = open_map(Card(id="c2", order="a1", lane="l1", step="t1", text="dua"), *more)
    keyboard.press("Right Right")
    assert keyboard.at == "d1"
    keyboard.press("Left Down Right")
    assert keyboard.at == "d3"
    keyboard.press("Left")
    assert keyboard.at == "c2"


def test_hidden_and_folded_lanes_are_passed_over_and_a_folded_one_has_its_name(open_map: Open) -> None:
    keyboard = open_map(
        Lane(id="l2", order="a1", role=Role.EMOTION, folded=True),
        Lane(id="l4", order="a1V", role=Role.BACK_STAGE, hidden=True),
    )
    keyboard.press("Right Down Down")
    assert keyboard.at == "c4"
    keyboard.press("Left Up")
    assert keyboard.at == "l2"


def test_a_lane_that_is_folded_under_one_bears_no_mark_of_a_cell(open_map: Open) -> None:
    keyboard = open_map()
    keyboard.session.stand_in(("l1", "t4"))
    assert keyboard.canvas.walker.cell_rect() is not None
    keyboard.session.do("fold_lane", edit_lane, "l1", folded=True)
    assert keyboard.session.cell == ("l1", "t4")
    assert keyboard.canvas.walker.cell_rect() is None


def test_step_titles_stand_between_cells_and_stages_where_they_show(open_map: Open) -> None:
    keyboard = open_map(*(Step(id=f"t{at}", order=f"a{at}", stage="s1", title=f"Langkah {at}") for at in (1, 2)))
    keyboard.press("Right Right Up")
    assert keyboard.at == "t2"
    keyboard.press("Left")
    assert keyboard.at == "t1"
    keyboard.press("PgDown")
    assert keyboard.at == "t3"
    keyboard.press("Up Down Down")
    assert keyboard.at == "l1 t3"


def test_a_stage_without_steps_is_walked_over_below_and_reached_above(open_map: Open) -> None:
    keyboard = open_map(Stage(id="s0", order="a0V", title="Kosong"))
    keyboard.press("Right Right Right")
    assert keyboard.at == "l1 t3"
    keyboard.press("Up Left")
    assert keyboard.at == "s0"
    keyboard.press("Down")
    assert keyboard.at == "l1 t3"


def test_from_a_link_one_comes_to_its_ends(keyboard: Keyboard) -> None:
    keyboard.session.select(["k1"])
    keyboard.press("Right")
    assert keyboard.at == "c3"
    keyboard.session.select(["k1"])
    keyboard.press("Left")
    assert keyboard.at == "c1"


def test_a_parked_card_is_nowhere_and_the_first_key_leads_to_the_first_cell(keyboard: Keyboard) -> None:
    keyboard.session.select(["c5"])
    keyboard.press("Down")
    assert keyboard.at == "c1"


def test_the_first_key_begins_where_one_looks(open_map: Open) -> None:
    keyboard = open_map(*(Step(id=f"u{at:02}", order=f"b{at:02}1", stage="s2") for at in range(30)))
    keyboard.canvas.zoom_to(1.0)
    keyboard.canvas.pan(-3000, 0)
    seen = keyboard.canvas.seen()
    keyboard.press("Right")
    rect = keyboard.canvas.walker.cell_rect()
    assert keyboard.at.startswith("l1 ")
    assert rect is not None
    assert rect.meets(seen)


def test_what_one_comes_to_is_brought_into_sight(open_map: Open) -> None:
    keyboard = open_map(*(Step(id=f"u{at:02}", order=f"b{at:02}1", stage="s2") for at in range(30)))
    keyboard.canvas.zoom_to(1.5)
    keyboard.press("Right End")
    rect = keyboard.canvas.walker.cell_rect()
    assert keyboard.at == "l1 u29"
    assert rect is not None
    assert rect.right < keyboard.canvas.seen().right
    keyboard.press("Home")
    spot = keyboard.session.drawing.places.spots("c1")[0]
    assert keyboard.canvas.seen().meets(keyboard.canvas.desk.placed(spot.page, spot.rect))


def test_on_sheets_of_paper_one_walks_from_page_to_page(open_map: Open) -> None:
    steps = [Step(id=f"u{at:02}", order=f"b{at:02}1", stage=f"s{3 + at // 3}") for at in range(30)]
    keyboard = open_map(*(Stage(id=f"s{at}", order=f"b{at:02}1") for at in range(3, 13)), *steps)
    keyboard.session.show(sheet=sheet("A4"))
    assert len(keyboard.session.drawing.layout.composed) > 1
    keyboard.press("Right")
    for _ in range(33):
        keyboard.press("Right")
    assert keyboard.at == "l1 u29"
    keyboard.press("Up Home Down")
    assert keyboard.at == "c1"


@pytest.mark.parametrize(
    ("keys", "selection"),
    [
        ("Right Shift+Right", ("c1", "c2", "c3")),
        ("Right Shift+Down", ("c1", "c2", "e1")),
        ("Right Shift+Down Shift+Down Shift+Right", ("c1", "c2", "e1", "c4", "c3")),
        ("Right Shift+Right Shift+Left", ("c1", "c2")),
        ("Right Shift+End Shift+Home", ("c1", "c2")),
        ("Right Ctrl+Shift+End", ("c1", "c2", "e1", "c4", "c3")),
        ("Right Right Shift+Left Shift+Right Right", ()),
        ("Right Up Shift+Right", ("s1", "s2")),
        ("Right Left Shift+Down Shift+Down Shift+Up", ("l1", "l2")),
    ],
)
def test_with_shift_a_rectangle_of_cells_or_a_row_of_names_is_selected(
    keyboard: Keyboard, keys: str, selection: tuple[str, ...]
) -> None:
    keyboard.press(keys)
    assert keyboard.session.selection == selection


def test_the_rectangle_that_is_being_selected_shows_and_is_gone_after_a_click(keyboard: Keyboard) -> None:
    keyboard.press("Right Shift+Right Shift+Down")
    places, rect = keyboard.session.drawing.places, keyboard.canvas.walker.cell_rect()
    first, last = places.cell("l1", 0), places.cell("l2", 1)
    assert first is not None
    assert last is not None
    assert rect is not None
    assert (rect.x, rect.y, rect.right, rect.bottom) == (first.rect.x, first.rect.y, last.rect.right, last.rect.bottom)
    spot = keyboard.canvas.camera.rect_to_view(places.spots("c4")[0].rect)
    point = QPointF(spot.x + 5, spot.y + 5).toPoint()
    QTest.mouseClick(keyboard.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert keyboard.session.selection == ("c4",)
    assert keyboard.canvas.walker.cell_rect() is None


def test_an_empty_rectangle_is_kept_and_grows(keyboard: Keyboard) -> None:
    keyboard.press("Right Right Right Shift+Right")
    assert keyboard.at == "l1 t3"
    keyboard.press("Shift+Down Shift+Left Shift+Left")
    assert keyboard.session.selection == ("c3",)


def test_the_keys_of_the_number_block_walk_too(keyboard: Keyboard) -> None:
    pad = Qt.KeyboardModifier.KeypadModifier
    QApplication.sendEvent(keyboard.canvas, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, pad))
    assert keyboard.at == "c1"


def test_tab_leaves_the_canvas_as_in_every_window(keyboard: Keyboard) -> None:
    keyboard.press("Right Tab")
    assert keyboard.at == "c1"


def test_a_screen_reader_hears_where_one_is_in_the_language_of_the_moment(keyboard: Keyboard) -> None:
    keyboard.press("Right")
    assert keyboard.said == "Card, Customer actions, step 1: satu; 1 of 2"
    keyboard.press("Esc")
    assert keyboard.said == "Customer actions, step 1, 2 cards"
    keyboard.press("Down Esc")
    assert keyboard.said == "Emotion, step 1, 1 emotion"
    speak("id")
    keyboard.press("Right")
    assert keyboard.said == "Emosi, langkah 2, kosong"
    keyboard.press("Up Shift+Left")
    assert keyboard.said == "3 dipilih"


def test_in_the_other_view_one_walks_over_its_lanes(open_map: Open) -> None:
    keyboard = open_map(Lane(id="l4", order="a0V", role=Role.TOUCHPOINTS))
    keyboard.session.show(view=View.JOURNEY)
    keyboard.press("Right Down Down Down")
    assert keyboard.at == "e1"
    keyboard.session.show(view=View.BLUEPRINT)
    keyboard.press("Down")
    assert keyboard.at == "c4"

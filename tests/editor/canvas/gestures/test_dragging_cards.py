from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt

from editor.canvas.handles import Grip
from model.document import Document
from model.records import Card, Emotion
from tests.checking.dragging import Dragging, members
from tests.making.small_map import small_map, words

_CONTROL = Qt.KeyboardModifier.ControlModifier


def parking(small: Dragging) -> QPoint:
    """A point on the parking lot in the foot of the page."""
    composed = small.session.drawing.layout.composed[0]
    left = composed.setting.metrics.margin
    return small.pixel(0, left + 40, composed.page.height - composed.head.foot + 8)


def test_a_card_is_dragged_to_another_cell(small: Dragging) -> None:
    preview = small.drag(small.middle("c1"), small.cell("l3", 3))
    assert preview.ghosts
    assert preview.note == "Support processes · step 4"
    assert members(small.record(Card, "c1"), "lane", "step") == ("l3", "t4")
    assert small.spot("c1").rect.y > small.spot("l2").rect.y
    assert small.session.selection == ("c1",)
    small.one_step("Move cards")


def test_several_cards_are_dragged_by_one_of_them_and_an_emotion_among_them_stays(small: Dragging) -> None:
    small.session.select(("c1", "e1", "c3"))
    preview = small.drag(small.middle("c1"), small.cell("l1", 2))
    assert len(preview.ghosts) == 2
    assert preview.note == "Customer actions · step 3 · 2 cards"
    assert small.record(Card, "c1").step == "t3"
    assert small.record(Card, "c3").step == "t4"
    assert small.record(Emotion, "e1").step == "t1"
    small.one_step("Move cards")


def test_control_copies_a_card(small: Dragging) -> None:
    preview = small.drag(small.middle("c3"), small.cell("l3", 3), _CONTROL)
    assert preview.note == "Copy: Support processes · step 4"
    assert words(small.session.document, "l3", "t4") == ["tiga"]
    assert words(small.session.document, "l1", "t2") == ["tiga"]
    assert small.session.selection != ("c3",)
    small.one_step("Copy cards")


def test_control_pressed_in_mid_drag_turns_a_move_into_a_copy(small: Dragging) -> None:
    small.press(small.middle("c3"))
    assert small.over(small.cell("l3", 3)).note == "Support processes · step 4"
    assert small.hold(_CONTROL).note == "Copy: Support processes · step 4"
    small.let_go(_CONTROL)
    assert words(small.session.document, "l1", "t2") == ["tiga"]
    small.one_step("Copy cards")


def test_cards_let_go_over_an_emotion_lane_stay_and_a_sentence_says_why(small: Dragging) -> None:
    preview = small.drag(small.middle("c1"), small.cell("l2", 2))
    assert not preview.allowed
    small.nothing()
    assert small.told == ["Cards cannot stand there. Let them go over a cell of a lane."]


def test_cards_that_would_fall_off_the_map_stay_and_a_sentence_says_why(small: Dragging) -> None:
    small.session.select(("c1", "c3"))
    small.drag(small.middle("c1"), small.cell("l1", 3))
    small.nothing()
    assert "fall off the map" in small.told[-1]


def test_a_card_is_dragged_into_the_parking_lot(small: Dragging) -> None:
    preview = small.drag(small.middle("c3"), parking(small))
    assert preview.note == "To the parking lot"
    assert preview.areas
    assert words(small.session.document, None, None) == ["lima", "tiga"]
    small.one_step("Move to the parking lot")


def test_without_a_parking_lot_on_the_page_there_is_none_to_drop_on(dragging: Callable[[Document], Dragging]) -> None:
    small = dragging(small_map(Card(id="c5", order="a9", lane="l1", step="t4", text="lima")))
    preview = small.drag(small.middle("c3"), parking(small))
    assert not preview.allowed
    small.nothing()


def test_a_card_is_stretched_over_more_steps_by_its_right_edge(small: Dragging) -> None:
    small.hover(small.middle("c3"))
    assert small.hover(small.handle(Grip.RIGHT)) is Qt.CursorShape.SizeHorCursor
    preview = small.drag(small.handle(Grip.RIGHT), small.cell("l1", 3) + QPoint(20, 0))
    assert preview.note == "steps 2–4"
    assert preview.ghosts
    assert small.record(Card, "c3").span == 3
    assert small.spot("c3").rect.width > 2 * small.spot("c1").rect.width
    small.one_step("Stretch card")


def test_a_long_card_is_made_shorter_by_its_left_edge(small: Dragging) -> None:
    small.session.select(("c4",))
    small.hover(small.middle("c4"))
    end = small.spot("c4").rect.right
    preview = small.drag(small.handle(Grip.LEFT), small.cell("l3", 1) - QPoint(20, 0))
    assert preview.note == "steps 2–3"
    assert members(small.record(Card, "c4"), "step", "span") == ("t2", 2)
    assert small.spot("c4").rect.right == end
    small.one_step("Stretch card")


def test_escape_in_mid_drag_leaves_an_edge_where_it_was(small: Dragging) -> None:
    small.hover(small.middle("c3"))
    small.press(small.handle(Grip.RIGHT))
    assert small.over(small.cell("l1", 3)).ghosts
    small.escape()
    small.let_go()
    small.nothing()


def test_a_card_too_small_to_be_hit_beside_a_handle_has_none(small: Dragging) -> None:
    small.session.select(("c1",))
    assert list(small.canvas.handles.shown())
    small.canvas.zoom_to(0.1)
    assert not list(small.canvas.handles.shown())


def test_of_several_selected_cards_none_has_handles(small: Dragging) -> None:
    small.session.select(("c1", "c3"))
    small.hover(small.middle("c1"))
    assert not list(small.canvas.handles.shown())


def test_a_low_card_is_moved_by_its_middle_and_linked_by_its_edge(clinic: Dragging) -> None:
    card = clinic.session.document.cards_in(clinic.session.document.lanes[3].id, clinic.session.document.steps[2].id)[0]
    clinic.canvas.zoom_to(0.54)
    rect = clinic.canvas.camera.rect_to_view(clinic.canvas.desk.placed(0, clinic.spot(card.id).rect))
    assert rect.height < 30
    assert clinic.hover(clinic.middle(card.id)) is Qt.CursorShape.OpenHandCursor
    assert clinic.hover(clinic.handle(Grip.LINK)) is Qt.CursorShape.CrossCursor

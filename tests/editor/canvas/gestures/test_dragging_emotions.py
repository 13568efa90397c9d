from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from model.document import Document
from model.layout.shapes import Path
from model.records import Emotion, Lane, Role
from tests.checking.dragging import Dragging, members
from tests.making.small_map import small_map

Open = Callable[[Document], Dragging]


@pytest.fixture
def moody(dragging: Open) -> Dragging:
    """The small map with a curve of three markers, and a second emotion lane."""
    return dragging(
        small_map(
            Emotion(id="e2", order="a0", lane="l2", step="t2", value=-1, persona="p1"),
            Emotion(id="e3", order="a0", lane="l2", step="t4", value=0.5, persona="p1"),
            Lane(id="l4", order="a3", role=Role.EMOTION, title="Petugas"),
        )
    )


def test_a_marker_is_dragged_up_in_half_steps(moody: Dragging) -> None:
    preview = moody.drag(moody.middle("e2"), moody.feeling("l2", 1, 1.4))
    assert preview.note == "+1½ very good · step 2"
    assert moody.record(Emotion, "e2").value == 1.5
    moody.one_step("Move emotion")


def test_alt_lets_a_marker_go_anywhere(moody: Dragging) -> None:
    to = moody.feeling("l2", 1, 1.37)
    moody.drag(moody.middle("e2"), to, Qt.KeyboardModifier.AltModifier)
    value = moody.record(Emotion, "e2").value
    assert value == pytest.approx(1.37, abs=0.1)
    assert value * 2 != round(value * 2)
    assert round(value, 2) == value
    moody.one_step("Move emotion")


def test_a_marker_is_dragged_to_another_step_and_keeps_its_height(moody: Dragging) -> None:
    moody.drag(moody.middle("e2"), moody.feeling("l2", 2, -1))
    assert members(moody.record(Emotion, "e2"), "step", "value") == ("t3", -1)
    moody.one_step("Move emotion")


def test_the_curve_follows_a_marker_that_is_dragged(moody: Dragging) -> None:
    moody.press(moody.middle("e2"))
    low, high = (moody.over(moody.feeling("l2", 1, value)).ghosts[0].shapes[0] for value in (-2, 2))
    moody.escape()
    assert isinstance(low, Path)
    assert isinstance(high, Path)
    assert low.commands != high.commands
    moody.let_go()
    moody.nothing()


def test_a_marker_is_dragged_to_another_emotion_lane(moody: Dragging) -> None:
    moody.drag(moody.middle("e2"), moody.feeling("l4", 3, 2))
    assert members(moody.record(Emotion, "e2"), "lane", "step", "value") == ("l4", "t4", 2)
    moody.one_step("Move emotion")


def test_a_marker_dragged_out_of_its_lane_goes_no_further_than_the_best_and_the_worst(moody: Dragging) -> None:
    preview = moody.drag(moody.middle("e1"), moody.middle("c1"))
    assert preview.note == "+2 very good · step 1"
    assert members(moody.record(Emotion, "e1"), "lane", "value") == ("l2", 2)


def test_a_marker_of_two_decimals_keeps_them_while_it_goes_along(dragging: Open) -> None:
    small = dragging(small_map(Emotion(id="e1", order="a0", lane="l2", step="t1", value=1.37)))
    small.drag(small.middle("e1"), small.feeling("l2", 2, 1.37))
    assert members(small.record(Emotion, "e1"), "step", "value") == ("t3", 1.37)


def test_a_marker_among_selected_cards_is_dragged_alone(moody: Dragging) -> None:
    moody.session.select(("c1", "e2"))
    moody.drag(moody.middle("e2"), moody.feeling("l2", 2, 0))
    assert moody.session.selection == ("e2",)
    assert moody.session.document.cards_in("l1", "t1")[0].id == "c1"
    moody.one_step("Move emotion")

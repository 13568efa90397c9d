from collections.abc import Callable

from PySide6.QtCore import QPoint

from model.document import Document
from model.records import Lane, Role
from tests.checking.dragging import Dragging
from tests.making.small_map import small_map


def lanes(dragging: Dragging) -> list[str]:
    return [lane.id for lane in dragging.session.document.lanes]


def low_in(dragging: Dragging, lane: str) -> QPoint:
    """A point in the lower part of a lane's label."""
    spot = dragging.spot(lane)
    return dragging.pixel(spot.page, spot.rect.x + spot.rect.width / 2, spot.rect.y + spot.rect.height * 0.8)


def test_a_lane_is_dragged_below_another_by_its_label(small: Dragging) -> None:
    preview = small.drag(small.middle("l1"), low_in(small, "l3"))
    assert preview.ghosts
    assert preview.bars[0].rect.width > 300
    assert preview.note == "Below Support processes"
    assert lanes(small) == ["l2", "l3", "l1"]
    assert small.spot("l1").rect.y > small.spot("l3").rect.y
    small.one_step("Move lane")


def test_a_lane_is_dragged_to_the_top(small: Dragging) -> None:
    preview = small.drag(small.middle("l3"), small.middle("l1") - QPoint(0, small.middle("l1").y() // 12))
    assert preview.note == "At the top"
    assert lanes(small)[0] == "l3"
    small.one_step("Move lane")


def test_a_hidden_lane_keeps_its_place_beside_the_one_above(dragging: Callable[[Document], Dragging]) -> None:
    small = dragging(small_map(Lane(id="l9", order="a0V", role=Role.THOUGHTS, hidden=True)))
    assert lanes(small) == ["l1", "l9", "l2", "l3"]
    small.drag(small.middle("l3"), low_in(small, "l1"))
    assert [key for key in lanes(small) if key != "l9"] == ["l1", "l3", "l2"]
    small.one_step("Move lane")


def test_escape_in_mid_drag_leaves_a_lane_where_it_was(small: Dragging) -> None:
    small.press(small.middle("l1"))
    assert small.over(low_in(small, "l3")).bars
    small.escape()
    small.let_go()
    small.nothing()

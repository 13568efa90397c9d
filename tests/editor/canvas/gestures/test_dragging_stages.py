from collections.abc import Callable

from PySide6.QtCore import Qt

from model.document import Document
from model.operations.stages import steps_of
from model.records import Stage
from tests.checking.dragging import Dragging
from tests.making.small_map import small_map


def titles(dragging: Dragging) -> list[str]:
    return [stage.title for stage in dragging.session.document.stages]


def test_a_stage_is_dragged_behind_another_by_its_chevron(clinic: Dragging) -> None:
    first, second = (stage.id for stage in clinic.session.document.stages[:2])
    preview = clinic.drag(clinic.middle(first), clinic.middle(second) + clinic.gutter(1) - clinic.gutter(0))
    assert titles(clinic)[:2] == ["Mendaftar", "Mencari tahu"]
    assert preview.ghosts
    assert preview.bars[0].rect.height > 300
    assert preview.note == "“Mencari tahu” becomes stage 2"
    assert clinic.spot(first).rect.x > clinic.spot(second).rect.x
    assert clinic.session.selection == (first,)
    clinic.one_step("Move stage")


def test_a_stage_is_dragged_to_the_front_with_its_steps_and_cards(clinic: Dragging) -> None:
    last = clinic.session.document.stages[-1].id
    steps = [step.id for step in steps_of(clinic.session.document, last)]
    clinic.drag(clinic.middle(last), clinic.gutter(0))
    assert clinic.session.document.stages[0].id == last
    assert [step.id for step in clinic.session.document.steps[:2]] == steps
    clinic.one_step("Move stage")


def test_a_stage_let_go_where_it_was_stays(clinic: Dragging) -> None:
    first = clinic.session.document.stages[0].id
    clinic.drag(clinic.middle(first), clinic.middle(first) + clinic.gutter(1) / 20)
    clinic.nothing()


def test_escape_in_mid_drag_leaves_a_stage_where_it_was(clinic: Dragging) -> None:
    first, third = clinic.session.document.stages[0].id, clinic.session.document.stages[2].id
    clinic.press(clinic.middle(first))
    assert clinic.over(clinic.middle(third)).bars
    clinic.escape()
    clinic.let_go()
    clinic.nothing()


def test_the_right_button_in_mid_drag_leaves_a_stage_where_it_was(clinic: Dragging) -> None:
    first, third = clinic.session.document.stages[0].id, clinic.session.document.stages[2].id
    clinic.press(clinic.middle(first))
    clinic.over(clinic.middle(third))
    clinic.press_right()
    clinic.let_go()
    clinic.nothing()


def test_a_border_between_stages_is_dragged_a_step_further(clinic: Dragging) -> None:
    first, second = (stage.id for stage in clinic.session.document.stages[:2])
    preview = clinic.drag(clinic.gutter(2), clinic.gutter(3))
    assert preview.note == "“Mencari tahu”: 3 steps · “Mendaftar”: 1 step"
    assert len(steps_of(clinic.session.document, first)) == 3
    assert len(steps_of(clinic.session.document, second)) == 1
    clinic.one_step("Move stage border")


def test_a_border_goes_no_further_than_both_stages_keep_a_step(clinic: Dragging) -> None:
    first = clinic.session.document.stages[0].id
    clinic.drag(clinic.gutter(2), clinic.gutter(8))
    assert len(steps_of(clinic.session.document, first)) == 3
    clinic.one_step("Move stage border")


def test_the_pointer_says_where_a_border_can_be_dragged(clinic: Dragging) -> None:
    assert clinic.hover(clinic.gutter(2)) is Qt.CursorShape.SplitHCursor
    assert clinic.hover(clinic.middle(clinic.session.document.stages[0].id)) is Qt.CursorShape.OpenHandCursor


def test_a_stage_without_a_title_is_seen_and_dragged(dragging: Callable[[Document], Dragging]) -> None:
    small = dragging(small_map(Stage(id="s1", order="a0")))
    preview = small.drag(small.middle("s1"), small.middle("s2") + small.gutter(1) - small.gutter(0))
    assert preview.note == "Stage 1 becomes stage 2"
    assert [stage.id for stage in small.session.document.stages] == ["s2", "s1"]

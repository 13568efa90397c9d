from collections.abc import Callable

import pytest

from model.document import Document
from model.operations.stages import steps_of
from model.records import Stage, Step
from tests.checking.dragging import Dragging
from tests.making.small_map import small_map

Open = Callable[[Document], Dragging]


@pytest.fixture
def titled(dragging: Open) -> Dragging:
    """The small map, its steps t1, t2 and t3 with titles."""
    names = {"t1": ("s1", "a0", "Lihat"), "t2": ("s1", "a1", "Pilih"), "t3": ("s2", "a0", "Bayar")}
    steps = [Step(id=key, stage=stage, order=order, title=title) for key, (stage, order, title) in names.items()]
    return dragging(small_map(*steps))


def test_a_step_is_dragged_behind_another_by_its_title(titled: Dragging) -> None:
    preview = titled.drag(titled.middle("t1"), titled.middle("t2") + titled.gutter(1) / 20)
    assert preview.ghosts
    assert preview.bars[0].rect.height > preview.bars[0].rect.width
    assert preview.note == "Step 2 of stage “Sadar”"
    assert [step.id for step in steps_of(titled.session.document, "s1")] == ["t2", "t1"]
    assert titled.spot("t1").rect.x > titled.spot("t2").rect.x
    titled.one_step("Move step")


def test_a_step_is_dragged_into_another_stage(titled: Dragging) -> None:
    preview = titled.drag(titled.middle("t1"), titled.middle("t4") + titled.gutter(1) / 20)
    assert preview.note == "Step 3 of stage “Beli”"
    assert titled.record(Step, "t1").stage == "s2"
    assert [step.id for step in titled.session.document.steps] == ["t2", "t3", "t4", "t1"]
    titled.one_step("Move step")


def test_escape_in_mid_drag_leaves_a_step_where_it_was(titled: Dragging) -> None:
    titled.press(titled.middle("t1"))
    assert titled.over(titled.middle("t4")).bars
    titled.escape()
    titled.let_go()
    titled.nothing()


def test_the_only_step_of_a_stage_without_a_title_of_its_own_drags_its_stage(dragging: Open) -> None:
    document = small_map(
        Stage(id="s3", order="a2", title="Pakai"),
        Step(id="t5", stage="s3", order="a0"),
        Step(id="t1", stage="s1", order="a0", title="Lihat"),
    )
    small = dragging(document)
    small.drag(small.middle("t5"), small.gutter(0))
    assert [stage.id for stage in small.session.document.stages] == ["s3", "s1", "s2"]
    small.one_step("Move stage")

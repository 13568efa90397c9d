from collections.abc import Callable

import pytest

from model.document import Document
from model.layout.view import View
from model.records import Kpi, Lane, Role
from tests.checking.dragging import Dragging
from tests.making.small_map import small_map


@pytest.fixture
def measured(dragging: Callable[[Document], Dragging]) -> Dragging:
    """The small map with a lane for its KPI."""
    document = small_map(Lane(id="l4", order="a3", role=Role.KPIS), Kpi(id="q1", order="a0", title="Antre", stage="s1"))
    opened = dragging(document)
    opened.session.show(view=View.JOURNEY)
    return opened


def test_a_kpi_is_dragged_to_another_stage(measured: Dragging) -> None:
    preview = measured.drag(measured.middle("q1"), measured.cell("l4", 3))
    assert preview.note == "“Beli”"
    assert preview.areas
    assert measured.record(Kpi, "q1").stage == "s2"
    measured.one_step("Move")


def test_a_kpi_let_go_beside_the_grid_stays(measured: Dragging) -> None:
    assert not measured.drag(measured.middle("q1"), measured.middle("s1")).allowed
    measured.nothing()

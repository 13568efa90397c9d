"""Lines on slides: curves cut at the sides of their lane, and the ways of connectors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.pptx.connectors import way_between
from export.pptx.cutting import between
from model.layout.emotions import monotone
from model.layout.frame import Rect
from model.layout.shapes import Path

HEIGHTS = st.lists(st.floats(0, 100), min_size=2, max_size=8)
CARD = Rect(100, 100, 50, 20)


def curve(heights: list[float], *, closed: bool = False) -> Path:
    points = [(at * 50.0, height) for at, height in enumerate(heights)]
    below = (("L", points[-1][0], 50.0), ("L", points[0][0], 50.0), ("Z",)) if closed else ()
    return Path((("M", *points[0]), *monotone(points), *below), stroke="#000000")


def xs(path: Path) -> list[float]:
    return [float(value) for command in path.commands for value in command[1::2]]


@given(HEIGHTS, st.floats(-100, 500), st.floats(1, 300), st.booleans())
def test_nothing_of_a_curve_is_left_beyond_the_sides(
    heights: list[float], left: float, wide: float, closed: bool
) -> None:
    whole = curve(heights, closed=closed)
    cut = between(whole, left, left + wide)
    outside = left >= (len(heights) - 1) * 50 or left + wide <= 0
    assert (cut is None) == outside
    if cut is not None:
        assert min(xs(cut)) == pytest.approx(max(left, 0.0), abs=1e-6)
        assert max(xs(cut)) == pytest.approx(min(left + wide, (len(heights) - 1) * 50.0), abs=1e-6)


def test_a_curve_within_the_sides_stays_as_it_was() -> None:
    whole = curve([10.0, 90.0, 40.0], closed=True)
    cut = between(whole, 0.0, 100.0)
    assert cut is not None
    assert [each[0] for each in cut.commands] == [each[0] for each in whole.commands]
    assert [v for c in cut.commands for v in c[1:]] == pytest.approx([v for c in whole.commands for v in c[1:]])


def test_both_parts_of_a_curve_meet_where_it_was_cut() -> None:
    whole = curve([10.0, 90.0])
    first, second = between(whole, 0.0, 20.0), between(whole, 20.0, 50.0)
    assert first is not None
    assert second is not None
    assert first.commands[-1][-2:] == pytest.approx(second.commands[0][1:])


@pytest.mark.parametrize(
    ("target", "sites", "bent"),
    [
        (Rect(200, 100, 50, 20), (3, 1), False), (Rect(200, 300, 50, 20), (3, 1), True),
        (Rect(0, 100, 50, 20), (1, 3), False), (Rect(100, 160, 50, 20), (2, 0), False),
        (Rect(100, 40, 50, 20), (0, 2), False), (Rect(100, 160, 110, 20), (2, 0), True),
    ],
)  # fmt: skip
def test_a_connector_leaves_a_card_on_the_side_of_the_other(target: Rect, sites: tuple[int, int], bent: bool) -> None:
    way = way_between(CARD, target, [CARD, target], 8.0)
    assert (way.sites, way.bend is not None) == (sites, bent)


def test_a_connector_goes_around_a_card_that_stands_between() -> None:
    target, other = Rect(100, 220, 50, 20), Rect(100, 160, 50, 20)
    way = way_between(CARD, target, [CARD, other, target], 8.0)
    assert way.sites == (3, 3)
    assert way.bend is not None
    assert way.start[0] == way.end[0] == 150

"""Ways of links: the simplest that is free, round whatever stands between, side by side in the gaps."""

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from model.layout.frame import Filling, Frame, Row
from model.layout.grid import Item
from model.layout.links.routes import Corridor, End, Gutter, Route, Side, route
from model.layout.links.tracks import Point
from model.layout.links.web import Asked, Web, woven
from model.layout.rows import Slot
from model.layout.setting import Setting
from model.layout.style import METRICS
from model.records import Card, Lane, Link
from resources.words import words

COLUMNS, PITCH, GAP, HIGH = 4, 100.0, 8.0, 60.0
SETTING = Setting(METRICS, METRICS.largest_card_text, 0, words("paper", "id"))


def slot(key: str, first: int, span: int = 1, y: float = 0.0, height: float = 48.0) -> Slot:
    return Slot(Item(Card(id=key, order="a0"), first, span), first, span, y, height)


def frame(*rows: tuple[Slot, ...]) -> Frame:
    """Rows of 60 points, 5 apart, insets of 6; columns of 92 with gaps of 8, from 120 on."""
    made = tuple(
        Row(Lane(id=f"l{at}", order="a0"), 100 + at * 65.0, HIGH, 6.0, Filling(slots), 5.0)
        for at, slots in enumerate(rows)
    )
    return Frame(made, COLUMNS, 120.0, PITCH, GAP, 100.0, 100 + len(rows) * 65.0)


def end(page: Frame, key: str) -> End:
    return End(*page.places[key])


def way(page: Frame, source: str, target: str) -> Route | None:
    return route(end(page, source), end(page, target), page)


def test_neighbours_in_a_row_are_linked_straight_across() -> None:
    page = frame((slot("a", 0), slot("b", 1)))
    assert way(page, "a", "b") == Route(Side.RIGHT, Side.LEFT)
    assert way(page, "b", "a") == Route(Side.LEFT, Side.RIGHT)


def test_an_empty_cell_between_does_not_bend_a_link() -> None:
    assert way(frame((slot("a", 0), slot("b", 3))), "a", "b") == Route(Side.RIGHT, Side.LEFT)


def test_a_card_between_is_gone_round() -> None:
    found = way(frame((slot("a", 0), slot("x", 1), slot("b", 2))), "a", "b")
    assert found is not None
    assert len(found.via) == 1
    assert isinstance(found.via[0], Corridor)


def test_a_card_right_below_is_linked_straight_down() -> None:
    page = frame((slot("a", 1),), (slot("b", 1),))
    assert way(page, "a", "b") == Route(Side.BOTTOM, Side.TOP)
    assert way(page, "b", "a") == Route(Side.TOP, Side.BOTTOM)


def test_a_row_with_a_card_in_the_column_is_gone_round_by_a_gutter() -> None:
    found = way(frame((slot("a", 1),), (slot("x", 1),), (slot("b", 1),)), "a", "b")
    assert found is not None
    assert any(isinstance(gap, Gutter) for gap in found.via)


def test_a_card_that_spans_all_gutters_is_gone_round_outside() -> None:
    found = way(frame((slot("a", 1),), (slot("x", 0, 4),), (slot("b", 2),)), "a", "b")
    assert found is not None
    assert {gap.at for gap in found.via if isinstance(gap, Gutter)} <= {0, COLUMNS}
    assert any(isinstance(gap, Gutter) for gap in found.via)


def test_a_card_in_the_next_column_below_is_reached_through_the_corridor_between() -> None:
    assert way(frame((slot("a", 0),), (slot("b", 2),)), "a", "b") == Route(Side.BOTTOM, Side.TOP, (Corridor(1),))


def test_the_middle_card_of_a_pile_leaves_by_its_side() -> None:
    pile = (slot("u", 1, height=14), slot("a", 1, y=17, height=14), slot("d", 1, y=34, height=14))
    found = way(frame(pile, (slot("b", 3),)), "a", "b")
    assert found is not None
    assert found.start in (Side.LEFT, Side.RIGHT)


def test_a_card_walled_in_by_spans_has_no_way() -> None:
    pile = (slot("u", 0, 4, height=14), slot("a", 1, y=17, height=14), slot("d", 0, 4, y=34, height=14))
    assert way(frame(pile, (slot("b", 1),)), "a", "b") is None


def test_links_between_the_same_rows_run_side_by_side() -> None:
    page = frame((slot("a", 0), slot("b", 1)), (slot("x", 1), slot("y", 3)), (slot("c", 2), slot("d", 3)))
    pairs = (("a", "c"), ("b", "c"), ("a", "d"))
    assert_apart(drawn(page, pairs))


def drawn(page: Frame, pairs: tuple[tuple[str, str], ...]) -> dict[str, tuple[Point, ...]]:
    """The corners of a link from the first to the second of each pair that has a way."""
    links = {f"{one}{other}": Link(id=f"{one}{other}", source=one, target=other) for one, other in pairs}
    web, _ = woven(Web(), Asked(links), page, page, lambda _: True, SETTING)
    return {key: strand.trails[0].run(page) for key, strand in web.strands.items() if strand.way is not None}


def assert_apart(lines: dict[str, tuple[Point, ...]]) -> None:
    """No piece of one link lies on a piece of another for longer than a point."""
    pieces = [(key, piece) for key, points in lines.items() for piece in pairwise(points)]
    for at, (key, one) in enumerate(pieces):
        for other_key, other in pieces[at + 1 :]:
            assert key == other_key or shared(one, other) < 1, (key, one, other_key, other)


def shared(one: tuple[Point, Point], other: tuple[Point, Point]) -> float:
    for along, across in ((0, 1), (1, 0)):
        flat = all(abs(piece[0][across] - piece[1][across]) < 0.01 for piece in (one, other))
        if flat and abs(one[0][across] - other[0][across]) < 0.05:
            low = max(min(one[0][along], one[1][along]), min(other[0][along], other[1][along]))
            high = min(max(one[0][along], one[1][along]), max(other[0][along], other[1][along]))
            return high - low
    return 0.0


grids = st.lists(st.lists(st.integers(0, COLUMNS - 1), unique=True, min_size=1, max_size=4), min_size=1, max_size=4)


@given(grids, st.data())
def test_every_link_runs_upright_or_level_from_edge_to_edge_and_through_no_card(
    rows: list[list[int]], data: st.DataObject
) -> None:
    page = frame(*(tuple(slot(f"{at}{column}", column) for column in sorted(row)) for at, row in enumerate(rows)))
    keys = sorted(page.places)
    one, other = data.draw(st.sampled_from(keys)), data.draw(st.sampled_from(keys))
    if one != other:
        (points,) = drawn(page, ((one, other),)).values()
        assert on_edge(points[0], page, one)
        assert on_edge(points[-1], page, other)
        for start, stop in pairwise(points):
            assert abs(start[0] - stop[0]) < 1e-6 or abs(start[1] - stop[1]) < 1e-6
        assert not list(crossed(points, page))


def on_edge(point: Point, page: Frame, key: str) -> bool:
    rect = page.rect(*page.places[key])
    (x, y), slack = point, 1e-9
    on_side = min(abs(x - rect.x), abs(x - rect.right)) < slack and rect.y <= y <= rect.bottom
    return on_side or (min(abs(y - rect.y), abs(y - rect.bottom)) < slack and rect.x <= x <= rect.right)


def crossed(points: tuple[Point, ...], page: Frame) -> Iterator[str]:
    for start, stop in pairwise(points):
        for key, place in page.places.items():
            rect = page.rect(*place)
            left, right = sorted((start[0], stop[0]))
            top, bottom = sorted((start[1], stop[1]))
            if left < rect.right - 0.1 and right > rect.x + 0.1 and top < rect.bottom - 0.1 and bottom > rect.y + 0.1:
                yield key


def test_a_corridor_above_a_blueprint_line_ends_at_the_line() -> None:
    rows = (
        Row(Lane(id="l", order="a0"), 100, 60, 6, below=17, lined=True),
        Row(Lane(id="m", order="a1"), 177, 60, 6),
    )
    page = Frame(rows, COLUMNS, 120, PITCH, GAP, 100, 237)
    assert page.corridor(0) == (100, 106)
    assert page.corridor(1) == (154, 168.5)
    assert page.corridor(2) == (231, 237)

"""Where a dropped card, stage, step or lane comes to is where the operations put it; and feelings by height."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Document
from model.layout.engine import lay_out
from model.layout.places import Drop, Places
from model.layout.sheets import Sheet, sheet
from model.layout.view import View
from model.operations.cards import move_cards
from model.operations.lanes import move_lane
from model.operations.stages import move_stage
from model.operations.steps import move_step
from model.records import Card, Emotion, Id, Lane, Role, Stage
from tests.making.crowded_maps import crowded
from tests.making.maps import maps
from tests.making.small_map import small_map

PAPER = st.sampled_from([None, sheet("A4"), sheet("A4", "portrait"), sheet("A3"), sheet("A0")])
SEEDS = st.integers(0, 2**32)


def points(places: Places, document: Document, chance: Random, count: int) -> Iterator[tuple[int, float, float]]:
    """Points on the grid: in the rows of the lanes, page by page."""
    areas = [area for lane in document.lanes for area in places.area(lane.id)]
    for _ in range(count if areas else 0):
        area = chance.choice(areas)
        x = chance.uniform(area.rect.x, area.rect.right)
        yield area.page, x, chance.uniform(area.rect.y - 5, area.rect.bottom + 5)


def staying(places: Places, drop: Drop, moving: Id) -> list[tuple[float, float]]:
    """Tops and bottoms of the other cards that begin in the cell a drop is in, on its page."""
    cell = next(found for found in [places.cell_at(drop.page, drop.bar.x + 1, drop.bar.y)] if found)
    begun = [key for key in places.in_cell(cell) if key != moving]
    rects = [spot.rect for key in begun for spot in places.spots(key) if spot.page == drop.page]
    return [(rect.y, rect.bottom) for rect in rects]


@given(maps(min_steps=1, min_lanes=1, min_cards=4, max_steps=5, max_lanes=4), PAPER, SEEDS)
def test_a_card_dropped_comes_to_the_index_the_drop_says(document: Document, paper: Sheet | None, seed: int) -> None:
    chance = Random(seed)
    places = Places(lay_out(document, view=View.BLUEPRINT, sheet=paper))
    moving = chance.choice(sorted(document.table(Card)))
    for page, x, y in points(places, document, chance, 12):
        drop = places.drop_at(page, x, y, without=(moving,))
        if drop is not None:
            after = Document(document.records.values())
            after.apply(move_cards(after, [moving], drop.lane, drop.step, drop.index))
            order = [card.id for card in after.cards_in(drop.lane, drop.step)]
            assert order.index(moving) == drop.index
            assert order[: drop.index] == _ahead(places, document, drop, y, moving)


def _ahead(places: Places, document: Document, drop: Drop, y: float, moving: Id) -> list[Id]:
    """The cards of the cell whose middles are above a height, and those on the pages before."""
    cards = [card.id for card in document.cards_in(drop.lane, drop.step) if card.id != moving]
    above = []
    for key in cards:
        spot = places.spots(key)[0]
        if (spot.page, spot.rect.y + spot.rect.height / 2) < (drop.page, y):
            above.append(key)
    return above


@given(maps(min_steps=1, min_lanes=1, max_steps=5, max_lanes=4), PAPER, SEEDS)
def test_the_bar_lies_in_its_column_and_on_no_card_that_stays(
    document: Document, paper: Sheet | None, seed: int
) -> None:
    places = Places(lay_out(document, view=View.BLUEPRINT, sheet=paper))
    for page, x, y in points(places, document, Random(seed), 12):
        drop = places.drop_at(page, x, y)
        if drop is not None:
            cell, (row,) = places.cell_at(page, x, y), [a for a in places.area(drop.lane) if a.page == page]
            assert cell is not None
            assert (drop.bar.x, drop.bar.width) == (cell.rect.x, cell.rect.width)
            assert row.rect.y - 1 <= drop.bar.y
            assert drop.bar.bottom <= row.rect.bottom + 1
            hit = places.at(page, drop.bar.x + drop.bar.width / 2, drop.bar.y + drop.bar.height / 2)
            assert hit is None or hit.record not in document.table(Card)


def test_a_drop_counts_the_cards_above_it_that_do_not_leave() -> None:
    places = Places(lay_out(small_map(), view=View.BLUEPRINT))
    (first,), (second,) = places.spots("c1"), places.spots("c2")
    x = first.rect.x + 5
    for y, without, index in (
        (first.rect.y, (), 0),
        (first.rect.bottom, (), 1),
        (second.rect.bottom, (), 2),
        (second.rect.bottom, ("c1",), 1),
        (second.rect.bottom, ("c1", "c2"), 0),
    ):
        drop = places.drop_at(0, x, y, without)
        assert drop is not None
        assert (drop.lane, drop.step, drop.index) == ("l1", "t1", index)


def test_below_a_card_that_spans_the_column_a_drop_is_the_first_of_its_cell() -> None:
    places = Places(lay_out(small_map(), view=View.BLUEPRINT))
    (spanning,) = places.spots("c4")
    (area,) = places.area("t2")
    drop = places.drop_at(0, area.rect.x + 5, spanning.rect.y + 1)
    assert drop is not None
    assert (drop.step, drop.index) == ("t2", 0)
    assert drop.bar.y >= spanning.rect.bottom


def test_a_cell_that_goes_on_on_the_next_page_is_counted_from_its_first_card() -> None:
    document = crowded(1, 1, cards=60, in_one_cell=True)
    layout = lay_out(document, view=View.BLUEPRINT, sheet=sheet("A4"))
    places = Places(layout)
    pages = {spot.page for card in document.table(Card) for spot in places.spots(card)}
    assert len(pages) > 1
    for at, card in enumerate(document.cards_in("l1", "t0_0")):
        (spot,) = places.spots(card.id)
        drop = places.drop_at(spot.page, spot.rect.x + 5, spot.rect.bottom)
        assert drop is not None
        assert drop.index == at + 1


def test_no_card_is_dropped_on_feelings_on_folded_lanes_or_over_a_stage_without_steps() -> None:
    document = small_map(
        Stage(id="s3", order="a2", title="Kosong"),
        Lane(id="l3", order="a2", role=Role.SUPPORT, title="Pendukung", folded=True),
    )
    places = Places(lay_out(document, view=View.BLUEPRINT, folding=True))
    (empty,), (feelings,), (thin,) = places.area("s3"), places.area("l2"), places.area("l3")
    (open_row,) = places.area("l1")
    x = places.area("t1")[0].rect.x + 5
    assert places.drop_at(0, x, open_row.rect.y + 5) is not None
    assert places.drop_at(0, x, feelings.rect.y + 5) is None
    assert places.drop_at(0, x, thin.rect.y + 5) is None
    assert places.drop_at(0, empty.rect.x + 5, open_row.rect.y + 5) is None
    assert places.cell_at(0, empty.rect.x + 5, open_row.rect.y + 5) is not None


@pytest.mark.parametrize(("x", "y"), [(-30, 0), (9000, 0), (0, -100), (0, 9000)])
def test_beside_the_grid_there_is_no_cell(x: float, y: float) -> None:
    places = Places(lay_out(small_map(), view=View.BLUEPRINT))
    (row,), (column,) = places.area("l1"), places.area("t1")
    point = column.rect.x + x, row.rect.y + y
    assert places.cell_at(0, *point) is None
    assert places.drop_at(0, *point) is None


@given(maps(min_steps=1, min_lanes=1), PAPER, SEEDS)
def test_the_cell_at_a_point_is_that_of_the_card_there(document: Document, paper: Sheet | None, seed: int) -> None:
    places = Places(lay_out(document, view=View.BLUEPRINT, sheet=paper))
    for page, x, y in points(places, document, Random(seed), 20):
        hit, cell = places.at(page, x, y), places.cell_at(page, x, y)
        card = document.get(Card, hit.record) if hit else None
        if card is not None:
            assert cell is not None
            assert cell.lane == card.lane
            assert cell.step is None or cell.step in [step.id for step in document.under(card)]


@given(maps(min_steps=1, min_lanes=3), PAPER, st.floats(-2, 2), st.booleans())
def test_a_feeling_is_found_again_at_the_height_it_is_drawn_at(
    document: Document, paper: Sheet | None, value: float, folding: bool
) -> None:
    places = Places(lay_out(document, view=View.BLUEPRINT, sheet=paper, folding=folding))
    for feeling in document.table(Emotion).values():
        for spot in places.spots(feeling.id):
            middle = spot.rect.y + spot.rect.height / 2
            assert places.feeling_at(spot.page, feeling.lane, middle) == pytest.approx(feeling.value, abs=1e-9)
            assert places.feeling_y(spot.page, feeling.lane, feeling.value) == pytest.approx(middle)
            y = places.feeling_y(spot.page, feeling.lane, value)
            assert places.feeling_at(spot.page, feeling.lane, y) == pytest.approx(value, abs=1e-9)
            assert places.feeling_at(spot.page, feeling.lane, y - 1000) == 2
            assert places.feeling_at(spot.page, feeling.lane, y + 1000) == -2


def test_a_lane_without_feelings_has_no_heights_for_them() -> None:
    places = Places(lay_out(small_map(), view=View.BLUEPRINT))
    for lane in ("l1", "nothing"):
        with pytest.raises(KeyError):
            places.feeling_at(0, lane, 100)


@given(maps(min_steps=1, min_lanes=1), PAPER, SEEDS)
def test_a_stage_dropped_in_a_gap_comes_to_the_index_it_says(
    document: Document, paper: Sheet | None, seed: int
) -> None:
    chance = Random(seed)
    layout = lay_out(document, sheet=paper)
    places = Places(layout)
    moving = chance.choice(document.stages).id
    page, x = chance.randrange(len(layout.composed)), chance.uniform(0, layout.pages[0].width)
    index, gap = places.stage_gap_at(page, x, moving)
    edges = [edge for stage in document.stages for edge in _edges(places, stage.id, page)]
    assert min(abs(gap - edge) for edge in edges) < 5 * layout.composed[0].setting.metrics.column_gap
    after = Document(document.records.values())
    after.apply(move_stage(after, moving, index))
    assert [stage.id for stage in after.stages].index(moving) == index
    others = [stage.id for stage in after.stages if stage.id != moving]
    for at, other in enumerate(others):
        for area in (area for area in places.area(other) if area.page == page):
            assert area.rect.x + area.rect.width / 2 < gap if at < index else area.rect.x + area.rect.width / 2 > gap


def _edges(places: Places, key: Id, page: int) -> list[float]:
    return [x for area in places.area(key) if area.page == page for x in (area.rect.x, area.rect.right)]


@given(maps(min_steps=1, min_lanes=1), PAPER, SEEDS)
def test_a_step_dropped_in_a_gap_comes_to_the_stage_and_index_it_says(
    document: Document, paper: Sheet | None, seed: int
) -> None:
    chance = Random(seed)
    layout = lay_out(document, sheet=paper)
    places = Places(layout)
    moving = chance.choice(document.steps).id
    page, x = chance.randrange(len(layout.composed)), chance.uniform(0, layout.pages[0].width)
    found = places.step_gap_at(page, x, moving)
    assert found is not None
    stage, index, gap = found
    (area,) = (area for area in places.area(stage) if area.page == page)
    assert area.rect.x - 20 < gap < area.rect.right + 20
    after = Document(document.records.values())
    after.apply(move_step(after, moving, stage, index))
    inside = [step.id for step in after.steps if step.stage == stage]
    assert inside.index(moving) == index
    for at, other in enumerate(key for key in inside if key != moving):
        for column in (column for column in places.area(other) if column.page == page):
            assert column.rect.right < gap if at < index else column.rect.x > gap


@given(maps(min_steps=1, min_lanes=1), PAPER, st.sampled_from(View), SEEDS)
def test_a_lane_dropped_in_a_gap_comes_between_the_lanes_shown_there(
    document: Document, paper: Sheet | None, view: View, seed: int
) -> None:
    chance = Random(seed)
    layout = lay_out(document, view=view, sheet=paper)
    places = Places(layout)
    moving = chance.choice(document.lanes).id
    page, y = chance.randrange(len(layout.composed)), chance.uniform(0, layout.pages[0].height)
    index, gap = places.lane_gap_at(page, y, moving)
    after = Document(document.records.values())
    after.apply(move_lane(after, moving, index))
    assert [lane.id for lane in after.lanes].index(moving) == index
    for at, other in enumerate(lane.id for lane in after.lanes if lane.id != moving):
        for row in (row for row in places.area(other) if row.page == page):
            assert row.rect.bottom <= gap if at < index else row.rect.y >= gap


@given(maps(min_steps=2), PAPER)
def test_every_border_between_two_stages_is_found_in_the_head_and_no_other(
    document: Document, paper: Sheet | None
) -> None:
    layout = lay_out(document, sheet=paper)
    places = Places(layout)
    found = (spot for stage in document.stages for spot in places.spots(stage.id))
    chevrons = sorted(found, key=lambda spot: (spot.page, spot.rect.x))
    for spot, following in zip(chevrons, [*chevrons[1:], None], strict=True):
        (area,) = (area for area in places.area(spot.record) if area.page == spot.page)
        edge, y = area.rect.right + layout.composed[0].frame.gap / 2, spot.rect.y + spot.rect.height / 2
        ends = following is None or following.page != spot.page
        assert places.border_at(spot.page, edge, y, 3) == (None if ends else spot.record)
        assert places.border_at(spot.page, edge, layout.composed[spot.page].frame.top + 1, 3) is None
        assert places.border_at(spot.page, (area.rect.x + area.rect.right) / 2, y, 3) is None


def test_a_map_of_nothing_takes_its_first_stage_and_lane_and_no_step() -> None:
    document = Document([next(iter(small_map().records.values()))])
    places = Places(lay_out(document))
    assert places.stage_gap_at(0, 300)[0] == 0
    assert places.step_gap_at(0, 300) is None
    assert places.lane_gap_at(0, 300)[0] == 0
    assert places.border_at(0, 300, 60, 5) is None
    assert places.cell_at(0, 200, 100) is None


def test_a_stage_without_steps_takes_its_first_step() -> None:
    places = Places(lay_out(small_map(Stage(id="s3", order="a2", title="Kosong"))))
    (area,) = places.area("s3")
    for x in (area.rect.x + 1, area.rect.right - 1):
        found = places.step_gap_at(0, x)
        assert found is not None
        assert found[:2] == ("s3", 0)


def test_a_step_dropped_left_or_right_of_a_border_belongs_to_that_side() -> None:
    places = Places(lay_out(small_map()))
    (left,), (right,) = places.area("t2"), places.area("t3")
    assert places.step_gap_at(0, left.rect.right - 1) == ("s1", 2, (left.rect.right + right.rect.x) / 2)
    assert places.step_gap_at(0, right.rect.x + 1) == ("s2", 0, (left.rect.right + right.rect.x) / 2)
    assert places.step_gap_at(0, right.rect.right - 1, "t3") == ("s2", 0, right.rect.right + 4)

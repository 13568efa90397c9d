"""From cell to cell by arrow keys; what a rubber band takes in; and places after a change, against new ones."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.change import update
from model.document import Document
from model.layout.engine import lay_out
from model.layout.frame import Rect
from model.layout.places import Cell, Places
from model.layout.relay import relay
from model.layout.sheets import Sheet, sheet
from model.layout.view import View, lanes_shown
from model.records import Card, Emotion, Id, Kpi, Lane, Role, Stage
from model.refusal import Refused
from tests.making.any_edit import any_edit
from tests.making.crowded_maps import crowded
from tests.making.maps import maps
from tests.making.small_map import small_map
from tests.making.wishes import WISHES, Wish

PAPER = st.sampled_from([None, sheet("A4"), sheet("A4", "portrait"), sheet("A3")])


def cell(places: Places, lane: Id, column: int) -> Cell:
    found = places.cell(lane, column)
    assert found is not None
    return found


@given(maps(min_steps=1, min_lanes=1), PAPER, st.sampled_from(View), st.booleans())
def test_walking_goes_over_every_cell_in_turn_and_stops_at_the_edges(
    document: Document, paper: Sheet | None, view: View, folding: bool
) -> None:
    layout = lay_out(document, view=view, sheet=paper, folding=folding)
    places = Places(layout)
    folds = folding and paper is None
    lanes = [lane.id for lane in lanes_shown(document, view) if not (folds and lane.folded)]
    for at, lane in enumerate(lanes):
        here = cell(places, lane, 0)
        for column in range(len(layout.order.source.columns)):
            assert (here.lane, here.column) == (lane, column)
            down = places.walk(here, 0, 1)
            assert (down.lane, down.column) == (lanes[min(at + 1, len(lanes) - 1)], column)
            assert places.walk(down, 0, -1) == here or at == len(lanes) - 1
            following = places.walk(here, 1, 0)
            assert places.walk(following, -1, 0) == here or following == here
            here = following
        assert places.walk(here, 1, 0) == here


@given(maps(min_steps=1, min_lanes=1), PAPER, st.sampled_from(View))
def test_every_cell_holds_what_begins_in_it_and_nothing_is_left_out(
    document: Document, paper: Sheet | None, view: View
) -> None:
    layout = lay_out(document, view=view, sheet=paper)
    places = Places(layout)
    held: list[Id] = []
    for lane in lanes_shown(document, view):
        for column in range(len(layout.order.source.columns)):
            here = cell(places, lane.id, column)
            inside = places.in_cell(here)
            cards = [key for key in inside if key in document.table(Card)]
            assert cards == [card.id for card in document.cards_in(lane.id, here.step or "")]
            held += inside
            # A KPI stands in every lane for KPIs; the first is where it is said to be.
            for found in map(places.cell_of, [key for key in inside if key not in document.table(Kpi)]):
                assert found is not None
                assert (found.lane, found.column) == (lane.id, column)
    shown = {key for kind in (Card, Kpi, Emotion) for key in document.table(kind) if places.spots(key)}
    assert set(held) == shown
    assert len([key for key in held if key not in document.table(Kpi)]) == len(shown - set(document.table(Kpi)))


def test_a_leap_goes_over_empty_cells_to_the_next_filled_one_or_to_the_edge() -> None:
    places = Places(lay_out(small_map(), view=View.BLUEPRINT))
    start = cell(places, "l1", 0)
    assert places.walk(start, 1, 0, leap=True).column == 1
    assert places.walk(cell(places, "l1", 1), 1, 0, leap=True).column == 3
    assert places.walk(cell(places, "l1", 3), -1, 0, leap=True).column == 1
    assert places.walk(cell(places, "l1", 1), 0, 1, leap=True).lane == "l3"
    assert places.walk(start, 0, 1, leap=True).lane == "l2"
    assert places.walk(start, 0, 1, leap=True) == places.cell_of("e1")


def test_folded_lanes_are_walked_over_and_walked_out_of() -> None:
    folded = Lane(id="l2", order="a1", role=Role.EMOTION, folded=True)
    places = Places(lay_out(small_map(folded), view=View.BLUEPRINT, folding=True))
    assert places.walk(cell(places, "l1", 0), 0, 1).lane == "l3"
    assert places.walk(cell(places, "l2", 0), 0, 1).lane == "l3"
    assert places.walk(cell(places, "l2", 0), 0, -1).lane == "l1"
    assert places.in_cell(cell(places, "l2", 0)) == ()


def test_a_parked_card_and_one_in_a_hidden_lane_have_no_cell() -> None:
    places = Places(lay_out(small_map(), view=View.JOURNEY))
    assert places.cell_of("c5") is None
    assert places.cell_of("c4") is None
    assert places.cell("l3", 0) is None
    assert places.cell("l1", 4) is None


def test_a_stage_without_steps_has_a_cell_to_walk_to() -> None:
    places = Places(lay_out(small_map(Stage(id="s0", order="Zz", title="Kosong"))))
    first = places.walk(cell(places, "l1", 1), -1, 0)
    assert (first.column, first.step) == (0, None)


@given(maps(), PAPER, st.sampled_from(View), st.integers(0, 2**32))
def test_a_rubber_band_takes_in_whatever_meets_it_in_reading_order(
    document: Document, paper: Sheet | None, view: View, seed: int
) -> None:
    chance = Random(seed)
    layout = lay_out(document, view=view, sheet=paper)
    places = Places(layout)
    page = chance.randrange(len(layout.composed))
    wide, high = layout.pages[page].width, layout.pages[page].height
    x, y = chance.uniform(0, wide), chance.uniform(0, high)
    band = Rect(x, y, chance.uniform(0, wide - x), chance.uniform(0, high - y))
    expected = {
        key
        for kind in (Card, Emotion)
        for key in document.table(kind)
        if any(spot.page == page and spot.rect.meets(band) for spot in places.spots(key))
    }
    taken = places.within(page, band)
    assert set(taken) == expected
    assert len(taken) == len(expected)
    columns = [found.column for found in map(places.cell_of, taken) if found]
    assert columns == sorted(columns)


def same(one: Places, other: Places, document: Document) -> bool:
    """Whether two find every record, its cell and its neighbours at the same places."""
    keys = list(document.records)
    cells = [found for found in map(other.cell_of, keys) if found]
    return all(
        [
            [one.spots(key) for key in keys] == [other.spots(key) for key in keys],
            [one.area(key) for key in keys] == [other.area(key) for key in keys],
            [one.cell_of(key) for key in keys] == [other.cell_of(key) for key in keys],
            [one.in_cell(found) for found in cells] == [other.in_cell(found) for found in cells],
            [one.link_paths(key) for key in keys] == [other.link_paths(key) for key in keys],
        ]
    )


def at_points(places: Places, wide: float, high: float, seed: int) -> list[object]:
    """What is at a hundred points of the first page, whatever one may ask there."""
    chance = Random(seed)
    points = [(chance.uniform(0, wide), chance.uniform(0, high)) for _ in range(100)]
    asked = (places.at, places.cell_at, places.drop_at, lambda _, x, __: places.step_gap_at(0, x))
    return [ask(0, x, y) for ask in asked for x, y in points]


@given(maps(max_steps=5, max_lanes=5, min_cards=4), st.lists(st.integers(0, 2**32), max_size=6, unique=True))
def test_places_after_any_change_are_those_of_the_layout_made_anew(document: Document, seeds: list[int]) -> None:
    layout = lay_out(document, view=View.BLUEPRINT, folding=True)
    places = Places(layout)
    for seed in seeds:
        at_points(places, layout.pages[0].width, layout.pages[0].height, seed)
        same(places, places, document)
        chance = Random(seed)
        try:
            wish = WISHES[chance.choice(list(WISHES))](Wish(chance, document))
            change = wish if seed % 3 else any_edit(chance, document)
        except Refused:
            continue
        document.apply(change)
        layout = relay(layout, change)
        places = Places(layout, places)
        new = Places(lay_out(document, view=View.BLUEPRINT, folding=True))
        assert same(places, new, document)
        wide, high = layout.pages[0].width, layout.pages[0].height
        assert at_points(places, wide, high, seed) == at_points(new, wide, high, seed)


def test_places_in_a_row_that_only_moved_move_with_it() -> None:
    document = crowded(4, 3, cards=40)
    before = lay_out(document, view=View.BLUEPRINT)
    places = Places(before)
    lower = before.order.source.bands[-1].items[0].record.id
    (stood,) = places.spots(lower)
    upper = before.order.source.bands[1].items[0].record.id
    change = update(document.table(Card)[upper], text="kata " * 80)
    document.apply(change)
    after = relay(before, change)
    moved = Places(after, places)
    (stands,) = moved.spots(lower)
    assert stands.rect.y > stood.rect.y
    assert stands == Places(after).spots(lower)[0]


@pytest.mark.parametrize("page", [0, 1])
def test_a_card_that_spans_pages_has_a_place_on_each_and_begins_on_the_first(page: int) -> None:
    document = crowded(12, 5, cards=0)
    first = document.steps[0].id
    wide = Card(id="wide", order="a0", lane="l2", step=first, span=len(document.steps), text="Dari awal sampai akhir")
    document = Document([*document.records.values(), wide])
    places = Places(lay_out(document, view=View.BLUEPRINT, sheet=sheet("A4")))
    spots = places.spots("wide")
    assert [spot.page for spot in spots] == list(range(len(spots)))
    assert len(spots) > 1
    rect = spots[page].rect
    hit = places.at(page, rect.x + rect.width / 2, rect.y + rect.height / 2)
    assert hit == spots[page]
    begun = places.cell_of("wide")
    assert begun is not None
    assert (begun.page, begun.column) == (0, 0)

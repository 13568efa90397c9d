"""Every record is found where its shapes are drawn, and at its middle it is what the pointer hits."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.frame import Rect
from model.layout.places import Kind, Places, Spot
from model.layout.shapes import Box, Path, Text, walk
from model.layout.sheets import ORIENTATIONS, PAPERS, Sheet, sheet
from model.layout.view import View
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Map, Persona, Record, Stage, Step
from tests.checking.page_extents import Extent, cards_on, extent, groups
from tests.making.crowded_maps import EXTREMES, crowded
from tests.making.maps import maps
from tests.making.small_map import small_map

PAPER = st.sampled_from([None, *(sheet(paper, orientation) for paper in PAPERS for orientation in ORIENTATIONS)])
Found = tuple[int, Extent]


def near(spots: tuple[Spot, ...], there: list[Found]) -> bool:
    """Whether spots and drawn places are the same, one for one."""
    pairs = zip(spots, there, strict=True)
    return len(spots) == len(there) and all(
        spot.page == page and extent_of(spot.rect).holds(place) and place.holds(extent_of(spot.rect))
        for spot, (page, place) in pairs
    )


def extent_of(rect: Rect) -> Extent:
    return Extent(rect.x, rect.y, rect.right, rect.bottom)


def drawn(layout: Layout, key: Id, kind: type[Box | Path]) -> list[Found]:
    """The first box or outline of each group that shows a record, page by page."""
    return [
        (page, extent(group.shapes[0]).moved(x, y))
        for page, composed in enumerate(layout.composed)
        for group, x, y in groups(composed.page.shapes)
        if group.record == key and group.shapes and isinstance(group.shapes[0], kind)
    ]


def middle(rect: Rect) -> tuple[float, float]:
    return rect.x + rect.width / 2, rect.y + rect.height / 2


def segments(layout: Layout, places: Places) -> Iterator[tuple[int, float, float]]:
    """The middles of the straight pieces of all links, with their pages."""
    for link in layout.order.links:
        for page, run in places.link_paths(link.id):
            for (x1, y1), (x2, y2) in pairwise(run):
                if abs(x1 - x2) + abs(y1 - y2) > 1:
                    yield page, (x1 + x2) / 2, (y1 + y2) / 2


@given(maps(), PAPER, st.sampled_from(View), st.booleans())
def test_every_record_is_found_where_it_is_drawn(
    document: Document, paper: Sheet | None, view: View, folding: bool
) -> None:
    layout = lay_out(document, view=view, sheet=paper, folding=folding)
    places = Places(layout)
    for key in document.table(Stage):
        assert near(places.spots(key), drawn(layout, key, Path))
    for key in document.table(Emotion):
        assert near(places.spots(key), drawn(layout, key, Path))
    for key in document.table(Lane):
        labels = [found for found in drawn(layout, key, Box) if found[1].left < layout.composed[0].frame.left]
        assert near(places.spots(key), labels)
    pages = [cards_on(composed.page, document) for composed in layout.composed]
    for key in (*document.table(Card), *document.table(Kpi)):
        assert near(places.spots(key), [(at, place) for at, page in enumerate(pages) for place in page.get(key, ())])


@given(maps(), PAPER, st.sampled_from(View), st.booleans())
def test_at_its_middle_a_record_is_hit_unless_another_lies_over_it(
    document: Document, paper: Sheet | None, view: View, folding: bool
) -> None:
    layout = lay_out(document, view=view, sheet=paper, folding=folding)
    places = Places(layout)
    for key, record in document.records.items():
        for spot in places.spots(key) if not isinstance(record, Link) else ():
            found = places.at(spot.page, *middle(spot.rect))
            assert found is not None
            assert found == spot or found.kind in over(record, folding), (found, spot)


def over(record: Record, folding: bool) -> set[Kind]:
    """What may lie over a record's middle."""
    if isinstance(record, Lane):
        return {Kind.LINK} if folding and record.folded else set()
    return {Kind.EMOTION} if isinstance(record, Emotion) else {Kind.PERSONA} if isinstance(record, Map) else set()


@given(maps(min_steps=1, min_lanes=2, min_cards=4), PAPER)
def test_a_link_is_hit_along_its_whole_line(document: Document, paper: Sheet | None) -> None:
    layout = lay_out(document, view=View.BLUEPRINT, sheet=paper)
    places = Places(layout)
    for page, x, y in segments(layout, places):
        for aside in (-2.9, 0.0, 2.9):
            found = places.at(page, x + aside, y + aside)
            assert found is not None
            assert found.kind in (Kind.LINK, Kind.EMOTION, Kind.CARD, Kind.KPI)
        exact = places.at(page, x, y)
        assert exact is not None
        assert exact.kind in (Kind.LINK, Kind.EMOTION)


@pytest.mark.parametrize("extreme", EXTREMES)
@pytest.mark.parametrize("paper", [None, sheet("A4")], ids=["free", "A4"])
def test_a_link_is_drawn_from_edge_to_edge_of_its_cards(extreme: str, paper: Sheet | None) -> None:
    document = EXTREMES[extreme]()
    places = Places(lay_out(document, view=View.BLUEPRINT, sheet=paper))
    for link in document.table(Link).values():
        for page, run in places.link_paths(link.id):
            ends = [(link.source, run[0]), (link.target, run[-1])]
            touched = [any(_touches(spot, page, point) for spot in places.spots(card)) for card, point in ends]
            assert any(touched)
            here = all(any(spot.page == page for spot in places.spots(card)) for card, _ in ends)
            assert all(touched) or not here or len(places.link_paths(link.id)) > 1


def _touches(spot: Spot, page: int, point: tuple[float, float]) -> bool:
    return spot.page == page and extent_of(spot.rect).holds(Extent(*point, *point))


def test_beside_a_link_its_label_is_hit_too() -> None:
    document = small_map(Link(id="k2", source="c2", target="c4", label="memanggil"))
    layout = lay_out(document, view=View.BLUEPRINT)
    (ground,) = drawn(layout, "k2", Box)
    found = Places(layout).at(0, ground[1].right - 1, ground[1].top + 1)
    assert found is not None
    assert (found.kind, found.record) == (Kind.LINK, "k2")


def test_a_face_is_hit_from_a_little_beside_it_when_asked() -> None:
    places = Places(lay_out(small_map(), view=View.BLUEPRINT))
    (spot,) = places.spots("e1")
    x, y = middle(spot.rect)
    beside = x, y + spot.rect.height / 2 + 2
    assert places.at(0, *beside) is None
    assert places.at(0, *beside, reach=3) == spot
    assert places.at(0, *beside, reach=1) is None


def test_of_two_faces_over_each_other_the_one_on_top_is_hit() -> None:
    twins = [Emotion(id=f"e{at}", order="a0", lane="l2", step="t4", value=1, persona=f"p{at}") for at in (7, 8)]
    people = [Persona(id=f"p{at}", order=f"a{at}", name="Budi") for at in (7, 8)]
    layout = lay_out(small_map(*twins, *people), view=View.BLUEPRINT)
    places = Places(layout)
    painted = [group.record for group, _, _ in groups(layout.pages[0].shapes) if group.record in ("e7", "e8")]
    (upper,) = places.spots(painted[-1] or "")
    (lower,) = places.spots(painted[0] or "")
    shared = (max(upper.rect.x, lower.rect.x) + min(upper.rect.right, lower.rect.right)) / 2
    assert upper.rect.meets(lower.rect)
    assert places.at(0, shared, middle(upper.rect)[1]) == upper


@pytest.mark.parametrize("paper", [None, *(sheet(paper) for paper in ("A4", "A3", "A0"))], ids=str)
@pytest.mark.parametrize("stages", [1, 4])
def test_the_persona_is_found_where_its_name_is_written(paper: Sheet | None, stages: int) -> None:
    document = crowded(stages)
    layout = lay_out(document, sheet=paper)
    named = next(
        extent(shape).moved(x, y)
        for shape, x, y, _ in walk(layout.pages[0].shapes)
        if isinstance(shape, Text) and "Sari" in shape.string
    )
    name_end = named.right - 2, (named.top + named.bottom) / 2
    found = Places(layout).at(0, *name_end)
    assert found is not None
    assert (found.kind, found.record) == (Kind.PERSONA, "p0")
    assert found in Places(layout).spots("p0")


def test_steps_have_places_where_there_is_a_row_of_their_titles() -> None:
    assert Places(lay_out(small_map())).spots("t1") == ()
    titled = small_map(Step(id="t2", order="a1", stage="s1", title="Antre"))
    places = Places(lay_out(titled))
    for key in ("t1", "t2", "t3", "t4"):
        (spot,) = places.spots(key)
        assert places.at(0, *middle(spot.rect)) == spot


def test_what_is_not_shown_stands_nowhere() -> None:
    places = Places(lay_out(small_map(), view=View.JOURNEY))
    for key in ("c4", "c5", "l3", "nothing"):
        assert places.spots(key) == ()
        assert places.area(key) == ()
    assert places.link_path("k9") is None


@given(maps(min_steps=1), PAPER)
def test_the_area_of_a_stage_is_that_of_its_steps_and_holds_their_cards(
    document: Document, paper: Sheet | None
) -> None:
    places = Places(lay_out(document, sheet=paper))
    for stage in document.stages:
        steps = [step.id for step in document.steps if step.stage == stage.id]
        for area in places.area(stage.id):
            assert any(spot.page == area.page for spot in places.spots(stage.id))
            for step in steps:
                for column in (column for column in places.area(step) if column.page == area.page):
                    assert extent_of(area.rect).holds(extent_of(column.rect))
        for card in (card for card in document.table(Card).values() if card.step in steps and card.span == 1):
            for spot in places.spots(card.id):
                areas = [area.rect for area in places.area(card.step or "") if area.page == spot.page]
                assert any(extent_of(area).holds(extent_of(spot.rect)) for area in areas)


@given(maps(), PAPER, st.sampled_from(View))
def test_the_area_of_a_lane_holds_its_label_and_its_cards(document: Document, paper: Sheet | None, view: View) -> None:
    places = Places(lay_out(document, view=view, sheet=paper))
    for lane in document.lanes:
        areas, labels = places.area(lane.id), places.spots(lane.id)
        assert [area.page for area in areas] == [label.page for label in labels]
        rows = [(area.page, extent_of(area.rect)) for area in areas]
        for card in (card.id for card in document.table(Card).values() if card.lane == lane.id):
            for spot in places.spots(card):
                assert any(page == spot.page and row.holds(extent_of(spot.rect)) for page, row in rows)


@given(maps(min_steps=2, max_steps=8, min_lanes=1, min_cards=4), st.sampled_from(View))
def test_a_card_lies_from_its_first_step_to_its_last(document: Document, view: View) -> None:
    places = Places(lay_out(document, view=view))
    for card in document.table(Card).values():
        for spot in places.spots(card.id):
            (first,), (last,) = (places.area(document.under(card)[at].id) for at in (0, -1))
            assert (spot.rect.x, spot.rect.right) == pytest.approx((first.rect.x, last.rect.right))


def test_pages_there_are_none_of_hold_nothing() -> None:
    places = Places(lay_out(small_map()))
    for page in (-1, 1, 7):
        assert places.at(page, 200, 120) is None
        assert places.cell_at(page, 200, 120) is None
        assert places.drop_at(page, 200, 120) is None
        assert places.within(page, Rect(0, 0, 900, 900)) == ()

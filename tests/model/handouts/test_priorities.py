"""Priorities: ranked by impact and feasibility, on a matrix of points that never coincide, all of them in a list."""

from itertools import combinations
from math import hypot
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.making import handout
from model.handouts.priorities.ranking import Ranked, ranked
from model.handouts.priorities.spreading import spread
from model.layout.frame import Rect
from model.layout.shapes import Page, Path, Text, walk
from model.layout.sheets import sheet
from model.records import Card, Kpi, Map, Role
from tests.checking.handed import elements, handout_faults
from tests.checking.page_extents import extent
from tests.checking.page_faults import words_on
from tests.checking.printed import squeezed
from tests.making.crowded_maps import crowded, long_text
from tests.making.maps import maps
from tests.making.small_blueprints import frame, link

ROLES = (Role.PAIN_POINTS, Role.OPPORTUNITIES)


def chance(key: str, step: str | None = "t1", **members: Any) -> Card:
    members = {"order": key, "lane": Role.OPPORTUNITIES, "step": step, "text": f"ide {key}", **members}
    return Card(id=key, **members)


def pain(key: str, step: str = "t1") -> Card:
    return Card(id=key, order=key, lane=Role.PAIN_POINTS, step=step, text=f"keluhan {key}")


def mapped(*cards: Any, **members: Any) -> Document:
    return frame(*cards, roles=ROLES, **members)


def many(count: int, *, alike: bool = False) -> Document:
    """So many opportunities at places of chance, or all at one."""
    dice = Random(count)
    places = [(5.0, 5.0) if alike else (dice.randint(0, 20) / 2, dice.randint(0, 20) / 2) for _ in range(count)]
    return mapped(
        *(
            chance(f"c{at:03}", f"t{at % 3 + 1}", impact=impact, feasibility=feasibility)
            for at, (impact, feasibility) in enumerate(places)
        )
    )


def printed(document: Document, paper: str = "A4", way: str = "landscape", language: str = "id") -> tuple[Page, ...]:
    return handout(document, "priorities", Brief(sheet=sheet(paper, way), language=language))


def order_of(found: tuple[Ranked, ...]) -> list[tuple[str, int]]:
    return [(each.card.id, each.number) for each in found]


def test_the_best_come_first_then_those_with_more_votes_and_those_without_a_place_last() -> None:
    document = mapped(
        chance("a", impact=5, feasibility=4), chance("b", impact=9, feasibility=8, votes=1),
        chance("c", impact=8, feasibility=9, votes=3), chance("d", impact=9), chance("e", votes=4),
        chance("f", step=None, impact=10, feasibility=10),
    )  # fmt: skip
    assert order_of(ranked(document)) == [("f", 1), ("c", 2), ("b", 3), ("a", 4), ("e", 0), ("d", 0)]


def test_behind_an_opportunity_stand_the_pain_points_linked_with_it_or_else_those_of_its_step() -> None:
    document = mapped(chance("a"), chance("b"), pain("p"), pain("q", "t2"), link("q", "b"))
    behind = {each.card.id: [pain.id for pain in each.pains] for each in ranked(document)}
    assert behind == {"a": ["p"], "b": ["q"]}


def test_lanes_left_out_are_not_ranked() -> None:
    assert ranked(mapped(chance("a")), hidden={Role.OPPORTUNITIES}) == ()


def test_the_list_says_all_there_is_to_say() -> None:
    document = mapped(
        chance("a", impact=9, feasibility=7.5, votes=11, owner="Ratna", department="Loket", due="2027-01-29"),
        pain("p"), Kpi(id="q1", order="a0", title="Waktu tunggu", baseline=110, target=60, unit="menit", cards=("a",)),
    )  # fmt: skip
    said = words_on(printed(document))
    for text in ("ide a", "keluhan p", "Ratna", "Loket", "29 Jan 2027", "9 × 7,5", "11 suara", "Waktu tunggu"):
        assert text in said
    assert "11 votes" in words_on(printed(document, language="en"))


def test_the_axes_bear_the_names_of_the_map_or_the_usual_ones() -> None:
    named = words_on(printed(mapped(chance("a", impact=1, feasibility=1))))
    assert "Dampak\n" in named
    assert "Kelayakan\n" in named
    own = Map(id="m", title="Kopi", impact_axis="Bagi pasien", feasibility_axis="Murah")
    document = mapped(chance("a", impact=1, feasibility=1))
    records = [own if isinstance(record, Map) else record for record in document.records.values()]
    said = words_on(printed(Document(records)))
    assert "Bagi pasien\n" in said
    assert "Murah\n" in said


@pytest.mark.parametrize("alike", [False, True], ids=["scattered", "at one spot"])
@pytest.mark.parametrize(("count", "way"), [(1, "portrait"), (40, "portrait"), (300, "landscape")])
def test_points_never_touch_and_every_number_is_there_once(count: int, way: str, alike: bool) -> None:
    document = many(count, alike=alike)
    pages = printed(document, way=way)
    assert handout_faults(pages[:1], document) == []
    discs = [each for each in discs_on(pages[0]) if each[2] > 3]
    assert len(discs) == count
    for (x, y, r), (other_x, other_y, _) in combinations(discs, 2):
        assert hypot(x - other_x, y - other_y) >= 2 * r
    numbers = sorted(int(text) for text, place in numbers_on(pages[0]) if any(holds(disc, place) for disc in discs))
    assert numbers == list(range(1, count + 1))


def discs_on(page: Page) -> list[tuple[float, float, float]]:
    """Middle and radius of the circles of a page."""
    found = []
    for shape, x, y, _ in walk(page.shapes):
        if isinstance(shape, Path) and len(shape.commands) == 6 and shape.commands[1][0] == "C":
            place = extent(shape).moved(x, y)
            radius = (place.right - place.left) / 2
            found.append((place.left + radius, place.top + radius, radius))
    return found


def numbers_on(page: Page) -> list[tuple[str, tuple[float, float]]]:
    return [
        (shape.string, (x + shape.x + shape.width / 2, y + shape.y - shape.size * 0.36))
        for shape, x, y, _ in walk(page.shapes)
        if isinstance(shape, Text) and shape.string.isdigit()
    ]


def holds(disc: tuple[float, float, float], place: tuple[float, float]) -> bool:
    return hypot(disc[0] - place[0], disc[1] - place[1]) < 1.0


def test_a_point_that_had_to_move_has_a_dot_at_its_true_place() -> None:
    assert dots_on(printed(many(2, alike=True))[0]) == 1
    assert dots_on(printed(mapped(chance("a", impact=1, feasibility=1), chance("b", impact=9, feasibility=9)))[0]) == 0


def dots_on(page: Page) -> int:
    return sum(1 for _, _, radius in discs_on(page) if radius < 3)


@given(
    st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200)) | st.just((150.0, 100.0)), max_size=60),
    st.floats(8, 16),
)
def test_spread_points_keep_their_distance_inside_and_in_their_order(
    wanted: list[tuple[float, float]], apart: float
) -> None:
    inside = Rect(0, 0, 300, 200)
    spots = spread(wanted, inside, apart)
    assert len(spots) == len(wanted)
    assert all(0 <= x <= 300 and 0 <= y <= 200 for x, y in spots)
    assert all(hypot(x - a, y - b) >= apart - 1e-3 for (x, y), (a, b) in combinations(spots, 2))
    if wanted:
        assert spots[0] == pytest.approx(wanted[0])


def test_more_points_than_there_is_room_for_end_the_spreading_and_nothing_else() -> None:
    spots = spread([(5.0, 5.0)] * 1000, Rect(0, 0, 100, 100), 10)
    assert 60 < len(spots) <= 121


def test_where_the_matrix_is_full_the_list_still_has_them_all_and_says_so() -> None:
    document = many(600)
    said = words_on(printed(document))
    assert "teratas dari 600 peluang" in said
    assert all(f"ide c{at:03}" in said for at in range(600))


@pytest.mark.parametrize("way", ["landscape", "portrait"])
def test_a_map_without_opportunities_gets_an_empty_plane_and_is_told_what_to_do(way: str) -> None:
    pages = printed(mapped(), way=way)
    assert len(pages) == 1
    assert squeezed("Peta ini belum berisi peluang") in squeezed(words_on(pages))
    assert "Kerjakan dulu" in words_on(pages)


def test_opportunities_without_a_place_are_listed_as_such() -> None:
    said = words_on(printed(mapped(chance("a", impact=9), chance("b"))))
    assert "Belum dinilai" in said
    assert "Urutan" not in said
    assert "Dampak 9" in said


def test_the_matrix_is_read_as_a_figure_and_the_list_as_a_table_with_heads() -> None:
    kinds = [element.kind for page in printed(many(3)) for element in elements(page.reading)]
    assert kinds.index("H1") < kinds.index("Figure") < kinds.index("H2") < kinds.index("Table")
    assert {"TR", "TH", "TD"} <= set(kinds)


@settings(max_examples=25)
@given(maps(min_lanes=2))
def test_whatever_is_on_a_map_its_priorities_are_without_fault_and_the_same_each_time(document: Document) -> None:
    pages = printed(document)
    assert handout_faults(pages, document) == []
    assert printed(Document(document.records.values())) == pages


def test_long_texts_and_names_of_axes_are_all_there() -> None:
    document = crowded(cards=8, roles=ROLES, write=lambda number: long_text(500, number))
    own = [
        Map(id=record.id, title="x", impact_axis=long_text(200), feasibility_axis=long_text(200, 1))
        if isinstance(record, Map)
        else record
        for record in document.records.values()
    ]
    pages = printed(Document(own), way="portrait")
    assert handout_faults(pages, document) == []
    said = squeezed(words_on(pages))
    assert squeezed(long_text(200)) in said
    shown: dict[str | None, str] = {}
    for page in pages:
        for shape, _, _, record in walk(page.shapes):
            if isinstance(shape, Text):
                shown[record] = shown.get(record, "") + squeezed(shape.string)
    found = [card for card in document.table(Card).values() if card.lane == "l1"]
    assert found
    assert [card.id for card in found if squeezed(card.text) not in shown[card.id]] == []

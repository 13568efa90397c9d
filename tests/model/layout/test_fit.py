"""How a map goes on sheets: on one where it fits, else the fewest balanced pages, all in one size of type."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.fit import fits
from model.layout.grid import Column
from model.layout.order import order
from model.layout.partitions import partitions
from model.layout.parts import Part
from model.layout.setting import Setting
from model.layout.shapes import Box, Page, Text
from model.layout.sheets import MM, ORIENTATIONS, PAPERS, Sheet, sheet
from model.layout.style import METRICS, TIGHT
from model.layout.view import View
from model.records import Card
from resources.words import words
from tests.checking.page_extents import groups
from tests.making.crowded_maps import EXTREMES, crowded
from tests.making.maps import maps, realistic_map
from tests.making.small_map import small_map

SHEETS = [sheet(paper, orientation) for paper in PAPERS for orientation in ORIENTATIONS]
ISO = ("A4", "A3", "A2", "A1", "A0")
stages_of = st.lists(st.integers(1, 9), min_size=1, max_size=9)


def columns_of(stages: list[int]) -> tuple[Column, ...]:
    return tuple(Column(None, None, number) for number, steps in enumerate(stages, 1) for _ in range(steps))


def card_sizes(page: Page, document: Document) -> set[float]:
    """The sizes of type on the cards of a page of the map."""
    return {
        text.size
        for group, _, _ in groups(page.shapes)
        if isinstance(document.records.get(group.record or ""), Card)
        and group.shapes
        and isinstance(group.shapes[0], Box)
        for text in group.shapes
        if isinstance(text, Text)
    }


@given(stages_of, st.integers(1, 14))
def test_pages_take_all_columns_in_order_and_none_more_than_it_can(stages: list[int], most: int) -> None:
    columns = columns_of(stages)
    found = list(partitions(columns, most))
    assert found
    for ranges in found:
        assert [at for each in ranges for at in each] == list(range(len(columns)))
        assert max(map(len, ranges)) <= most
    assert all(len(one) < len(other) for one, other in pairwise(found))


@given(stages_of, st.integers(1, 14))
def test_a_stage_is_cut_only_where_it_alone_is_wider_than_a_page(stages: list[int], most: int) -> None:
    columns = columns_of(stages)
    borders = {at for at in range(1, len(columns)) if columns[at - 1].stage_number != columns[at].stage_number}
    for ranges in partitions(columns, most):
        for cut in {each.start for each in ranges[1:]} - borders:
            assert stages[columns[cut].stage_number - 1] > most


@given(stages_of, st.integers(9, 14))
def test_the_widest_page_is_as_narrow_as_whole_stages_allow(stages: list[int], most: int) -> None:
    for ranges in partitions(columns_of(stages), most):
        assert max(map(len, ranges)) == narrowest(stages, len(ranges))


def narrowest(stages: list[int], pages: int) -> int:
    """The narrowest widest page, by trying every way to cut."""
    if pages == 1:
        return sum(stages)
    cuts = range(1, len(stages) - pages + 2)
    return min((max(sum(stages[:cut]), narrowest(stages[cut:], pages - 1)) for cut in cuts), default=sum(stages))


@given(maps(min_steps=1), st.sampled_from(SHEETS), st.sampled_from(View))
def test_card_text_is_of_one_size_on_all_pages_and_never_under_seven_points(
    document: Document, paper: Sheet, view: View
) -> None:
    laid = lay_out(document, view=view, sheet=paper)
    assert {size for each in laid.composed for size in card_sizes(each.page, document)} <= {laid.size}
    assert laid.size >= 7


@given(maps(), st.sampled_from(SHEETS))
def test_every_page_is_exactly_a_sheet(document: Document, paper: Sheet) -> None:
    assert {(page.width, page.height) for page in lay_out(document, sheet=paper).pages} == {(paper.width, paper.height)}


def test_sheets_are_of_their_standard_size() -> None:
    a3, legal = sheet("A3"), sheet("Legal", "portrait")
    assert (a3.width, a3.height) == pytest.approx((420 * MM, 297 * MM))
    assert (legal.width, legal.height) == (612, 1008)


@given(maps(min_steps=1), st.sampled_from(SHEETS), st.sampled_from(View))
def test_a_map_is_split_only_where_one_sheet_cannot_hold_it(document: Document, paper: Sheet, view: View) -> None:
    laid = lay_out(document, view=view, sheet=paper)
    whole = order(document, view, words("paper", document.map.language), "", paper.name, paper.width, paper.height)
    part = Part(range(len(whole.source.columns)), whole.source.bands, last=True)
    if len(laid.composed) > 1:
        for metrics in (METRICS, TIGHT):
            assert not fits(whole, (part,), Setting(metrics, metrics.smallest_card_text, 0, whole.words))


@pytest.mark.parametrize("extreme", EXTREMES)
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_a_larger_sheet_never_needs_more_pages(extreme: str, orientation: str) -> None:
    document = EXTREMES[extreme]()
    for view in View:
        counts = [len(lay_out(document, view=view, sheet=sheet(paper, orientation)).composed) for paper in ISO]
        assert counts == sorted(counts, reverse=True)


@given(maps(min_steps=4, min_cards=10), st.sampled_from(ORIENTATIONS), st.sampled_from(View))
def test_a_larger_sheet_never_needs_more_pages_unless_it_keeps_a_stage_whole(
    document: Document, orientation: str, view: View
) -> None:
    laid = [lay_out(document, view=view, sheet=sheet(paper, orientation)) for paper in ISO]
    for smaller, larger in pairwise(laid):
        assert len(larger.composed) <= len(smaller.composed) or cuts_a_stage(smaller)


def cuts_a_stage(layout: Layout) -> bool:
    columns = layout.order.source.columns
    starts = {each.part.columns.start for each in layout.composed} - {0}
    return any(columns[at].stage_number == columns[at - 1].stage_number for at in starts)


@pytest.mark.parametrize("paper", SHEETS, ids=lambda paper: f"{paper.name} {paper.width:.0f}")
def test_a_small_map_goes_on_one_sheet_of_any_paper(paper: Sheet) -> None:
    assert len(lay_out(small_map(), sheet=paper).pages) == 1


def test_a_map_too_tall_for_a_sheet_goes_on_below_with_all_its_cards() -> None:
    document = crowded(2, 2, cards=12, in_one_cell=True, write=lambda at: f"{at} " + "kata " * 60)
    laid = lay_out(document, sheet=sheet("A4"), view=View.BLUEPRINT)
    assert len(laid.composed) > 2
    shown = [group.record for each in laid.composed for group, _, _ in groups(each.page.shapes)]
    assert {f"c{at}" for at in range(12)} <= set(shown)


def test_a_large_sheet_sets_a_small_map_in_larger_type_than_any_screen() -> None:
    document = crowded(3, 2)
    sizes = [lay_out(document, sheet=sheet(paper)).size for paper in ("A3", "A2", "A1", "A0")]
    assert sizes == sorted(sizes)
    assert sizes[-1] > 2 * sizes[0]


def test_a_thousand_cards_go_on_few_sheets_of_a0() -> None:
    laid = lay_out(realistic_map(1000, seed=1, steps=40), sheet=sheet("A0"), view=View.BLUEPRINT)
    assert len(laid.composed) <= 2

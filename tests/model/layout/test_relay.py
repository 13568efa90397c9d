"""A layout after a change is the layout of the changed map, and rows no card of which changed are the very same."""

from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.change import Change, add, update
from model.document import Document
from model.layout.engine import lay_out
from model.layout.relay import relay
from model.layout.sheets import sheet
from model.layout.view import View
from model.operations import capture, cards, joining
from model.records import Card, Mark, Step
from model.refusal import Refused
from tests.checking.page_extents import groups
from tests.checking.relaid import follow
from tests.making.any_edit import any_edit
from tests.making.crowded_maps import crowded
from tests.making.maps import maps
from tests.making.small_map import small_map
from tests.making.wishes import WISHES, Wish

ON_CARDS = tuple(
    operation for operation in WISHES if operation.__module__ in (cards.__name__, capture.__name__, joining.__name__)
)


def wished(document: Document, seed: int, among: tuple[object, ...]) -> Change:
    chance = Random(seed)
    operation = chance.choice([operation for operation in WISHES if operation in among])
    try:
        return WISHES[operation](Wish(chance, document))
    except Refused:
        return Change()


@given(
    maps(min_steps=1, max_steps=6, min_lanes=2, max_lanes=6, min_cards=4),
    st.sampled_from(View),
    st.lists(st.integers(0, 2**32), max_size=6, unique=True),
)
def test_any_run_of_card_operations_is_laid_out_as_from_nothing(
    document: Document, view: View, seeds: list[int]
) -> None:
    layout = lay_out(document, view=view, folding=True)
    for seed in seeds:
        change = wished(document, seed, ON_CARDS)
        layout = follow(layout, document, change)
        layout = follow(layout, document, change.inverse()) if seed % 3 == 0 else layout


@given(maps(max_steps=5, max_lanes=5), st.lists(st.integers(0, 2**32), max_size=6, unique=True))
def test_any_operation_and_any_edit_is_laid_out_as_from_nothing(document: Document, seeds: list[int]) -> None:
    layout = lay_out(document, view=View.BLUEPRINT, folding=True)
    for seed in seeds:
        change = wished(document, seed, tuple(WISHES)) if seed % 2 else any_edit(Random(seed), document)
        layout = follow(layout, document, change)


@given(st.lists(st.integers(0, 2**32), min_size=1, max_size=8, unique=True))
@example([140_013])  # a card spans fewer columns: the gutter beside another in its pile is free
@example([4_294_967_295, 183])  # a row grows, and a card in it that a link reaches from below does not
def test_a_crowded_map_with_spans_and_links_is_laid_out_as_from_nothing(seeds: list[int]) -> None:
    document = crowded(4, 3, cards=40, spans=True, links=20)
    layout = lay_out(document, view=View.BLUEPRINT)
    for seed in seeds:
        layout = follow(layout, document, wished(document, seed, ON_CARDS))


@given(st.lists(st.integers(0, 2**32), min_size=1, max_size=6, unique=True), st.sampled_from(View))
def test_any_edit_of_a_map_full_of_labelled_links_is_laid_out_as_from_nothing(seeds: list[int], view: View) -> None:
    document = crowded(4, 3, cards=50, spans=True, links=60, personas=2)
    document.apply(update(document.lanes[3], folded=True))
    layout = lay_out(document, view=view, folding=True)
    for seed in seeds:
        layout = follow(layout, document, any_edit(Random(seed), document))


@pytest.mark.parametrize(
    "members",
    [
        {"text": "dua"},
        {"span": 2},
        {"step": "t3"},
        {"order": "a2"},
        {"text": "kata " * 60},
    ],
    ids=str,
)
def test_only_the_row_of_a_changed_card_is_drawn_again(members: dict[str, object]) -> None:
    document = small_map()
    before = lay_out(document, view=View.BLUEPRINT)
    after = follow(before, document, update(document.table(Card)["c3"], **members))
    (old,), (new,) = before.composed, after.composed
    assert new.measured[1] is old.measured[1]
    assert new.measured[2] is old.measured[2]
    assert new.above is old.above
    if new.frame.rows[1].y == old.frame.rows[1].y:
        assert new.rows[1] is old.rows[1]
        assert new.rows[2] is old.rows[2]


def test_a_card_beside_the_changed_one_keeps_its_very_shapes() -> None:
    document = small_map()
    before = lay_out(document, view=View.BLUEPRINT)
    after = follow(before, document, update(document.table(Card)["c3"], text="lain"))
    old, new = (layout.composed[0].frame.rows[0].slots for layout in (before, after))
    assert [one is other for one, other in zip(old, new, strict=True)] == [True, True, False]


def test_rows_below_a_row_that_grew_are_moved_and_not_drawn_again() -> None:
    document = small_map()
    before = lay_out(document, view=View.BLUEPRINT)
    after = follow(before, document, update(document.table(Card)["c3"], text="kata " * 80))
    (old,), (new,) = before.composed, after.composed
    assert new.frame.rows[2].y > old.frame.rows[2].y
    assert new.rows[2].shapes[0].shapes is old.rows[2].shapes[0].shapes  # type: ignore[attr-defined]


def test_on_paper_one_longer_card_may_change_the_size_of_all() -> None:
    document = crowded(4, 2, cards=30)
    paper = sheet("A4")
    layout = lay_out(document, sheet=paper)
    change = add(*(Card(id=f"c_{at}", order=f"b{at}", lane="l2", step="t0_0", text="kata " * 30) for at in range(4)))
    document.apply(change)
    assert relay(layout, change).pages == lay_out(document, sheet=paper).pages
    assert relay(layout, change).pages != layout.pages


def test_a_change_to_nothing_leaves_the_page_as_it_is() -> None:
    document = small_map()
    layout = lay_out(document)
    assert relay(layout, Change()).pages == layout.pages


def test_the_first_mark_of_its_kind_comes_into_the_legend() -> None:
    document = small_map()
    layout = lay_out(document)
    after = follow(layout, document, update(document.table(Card)["c3"], marks=(Mark.DECISION,)))
    assert Mark.DECISION in after.order.signs.marks


def test_a_card_that_says_its_step_s_title_takes_the_title_away() -> None:
    document = small_map(Step(id="t2", order="a1", stage="s1", title="Antre"))
    layout = lay_out(document)
    assert "t2" in {group.record for group, _, _ in groups(layout.pages[0].shapes)}
    layout = follow(layout, document, update(document.table(Card)["c3"], text="Antre"))
    assert "t2" not in {group.record for group, _, _ in groups(layout.pages[0].shapes)}
    follow(layout, document, update(document.table(Card)["c3"], text="Bayar"))

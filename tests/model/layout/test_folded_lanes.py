"""A folded lane is one line that says how many cards it holds, where folding is asked for and never on paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.change import update
from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.relay import relay
from model.layout.sheets import sheet
from model.layout.view import View, lanes_shown
from model.records import Card, Emotion, Lane, Mark, Role, Step
from tests.checking.page_extents import cards_on, groups
from tests.checking.page_faults import faults, lanes_on, words_on
from tests.making.crowded_maps import EXTREMES
from tests.making.maps import maps
from tests.making.small_map import small_map

FOLDED = {
    "l1": Lane(id="l1", order="a0", role=Role.CUSTOMER_ACTIONS, title="Tindakan pelanggan", folded=True),
    "l2": Lane(id="l2", order="a1", role=Role.EMOTION, title="Kurva emosi", folded=True),
    "l3": Lane(id="l3", order="a2", role=Role.SUPPORT, title="Proses pendukung", folded=True),
}


def folded(document: Document, view: View = View.BLUEPRINT, language: str = "id") -> Layout:
    return lay_out(document, view=view, language=language, folding=True)


def drawn(layout: Layout) -> set[str | None]:
    return {group.record for group, _, _ in groups(layout.pages[0].shapes)}


@pytest.mark.parametrize(("language", "said"), [("id", "3 kartu"), ("en", "3 cards")])
def test_a_folded_lane_says_how_many_cards_it_holds(language: str, said: str) -> None:
    layout = folded(small_map(FOLDED["l1"]), language=language)
    assert said in words_on(layout.pages).split("\n")
    assert "Tindakan pelanggan" in words_on(layout.pages).split("\n")


@pytest.mark.parametrize(("language", "said"), [("id", "1 emosi"), ("en", "1 emotion")])
def test_a_folded_emotion_lane_says_how_many_emotions_it_holds(language: str, said: str) -> None:
    assert said in words_on(folded(small_map(FOLDED["l2"]), language=language).pages).split("\n")


def test_nothing_of_what_a_folded_lane_holds_is_drawn() -> None:
    layout = folded(small_map(*FOLDED.values()))
    assert not drawn(layout) & {"c1", "c2", "c3", "c4", "e1", "k1"}
    assert "GARIS INTERAKSI" in words_on(layout.pages).split("\n")


def test_a_folded_lane_takes_less_height() -> None:
    document = small_map()
    for key, lane in FOLDED.items():
        (whole,), (thin,) = lay_out(document, view=View.BLUEPRINT).composed, folded(small_map(lane)).composed
        at = [row.lane.id for row in whole.frame.rows].index(key)
        assert thin.frame.rows[at].height < 0.75 * whole.frame.rows[at].height


def test_a_link_into_a_folded_lane_is_a_stub_as_to_another_page() -> None:
    document = small_map(FOLDED["l3"], Card(id="c6", order="a5", lane="l1", step="t3", text="enam"))
    document.apply(update(document.table(Card)["c3"], lane="l3"))
    layout = folded(document)
    (run,) = layout.composed[0].arrows.runs["k1"]
    assert len(run) == 2
    assert faults(layout.pages, document) == []


def test_the_legend_leaves_out_the_signs_that_are_folded_away() -> None:
    marked = Card(id="c3", order="a0", lane="l1", step="t2", text="tiga", marks=(Mark.DECISION,))
    assert Mark.DECISION in folded(small_map(marked)).order.signs.marks
    layout = folded(small_map(marked, FOLDED["l1"], FOLDED["l2"]))
    assert Mark.DECISION not in layout.order.signs.marks
    assert not layout.order.signs.feelings
    assert not layout.order.signs.links


def test_the_title_of_a_step_is_drawn_where_the_card_that_says_it_is_folded_away() -> None:
    step = Step(id="t2", order="a1", stage="s1", title="tiga")
    assert "t2" not in drawn(folded(small_map(step)))
    assert "t2" in drawn(folded(small_map(step, FOLDED["l1"])))


def test_without_being_asked_and_on_paper_a_folded_lane_is_drawn_in_full() -> None:
    document = small_map(*FOLDED.values())
    unfolded = small_map(
        *(Lane(id=lane.id, order=lane.order, role=lane.role, title=lane.title) for lane in FOLDED.values())
    )
    for paper in (None, sheet("A4")):
        assert lay_out(document, sheet=paper).pages == lay_out(unfolded, sheet=paper).pages
    assert lay_out(document, sheet=sheet("A4"), folding=True).pages == lay_out(unfolded, sheet=sheet("A4")).pages


def test_a_lane_folded_and_unfolded_again_looks_as_before() -> None:
    document = small_map()
    before = folded(document)
    layout = before
    for folds in (True, False):
        change = update(document.table(Lane)["l1"], folded=folds)
        document.apply(change)
        layout = relay(layout, change)
        assert layout.pages == folded(document).pages
        assert (layout.pages == before.pages) is not folds


def test_a_title_longer_than_the_line_stands_in_full_behind_the_map() -> None:
    title = "Tindakan pelanggan yang datang sendiri tanpa janji temu"
    document = small_map(Lane(id="l1", order="a0", role=Role.CUSTOMER_ACTIONS, title=title, folded=True))
    layout = folded(document)
    assert title in " ".join(words_on(layout.pages[1:]).split("\n"))
    assert faults(layout.pages, document) == []


@given(maps(), st.sampled_from(View))
def test_no_page_with_folded_lanes_has_a_fault(document: Document, view: View) -> None:
    pages = folded(document, view).pages
    assert faults(pages, document) == []
    assert list(dict.fromkeys(lanes_on(pages[0], document))) == [lane.id for lane in lanes_shown(document, view)]


@given(maps(min_steps=1, min_lanes=2), st.sampled_from(View))
def test_exactly_the_cards_of_unfolded_lanes_are_drawn(document: Document, view: View) -> None:
    layout = folded(document, view)
    open_lanes = {lane.id for lane in lanes_shown(document, view) if not lane.folded}
    cards = {card.id for card in document.table(Card).values() if card.step and card.lane in open_lanes}
    assert {key for key in cards_on(layout.pages[0], document) if key in document.table(Card)} == cards
    feelings = {feeling.id for feeling in document.table(Emotion).values() if feeling.lane in open_lanes}
    assert {key for key in drawn(layout) if key in document.table(Emotion)} == feelings


@pytest.mark.parametrize("extreme", EXTREMES)
def test_an_extreme_map_with_every_other_lane_folded_has_no_fault(extreme: str) -> None:
    document = EXTREMES[extreme]()
    for lane in document.lanes[::2]:
        document.apply(update(lane, folded=True))
    for view in View:
        assert faults(folded(document, view).pages, document) == []

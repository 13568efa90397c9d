"""After a change the links that it does not reach are the very same objects, and those that only move share shapes."""

from collections.abc import Mapping

import pytest

from model.change import add, remove, update
from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.shapes import Group
from model.layout.view import View
from model.operations.cascade import deletion
from model.records import Card, Emotion, Id, Link, Stage, Step
from tests.checking.relaid import follow
from tests.making.crowded_maps import crowded

LONG = "kata " * 120


@pytest.fixture
def document() -> Document:
    return crowded(5, 3, cards=60, links=50)


@pytest.fixture
def layout(document: Document) -> Layout:
    return lay_out(document, view=View.BLUEPRINT)


def drawn_links(layout: Layout) -> Mapping[Id, Group]:
    return layout.composed[0].arrows.web.groups


def rows_of(layout: Layout, link: Link) -> range:
    """From the upper row of a link's cards to the lower one."""
    places = layout.composed[0].frame.places
    rows = sorted((places[link.source][0], places[link.target][0]))
    return range(rows[0], rows[1] + 1)


def in_the_middle(layout: Layout) -> Card:
    """A card of a row that has links above and below it."""
    row = layout.composed[0].frame.rows[4]
    record = row.slots[0].record
    assert isinstance(record, Card)
    return record


def test_where_a_row_grows_links_above_stay_and_links_below_move_with_their_shapes(
    document: Document, layout: Layout
) -> None:
    after = follow(layout, document, update(in_the_middle(layout), text=LONG))
    old, new = drawn_links(layout), drawn_links(after)
    stayed = [link.id for link in layout.order.links if rows_of(layout, link).stop <= 3]
    moved = [link.id for link in layout.order.links if rows_of(layout, link).start >= 6]
    assert stayed
    assert moved
    assert all(new[key] is old[key] for key in stayed)
    assert all(new[key].y > old[key].y and new[key].shapes is old[key].shapes for key in moved)


def test_where_a_row_grows_a_link_past_it_keeps_its_head(document: Document, layout: Layout) -> None:
    after = follow(layout, document, update(in_the_middle(layout), text=LONG))
    old, new = drawn_links(layout), drawn_links(after)
    past = [link for link in layout.order.links if {3, 4, 5} <= set(rows_of(layout, link)[1:-1]) and not link.both]
    assert past
    for link in past:
        assert new[link.id].shapes[0] != old[link.id].shapes[0]
        assert new[link.id].shapes[1] is old[link.id].shapes[1]


def test_letters_that_change_no_height_touch_no_link(document: Document, layout: Layout) -> None:
    card = in_the_middle(layout)
    after = follow(layout, document, update(card, text=card.text.swapcase()))
    assert after.composed[0].arrows is layout.composed[0].arrows


def test_a_link_that_goes_leaves_those_elsewhere_the_very_same(document: Document, layout: Layout) -> None:
    gone = document.table(Link)["k10"]
    after = follow(layout, document, remove([gone]))
    old, new = drawn_links(layout), drawn_links(after)
    assert "k10" not in new
    same = [key for key in new if new[key] is old[key]]
    assert len(same) > len(new) * 0.6
    back = follow(after, document, add(gone))
    assert drawn_links(back)["k10"] == old["k10"]


def test_a_link_that_leads_back_now_is_drawn_anew_and_no_other(document: Document, layout: Layout) -> None:
    after = follow(layout, document, update(document.table(Link)["k10"], loop=True))
    old, new = drawn_links(layout), drawn_links(after)
    assert [key for key in new if new[key] is not old[key]] == ["k10"]


def test_a_card_that_goes_takes_its_links_along_and_leaves_rows_elsewhere(document: Document, layout: Layout) -> None:
    card = in_the_middle(layout)
    linked = {link.id for link in document.links_of(card.id)}
    after = follow(layout, document, deletion(document, [card.id]))
    assert linked
    assert linked.isdisjoint(drawn_links(after))
    assert after.composed[0].measured[1] is layout.composed[0].measured[1]


def test_a_feeling_dragged_within_its_lane_draws_that_lane_again_and_nothing_else(
    document: Document, layout: Layout
) -> None:
    emotion = min(document.table(Emotion).values(), key=lambda emotion: abs(emotion.value))
    after = follow(layout, document, update(emotion, value=0.5))
    old, new = layout.composed[0], after.composed[0]
    assert [one is other for one, other in zip(old.rows, new.rows, strict=True)].count(False) == 1
    assert new.above is old.above
    if new.frame.bottom == old.frame.bottom:
        assert new.arrows is old.arrows


@pytest.mark.parametrize(("kind", "key"), [(Stage, "s1"), (Step, "t1_0")], ids=["stage", "step"])
def test_a_title_draws_the_head_again_and_no_row(
    document: Document, layout: Layout, kind: type[Stage | Step], key: Id
) -> None:
    after = follow(layout, document, update(document.table(kind)[key], title="Menunggu di muka pintu"))
    old, new = layout.composed[0], after.composed[0]
    assert new.above is not old.above
    assert all(one is other for one, other in zip(old.measured, new.measured, strict=True))
    shared = zip(drawn_links(layout).values(), drawn_links(after).values(), strict=True)
    assert all(one.shapes is other.shapes for one, other in shared)


def test_a_label_stays_where_nobody_comes_near_it(document: Document, layout: Layout) -> None:
    first = next(link for link in layout.order.links if not link.label)
    after = follow(layout, document, update(first, label="baru"))
    old, new = layout.composed[0].arrows.labels, after.composed[0].arrows.labels
    same = [key for key in old if new[key] is old[key]]
    assert first.id in new
    assert len(same) > len(old) / 2

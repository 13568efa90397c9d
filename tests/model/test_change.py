from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import change
from model.change import Change, between, together
from model.document import Document
from model.records import Card, Id, Kpi, Record
from tests.making.maps import maps

CARDS = st.builds(Card, id=st.sampled_from("abcd"), order=st.just("a0"), text=st.sampled_from("xyz"))
KPIS = st.builds(Kpi, id=st.sampled_from("abcd"), order=st.just("a0"), title=st.sampled_from("xyz"))
TABLES = st.lists(CARDS | KPIS, max_size=4).map(lambda records: {record.id: record for record in records})


def carried_out(records: dict[Id, Record], each: Change) -> dict[Id, Record]:
    kept = {key: record for key, record in records.items() if key not in each.removed}
    return {**kept, **each.added, **{key: after for key, (_, after) in each.updated.items()}}


@given(TABLES, TABLES)
def test_the_change_between_two_maps_leads_from_one_to_the_other_and_back(
    before: dict[Id, Record], after: dict[Id, Record]
) -> None:
    way = between(before, after)
    assert carried_out(before, way) == after
    assert carried_out(after, way.inverse()) == before
    assert bool(way) == (before != after)
    assert way.inverse().inverse() == way


@given(TABLES, TABLES, TABLES)
def test_two_changes_are_as_good_as_one(one: dict[Id, Record], two: dict[Id, Record], three: dict[Id, Record]) -> None:
    assert between(one, two).then(between(two, three)) == between(one, three)


@given(TABLES, TABLES)
def test_a_change_and_its_inverse_are_no_change(before: dict[Id, Record], after: dict[Id, Record]) -> None:
    assert not between(before, after).then(between(before, after).inverse())


@given(st.lists(TABLES, min_size=1, max_size=5))
def test_many_changes_one_after_the_other_are_one(tables: list[dict[Id, Record]]) -> None:
    ways = [between(one, two) for one, two in pairwise(tables)]
    assert together(ways) == between(tables[0], tables[-1])


def test_changes_that_do_not_meet_are_not_put_together() -> None:
    card = Card(id="c", order="a0", text="x")
    other = Card(id="c", order="a0", text="y")
    for first, second in [
        (change.add(card), change.add(card)),
        (change.remove([card]), change.remove([card])),
        (change.update(card, text="z"), change.update(other, text="x")),
        (change.remove([card]), change.update(card, text="z")),
    ]:
        with pytest.raises(ValueError, match="do not meet at c"):
            first.then(second)


def test_an_update_to_what_is_there_already_is_empty() -> None:
    card = Card(id="c", order="a0", text="x")
    assert not change.update(card, text="x")
    assert change.update(card, text="y").ids == {"c"}


@given(maps(max_cards=6))
def test_the_change_from_nothing_to_a_map_adds_all_of_it(document: Document) -> None:
    assert between({}, document.records).added == document.records

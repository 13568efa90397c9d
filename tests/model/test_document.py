import pytest
from hypothesis import given

from model import change
from model.change import Change
from model.checks import BrokenRule, Stale
from model.document import Document
from model.records import Card, Emotion, Lane, Link, Map, Role, Stage, Step
from tests.making.maps import maps
from tests.making.small_map import small_map


def test_columns_go_by_stage_and_then_by_order() -> None:
    document = small_map(Stage(id="s1", order="a2"))
    assert [step.id for step in document.steps] == ["t3", "t4", "t1", "t2"]
    assert document.columns == {"t3": 0, "t4": 1, "t1": 2, "t2": 3}


def test_equal_keys_stand_in_order_of_their_ids() -> None:
    document = small_map(Lane(id="l0", order="a1"), Card(id="c0", order="a1", lane="l1", step="t1"))
    assert [lane.id for lane in document.lanes] == ["l1", "l0", "l2", "l3"]
    assert [card.id for card in document.cards_in("l1", "t1")] == ["c1", "c0", "c2"]


def test_a_card_is_in_the_cell_it_begins_in_and_lies_over_the_steps_there_are() -> None:
    document = small_map()
    assert document.cards_in("l3", "t2") == ()
    assert [step.id for step in document.under(document.table(Card)["c4"])] == ["t1", "t2", "t3"]
    long = Card(id="c4", order="a0", lane="l3", step="t4", span=9)
    assert [step.id for step in small_map(long).under(long)] == ["t4"]
    assert document.under(document.table(Card)["c5"]) == ()


def test_a_card_with_half_a_place_is_parked() -> None:
    half = [Card(id="c6", order="a1", lane="l1"), Card(id="c7", order="a2", step="t1", span=2)]
    document = small_map(*half)
    assert [card.id for card in document.parked] == ["c5", "c6", "c7"]
    assert document.under(half[1]) == ()


def test_what_refers_to_a_record_is_known() -> None:
    assert set(small_map().referring("c1")) == {"k1", "q1"}
    assert small_map().referring("gone") == ()
    assert [link.id for link in small_map().links_of("c3")] == ["k1"]
    assert [marker.id for marker in small_map().emotions_in("l2")] == ["e1"]


def test_a_record_is_found_by_its_kind_and_id() -> None:
    assert small_map().get(Card, "c1") is not None
    assert small_map().get(Step, "c1") is None
    assert small_map().get(Card, None) is None


def test_a_document_holds_one_map_and_each_id_once() -> None:
    for records in ([], [Map(id="m"), Map(id="n")], [Map(id="m"), Lane(id="l", order="a0"), Stage(id="l", order="a0")]):
        with pytest.raises(ValueError, match=r"one Map|two records"):
            Document(records)


@pytest.mark.parametrize(
    "stale",
    [
        change.add(Card(id="c1", order="a0")),
        change.remove([Card(id="gone", order="a0")]),
        change.remove([Card(id="c5", order="a0", text="another")]),
        change.update(Card(id="c5", order="a0", text="another"), text="x"),
        Change(updated={"c5": (Card(id="c5", order="a0", text="lima"), Card(id="c9", order="a0"))}),
        Change(updated={"c5": (Card(id="c5", order="a0", text="lima"), Lane(id="c5", order="a0"))}),
    ],
)
def test_a_change_that_does_not_start_from_the_map_is_stale(stale: Change) -> None:
    document = small_map()
    with pytest.raises(Stale):
        document.apply(stale)
    assert document.records == small_map().records


@pytest.mark.parametrize(
    "broken",
    [
        change.add(Link(id="k2", source="c1", target="gone")),
        change.add(Link(id="k2", source="c1", target="c1")),
        change.add(Emotion(id="e2", order="a0", lane="l1", step="t1")),
        change.add(Map(id="m2")),
        change.remove([small_map().map]),
        change.remove([small_map().table(Step)["t1"]]),
        change.update(small_map().table(Lane)["l1"], role=Role.EMOTION),
        change.update(small_map().table(Card)["c1"], lane="l2"),
    ],
)
def test_a_change_that_would_break_a_rule_leaves_the_map_alone(broken: Change) -> None:
    document, heard = small_map(), list[Change]()
    document.listen(heard.append)
    with pytest.raises(BrokenRule):
        document.apply(broken)
    assert document.records == small_map().records
    assert not heard


def test_listeners_hear_each_change_until_they_stop() -> None:
    document, heard = small_map(), list[Change]()
    stop = document.listen(heard.append)
    made = change.update(document.map, title="Lain")
    document.apply(made)
    stop()
    document.apply(made.inverse())
    assert heard == [made]


def test_an_updated_record_keeps_its_place_in_the_table() -> None:
    document = small_map()
    document.apply(change.update(document.table(Card)["c1"], text="x"))
    assert list(document.table(Card)) == ["c1", "c2", "c3", "c4", "c5"]


@given(maps())
def test_a_map_taken_apart_and_put_together_again_is_the_same(document: Document) -> None:
    others = [record for record in document.records.values() if not isinstance(record, Map)]
    start, columns, parked = dict(document.records), dict(document.columns), document.parked
    document.apply(change.remove(others))
    assert (document.steps, document.parked, document.lanes) == ((), (), ())
    document.apply(change.add(*others))
    assert (document.records, document.columns, document.parked) == (start, columns, parked)

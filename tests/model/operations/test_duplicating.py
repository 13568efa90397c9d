import pytest

from model.operations.duplicating import duplicate
from model.operations.stages import steps_of
from model.records import Card, Emotion, Kpi, Lane, Link, Persona, Stage, Step
from model.refusal import Refused
from tests.making.small_map import done, new, small_map, words


def test_duplicated_cards_stand_behind_the_last_of_them_with_their_links() -> None:
    change = duplicate(small_map(), ["c1", "c3"])
    document = done(small_map(), change)
    assert words(document, "l1", "t1") == ["satu", "satu", "dua"]
    assert words(document, "l1", "t2") == ["tiga", "tiga"]
    assert len(new(change, Link)) == 1
    both = done(small_map(), duplicate(small_map(), ["c1", "c2"]))
    assert words(both, "l1", "t1") == ["satu", "dua", "satu", "dua"]


def test_a_parked_card_is_duplicated_in_the_parking_lot() -> None:
    assert words(done(small_map(), duplicate(small_map(), ["c5"])), None, None) == ["lima", "lima"]


def test_a_duplicated_step_has_the_same_cards_and_emotions() -> None:
    change = duplicate(small_map(), ["t1"])
    document = done(small_map(), change)
    (step,) = new(change, Step)
    assert [each.id for each in steps_of(document, "s1")] == ["t1", step, "t2"]
    assert words(document, "l1", step) == ["satu", "dua"]
    assert [marker.step for marker in document.emotions_in("l2")] == ["t1", step]
    assert document.table(Card)["c4"].span == 4
    assert document.cards_in("l3", step)[0].span == 1


def test_a_duplicated_stage_has_the_same_steps_and_the_links_within() -> None:
    change = duplicate(small_map(), ["s1"])
    document = done(small_map(), change)
    (stage,), (link,) = new(change, Stage), new(change, Link)
    assert [each.id for each in document.stages] == ["s1", stage, "s2"]
    assert [words(document, "l1", step.id) for step in steps_of(document, stage)] == [["satu", "dua"], ["tiga"]]
    ends = document.table(Link)[link]
    assert document.table(Card)[ends.source].text == "satu"
    assert ends.source != "c1"


def test_a_duplicated_lane_has_the_same_cards_as_long_as_they_were() -> None:
    change = duplicate(small_map(), ["l3"])
    document = done(small_map(), change)
    (lane,) = new(change, Lane)
    assert [each.id for each in document.lanes][-1] == lane
    assert document.cards_in(lane, "t1")[0].span == 3


def test_personas_emotions_and_kpis_are_duplicated_behind_themselves() -> None:
    change = duplicate(small_map(), ["p1", "e1", "q1"])
    document = done(small_map(), change)
    assert [each.name for each in document.personas] == ["Sari", "Sari"]
    assert [each.cards for each in document.kpis] == [("c1", "c3")] * 2
    assert [len(new(change, kind)) for kind in (Persona, Emotion, Kpi)] == [1, 1, 1]


def test_what_stands_in_a_duplicated_step_is_not_duplicated_once_more() -> None:
    change = duplicate(small_map(), ["c1", "t1", "e1"])
    assert len(new(change, Card)) == 3
    assert len(new(change, Emotion)) == 1


def test_a_link_alone_has_no_copy() -> None:
    assert not duplicate(small_map(), ["k1", "m"])
    with pytest.raises(Refused, match="missing"):
        duplicate(small_map(), ["gone"])

import pytest

from model.document import Document
from model.operations.stages import (
    add_stage,
    delete_stage,
    edit_stage,
    merge_stages,
    move_border,
    move_stage,
    split_stage,
    steps_of,
)
from model.records import Card, Kpi, Stage, Step
from model.refusal import Refused
from tests.making.small_map import done, new, small_map


def row(document: Document) -> dict[str, list[str]]:
    return {stage.id: [step.id for step in steps_of(document, stage.id)] for stage in document.stages}


def test_a_new_stage_stands_where_it_was_put_and_brings_a_step() -> None:
    change = add_stage(small_map(), 1, title="Timbang\r\n")
    document = done(small_map(), change)
    (stage,), (step,) = new(change, Stage), new(change, Step)
    assert [each.id for each in document.stages] == ["s1", stage, "s2"]
    assert [each.id for each in document.steps] == ["t1", "t2", step, "t3", "t4"]
    assert document.stages[1].title == "Timbang\n"


def test_a_card_over_the_place_of_a_new_stage_lies_over_its_steps_too() -> None:
    document = done(small_map(), add_stage(small_map(), 1, steps=2))
    assert document.table(Card)["c4"].span == 5


def test_a_stage_without_steps_can_be_added() -> None:
    assert not new(add_stage(small_map(), steps=0), Step)


def test_a_stage_is_given_words_and_no_other_place_by_editing() -> None:
    assert done(small_map(), edit_stage(small_map(), "s1", title="Kenal", note="n")).stages[0].title == "Kenal"
    assert not edit_stage(small_map(), "s1", title="Sadar")
    with pytest.raises(TypeError):
        edit_stage(small_map(), "s1", order="a9")


def test_a_moved_stage_takes_its_steps_along() -> None:
    document = done(small_map(), move_stage(small_map(), "s2", 0))
    assert row(document) == {"s2": ["t3", "t4"], "s1": ["t1", "t2"]}


def test_a_card_over_two_stages_stays_with_the_stage_that_was_not_moved() -> None:
    card = done(small_map(), move_stage(small_map(), "s2", 0)).table(Card)["c4"]
    assert (card.step, card.span) == ("t1", 2)
    card = done(small_map(), move_stage(small_map(), "s1", 1)).table(Card)["c4"]
    assert (card.step, card.span) == ("t3", 1)


def test_a_stage_moved_to_its_own_place_changes_nothing() -> None:
    assert not move_stage(small_map(), "s2", 1)
    assert not move_stage(small_map(), "s2", 99)


def test_a_deleted_stage_takes_its_steps_and_cards_and_the_kpi_lets_go() -> None:
    document = done(small_map(), delete_stage(small_map(), "s1"))
    assert row(document) == {"s2": ["t3", "t4"]}
    assert set(document.table(Card)) == {"c4", "c5"}
    assert document.table(Card)["c4"].step == "t3"
    assert document.table(Kpi)["q1"].stage is None
    assert document.table(Kpi)["q1"].cards == ()


def test_a_stage_is_split_at_a_step() -> None:
    change = split_stage(small_map(), "t2", "Lihat")
    document = done(small_map(), change)
    (stage,) = new(change, Stage)
    assert row(document) == {"s1": ["t1"], stage: ["t2"], "s2": ["t3", "t4"]}
    assert document.stages[1].title == "Lihat"


def test_a_stage_is_not_split_at_its_first_step() -> None:
    with pytest.raises(Refused, match="stage_start"):
        split_stage(small_map(), "t3")


@pytest.mark.parametrize("pair", [("s1", "s2"), ("s2", "s1")])
def test_merged_stages_are_the_left_one_with_the_steps_and_kpis_of_both(pair: tuple[str, str]) -> None:
    start = small_map(
        Stage(id="s2", order="a1", title="Beli", note="b", extra={"x": 1}), Kpi(id="q2", order="a1", stage="s2")
    )
    document = done(start, merge_stages(start, *pair))
    assert row(document) == {"s1": ["t1", "t2", "t3", "t4"]}
    assert (document.stages[0].title, document.stages[0].note) == ("Sadar", "b")
    assert document.stages[0].extra == {"x": 1}
    assert document.table(Kpi)["q2"].stage == "s1"
    assert document.table(Card)["c4"].span == 3


@pytest.mark.parametrize("pair", [("s1", "s3"), ("s1", "s1")])
def test_stages_apart_are_not_merged(pair: tuple[str, str]) -> None:
    with pytest.raises(Refused, match="not_neighbours"):
        merge_stages(small_map(Stage(id="s3", order="a2")), *pair)


@pytest.mark.parametrize(
    ("by", "after"),
    [(1, {"s1": ["t1", "t2", "t3"], "s2": ["t4"]}), (-1, {"s1": ["t1"], "s2": ["t2", "t3", "t4"]})],
)
def test_a_border_moves_and_no_column_does(by: int, after: dict[str, list[str]]) -> None:
    document = done(small_map(), move_border(small_map(), "s1", by))
    assert row(document) == after
    assert document.table(Card)["c4"] == small_map().table(Card)["c4"]


def test_a_border_leaves_each_stage_a_step() -> None:
    for by in (2, -2, 7):
        with pytest.raises(Refused, match="border_too_far"):
            move_border(small_map(), "s1", by)
    with pytest.raises(Refused, match="last_stage"):
        move_border(small_map(), "s2", 1)
    assert not move_border(small_map(), "s1", 0)

import pytest

from model.document import Document
from model.operations.steps import add_step, add_step_beside, delete_step, edit_step, move_step
from model.records import Card, Emotion, Link, Step
from model.refusal import Refused
from tests.making.small_map import done, new, small_map


def row(document: Document) -> list[tuple[str, str]]:
    return [(step.stage, step.id) for step in document.steps]


def lies(document: Document, card: str = "c4") -> list[str]:
    return [step.id for step in document.under(document.table(Card)[card])]


def test_a_step_is_added_in_a_stage() -> None:
    change = add_step(small_map(), "s2", 0, title="Pilih", minutes=5)
    document = done(small_map(), change)
    (step,) = new(change, Step)
    assert row(document)[2] == ("s2", step)
    assert document.table(Step)[step].minutes == 5


@pytest.mark.parametrize(("after", "at"), [(True, 1), (False, 0)])
def test_a_step_is_added_beside_another(after: bool, at: int) -> None:
    change = add_step_beside(small_map(), "t1", after)
    assert row(done(small_map(), change))[at] == ("s1", new(change, Step)[0])


def test_a_card_lies_over_a_step_that_comes_within_it_and_not_over_one_at_its_end() -> None:
    within = add_step_beside(small_map(), "t2")
    assert lies(done(small_map(), within)) == ["t1", "t2", new(within, Step)[0], "t3"]
    assert lies(done(small_map(), add_step_beside(small_map(), "t3"))) == ["t1", "t2", "t3"]
    assert lies(done(small_map(), add_step_beside(small_map(), "t1", after=False))) == ["t1", "t2", "t3"]


def test_a_step_has_a_title_and_minutes_that_are_not_negative() -> None:
    assert done(small_map(), edit_step(small_map(), "t1", title="Cari", minutes=2.5)).steps[0].minutes == 2.5
    assert done(small_map(), edit_step(small_map(), "t1", minutes=None)).steps[0].minutes is None
    for minutes, code in ((-1, "too_low"), (float("nan"), "not_a_number"), (1e300, "too_large")):
        with pytest.raises(Refused, match=code):
            edit_step(small_map(), "t1", minutes=minutes)


def test_a_step_moves_within_its_stage_and_to_another() -> None:
    assert [key for _, key in row(done(small_map(), move_step(small_map(), "t1", "s1", 1)))] == ["t2", "t1", "t3", "t4"]
    assert row(done(small_map(), move_step(small_map(), "t4", "s1", 0)))[0] == ("s1", "t4")
    assert not move_step(small_map(), "t2", "s1", 1)
    assert not move_step(small_map(), "t2", "s1")


@pytest.mark.parametrize(
    ("step", "stage", "index", "after"),
    [
        ("t2", "s1", 0, ["t2", "t1", "t3"]),  # within the card: still over all three
        ("t2", "s2", 2, ["t1", "t3"]),  # out of its middle
        ("t3", "s2", 1, ["t1", "t2"]),  # out of its end
        ("t1", "s2", 2, ["t2", "t3"]),  # its first: it stays with the others
        ("t1", "s2", 1, ["t2", "t3", "t1"]),  # to its other end: still over all three
        ("t3", "s1", 0, ["t3", "t1", "t2"]),
        ("t4", "s1", 1, ["t1", "t4", "t2", "t3"]),  # into its middle
        ("t4", "s1", 0, ["t1", "t2", "t3"]),  # ahead of it
    ],
)
def test_a_card_over_several_steps_keeps_to_them_when_one_moves(
    step: str, stage: str, index: int, after: list[str]
) -> None:
    assert lies(done(small_map(), move_step(small_map(), step, stage, index))) == after


def test_a_card_that_lies_past_the_last_step_is_drawn_in_when_steps_change() -> None:
    start = small_map(Card(id="c4", order="a0", lane="l3", step="t3", span=9))
    document = done(start, add_step(start, "s2"))
    assert lies(document) == ["t3", "t4"]
    assert document.table(Card)["c4"].span == 2


def test_a_deleted_step_takes_its_cards_emotions_and_links() -> None:
    document = done(small_map(), delete_step(small_map(), "t1"))
    assert set(document.table(Card)) == {"c3", "c4", "c5"}
    assert not document.table(Emotion)
    assert not document.table(Link)


@pytest.mark.parametrize(("step", "after"), [("t1", ["t2", "t3"]), ("t2", ["t1", "t3"]), ("t3", ["t1", "t2"])])
def test_a_card_over_several_steps_outlives_one_of_them(step: str, after: list[str]) -> None:
    assert lies(done(small_map(), delete_step(small_map(), step))) == after


def test_what_is_gone_is_refused() -> None:
    for ask in (delete_step, add_step, add_step_beside, edit_step):
        with pytest.raises(Refused, match="missing"):
            ask(small_map(), "gone")
    with pytest.raises(Refused, match="missing"):
        move_step(small_map(), "t1", "gone")
    with pytest.raises(Refused, match="missing"):
        add_step(small_map(), "t1")

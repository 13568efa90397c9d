import pytest

from model.operations.capture import write_below, write_beside
from model.records import Card, Lane, Step
from model.refusal import Refused
from tests.making.small_map import done, new, small_map, words


def test_the_next_card_is_written_right_below() -> None:
    assert words(done(small_map(), write_below(small_map(), "c1", "baru")), "l1", "t1") == ["satu", "baru", "dua"]
    assert words(done(small_map(), write_below(small_map(), "c5", "baru")), None, None) == ["lima", "baru"]


def test_the_next_card_is_written_in_the_next_cell() -> None:
    assert words(done(small_map(), write_beside(small_map(), "c1", "baru")), "l1", "t2") == ["tiga", "baru"]
    assert words(done(small_map(), write_beside(small_map(), "c5", "baru")), None, None) == ["lima", "baru"]


def test_writing_past_the_last_step_makes_one() -> None:
    start = small_map(Card(id="c3", order="a0", lane="l1", step="t4"))
    change = write_beside(start, "c3", "baru")
    document = done(start, change)
    (step,) = new(change, Step)
    assert document.steps[-1].id == step
    assert words(document, "l1", step) == ["baru"]


def test_cards_are_written_along_a_hidden_lane_too() -> None:
    start = small_map(Lane(id="l1", order="a0", hidden=True))
    assert words(done(start, write_beside(start, "c1", "baru")), "l1", "t2") == ["tiga", "baru"]


def test_no_card_is_made_of_spaces() -> None:
    for text in ("", " \n\t", "\x00"):
        assert not write_below(small_map(), "c1", text)
        assert not write_beside(small_map(), "c1", text)


def test_what_is_gone_has_no_place_beside_it() -> None:
    for ask in (write_below, write_beside):
        with pytest.raises(Refused, match="missing"):
            ask(small_map(), "gone", "baru")

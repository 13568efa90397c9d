import pytest

from model.document import Document
from model.operations.lanes import add_lane, delete_lane, edit_lane, move_lane, set_role, show_all_lanes
from model.records import Card, Emotion, Lane, Persona, Role
from model.refusal import Refused
from tests.making.small_map import done, new, small_map


def rows(document: Document) -> list[str]:
    return [lane.id for lane in document.lanes]


def test_a_lane_is_added_at_a_place_for_a_role() -> None:
    change = add_lane(small_map(), Role.PAIN_POINTS, 1, title="Titik masalah")
    document = done(small_map(), change)
    assert rows(document) == ["l1", *new(change, Lane), "l2", "l3"]
    assert document.lanes[1].role is Role.PAIN_POINTS


def test_a_lane_is_renamed_hidden_and_folded_and_shown_again() -> None:
    document = done(small_map(), edit_lane(small_map(), "l1", title="Aksi", hidden=True, folded=True))
    assert (document.lanes[0].title, document.lanes[0].hidden, document.lanes[0].folded) == ("Aksi", True, True)
    assert not done(document, show_all_lanes(document)).lanes[0].hidden
    assert not show_all_lanes(small_map())


def test_a_lane_moves_and_its_own_place_is_no_move() -> None:
    assert rows(done(small_map(), move_lane(small_map(), "l3", 0))) == ["l3", "l1", "l2"]
    assert not move_lane(small_map(), "l3", 2)


def test_an_empty_lane_takes_any_role() -> None:
    start = small_map(Lane(id="l4", order="a3"))
    assert done(start, set_role(start, "l4", Role.EMOTION)).lanes[3].role is Role.EMOTION
    assert done(small_map(), set_role(small_map(), "l1", Role.OTHER)).lanes[0].role is Role.OTHER
    assert not set_role(small_map(), "l2", Role.EMOTION)


def test_a_lane_keeps_the_role_that_those_on_it_need() -> None:
    with pytest.raises(Refused, match="lane_holds_emotions"):
        set_role(small_map(), "l2", Role.OTHER)
    with pytest.raises(Refused, match="lane_holds_cards"):
        set_role(small_map(), "l1", Role.EMOTION)


def test_a_deleted_lane_takes_what_stands_on_it() -> None:
    assert set(done(small_map(), delete_lane(small_map(), "l1")).table(Card)) == {"c4", "c5"}
    document = done(small_map(), delete_lane(small_map(), "l2"))
    assert not document.table(Emotion)
    assert document.table(Persona)


def test_what_is_gone_is_refused() -> None:
    for ask in (delete_lane, edit_lane):
        with pytest.raises(Refused, match="missing"):
            ask(small_map(), "gone")
    with pytest.raises(Refused, match="missing"):
        move_lane(small_map(), "t1", 0)

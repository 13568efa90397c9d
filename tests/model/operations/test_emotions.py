import pytest

from model.operations.emotions import add_emotion, delete_emotion, edit_emotion, move_emotion
from model.records import Emotion, Lane, Role
from model.refusal import Refused
from tests.making.small_map import done, new, small_map


def test_an_emotion_is_added_behind_those_of_its_step() -> None:
    change = add_emotion(small_map(), "l2", "t1", -1.5, "p1", quote="Lama!")
    document = done(small_map(), change)
    assert [marker.id for marker in document.emotions_in("l2")] == ["e1", *new(change, Emotion)]
    assert document.emotions_in("l2")[1].quote == "Lama!"


@pytest.mark.parametrize("value", [-2.01, 2.5, 100])
def test_a_feeling_stays_between_very_bad_and_very_good(value: float) -> None:
    with pytest.raises(Refused, match="out_of_range"):
        add_emotion(small_map(), "l2", "t1", value)
    with pytest.raises(Refused, match="out_of_range"):
        move_emotion(small_map(), "e1", "t1", value)
    with pytest.raises(Refused, match="out_of_range"):
        edit_emotion(small_map(), "e1", value=value)


def test_an_emotion_moves_along_its_lane_up_and_down_and_to_another_lane() -> None:
    start = small_map(Lane(id="l9", order="a9", role=Role.EMOTION))
    moved = done(start, move_emotion(start, "e1", "t3", -2, "l9")).table(Emotion)["e1"]
    assert (moved.lane, moved.step, moved.value) == ("l9", "t3", -2)
    assert not move_emotion(start, "e1", "t1", 1)
    assert not move_emotion(start, "e1", "t1")


def test_an_emotion_stands_on_emotion_lanes_only() -> None:
    with pytest.raises(Refused, match="not_an_emotion_lane"):
        add_emotion(small_map(), "l1", "t1")
    with pytest.raises(Refused, match="not_an_emotion_lane"):
        move_emotion(small_map(), "e1", "t1", lane="l1")


def test_an_emotion_is_somebodys_or_nobodys() -> None:
    nobodys = done(small_map(), edit_emotion(small_map(), "e1", persona=None, note="n")).table(Emotion)["e1"]
    assert nobodys.persona is None
    with pytest.raises(Refused, match="missing"):
        edit_emotion(small_map(), "e1", persona="gone")
    with pytest.raises(Refused, match="missing"):
        add_emotion(small_map(), "l2", "t1", persona="c1")


def test_a_deleted_emotion_is_gone() -> None:
    assert not done(small_map(), delete_emotion(small_map(), "e1")).table(Emotion)
    with pytest.raises(Refused, match="missing"):
        delete_emotion(small_map(), "gone")

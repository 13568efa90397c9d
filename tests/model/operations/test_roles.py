import pytest

from model.operations.lanes import edit_lane
from model.operations.roles import add_card_for, add_emotion_for, add_kpi_for, index_for, lane_of
from model.operations.stages import move_stage
from model.records import Emotion, Kpi, Lane, Role
from model.refusal import Refused
from tests.making.small_map import done, new, small_map, words


def test_a_lane_belongs_behind_those_of_its_role_or_of_the_nearest_above() -> None:
    document = small_map()  # customer actions, emotion, support
    assert index_for(document, Role.CUSTOMER_ACTIONS) == 1
    assert index_for(document, Role.BACK_STAGE) == 1
    assert index_for(document, Role.PAIN_POINTS) == 3
    assert index_for(document, Role.EVIDENCE) == 2


def test_a_card_goes_to_the_lane_of_its_role() -> None:
    change = add_card_for(small_map(), Role.SUPPORT, "t4", text="baru")
    assert words(done(small_map(), change), "l3", "t4") == ["baru"]
    assert len(change.ids) == 1


def test_a_lane_that_is_hidden_shows_once_something_is_put_on_it() -> None:
    hidden = done(small_map(), edit_lane(small_map(), "l3", hidden=True, folded=True))
    document = done(hidden, add_card_for(hidden, Role.SUPPORT, "t4", text="baru"))
    assert words(document, "l3", "t4") == ["baru"]
    assert not document.table(Lane)["l3"].hidden
    assert not document.table(Lane)["l3"].folded


def test_a_lane_that_shows_goes_ahead_of_a_hidden_one() -> None:
    document = small_map(Lane(id="l0", order="Zz", role=Role.SUPPORT, hidden=True))
    assert lane_of(document, Role.SUPPORT)[0] == "l3"


def test_a_card_brings_the_lane_of_its_role_where_there_is_none() -> None:
    change = add_card_for(small_map(), Role.PAIN_POINTS, "t2", index=1, title="Titik masalah", text="lama")
    document = done(small_map(), change)
    assert [lane.role for lane in document.lanes][1] is Role.PAIN_POINTS
    (lane,) = new(change, Lane)
    assert document.table(Lane)[lane].title == "Titik masalah"
    assert words(document, lane, "t2") == ["lama"]


def test_an_emotion_goes_to_the_first_emotion_lane_or_brings_one() -> None:
    change = add_emotion_for(small_map(), "t3", -1.0)
    (key,) = new(change, Emotion)
    emotion = done(small_map(), change).table(Emotion)[key]
    assert (emotion.lane, emotion.step, emotion.value, emotion.persona) == ("l2", "t3", -1.0, "p1")


def test_a_kpi_brings_the_lane_that_shows_it() -> None:
    change = add_kpi_for(small_map(), "s2", title="KPI")
    document = done(small_map(), change)
    (key,) = new(change, Kpi)
    assert document.table(Kpi)[key].stage == "s2"
    assert [lane.role for lane in document.lanes].count(Role.KPIS) == 1
    again = done(document, add_kpi_for(document, "s1", title="KPI"))
    assert [lane.role for lane in again.lanes].count(Role.KPIS) == 1


def test_what_is_put_nowhere_is_refused() -> None:
    document = done(small_map(), move_stage(small_map(), "s1", 1))
    with pytest.raises(Refused, match="missing"):
        add_card_for(document, Role.SUPPORT, "gone")
    with pytest.raises(Refused, match="out_of_range"):
        add_emotion_for(document, "t1", 3.0)

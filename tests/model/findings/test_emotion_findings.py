from model.findings.finding import Code
from model.records import Card, Emotion, Lane, Persona, Role
from tests.making.small_blueprints import card, feeling, frame, told

ACTIONS, EMOTION, PAIN = Role.CUSTOMER_ACTIONS, Role.EMOTION, Role.PAIN_POINTS
CURVED = (ACTIONS, EMOTION, PAIN)


def three_actions() -> list[Card]:
    return [card(f"a{at}", ACTIONS, f"t{at}") for at in (1, 2, 3)]


def test_a_stage_with_cards_and_no_emotion_is_told_of() -> None:
    document = frame(*three_actions(), feeling("t1", 1), feeling("t3", 0), roles=CURVED)
    assert told(document, Code.STAGE_WITHOUT_EMOTION) == [("s2",)]


def test_a_stage_without_cards_may_be_without_emotion() -> None:
    document = frame(card("a", ACTIONS, "t1"), feeling("t1", 1), roles=CURVED)
    assert told(document, Code.STAGE_WITHOUT_EMOTION) == []


def test_a_map_without_an_emotion_lane_is_not_asked_for_emotions() -> None:
    assert told(frame(*three_actions(), roles=(ACTIONS,)), Code.STAGE_WITHOUT_EMOTION) == []


def test_a_flat_curve_is_told_of() -> None:
    markers = [feeling(step, 0.5) for step in ("t1", "t2", "t3")]
    assert told(frame(*markers, roles=CURVED), Code.EMOTIONS_ALL_EQUAL) == [(str(EMOTION),)]


def test_two_equal_markers_are_no_flat_curve_yet() -> None:
    assert told(frame(feeling("t1", 1), feeling("t2", 1), roles=CURVED), Code.EMOTIONS_ALL_EQUAL) == []


def test_each_persona_has_a_curve_of_its_own() -> None:
    other = Persona(id="budi", order="a1")
    theirs = [
        Emotion(id=f"b-{step}", order="a1", lane=str(EMOTION), step=step, value=-0.5, persona="budi")
        for step in ("t1", "t2", "t3")
    ]
    curve = [feeling("t1", 1), feeling("t2", 0), feeling("t3", 2)]
    document = frame(other, *theirs, *curve, roles=CURVED)
    assert told(document, Code.EMOTIONS_ALL_EQUAL) == [(str(EMOTION), "budi")]


def test_the_lowest_point_wants_a_pain_point() -> None:
    curve = [feeling("t1", 1), feeling("t2", -0.5), feeling("t3", 2)]
    assert told(frame(*curve, roles=CURVED), Code.LOWEST_POINT_WITHOUT_PAIN_POINT) == [("e-t2",)]
    explained = frame(*curve, card("n", PAIN, "t1", span=2), roles=CURVED)
    assert told(explained, Code.LOWEST_POINT_WITHOUT_PAIN_POINT) == []


def test_of_several_lowest_points_one_pain_point_is_enough() -> None:
    curve = [feeling("t1", 0), feeling("t2", 0), feeling("t3", 2)]
    assert told(frame(*curve, roles=CURVED), Code.LOWEST_POINT_WITHOUT_PAIN_POINT) == [("e-t1",)]
    explained = frame(*curve, card("n", PAIN, "t2"), roles=CURVED)
    assert told(explained, Code.LOWEST_POINT_WITHOUT_PAIN_POINT) == []


def test_a_low_emotion_wants_a_pain_point_and_is_told_of_once() -> None:
    curve = [feeling("t1", 1), feeling("t2", -1), feeling("t3", -2)]
    document = frame(*curve, card("n", PAIN, "t3"), roles=CURVED)
    assert told(document, Code.LOW_EMOTION_WITHOUT_PAIN_POINT) == [("e-t2",)]
    assert told(document, Code.LOWEST_POINT_WITHOUT_PAIN_POINT) == []


def test_a_feeling_above_minus_one_is_not_low() -> None:
    document = frame(feeling("t1", -0.9), feeling("t2", 1), roles=CURVED)
    assert told(document, Code.LOW_EMOTION_WITHOUT_PAIN_POINT) == []


def test_curves_are_told_apart_by_their_lane() -> None:
    second = Lane(id="mood", order="b0", role=EMOTION)
    markers = [Emotion(id=f"m{at}", order="a0", lane="mood", step=f"t{at}", value=0) for at in (1, 2, 3)]
    document = frame(second, *markers, feeling("t1", 1), feeling("t2", 0), roles=CURVED)
    assert told(document, Code.EMOTIONS_ALL_EQUAL) == [("mood",)]

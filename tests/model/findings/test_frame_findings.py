from model.document import Document
from model.findings.finding import Code
from model.findings.search import find
from model.records import Lane, Map, Role, Stage, Step
from tests.making.small_blueprints import card, frame, told

ACTIONS = Role.CUSTOMER_ACTIONS


def timed(total: float | None, *minutes: float | None) -> Document:
    steps = [Step(id=f"t{at}", stage="s", order=f"a{at}", minutes=each) for at, each in enumerate(minutes)]
    return frame(Stage(id="s", order="a0"), *steps, steps=0, total_minutes=total)


def test_an_empty_map_is_asked_for_its_lens_and_nothing_else() -> None:
    assert {each.code for each in find(Document([Map(id="m")]))} == {Code.NO_PERSONA, Code.NO_SCENARIO, Code.NO_STATE}


def test_a_template_without_cards_is_asked_for_nothing_but_the_lens() -> None:
    assert find(frame(roles=tuple(Role), steps=5)) == ()


def test_a_map_with_persona_scenario_and_state_has_its_lens() -> None:
    document = frame()
    assert not told(document, Code.NO_PERSONA) + told(document, Code.NO_SCENARIO) + told(document, Code.NO_STATE)


def test_a_scenario_of_spaces_says_nothing() -> None:
    assert told(frame(scenario="  \n"), Code.NO_SCENARIO) == [("m",)]


def test_more_than_twelve_steps_are_many() -> None:
    assert told(frame(steps=13), Code.TOO_MANY_STEPS) == [("m",)]
    assert told(frame(steps=12), Code.TOO_MANY_STEPS) == []


def test_more_than_seven_stages_are_many() -> None:
    assert told(frame(steps=8), Code.TOO_MANY_STAGES) == [("m",)]
    assert told(frame(steps=7), Code.TOO_MANY_STAGES) == []


def test_fewer_than_three_stages_are_few_once_there_are_cards() -> None:
    assert told(frame(card("a", ACTIONS), roles=(ACTIONS,), steps=2), Code.TOO_FEW_STAGES) == [("m",)]
    assert told(frame(card("a", ACTIONS), roles=(ACTIONS,), steps=3), Code.TOO_FEW_STAGES) == []
    assert told(frame(steps=2), Code.TOO_FEW_STAGES) == []


def test_more_than_twenty_lanes_are_many() -> None:
    lanes = [Lane(id=f"l{at}", order=f"a{at}") for at in range(21)]
    assert told(frame(*lanes), Code.TOO_MANY_LANES) == [("m",)]
    assert told(frame(*lanes[1:]), Code.TOO_MANY_LANES) == []


def test_more_than_ten_cards_in_a_stage_are_many() -> None:
    cards = [card(f"a{at}", ACTIONS, "t2") for at in range(11)]
    assert told(frame(*cards, roles=(ACTIONS,)), Code.TOO_MANY_CARDS_IN_STAGE) == [("s2",)]
    assert told(frame(*cards[1:], roles=(ACTIONS,)), Code.TOO_MANY_CARDS_IN_STAGE) == []


def test_a_card_counts_in_the_stage_where_it_begins() -> None:
    cards = [card(f"a{at}", ACTIONS, "t1", span=3) for at in range(11)]
    assert told(frame(*cards, roles=(ACTIONS,)), Code.TOO_MANY_CARDS_IN_STAGE) == [("s1",)]


def test_step_times_that_differ_from_the_total_are_told_of() -> None:
    (found,) = [each for each in find(timed(60, 20, 25)) if each.code is Code.TIMES_DIFFER]
    assert dict(found.details) == {"sum": 45, "total": 60}
    assert told(timed(45.4, 20, 25), Code.TIMES_DIFFER) == []


def test_a_step_without_a_time_may_take_the_rest() -> None:
    assert told(timed(60, 20, None), Code.TIMES_DIFFER) == []
    assert told(timed(60, 70, None), Code.TIMES_DIFFER) == [("m",)]


def test_times_without_a_total_and_a_total_without_times_contradict_nothing() -> None:
    assert told(timed(None, 20, 25), Code.TIMES_DIFFER) == []
    assert told(timed(60, None, None), Code.TIMES_DIFFER) == []

from model.findings.finding import Code, Severity
from model.findings.search import find
from model.records import Mark, Role
from tests.making.small_blueprints import card, frame, link, told

ACTIONS, FRONT, BACK, SUPPORT = Role.CUSTOMER_ACTIONS, Role.FRONT_STAGE, Role.BACK_STAGE, Role.SUPPORT
SERVICE = (ACTIONS, FRONT)


def test_an_action_that_nobody_meets_is_told_of() -> None:
    document = frame(card("a", ACTIONS, "t1"), card("f", FRONT, "t2"), roles=SERVICE)
    assert told(document, Code.ACTION_WITHOUT_FRONT_STAGE) == [("a",)]


def test_an_action_met_by_people_or_technology_is_fine() -> None:
    technology = Role.FRONT_STAGE_TECHNOLOGY
    for role in (FRONT, technology):
        document = frame(card("a", ACTIONS), card("f", role), roles=(*SERVICE, technology))
        assert told(document, Code.ACTION_WITHOUT_FRONT_STAGE) == []


def test_a_front_stage_card_meets_the_actions_in_every_step_it_lies_over() -> None:
    document = frame(card("a", ACTIONS, "t3"), card("f", FRONT, "t1", span=3), roles=SERVICE)
    assert told(document, Code.ACTION_WITHOUT_FRONT_STAGE) == []


def test_an_action_over_several_steps_is_met_in_any_of_them() -> None:
    document = frame(card("a", ACTIONS, "t1", span=2), card("f", FRONT, "t2"), roles=SERVICE)
    assert told(document, Code.ACTION_WITHOUT_FRONT_STAGE) == []


def test_self_service_needs_nobody() -> None:
    document = frame(card("a", ACTIONS, self_service=True), roles=SERVICE)
    assert told(document, Code.ACTION_WITHOUT_FRONT_STAGE) == []


def test_a_map_without_a_front_stage_is_not_asked_for_one() -> None:
    document = frame(card("a", ACTIONS), roles=(ACTIONS,))
    assert told(document, Code.ACTION_WITHOUT_FRONT_STAGE) == []


def test_a_parked_action_is_not_asked_about() -> None:
    parked = card("a", ACTIONS, step=None)
    assert told(frame(parked, roles=(*SERVICE, Role.EVIDENCE)), Code.ACTION_WITHOUT_FRONT_STAGE) == []


def test_an_unmet_action_is_critical_at_a_moment_of_truth() -> None:
    moment = card("a", ACTIONS, "t1", marks=(Mark.MOMENT_OF_TRUTH,))
    document = frame(moment, card("b", ACTIONS, "t2"), roles=SERVICE)
    unmet = {each.records: each.severity for each in find(document) if each.code is Code.ACTION_WITHOUT_FRONT_STAGE}
    assert unmet == {("a",): Severity.CRITICAL, ("b",): Severity.WARNING}


def test_an_action_with_nothing_to_see_or_hold_is_told_of() -> None:
    roles = (Role.EVIDENCE, ACTIONS)
    document = frame(card("a", ACTIONS, "t1"), card("b", ACTIONS, "t2"), card("v", Role.EVIDENCE, "t1"), roles=roles)
    assert told(document, Code.ACTION_WITHOUT_EVIDENCE) == [("b",)]


def test_a_map_without_an_evidence_lane_is_not_asked_for_evidence() -> None:
    assert told(frame(card("a", ACTIONS), roles=(ACTIONS,)), Code.ACTION_WITHOUT_EVIDENCE) == []


def test_cards_on_the_stages_that_nothing_leads_to_or_from_are_told_of() -> None:
    cards = [card("a", ACTIONS), card("f", FRONT), card("g", FRONT, order="a1"), card("b", BACK), card("c", BACK, "t2")]
    document = frame(*cards, link("a", "f"), link("f", "b"), roles=(ACTIONS, FRONT, BACK))
    assert told(document, Code.STAGE_CARD_WITHOUT_LINK) == [("g",), ("c",)]


def test_a_loop_is_a_link_too() -> None:
    document = frame(card("f", FRONT, "t2"), card("b", BACK), link("f", "b", loop=True), roles=(FRONT, BACK))
    assert told(document, Code.STAGE_CARD_WITHOUT_LINK) == []


def test_a_support_card_that_supports_nothing_is_told_of() -> None:
    cards = [card("b", BACK), card("s", SUPPORT), card("z", SUPPORT, "t2")]
    document = frame(*cards, link("b", "s"), roles=(BACK, SUPPORT))
    assert told(document, Code.SUPPORT_SUPPORTS_NOTHING) == [("z",)]


def test_the_waiting_of_the_customer_is_told_of_and_that_of_others_is_not() -> None:
    marks = (Mark.WAIT_POINT,)
    document = frame(card("a", ACTIONS, marks=marks), card("b", BACK, marks=marks), roles=(ACTIONS, BACK))
    assert told(document, Code.WAIT_POINT_OF_CUSTOMER) == [("a",)]

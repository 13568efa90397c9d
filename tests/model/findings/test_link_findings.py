from model.findings.finding import Code
from model.findings.search import find
from tests.making.small_blueprints import BANDS, card, frame, link, told

ACTIONS, FRONT, BACK, SUPPORT = BANDS


def test_a_link_from_the_customer_straight_to_support_jumps_lines() -> None:
    document = frame(card("a", ACTIONS), card("s", SUPPORT), link("a", "s"), roles=BANDS)
    assert told(document, Code.LINK_JUMPS_LINES) == [("a>s",)]


def test_a_link_jumps_lines_upwards_too_and_says_how_many() -> None:
    document = frame(card("f", FRONT), card("s", SUPPORT), link("s", "f"), roles=BANDS)
    assert [each.details["count"] for each in find(document) if each.code is Code.LINK_JUMPS_LINES] == [2]


def test_a_link_to_the_next_band_jumps_nothing() -> None:
    cards = [card("a", ACTIONS), card("f", FRONT), card("b", BACK), card("s", SUPPORT)]
    document = frame(*cards, link("a", "f"), link("f", "b"), link("b", "s"), roles=BANDS)
    assert told(document, Code.LINK_JUMPS_LINES) == []


def test_a_line_that_is_not_drawn_cannot_be_jumped() -> None:
    cards = [card("a", ACTIONS), card("s", SUPPORT), link("a", "s")]
    assert told(frame(*cards, roles=(ACTIONS, SUPPORT)), Code.LINK_JUMPS_LINES) == []
    assert told(frame(*cards, roles=(ACTIONS, BACK, SUPPORT)), Code.LINK_JUMPS_LINES) == [("a>s",)]


def test_a_link_to_an_earlier_step_runs_back_in_time() -> None:
    document = frame(card("f", FRONT, "t3"), card("b", BACK, "t1"), link("f", "b"), roles=BANDS)
    assert told(document, Code.LINK_BACK_IN_TIME) == [("f>b",)]


def test_a_loop_and_an_exchange_may_run_back_in_time() -> None:
    for ways in ({"loop": True}, {"both": True}):
        document = frame(card("f", FRONT, "t3"), card("b", BACK, "t1"), link("f", "b", **ways), roles=BANDS)
        assert told(document, Code.LINK_BACK_IN_TIME) == []


def test_a_link_to_a_card_that_still_lies_over_the_step_does_not_run_back() -> None:
    document = frame(card("b", BACK, "t3"), card("s", SUPPORT, "t1", span=3), link("b", "s"), roles=BANDS)
    assert told(document, Code.LINK_BACK_IN_TIME) == []


def test_a_link_to_a_parked_card_has_no_time() -> None:
    parked = card("s", SUPPORT, step=None)
    document = frame(card("b", BACK, "t3"), parked, link("b", "s"), roles=BANDS)
    assert told(document, Code.LINK_BACK_IN_TIME) == []


def test_a_lane_that_falls_silent_while_its_partner_does_not_is_told_of() -> None:
    talk = [card(f"a{at}", ACTIONS, f"t{at}") for at in range(1, 6)]
    document = frame(*talk, card("f", FRONT, "t1"), link("a1", "f"), roles=BANDS, steps=5)
    assert told(document, Code.LANE_SILENT) == [(str(FRONT), "t2", "t5")]


def test_a_lane_is_not_silent_for_two_steps_only() -> None:
    talk = [card(f"a{at}", ACTIONS, f"t{at}") for at in range(1, 4)]
    document = frame(*talk, card("f", FRONT, "t1"), link("a1", "f"), roles=BANDS)
    assert told(document, Code.LANE_SILENT) == []


def test_a_card_over_several_steps_breaks_the_silence() -> None:
    talk = [card(f"a{at}", ACTIONS, f"t{at}") for at in range(1, 6)]
    document = frame(*talk, card("f", FRONT, "t1", span=3), link("a1", "f"), roles=BANDS, steps=5)
    assert told(document, Code.LANE_SILENT) == []


def test_a_lane_may_be_silent_together_with_one_it_is_linked_with() -> None:
    talk = [card(f"a{at}", ACTIONS, f"t{at}") for at in range(1, 6)]
    cards = [*talk, card("f", FRONT, "t1"), card("b", BACK, "t1")]
    document = frame(*cards, link("a1", "f"), link("f", "b"), roles=BANDS, steps=5)
    assert told(document, Code.LANE_SILENT) == []

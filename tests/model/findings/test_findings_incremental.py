from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import change
from model.change import Change
from model.document import Document
from model.findings.finding import Code
from model.findings.search import Findings, find
from model.records import Card, Lane, Role
from tests.making.any_edit import any_edit
from tests.making.maps import maps
from tests.making.small_blueprints import BANDS, card, frame, link, told

SEEDS = st.integers(0, 2**32 - 1)


@given(maps(max_steps=8, max_lanes=10), SEEDS, st.integers(1, 12))
def test_after_any_changes_the_findings_are_those_of_the_map_as_it_is(
    document: Document, seed: int, edits: int
) -> None:
    findings, chance = Findings(document), Random(seed)
    assert findings.current() == find(document)
    for _ in range(edits):
        edit = any_edit(chance, document)
        document.apply(edit)
        assert findings.update(edit) == find(document)


@given(maps(max_steps=8, max_lanes=10), SEEDS, st.integers(1, 8))
def test_undone_changes_leave_the_findings_as_they_were(document: Document, seed: int, edits: int) -> None:
    findings, before, whole, chance = Findings(document), find(document), Change(), Random(seed)
    for _ in range(edits):
        edit = any_edit(chance, document)
        document.apply(edit)
        whole = whole.then(edit)
    assert findings.update(whole) == find(document)
    document.apply(whole.inverse())
    assert findings.update(whole.inverse()) == before


@given(SEEDS, st.integers(10, 60))
def test_a_blueprint_that_grows_edit_by_edit_has_the_findings_of_the_map_as_it_is(seed: int, edits: int) -> None:
    document = frame(roles=(*BANDS, Role.PAIN_POINTS, Role.OPPORTUNITIES, Role.EVIDENCE, Role.EMOTION), steps=4)
    findings, chance = Findings(document), Random(seed)
    for _ in range(edits):
        edit = any_edit(chance, document)
        document.apply(edit)
        assert findings.update(edit) == find(document)


def test_a_lane_that_becomes_a_front_stage_has_every_action_asked_about() -> None:
    document = frame(card("a", Role.CUSTOMER_ACTIONS), roles=(Role.CUSTOMER_ACTIONS, Role.OTHER))
    findings = Findings(document)
    edit = change.update(document.table(Lane)[str(Role.OTHER)], role=Role.FRONT_STAGE)
    document.apply(edit)
    assert ("a",) in [each.records for each in findings.update(edit) if each.code is Code.ACTION_WITHOUT_FRONT_STAGE]


def test_a_circle_is_found_when_it_closes_and_gone_when_it_opens() -> None:
    cards = [card("b", Role.BACK_STAGE), card("s", Role.SUPPORT)]
    document = frame(*cards, link("b", "s"), roles=BANDS)
    findings, edit = Findings(document), change.add(link("s", "b"))
    document.apply(edit)
    assert [each.code for each in findings.update(edit)].count(Code.CIRCULAR_DEPENDENCY) == 1
    document.apply(edit.inverse())
    assert [each.code for each in findings.update(edit.inverse())].count(Code.CIRCULAR_DEPENDENCY) == 0


@pytest.mark.parametrize(("member", "value"), [("lane", str(Role.FRONT_STAGE)), ("step", None)])
def test_a_circle_is_gone_when_one_of_its_cards_leaves_the_back_stage(member: str, value: str | None) -> None:
    cards = [card("b", Role.BACK_STAGE), card("s", Role.SUPPORT)]
    document = frame(*cards, link("b", "s"), link("s", "b"), roles=BANDS)
    assert told(document, Code.CIRCULAR_DEPENDENCY) == [("b", "s")]
    findings, edit = Findings(document), change.update(document.table(Card)["b"], **{member: value})
    document.apply(edit)
    assert [each.code for each in findings.update(edit)].count(Code.CIRCULAR_DEPENDENCY) == 0


def test_a_circle_is_gone_when_its_lane_is_for_something_else() -> None:
    cards = [card("b", Role.BACK_STAGE), card("s", Role.SUPPORT)]
    document = frame(*cards, link("b", "s"), link("s", "b"), roles=BANDS)
    findings, edit = Findings(document), change.update(document.table(Lane)[str(Role.SUPPORT)], role=Role.OTHER)
    document.apply(edit)
    assert [each.code for each in findings.update(edit)].count(Code.CIRCULAR_DEPENDENCY) == 0


def test_a_pain_point_is_told_of_when_the_opportunity_linked_with_it_is_parked() -> None:
    roles = (Role.PAIN_POINTS, Role.OPPORTUNITIES)
    document = frame(card("n", roles[0]), card("o", roles[1], "t3"), link("n", "o"), roles=roles)
    findings, edit = Findings(document), change.update(document.table(Card)["o"], lane=None, step=None)
    assert told(document, Code.PAIN_POINT_WITHOUT_OPPORTUNITY) == []
    document.apply(edit)
    assert ("n",) in [each.records for each in findings.update(edit)]


def test_a_card_that_leaves_the_map_takes_its_findings_along() -> None:
    document = frame(card("f", Role.FRONT_STAGE), roles=BANDS)
    findings = Findings(document)
    edit = change.update(document.table(Card)["f"], lane=None, step=None)
    document.apply(edit)
    assert findings.update(edit) == find(document)
    assert told(document, Code.STAGE_CARD_WITHOUT_LINK) == []

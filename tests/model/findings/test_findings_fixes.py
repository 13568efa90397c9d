import msgspec
import pytest
from hypothesis import given

from model.document import Document
from model.findings.finding import Code, Finding, Fix, Severity
from model.findings.fixes import FIXES, fix
from model.findings.search import find
from model.operations.cards import delete_cards
from model.records import Card, Kpi, Role, Stage, Step
from model.refusal import Refused
from tests.making.maps import maps
from tests.making.small_blueprints import BANDS, card, feeling, frame, link

PAIN, CHANCES = Role.PAIN_POINTS, Role.OPPORTUNITIES
SPELLED = [card(f"c{at}", Role.OTHER, f"t{at}", owner=name) for at, name in ((1, "Sari"), (2, "Sari"), (3, "sari"))]

BROKEN: dict[Fix, Document] = {
    Fix.MARK_SELF_SERVICE: frame(card("a", Role.CUSTOMER_ACTIONS), roles=BANDS),
    Fix.ADD_EVIDENCE: frame(card("a", Role.CUSTOMER_ACTIONS), roles=(Role.EVIDENCE, Role.CUSTOMER_ACTIONS)),
    Fix.MARK_LOOP: frame(card("f", BANDS[1], "t2"), card("b", BANDS[2], "t1"), link("f", "b"), roles=BANDS),
    Fix.ADD_PAIN_POINT: frame(feeling("t1", -2), feeling("t2", 1), roles=(Role.EMOTION, PAIN)),
    Fix.ADD_OPPORTUNITY: frame(card("n", PAIN), roles=(PAIN, CHANCES)),
    Fix.ADD_KPI: frame(card("o", CHANCES, "t2"), roles=(CHANCES,)),
    Fix.UNIFY_SPELLING: frame(*SPELLED, roles=(Role.OTHER,)),
    Fix.SET_TOTAL: frame(
        Stage(id="s", order="b0"), Step(id="t", stage="s", order="a0", minutes=9), total_minutes=4, steps=0
    ),
}


@pytest.mark.parametrize("kind", Fix)
def test_every_quick_fix_takes_its_finding_away(kind: Fix) -> None:
    document = Document(BROKEN[kind].records.values())
    (found,) = [each for each in find(document) if each.fix is kind]
    document.apply(fix(document, found))
    assert (found.code, found.records) not in [(each.code, each.records) for each in find(document)]


@given(maps())
def test_on_any_map_a_quick_fix_takes_its_finding_away_and_breaks_no_rule(document: Document) -> None:
    records = tuple(document.records.values())
    for found in find(document):
        if found.fix is not None:
            mended = Document(records)
            mended.apply(fix(mended, found))
            assert (found.code, found.records) not in [(each.code, each.records) for each in find(mended)]


def test_an_added_card_stands_empty_in_the_step_of_the_finding() -> None:
    document = BROKEN[Fix.ADD_PAIN_POINT]
    (found,) = [each for each in find(document) if each.code is Code.LOW_EMOTION_WITHOUT_PAIN_POINT]
    (added,) = fix(document, found).added.values()
    assert isinstance(added, Card)
    assert (added.lane, added.step, added.text) == (str(PAIN), "t1", "")


def test_an_added_kpi_watches_the_card_in_its_stage() -> None:
    document = BROKEN[Fix.ADD_KPI]
    (found,) = [each for each in find(document) if each.fix is Fix.ADD_KPI]
    (added,) = fix(document, found).added.values()
    assert isinstance(added, Kpi)
    assert (added.cards, added.stage) == (("o",), "s2")


def test_the_usual_spelling_goes_on_every_other_card_and_nowhere_else() -> None:
    document = BROKEN[Fix.UNIFY_SPELLING]
    (found,) = [each for each in find(document) if each.fix is Fix.UNIFY_SPELLING]
    document = Document(document.records.values())
    change = fix(document, found)
    assert change.ids == {"c3"}
    document.apply(change)
    assert {each.owner for each in document.table(Card).values()} == {"Sari"}


def test_without_a_lane_for_it_no_card_is_offered() -> None:
    document = frame(feeling("t1", -2), feeling("t2", 1), roles=(Role.EMOTION,))
    (found,) = [each for each in find(document) if each.code is Code.LOW_EMOTION_WITHOUT_PAIN_POINT]
    assert found.fix is None


def test_a_fix_for_a_card_that_is_gone_is_refused() -> None:
    document = Document(BROKEN[Fix.MARK_SELF_SERVICE].records.values())
    (found,) = [each for each in find(document) if each.fix is Fix.MARK_SELF_SERVICE]
    document.apply(delete_cards(document, ["a"]))
    with pytest.raises(Refused, match="missing"):
        fix(document, found)


@pytest.mark.parametrize("kind", [Fix.ADD_EVIDENCE, Fix.ADD_PAIN_POINT, Fix.ADD_OPPORTUNITY])
def test_a_card_is_not_added_beside_a_record_that_is_gone(kind: Fix) -> None:
    (found,) = [each for each in find(BROKEN[kind]) if each.fix is kind]
    with pytest.raises(Refused, match="missing"):
        fix(frame(roles=tuple(Role)), found)


def test_a_finding_without_a_quick_fix_has_none() -> None:
    found = Finding(code=Code.NO_PERSONA, severity=Severity.WARNING, records=("m",))
    with pytest.raises(ValueError, match="no_persona"):
        fix(frame(), found)


def test_every_quick_fix_is_there() -> None:
    assert FIXES.keys() == set(Fix)
    assert msgspec.json.decode(msgspec.json.encode(list(Fix)), type=list[Fix]) == list(Fix)

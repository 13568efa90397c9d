import pytest

from model.findings.finding import Code
from model.records import Evidence, EvidenceKind, Kpi, Mark, Role
from tests.making.small_blueprints import card, frame, link, told

ACTIONS, PAIN, CHANCES = Role.CUSTOMER_ACTIONS, Role.PAIN_POINTS, Role.OPPORTUNITIES
GUESS = Evidence(kind=EvidenceKind.ASSUMPTION, text="Pasien bingung")


def test_a_pain_point_that_nothing_answers_is_told_of() -> None:
    document = frame(card("n", PAIN, "t1"), card("o", CHANCES, "t2"), roles=(PAIN, CHANCES))
    assert told(document, Code.PAIN_POINT_WITHOUT_OPPORTUNITY) == [("n",)]


def test_an_opportunity_in_the_same_step_answers_a_pain_point() -> None:
    document = frame(card("n", PAIN, "t2"), card("o", CHANCES, "t1", span=2), roles=(PAIN, CHANCES))
    assert told(document, Code.PAIN_POINT_WITHOUT_OPPORTUNITY) == []


@pytest.mark.parametrize("ends", [("n", "o"), ("o", "n")])
def test_a_linked_opportunity_answers_a_pain_point_from_anywhere(ends: tuple[str, str]) -> None:
    document = frame(card("n", PAIN, "t1"), card("o", CHANCES, "t3"), link(*ends), roles=(PAIN, CHANCES))
    assert told(document, Code.PAIN_POINT_WITHOUT_OPPORTUNITY) == []


def test_an_opportunity_wants_an_owner_or_a_department() -> None:
    cards = [
        card("o", CHANCES, "t1", owner=" "),
        card("p", CHANCES, "t2", owner="Sari"),
        card("q", CHANCES, "t3", department="TI"),
    ]
    assert told(frame(*cards, roles=(CHANCES,)), Code.OPPORTUNITY_WITHOUT_OWNER) == [("o",)]


def test_an_opportunity_wants_a_kpi_that_names_it() -> None:
    kpi = Kpi(id="q", order="a0", title="Lama antre", cards=("p",))
    document = frame(card("o", CHANCES, "t1"), card("p", CHANCES, "t2"), kpi, roles=(CHANCES,))
    assert told(document, Code.OPPORTUNITY_WITHOUT_KPI) == [("o",)]


def test_a_mere_assumption_in_the_step_of_a_moment_of_truth_is_told_of() -> None:
    moment = card("a", ACTIONS, "t2", marks=(Mark.MOMENT_OF_TRUTH,))
    guesses = [card(key, PAIN, step, evidence=(GUESS,)) for key, step in (("n", "t2"), ("z", "t1"))]
    document = frame(moment, *guesses, roles=(ACTIONS, PAIN))
    assert told(document, Code.ASSUMPTION_AT_MOMENT_OF_TRUTH) == [("n",)]


@pytest.mark.parametrize("kind", [EvidenceKind.FIGURE, EvidenceKind.QUOTE, EvidenceKind.OBSERVATION])
def test_an_assumption_with_data_beside_it_is_fine(kind: EvidenceKind) -> None:
    moment = card("a", ACTIONS, marks=(Mark.MOMENT_OF_TRUTH,), evidence=(GUESS, Evidence(kind=kind)))
    assert told(frame(moment, roles=(ACTIONS,)), Code.ASSUMPTION_AT_MOMENT_OF_TRUTH) == []


def test_a_statement_with_no_evidence_at_all_is_not_called_an_assumption() -> None:
    moment = card("a", ACTIONS, marks=(Mark.MOMENT_OF_TRUTH,))
    assert told(frame(moment, roles=(ACTIONS,)), Code.ASSUMPTION_AT_MOMENT_OF_TRUTH) == []

"""Quick fixes: what can be done about a finding with one click."""

from collections.abc import Callable

from model import change
from model.change import Change
from model.document import Document
from model.findings.finding import Finding, Fix
from model.operations.basics import becoming, fresh_id, the
from model.operations.cards import add_card
from model.operations.links import edit_link
from model.operations.maps import edit_map
from model.operations.ordering import arranged
from model.records import Card, Emotion, Kpi, Record, Role, Step
from model.refusal import Refused


def fix(document: Document, finding: Finding) -> Change:
    """The change after which a finding is no longer found.

    Refuses `missing` when the map has moved on since. Raises ValueError for a finding without a quick fix.
    """
    if finding.fix is None:
        raise ValueError(f"no quick fix for {finding.code}")
    return FIXES[finding.fix](document, finding)


def _mark_self_service(document: Document, finding: Finding) -> Change:
    return change.update(the(document, Card, finding.records[0]), self_service=True)


def _mark_loop(document: Document, finding: Finding) -> Change:
    return edit_link(document, finding.records[0], loop=True)


def _add_evidence(document: Document, finding: Finding) -> Change:
    return _add_beside(document, finding, Role.EVIDENCE)


def _add_pain_point(document: Document, finding: Finding) -> Change:
    return _add_beside(document, finding, Role.PAIN_POINTS)


def _add_opportunity(document: Document, finding: Finding) -> Change:
    return _add_beside(document, finding, Role.OPPORTUNITIES)


def _add_kpi(document: Document, finding: Finding) -> Change:
    """A KPI without words yet, in the stage of the card."""
    card = the(document, Card, finding.records[0])
    stage = the(document, Step, card.step).stage if card.step is not None else None
    kpi = Kpi(id=fresh_id(document, Kpi), order="", cards=(card.id,), stage=stage)
    return becoming(document, arranged(document.kpis, [kpi], None))


def _unify_spelling(document: Document, finding: Finding) -> Change:
    """The usual spelling on every card that has another one."""
    cards = (the(document, Card, key) for key in finding.records)
    member, usual = finding.details["member"], finding.details["usual"]
    return change.together(change.update(card, **{member: usual}) for card in cards)


def _set_total(document: Document, finding: Finding) -> Change:
    return edit_map(document, total_minutes=finding.details["sum"])


def _add_beside(document: Document, finding: Finding, role: Role) -> Change:
    """An empty card in the step of the record, on the first lane of a role, to be written on."""
    beside = the(document, Record, finding.records[0])
    step = beside.step if isinstance(beside, Card | Emotion) else None
    lane = next((lane.id for lane in document.lanes if lane.role is role), None)
    if lane is None or step is None:
        raise Refused("missing")
    return add_card(document, lane, step)


FIXES: dict[Fix, Callable[[Document, Finding], Change]] = {
    Fix.MARK_SELF_SERVICE: _mark_self_service,
    Fix.ADD_EVIDENCE: _add_evidence,
    Fix.MARK_LOOP: _mark_loop,
    Fix.ADD_PAIN_POINT: _add_pain_point,
    Fix.ADD_OPPORTUNITY: _add_opportunity,
    Fix.ADD_KPI: _add_kpi,
    Fix.UNIFY_SPELLING: _unify_spelling,
    Fix.SET_TOTAL: _set_total,
}

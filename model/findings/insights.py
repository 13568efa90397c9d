"""Findings on what a workshop concludes: pain points, opportunities, and what statements rest on."""

from model.findings.context import Context
from model.findings.finding import Code, Finding, Fix, hint, warning
from model.records import Card, EvidenceKind, Role


def pain_point_without_opportunity(context: Context, card: Card) -> Finding | None:
    """A pain point with no opportunity in its steps and none linked with it, wherever that one stands."""
    grid = context.grid
    if grid.has(grid.cover(card.id), Role.OPPORTUNITIES):
        return None
    if any(grid.role_of(other) is Role.OPPORTUNITIES for other in context.neighbours(card.id)):
        return None
    fix = Fix.ADD_OPPORTUNITY if Role.OPPORTUNITIES in grid.lanes else None
    return warning(Code.PAIN_POINT_WITHOUT_OPPORTUNITY, card.id, fix=fix)


def opportunity_without_owner(_: Context, card: Card) -> Finding | None:
    """An opportunity that names neither a person nor a department."""
    named = card.owner.strip() or card.department.strip()
    return None if named else warning(Code.OPPORTUNITY_WITHOUT_OWNER, card.id)


def opportunity_without_kpi(context: Context, card: Card) -> Finding | None:
    """An opportunity that no figure will tell the success of."""
    if card.id in context.watched:
        return None
    return warning(Code.OPPORTUNITY_WITHOUT_KPI, card.id, fix=Fix.ADD_KPI)


def assumption_at_moment_of_truth(context: Context, card: Card) -> Finding | None:
    """A statement marked as an assumption, with no figure, quote or observation beside it, where it matters most."""
    assumed = bool(card.evidence) and all(each.kind is EvidenceKind.ASSUMPTION for each in card.evidence)
    if not assumed or not context.grid.at_moment_of_truth(card.id):
        return None
    return hint(Code.ASSUMPTION_AT_MOMENT_OF_TRUTH, card.id)

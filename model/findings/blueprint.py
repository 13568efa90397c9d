"""Findings on the cards of a blueprint: is every action met, shown and carried."""

from model.findings.context import Context
from model.findings.finding import Code, Finding, Fix, Severity, hint, warning
from model.records import Card, Mark, Role


def action_without_front_stage(context: Context, card: Card) -> Finding | None:
    """A customer action that nobody and nothing meets in any of its steps, on a map that has a front stage."""
    grid = context.grid
    front = (Role.FRONT_STAGE, Role.FRONT_STAGE_TECHNOLOGY)
    if card.self_service or not any(role in grid.lanes for role in front) or grid.has(grid.cover(card.id), *front):
        return None
    severity = Severity.CRITICAL if grid.at_moment_of_truth(card.id) else Severity.WARNING
    code, fix = Code.ACTION_WITHOUT_FRONT_STAGE, Fix.MARK_SELF_SERVICE
    return Finding(code=code, severity=severity, records=(card.id,), fix=fix)


def action_without_evidence(context: Context, card: Card) -> Finding | None:
    """A customer action with nothing to see or hold in any of its steps, on a map that has a lane for evidence."""
    grid = context.grid
    if Role.EVIDENCE not in grid.lanes or grid.has(grid.cover(card.id), Role.EVIDENCE):
        return None
    return hint(Code.ACTION_WITHOUT_EVIDENCE, card.id, fix=Fix.ADD_EVIDENCE)


def stage_card_without_link(context: Context, card: Card) -> Finding | None:
    """A card on the front or back stage that nothing leads to or from."""
    return None if card.id in context.graph else warning(Code.STAGE_CARD_WITHOUT_LINK, card.id)


def support_supports_nothing(context: Context, card: Card) -> Finding | None:
    """A support card without a link: nothing says what it supports."""
    return None if card.id in context.graph else warning(Code.SUPPORT_SUPPORTS_NOTHING, card.id)


def wait_point_of_customer(_: Context, card: Card) -> Finding | None:
    """A wait point on the customer's lane: there the waiting is the customer's own."""
    return hint(Code.WAIT_POINT_OF_CUSTOMER, card.id) if Mark.WAIT_POINT in card.marks else None

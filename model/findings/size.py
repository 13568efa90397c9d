"""Findings on the size of a map: what a room can still take in (Bitner, Ostrom and Morgan 2008; practice)."""

from collections import Counter
from collections.abc import Iterator

from model.findings.context import Context
from model.findings.finding import Code, Finding, hint
from model.records import Id, Lane, Stage, Step

MOST_STEPS = 12
MOST_LANES = 20
MOST_CARDS_IN_STAGE = 10
FEWEST_STAGES = 3
MOST_STAGES = 7


def too_many_steps(context: Context) -> Iterator[Finding]:
    yield from _more_than(MOST_STEPS, Code.TOO_MANY_STEPS, context, len(context.document.table(Step)))


def too_many_lanes(context: Context) -> Iterator[Finding]:
    yield from _more_than(MOST_LANES, Code.TOO_MANY_LANES, context, len(context.document.table(Lane)))


def too_many_stages(context: Context) -> Iterator[Finding]:
    yield from _more_than(MOST_STAGES, Code.TOO_MANY_STAGES, context, len(context.document.table(Stage)))


def too_few_stages(context: Context) -> Iterator[Finding]:
    """Fewer than three stages, once a card stands on the map: before that it is only new."""
    count = len(context.document.table(Stage))
    if count < FEWEST_STAGES and any(context.grid.beginning.values()):
        yield hint(Code.TOO_FEW_STAGES, context.document.map.id, count=count, least=FEWEST_STAGES, most=MOST_STAGES)


def too_many_cards_in_stage(context: Context) -> Iterator[Finding]:
    """A stage in which more than ten cards begin."""
    cards = Counter[Id]()
    for step in context.document.steps:
        cards[step.stage] += context.grid.beginning[step.id]
    for stage, count in cards.items():
        if count > MOST_CARDS_IN_STAGE:
            yield hint(Code.TOO_MANY_CARDS_IN_STAGE, stage, count=count, most=MOST_CARDS_IN_STAGE)


def _more_than(most: int, code: Code, context: Context, count: int) -> Iterator[Finding]:
    if count > most:
        yield hint(code, context.document.map.id, count=count, most=most)

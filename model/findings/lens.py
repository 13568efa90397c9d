"""Findings on the lens of a map: whose journey it is, in which scenario, now or later, and how long it takes."""

from collections.abc import Iterator

from model.findings.context import Context
from model.findings.finding import Code, Finding, Fix, hint, warning
from model.records import Persona

HALF_A_MINUTE = 0.5


def no_persona(context: Context) -> Iterator[Finding]:
    """A map of nobody's journey."""
    if not context.document.table(Persona):
        yield warning(Code.NO_PERSONA, context.document.map.id)


def no_scenario(context: Context) -> Iterator[Finding]:
    """A map that does not say in which situation."""
    if not context.document.map.scenario.strip():
        yield warning(Code.NO_SCENARIO, context.document.map.id)


def no_state(context: Context) -> Iterator[Finding]:
    """A map that shows neither the current nor the future state."""
    if context.document.map.state is None:
        yield warning(Code.NO_STATE, context.document.map.id)


def times_differ(context: Context) -> Iterator[Finding]:
    """Step times that contradict the stated total by half a minute or more.

    While a step has no time yet, a sum below the total contradicts nothing.
    """
    document = context.document
    total, times = document.map.total_minutes, [step.minutes for step in document.steps]
    known = [minutes for minutes in times if minutes is not None]
    if total is None or not known:
        return
    excess = sum(known) - total
    if excess >= HALF_A_MINUTE or (len(known) == len(times) and -excess >= HALF_A_MINUTE):
        yield hint(Code.TIMES_DIFFER, document.map.id, fix=Fix.SET_TOTAL, sum=sum(known), total=total)

"""Stages, steps and lanes moved along their rows by keyboard, several at once."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from editor.session import Session
from editor.speech import Speech
from model.change import Change
from model.document import Document
from model.operations.basics import after
from model.operations.lanes import move_lane
from model.operations.stages import move_stage, steps_of
from model.operations.steps import move_step
from model.records import Id, Step

_say = Speech("walking")


def stages(session: Session, keys: Sequence[Id], dx: int, _: int, finely: bool) -> None:
    """Stages to the right, or to the left."""
    row = [stage.id for stage in session.document.stages]
    if dx and not finely and not at_edge(session, row, keys, dx):
        session.do("move_stage", in_turn, front_first(row, keys, dx), partial(_stage_moved, by=dx))


def _stage_moved(document: Document, key: Id, by: int) -> Change:
    return move_stage(document, key, [stage.id for stage in document.stages].index(key) + by)


def steps(session: Session, keys: Sequence[Id], dx: int, _: int, finely: bool) -> None:
    """Steps to the right, or to the left, over the borders of stages too."""
    row = list(session.document.columns)
    if dx and not finely and not _at_border(session, keys, dx):
        session.do("move_step", in_turn, front_first(row, keys, dx), partial(_step_moved, by=dx))


def _at_border(session: Session, keys: Sequence[Id], by: int) -> bool:
    """Whether a step is the last of the last stage, or the first of the first: a step goes on into an empty stage."""
    stages = [stage.id for stage in session.document.stages]
    edge = stages[-1] if by > 0 else stages[0]
    return at_edge(session, [step.id for step in steps_of(session.document, edge)], keys, by)


def _step_moved(document: Document, key: Id, by: int) -> Change:
    """The step one place further in its stage, or over the border into the next."""
    stage = document.table(Step)[key].stage
    at = [step.id for step in steps_of(document, stage)].index(key) + by
    if 0 <= at < len(steps_of(document, stage)):
        return move_step(document, key, stage, at)
    stages = [each.id for each in document.stages]
    return move_step(document, key, stages[stages.index(stage) + by], 0 if by > 0 else None)


def lanes(session: Session, keys: Sequence[Id], _: int, dy: int, finely: bool) -> None:
    """Lanes down, or up."""
    row = [band.lane.id for band in session.drawing.layout.order.source.bands]
    if dy and not finely and not at_edge(session, row, keys, dy):
        session.do("move_lane", in_turn, front_first(row, keys, dy), partial(_lane_moved, shown=row, by=dy))


def _lane_moved(document: Document, key: Id, shown: Sequence[Id], by: int) -> Change:
    """The lane beyond the next one that shows; hidden ones keep their place."""
    row = [lane.id for lane in document.lanes if lane.id in shown]
    beyond = row[row.index(key) + by]
    others = [lane.id for lane in document.lanes if lane.id != key]
    return move_lane(document, key, others.index(beyond) + (by > 0))


# Several at once


def at_edge(session: Session, row: Sequence[Id], keys: Collection[Id], by: int) -> bool:
    """Whether one of these is the last of its row; it is said then."""
    if not row or row[-1 if by > 0 else 0] not in keys:
        return False
    session.tell(_say("edge"))
    return True


def front_first(row: Sequence[Id], keys: Sequence[Id], by: int) -> list[Id]:
    """In the order in which none stands in the way of the next."""
    return [key for key in (reversed(row) if by > 0 else row) if key in keys]


def in_turn(document: Document, keys: Sequence[Id], one: Callable[[Document, Id], Change]) -> Change:
    """The same done to each of these, as one change."""
    whole = Change()
    for key in keys:
        change = one(document, key)
        whole, document = whole.then(change), after(document, change)
    return whole

"""Stages: adding, renaming, moving, splitting, merging, and moving the border between two."""

from typing import Any

import msgspec

from model import order
from model.change import Change
from model.document import Document
from model.operations.basics import becoming, fresh_id, the
from model.operations.cascade import deletion
from model.operations.editing import edited, settable
from model.operations.ordering import arranged
from model.operations.spans import respanned
from model.records import Id, Stage, Step
from model.refusal import Refused


def add_stage(document: Document, index: int | None = None, steps: int = 1, **members: Any) -> Change:
    """A stage at a place in the journey, with so many empty steps. Refuses what `editing.checked` does."""
    stage = Stage(id=fresh_id(document, Stage), order="", **settable(Stage, members))
    keys = order.several(None, None, steps)
    new = [Step(id=fresh_id(document, Step), stage=stage.id, order=key) for key in keys]
    stages = arranged(document.stages, [stage], index)
    return _rearranged(document, stages, new, moved={step.id for step in new})


def edit_stage(document: Document, stage: Id, **members: Any) -> Change:
    """Set title, caption, note or guide. Refuses `missing`."""
    return edited(document, Stage, stage, members)


def move_stage(document: Document, stage: Id, index: int) -> Change:
    """Put a stage with all its steps elsewhere; `index` counts the other stages. Refuses `missing`."""
    stages = arranged(document.stages, [the(document, Stage, stage)], index)
    return _rearranged(document, stages, [], moved={step.id for step in steps_of(document, stage)})


def delete_stage(document: Document, stage: Id) -> Change:
    """Delete a stage with its steps and what stands in them. Refuses `missing`."""
    return deletion(document, [the(document, Stage, stage).id])


def split_stage(document: Document, step: Id, title: str = "") -> Change:
    """Begin a new stage at a step: it and the steps after it in its stage. Refuses `missing`, `stage_start`."""
    first = the(document, Step, step)
    mine = steps_of(document, first.stage)
    at = mine.index(first)
    if at == 0:
        raise Refused("stage_start")
    behind = document.stages.index(the(document, Stage, first.stage)) + 1
    new = Stage(id=fresh_id(document, Stage), order="", **settable(Stage, {"title": title}))
    going = [msgspec.structs.replace(each, stage=new.id) for each in mine[at:]]
    return becoming(document, [*arranged(document.stages, [new], behind), *going])


def merge_stages(document: Document, first: Id, second: Id) -> Change:
    """Make two neighbouring stages one: the left one, with the steps, the KPIs and the words of both.

    Refuses `missing`, `not_neighbours`.
    """
    left, right = sorted((the(document, Stage, first), the(document, Stage, second)), key=document.stages.index)
    if document.stages.index(right) - document.stages.index(left) != 1:
        raise Refused("not_neighbours")
    texts = {name: _both(getattr(left, name), getattr(right, name)) for name in ("caption", "note", "guide")}
    whole = msgspec.structs.replace(left, title=left.title or right.title, **texts, extra=right.extra | left.extra)
    coming = [msgspec.structs.replace(step, stage=left.id) for step in steps_of(document, right.id)]
    steps = arranged(steps_of(document, left.id), coming, None)
    kpis = [msgspec.structs.replace(kpi, stage=left.id) for kpi in document.kpis if kpi.stage == right.id]
    return becoming(document, [whole, *steps, *kpis], gone=[right.id])


def move_border(document: Document, stage: Id, by: int) -> Change:
    """Move the right border of a stage: `by` steps come from the next stage, or where negative go to it.

    Refuses `missing`, `last_stage` where there is no next, `border_too_far` where a stage would be left without steps.
    """
    at = document.stages.index(the(document, Stage, stage))
    if at + 1 == len(document.stages):
        raise Refused("last_stage")
    following = document.stages[at + 1]
    mine, theirs = steps_of(document, stage), steps_of(document, following.id)
    if by and abs(by) >= len(theirs if by > 0 else mine):
        raise Refused("border_too_far")
    if by > 0:
        return becoming(document, arranged(mine, _in_stage(theirs[:by], stage), None))
    return becoming(document, arranged(theirs, _in_stage(mine[len(mine) + by :], following.id), 0)) if by else Change()


def steps_of(document: Document, stage: Id) -> tuple[Step, ...]:
    """The steps of a stage from left to right."""
    return tuple(step for step in document.steps if step.stage == stage)


def _rearranged(document: Document, stages: list[Stage], new: list[Step], moved: set[Id]) -> Change:
    """The change to these stages and new steps, with the cards that lie over several steps respanned."""
    ranked = {**{each.id: each for each in document.stages}, **{each.id: each for each in stages}}
    row = sorted(ranked.values(), key=lambda each: (each.order, each.id))
    columns = [step.id for each in row for step in (*document.steps, *new) if step.stage == each.id]
    return becoming(document, [*stages, *new, *respanned(document, columns, moved).values()])


def _in_stage(steps: tuple[Step, ...], stage: Id) -> list[Step]:
    return [msgspec.structs.replace(step, stage=stage) for step in steps]


def _both(one: str, other: str) -> str:
    return "\n".join(text for text in (one, other) if text)

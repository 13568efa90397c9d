"""Steps: the columns of the map."""

from typing import Any

import msgspec

from model.change import Change
from model.document import Document
from model.operations.basics import becoming, fresh_id, the
from model.operations.cascade import deletion
from model.operations.editing import edited, settable
from model.operations.ordering import arranged
from model.operations.spans import respanned
from model.operations.stages import steps_of
from model.records import Id, Stage, Step


def add_step(document: Document, stage: Id, index: int | None = None, **members: Any) -> Change:
    """A step in a stage. A card that lies over the steps on both sides lies over the new one too. Refuses `missing`."""
    new = Step(id=fresh_id(document, Step), order="", stage=the(document, Stage, stage).id, **settable(Step, members))
    return _placed(document, new, index)


def add_step_beside(document: Document, step: Id, after: bool = True, **members: Any) -> Change:
    """A step right behind another, or ahead of it, in the same stage. Refuses `missing`."""
    beside = the(document, Step, step)
    at = steps_of(document, beside.stage).index(beside)
    return add_step(document, beside.stage, at + after, **members)


def edit_step(document: Document, step: Id, **members: Any) -> Change:
    """Set title or minutes. Refuses `missing`, and what `editing.checked` refuses."""
    return edited(document, Step, step, members)


def move_step(document: Document, step: Id, stage: Id, index: int | None = None) -> Change:
    """Put a step with what stands in it elsewhere, in its stage or another; `index` counts the other steps there.

    Cards that lie over several steps: see `spans.respanned`. Refuses `missing`.
    """
    moving = msgspec.structs.replace(the(document, Step, step), stage=the(document, Stage, stage).id)
    return _placed(document, moving, index)


def delete_step(document: Document, step: Id) -> Change:
    """Delete a step and what stands in it. Refuses `missing`."""
    return deletion(document, [the(document, Step, step).id])


def _placed(document: Document, step: Step, index: int | None) -> Change:
    steps = arranged(steps_of(document, step.stage), [step], index)
    known = {**document.table(Step), **{each.id: each for each in steps}}
    place = {stage.id: at for at, stage in enumerate(document.stages)}
    row = sorted(known.values(), key=lambda each: (place[each.stage], each.order, each.id))
    return becoming(document, [*steps, *respanned(document, [each.id for each in row], {step.id}).values()])

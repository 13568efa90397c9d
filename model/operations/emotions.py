"""Markers of the emotion curve."""

from typing import Any

import msgspec

from model import change
from model.change import Change
from model.document import Document
from model.operations.basics import becoming, fresh_id, the
from model.operations.cascade import deletion
from model.operations.editing import checked, settable
from model.operations.ordering import arranged
from model.records import Emotion, Id, Lane, Persona, Role, Step
from model.refusal import Refused


def add_emotion(
    document: Document, lane: Id, step: Id, value: float = 0.0, persona: Id | None = None, **members: Any
) -> Change:
    """A marker on an emotion lane, from -2 (very bad) to 2 (very good), behind others of the step.

    Refuses `missing`, `not_an_emotion_lane`, `out_of_range`.
    """
    on, at = _emotion_lane(document, lane), the(document, Step, step).id
    whose = the(document, Persona, persona).id if persona is not None else None
    words = settable(Emotion, {"value": value, **members})
    marker = Emotion(id=fresh_id(document, Emotion), order="", lane=on, step=at, persona=whose, **words)
    return _placed(document, marker)


def move_emotion(
    document: Document, emotion: Id, step: Id, value: float | None = None, lane: Id | None = None
) -> Change:
    """Move a marker along its lane or to another, and up or down. Refuses what `add_emotion` does."""
    record = the(document, Emotion, emotion)
    height = record.value if value is None else value
    there = {
        "lane": _emotion_lane(document, lane or record.lane),
        "step": the(document, Step, step).id,
        **checked(Emotion, {"value": height}),
    }
    moved = msgspec.structs.replace(record, **there)
    if (moved.lane, moved.step) == (record.lane, record.step):
        return becoming(document, [moved])
    return _placed(document, moved)


def edit_emotion(document: Document, emotion: Id, **members: Any) -> Change:
    """Set value, quote, note or persona. Refuses `missing`, `out_of_range`."""
    record = the(document, Emotion, emotion)
    persona = members.pop("persona", record.persona)
    if persona is not None:
        the(document, Persona, persona)
    return change.update(record, persona=persona, **settable(Emotion, members))


def delete_emotion(document: Document, emotion: Id) -> Change:
    """Delete a marker. Refuses `missing`."""
    return deletion(document, [the(document, Emotion, emotion).id])


def _emotion_lane(document: Document, lane: Id) -> Id:
    if the(document, Lane, lane).role is not Role.EMOTION:
        raise Refused("not_an_emotion_lane")
    return lane


def _placed(document: Document, marker: Emotion) -> Change:
    there = [other for other in document.emotions_in(marker.lane) if other.step == marker.step]
    return becoming(document, arranged(there, [marker], None))

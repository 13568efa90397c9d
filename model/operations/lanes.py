"""Lanes: the rows of the map."""

from typing import Any

import msgspec

from model import change
from model.change import Change
from model.document import Document
from model.operations.basics import becoming, fresh_id, the
from model.operations.cascade import deletion
from model.operations.editing import edited, settable
from model.operations.ordering import arranged
from model.records import Card, Emotion, Id, Lane, Role
from model.refusal import Refused


def add_lane(document: Document, role: Role, index: int | None = None, **members: Any) -> Change:
    """A lane for a role, at a place from the top."""
    lane = Lane(id=fresh_id(document, Lane), order="", role=role, **settable(Lane, members))
    return becoming(document, arranged(document.lanes, [lane], index))


def edit_lane(document: Document, lane: Id, **members: Any) -> Change:
    """Set title, caption or guide, hide it or fold it. Refuses `missing`."""
    return edited(document, Lane, lane, members)


def move_lane(document: Document, lane: Id, index: int) -> Change:
    """Put a lane elsewhere; `index` counts the other lanes. Refuses `missing`."""
    return becoming(document, arranged(document.lanes, [the(document, Lane, lane)], index))


def set_role(document: Document, lane: Id, role: Role) -> Change:
    """Say what a lane is for.

    Refuses `missing`, `lane_holds_emotions` where markers would be left off the emotion lanes, `lane_holds_cards`
    where cards would come to stand on one.
    """
    record = the(document, Lane, lane)
    holds = {type(document.records[key]) for key in document.referring(lane)}
    if role is not Role.EMOTION and Emotion in holds:
        raise Refused("lane_holds_emotions")
    if role is Role.EMOTION and Card in holds:
        raise Refused("lane_holds_cards")
    return change.update(record, role=role)


def show_all_lanes(document: Document) -> Change:
    """Hide no lane any more."""
    shown = [msgspec.structs.replace(lane, hidden=False) for lane in document.lanes if lane.hidden]
    return becoming(document, shown)


def delete_lane(document: Document, lane: Id) -> Change:
    """Delete a lane and what stands on it. Refuses `missing`."""
    return deletion(document, [the(document, Lane, lane).id])

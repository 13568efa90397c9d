"""Two drawings of one map: which lanes each shows."""

from collections.abc import Collection
from enum import StrEnum

from model.document import Document
from model.records import Id, Lane, Role


class View(StrEnum):
    JOURNEY = "journey"
    BLUEPRINT = "blueprint"


_BEHIND = {Role.FRONT_STAGE, Role.FRONT_STAGE_TECHNOLOGY, Role.BACK_STAGE, Role.SUPPORT}
_HIDDEN: dict[View, frozenset[Role]] = {
    View.JOURNEY: frozenset(_BEHIND | {Role.EVIDENCE, Role.POLICIES}),
    View.BLUEPRINT: frozenset({Role.TOUCHPOINTS, Role.CHANNELS, Role.THOUGHTS, Role.KPIS}),
}


def lanes_shown(document: Document, view: View, hidden: Collection[Id] = ()) -> tuple[Lane, ...]:
    """The lanes of a view from top to bottom; those hidden by hand are left out in both, and those in `hidden`."""
    shown = (lane for lane in document.lanes if not lane.hidden and lane.role not in _HIDDEN[view])
    return tuple(lane for lane in shown if lane.id not in hidden)


def natural_view(document: Document) -> View:
    """The view a map was drawn for: a blueprint once it says what happens behind the customer."""
    return View.BLUEPRINT if any(lane.role in _BEHIND for lane in document.lanes) else View.JOURNEY

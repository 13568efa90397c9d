"""Lanes by what they are for: where one belongs, and what is put on the lane of its role, made where there is none."""

from typing import Any

from model.change import Change
from model.document import Document
from model.operations.basics import after
from model.operations.cards import add_card
from model.operations.emotions import add_emotion
from model.operations.kpis import add_kpi, put_kpi_in_stage
from model.operations.lanes import add_lane, edit_lane
from model.records import Id, Lane, Role

_RANKS = {role: at for at, role in enumerate(Role)}  # from top to bottom, as blueprints have their rows


def index_for(document: Document, role: Role) -> int:
    """Where a new lane of a role belongs: behind those of its role, or else of the nearest that stands above it."""
    above = [lane.role for lane in document.lanes if _RANKS[lane.role] <= _RANKS[role]]
    if not above:
        return 0
    nearest = max(above, key=_RANKS.__getitem__)
    return max(at for at, lane in enumerate(document.lanes) if lane.role is nearest) + 1


def lane_of(document: Document, role: Role, index: int | None = None, title: str = "") -> tuple[Id, Change]:
    """The lane for a role, and what has to happen for it to be there and to show.

    The first of its role that shows; else one that is hidden or folded, which will show; else a new one with this
    title, where it belongs unless `index` says where.
    """
    lanes = sorted((lane for lane in document.lanes if lane.role is role), key=_is_closed)
    if lanes:
        return lanes[0].id, edit_lane(document, lanes[0].id, hidden=False, folded=False)
    growth = add_lane(document, role, index_for(document, role) if index is None else index, title=title)
    return next(iter(growth.added)), growth


def add_card_for(
    document: Document, role: Role, step: Id, index: int | None = None, title: str = "", **members: Any
) -> Change:
    """A card in a step of the lane that `lane_of` gives. Refuses what `cards.add_card` does."""
    lane, growth = lane_of(document, role, index, title)
    return growth.then(add_card(after(document, growth), lane, step, **members))


def add_emotion_for(
    document: Document, step: Id, value: float = 0.0, index: int | None = None, title: str = ""
) -> Change:
    """A marker in a step of the emotion lane that `lane_of` gives, on that lane's first curve.

    Refuses what `emotions.add_emotion` does.
    """
    lane, growth = lane_of(document, Role.EMOTION, index, title)
    return growth.then(add_to_curve(after(document, growth), lane, step, value))


def add_to_curve(document: Document, lane: Id, step: Id, value: float = 0.0) -> Change:
    """A marker of whoever the leftmost one of the lane belongs to. Refuses what `emotions.add_emotion` does."""
    first = next(iter(document.emotions_in(lane)), None)
    return add_emotion(document, lane, step, value, persona=first.persona if first else None)


def add_kpi_for(document: Document, stage: Id, index: int | None = None, title: str = "") -> Change:
    """A KPI of a stage, and the lane that shows it. Refuses what `kpis.add_kpi` does."""
    _, growth = lane_of(document, Role.KPIS, index, title)
    added = add_kpi(after(document, growth))
    grown = growth.then(added)
    return grown.then(put_kpi_in_stage(after(document, grown), next(iter(added.added)), stage))


def _is_closed(lane: Lane) -> bool:
    return lane.hidden or lane.folded

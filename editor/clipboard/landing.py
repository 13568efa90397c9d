"""Where on the map something from elsewhere comes down: in the cell one stands in, or at what is selected."""

from collections.abc import Sequence
from typing import NamedTuple

from editor.session import Session
from model.operations.cards import index_of
from model.operations.stages import steps_of
from model.records import Card, Emotion, Id, Kpi, Lane, Role, Stage, Step


class Landing(NamedTuple):
    """A cell, and the place in it. No lane and no step: the parking lot; no place: behind what is there."""

    lane: Id | None
    step: Id | None
    at: int | None = None


PARKING = Landing(None, None)


def landing(session: Session) -> Landing:
    """The cell, or the place behind the selected card; the parking lot where nothing says another place."""
    if session.cell is not None:
        return Landing(*session.cell)
    document, places = session.document, session.drawing.places
    match document.records.get(session.current or ""):
        case Card() as card:
            return Landing(card.lane, card.step, index_of(document, card) + 1)
        case Emotion(lane=lane, step=step):
            return Landing(lane, step)
        case Kpi(id=key):
            cell = places.cell_of(key)
            return Landing(cell.lane, cell.step) if cell is not None else PARKING
        case Lane(id=lane):
            return _whole(lane, next(iter(document.columns), None))
        case Step(id=step):
            return _whole(_first_lane(session), step)
        case Stage(id=stage):
            return _whole(_first_lane(session), next((step.id for step in steps_of(document, stage)), None))
    return PARKING


def below_emotions(session: Session, place: Landing) -> Landing:
    """The same on the next lane for cards, where it is on an emotion lane: for cards that come with emotions."""
    lanes = [band.lane for band in session.drawing.layout.order.source.bands]
    at = next((at for at, lane in enumerate(lanes) if lane.id == place.lane and lane.role is Role.EMOTION), None)
    below = _for_cards(lanes[at:]) if at is not None else None
    return place._replace(lane=below) if below is not None else place


def _first_lane(session: Session) -> Id | None:
    return _for_cards([band.lane for band in session.drawing.layout.order.source.bands])


def _for_cards(lanes: Sequence[Lane]) -> Id | None:
    return next((lane.id for lane in lanes if lane.role is not Role.EMOTION), None)


def _whole(lane: Id | None, step: Id | None) -> Landing:
    return PARKING if lane is None or step is None else Landing(lane, step)

"""Which gesture a drag begins, by what was taken hold of; and the pointer that says so beforehand."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from editor.canvas.gestures.cards import MoveCards
from editor.canvas.gestures.emotions import MoveEmotion
from editor.canvas.gestures.gesture import Aim, Gesture
from editor.canvas.gestures.kpis import MoveKpi
from editor.canvas.gestures.lanes import MoveLane
from editor.canvas.gestures.links import DrawLink, ReattachLink
from editor.canvas.gestures.spans import StretchLeft, StretchRight
from editor.canvas.gestures.stages import MoveBorder, MoveStage
from editor.canvas.gestures.steps import MoveStep
from editor.canvas.handles import Grip, Handle
from editor.session import Session
from model.layout.places import Kind, Spot
from model.operations.links import End
from model.operations.stages import steps_of
from model.records import Id, Step

Begin = Callable[[Session, Spot, Aim], Gesture]

_BY_KIND: dict[Kind, Begin] = {
    Kind.CARD: MoveCards,
    Kind.KPI: MoveKpi,
    Kind.EMOTION: MoveEmotion,
    Kind.STAGE: MoveStage,
    Kind.LANE: MoveLane,
}


def begun(session: Session, spot: Spot | None, aim: Aim) -> Gesture | None:
    """The gesture of a drag that begins here; None where there is nothing to take hold of."""
    if spot is None:
        return None
    if spot.kind is Kind.STEP:
        return _step(session, spot, aim)
    return _BY_KIND[spot.kind](session, spot, aim) if spot.kind in _BY_KIND else None


def begun_by(session: Session, handle: Handle) -> Gesture:
    """The gesture of a drag by a handle."""
    spot = handle.spot
    match handle.grip:
        case Grip.LINK:
            return DrawLink(session, spot.record, spot.page, handle.held)
        case Grip.SOURCE | Grip.TARGET:
            return _reattach(session, handle)
        case Grip.BORDER:
            return MoveBorder(session, spot.record, spot.page)
        case Grip.RIGHT:
            return StretchRight(session, spot)
        case Grip.LEFT:
            return StretchLeft(session, spot)


def cursor_over(spot: Spot | None) -> Qt.CursorShape:
    """The pointer's shape where nothing is pressed."""
    if spot is None:
        return Qt.CursorShape.ArrowCursor
    taken = spot.kind in _BY_KIND or spot.kind is Kind.STEP
    return Qt.CursorShape.OpenHandCursor if taken else Qt.CursorShape.PointingHandCursor


def _step(session: Session, spot: Spot, aim: Aim) -> Gesture:
    """The step; where it is the only one of its stage and shows no title, what looks like the stage's is the stage."""
    step = session.document.table(Step)[spot.record]
    if len(steps_of(session.document, step.stage)) == 1 and not _shows_title(session, spot):
        stage = next(each for each in session.drawing.places.spots(step.stage) if each.page == spot.page)
        return MoveStage(session, stage, aim)
    return MoveStep(session, spot, aim)


def _shows_title(session: Session, spot: Spot) -> bool:
    titles = session.drawing.layout.composed[spot.page].head.titles
    return any(step is not None and step.id == spot.record for step in titles)


def _reattach(session: Session, handle: Handle) -> Gesture:
    """The line is drawn from the other end of what shows of the link on this page."""
    end: End = "source" if handle.grip is Grip.SOURCE else "target"
    link: Id = handle.spot.record
    runs = [run for page, run in session.drawing.places.link_paths(link) if page == handle.spot.page]
    fixed = runs[-1][-1] if end == "source" else runs[0][0]
    return ReattachLink(session, link, end, handle.spot.page, fixed)

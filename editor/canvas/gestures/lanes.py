"""Lanes dragged by their labels; hidden ones keep their places."""

from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.gestures.grid import composed_at, level, way
from editor.canvas.gestures.names import lane_name
from editor.canvas.gestures.shown import areas, label_ghost, moved
from editor.canvas.preview import NOTHING, Preview
from editor.session import Session
from editor.speech import Speech
from model.document import Document
from model.layout.places import Places, Spot
from model.operations import lanes
from model.records import Id

_say = Speech("canvas")


class MoveLane(OnMap):
    """A lane with what stands on it."""

    def __init__(self, session: Session, held: Spot, start: Aim) -> None:
        super().__init__(session)
        self._lane, self._start = held.record, start
        self._ghosts = label_ghost(self.layout, held)
        self._areas = areas(self.places, held.record)

    def move(self, aim: Aim) -> Preview:
        if composed_at(self.layout, aim.page) is None:
            return NOTHING
        index, y = self.places.lane_gap_at(aim.page, aim.y, self._lane)
        return Preview(
            ghosts=moved(self._ghosts, *way(self.layout, self._start, aim)),
            bars=(level(self.layout, aim.page, y),),
            areas=self._areas,
            note=place_note(self.session.document, self.places, index, self._lane),
        )

    def drop(self, aim: Aim) -> None:
        if composed_at(self.layout, aim.page) is not None:
            index, _ = self.places.lane_gap_at(aim.page, aim.y, self._lane)
            self.session.do("move_lane", lanes.move_lane, self._lane, index)
            self.session.select((self._lane,))


def place_note(document: Document, places: Places, index: int, without: Id | None = None) -> str:
    """Which of the lanes that show a lane at this index, counted among the others, would stand below."""
    others = [lane.id for lane in document.lanes if lane.id != without]
    above = next((key for key in reversed(others[:index]) if places.spots(key)), None)
    return _say("lane_below", lane=lane_name(document, above)) if above is not None else _say("lane_on_top")

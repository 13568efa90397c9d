"""Steps dragged by their titles, in their stage or into another one."""

from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.gestures.grid import composed_at, upright, way
from editor.canvas.gestures.names import stage_name
from editor.canvas.gestures.shown import areas, ghosts, moved
from editor.canvas.preview import NOTHING, Preview
from editor.session import Session
from editor.speech import Speech
from model.layout.places import Spot
from model.operations import steps
from model.records import Id

_say = Speech("canvas")


class MoveStep(OnMap):
    """A step with what stands in it."""

    def __init__(self, session: Session, held: Spot, start: Aim) -> None:
        super().__init__(session)
        self._step, self._start = held.record, start
        self._ghosts = ghosts(self.layout, (held.record,), held.page)
        self._areas = areas(self.places, held.record)

    def move(self, aim: Aim) -> Preview:
        gap = self._gap(aim)
        if gap is None:
            return NOTHING
        stage, index, x = gap
        return Preview(
            ghosts=moved(self._ghosts, *way(self.layout, self._start, aim)),
            bars=(upright(self.layout, aim.page, x),),
            areas=self._areas,
            note=_say("step_to", stage=stage_name(self.session.document, stage), number=index + 1),
        )

    def drop(self, aim: Aim) -> None:
        gap = self._gap(aim)
        if gap is not None:
            self.session.do("move_step", steps.move_step, self._step, gap[0], gap[1])
            self.session.select((self._step,))

    def _gap(self, aim: Aim) -> tuple[Id, int, float] | None:
        if composed_at(self.layout, aim.page) is None:
            return None
        return self.places.step_gap_at(aim.page, aim.x, self._step)

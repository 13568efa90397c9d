"""KPIs dragged to another stage."""

from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.gestures.grid import way
from editor.canvas.gestures.names import stage_name
from editor.canvas.gestures.shown import areas, ghosts, moved
from editor.canvas.preview import Preview
from editor.session import Session
from editor.speech import Speech
from model.layout.places import Spot
from model.operations import kpis
from model.records import Id, Step

_say = Speech("canvas")


class MoveKpi(OnMap):
    """A KPI lies over the whole of its stage: the stage is all there is to choose."""

    def __init__(self, session: Session, held: Spot, start: Aim) -> None:
        super().__init__(session)
        self._kpi, self._start = held.record, start
        self._ghosts = ghosts(self.layout, (held.record,), held.page)

    def move(self, aim: Aim) -> Preview:
        stage = self._stage(aim)
        carried = moved(self._ghosts, *way(self.layout, self._start, aim))
        if stage is None:
            return Preview(ghosts=carried, note=_say("no_place_for_cards"), allowed=False)
        return Preview(ghosts=carried, areas=areas(self.places, stage), note=stage_name(self.session.document, stage))

    def drop(self, aim: Aim) -> None:
        stage = self._stage(aim)
        if stage is None:
            self.session.tell(_say("no_place_for_cards"))
        else:
            self.session.do("move", kpis.put_kpi_in_stage, self._kpi, stage)

    def _stage(self, aim: Aim) -> Id | None:
        cell = self.places.cell_at(aim.page, aim.x, aim.y)
        step = self.session.document.get(Step, cell.step) if cell is not None else None
        return step.stage if step is not None else None

"""New stages and steps."""

from editor.canvas.gestures import sketches
from editor.canvas.gestures.gesture import Aim
from editor.canvas.gestures.grid import upright
from editor.canvas.gestures.making import Making, Thing, current_step, held_at, thing_name
from editor.canvas.gestures.names import stage_name
from editor.canvas.preview import Preview
from editor.speech import Speech
from model.layout.page import Composed
from model.layout.places import Kind
from model.operations import stages, steps
from model.records import Id, Stage, Step

_say = Speech("canvas")


class NewStage(Making):
    """A stage with one step."""

    def at_once(self) -> None:
        """Behind the selected stage, or that of the selected step; else at the end."""
        self._make(Stage, "add_stage", stages.add_stage, self._behind())

    def _behind(self) -> int | None:
        document = self.session.document
        record = document.records.get(self.session.current or "")
        key = record.stage if isinstance(record, Step) else record.id if isinstance(record, Stage) else None
        return document.stages.index(document.table(Stage)[key]) + 1 if key is not None else None

    def _shown(self, aim: Aim, composed: Composed) -> Preview:
        index, x = self.places.stage_gap_at(aim.page, aim.x)
        wide, high = composed.pitch, composed.head.chevrons
        shapes = sketches.stage(thing_name(Thing(Kind.STAGE)), wide, high, composed.setting)
        note = _say("new_stage", number=index + 1)
        return Preview(ghosts=held_at(aim, shapes, wide, high), bars=(upright(self.layout, aim.page, x),), note=note)

    def _put(self, aim: Aim) -> None:
        index, _ = self.places.stage_gap_at(aim.page, aim.x)
        self._make(Stage, "add_stage", stages.add_stage, index)


class NewStep(Making):
    """A step; on a map without stages it comes with one."""

    def at_once(self) -> None:
        """Behind the current step; at the end of a selected stage, and else of the last one."""
        document, current = self.session.document, self.session.current
        beside = current_step(self.session)
        if current in document.table(Stage):
            self._make(Step, "add_step", steps.add_step, current)
        elif beside is not None:
            self._make(Step, "add_step", steps.add_step_beside, beside)
        elif document.stages:
            self._make(Step, "add_step", steps.add_step, document.stages[-1].id)
        else:
            self._make(Step, "add_step", stages.add_stage)

    def _shown(self, aim: Aim, composed: Composed) -> Preview:
        wide = composed.pitch - composed.frame.gap
        shapes, high = sketches.step(thing_name(Thing(Kind.STEP)), wide, composed.setting)
        ghosts, gap = held_at(aim, shapes, wide, high), self._gap(aim)
        if gap is None:
            return Preview(ghosts=ghosts, note=_say("new_stage", number=1))
        stage, index, x = gap
        note = _say("step_to", number=index + 1, stage=stage_name(self.session.document, stage))
        return Preview(ghosts=ghosts, bars=(upright(self.layout, aim.page, x),), note=note)

    def _put(self, aim: Aim) -> None:
        gap = self._gap(aim)
        if gap is None:
            self._make(Step, "add_step", stages.add_stage)
        else:
            self._make(Step, "add_step", steps.add_step, gap[0], gap[1])

    def _gap(self, aim: Aim) -> tuple[Id, int, float] | None:
        return self.places.step_gap_at(aim.page, aim.x)

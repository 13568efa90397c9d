"""New markers of the emotion curve."""

from editor.canvas.gestures import sketches
from editor.canvas.gestures.feelings import Felt, curve_ghost, felt_at, note
from editor.canvas.gestures.gesture import Aim
from editor.canvas.gestures.making import current_lane, held_at
from editor.canvas.gestures.new_cards import OnRows
from editor.canvas.preview import Preview
from editor.speech import Speech
from model.layout.page import Composed
from model.operations import roles
from model.records import Emotion, Id, Lane, Role

_say = Speech("canvas")


class NewEmotion(OnRows):
    """A marker of the lane's first curve, at the height it is dropped; on a map without emotion lanes it brings one."""

    def at_once(self) -> None:
        """As people feel when nothing is said: neutral, in the current step of the current emotion lane."""
        step = self._step()
        lane = self.session.document.table(Lane).get(current_lane(self.session) or "")
        if step is not None and lane is not None and lane.role is Role.EMOTION:
            self._make(Emotion, "add_emotion", roles.add_to_curve, lane.id, step)
        elif step is not None:
            self._make(Emotion, "add_emotion", roles.add_emotion_for, step, title=self._title)

    def _shown(self, aim: Aim, composed: Composed) -> Preview:
        face = held_at(aim, sketches.face(0.0, composed.setting), 0.0, 0.0)
        gap, felt = self._gap(aim, near=False), self._felt(aim)
        if gap is not None:
            return self._in_gap(aim, gap, face)
        if felt is None:
            return Preview(ghosts=face, note=_say("no_emotion_lane_here"), allowed=False)
        new = Emotion(id="", order="", lane=felt.lane, step=felt.step, value=felt.value, persona=self._whose(felt.lane))
        number = self.session.document.columns[felt.step] + 1
        return Preview(ghosts=(curve_ghost(self.layout, self.places, felt, new),), note=note(felt, number))

    def _put(self, aim: Aim) -> None:
        gap, felt = self._gap(aim, near=False), self._felt(aim)
        if gap is not None:
            self._make(Emotion, "add_emotion", roles.add_emotion_for, gap.step, index=gap.index, title=self._title)
        elif felt is not None:
            self._make(Emotion, "add_emotion", roles.add_to_curve, felt.lane, felt.step, felt.value)
        else:
            self.session.tell(_say("no_emotion_lane_here"))

    def _felt(self, aim: Aim) -> Felt | None:
        return felt_at(self.layout, self.places, aim)

    def _whose(self, lane: Id) -> Id | None:
        first = next(iter(self.session.document.emotions_in(lane)), None)
        return first.persona if first else None

"""Emotion markers dragged up, down and along their lane, or to another one."""

from editor.canvas.gestures.feelings import Felt, curve_ghost, felt_at, note
from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.preview import Preview
from editor.session import Session
from editor.speech import Speech
from model.layout.places import Spot
from model.operations import emotions
from model.records import Emotion

_say = Speech("canvas")

_KEPT = 0.25  # of feeling: nearer than that to where it was, a marker keeps its value


class MoveEmotion(OnMap):
    """One marker, whatever else is selected."""

    def __init__(self, session: Session, held: Spot, start: Aim) -> None:
        super().__init__(session)
        self._emotion = session.document.table(Emotion)[held.record]
        self._rise = start.y - (held.rect.y + held.rect.height / 2)

    def move(self, aim: Aim) -> Preview:
        felt = self._felt(aim)
        if felt is None:
            return Preview(note=_say("no_emotion_lane_here"), allowed=False)
        return Preview(
            ghosts=(curve_ghost(self.layout, self.places, felt, self._emotion),),
            note=note(felt, self.session.document.columns[felt.step] + 1),
        )

    def drop(self, aim: Aim) -> None:
        felt = self._felt(aim)
        if felt is None:
            self.session.tell(_say("no_emotion_lane_here"))
            return
        self.session.do(
            "move_emotion", emotions.move_emotion, self._emotion.id, felt.step, value=felt.value, lane=felt.lane
        )
        self.session.select((self._emotion.id,))

    def _felt(self, aim: Aim) -> Felt | None:
        felt = felt_at(self.layout, self.places, aim, self._emotion.lane, self._rise)
        if felt is None or aim.alt or abs(self._free(felt, aim) - self._emotion.value) >= _KEPT:
            return felt
        return Felt(felt.lane, felt.step, self._emotion.value, felt.page)

    def _free(self, felt: Felt, aim: Aim) -> float:
        """The value at the pointer, to no steps."""
        return self.places.feeling_at(felt.page, felt.lane, aim.y - self._rise)

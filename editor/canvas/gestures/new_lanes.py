"""New lanes and personas."""

from editor.canvas.gestures import sketches
from editor.canvas.gestures.gesture import Aim
from editor.canvas.gestures.grid import composed_at, level
from editor.canvas.gestures.lanes import place_note
from editor.canvas.gestures.making import Making, Thing, held_at, lane_title, thing_name
from editor.canvas.preview import Mark, Preview
from editor.speech import Speech
from model.layout.page import Composed
from model.layout.places import Kind
from model.operations import lanes, personas
from model.operations.roles import index_for
from model.records import Lane, Persona

_say = Speech("canvas")


class NewLane(Making):
    """A lane for a role, called what it is for in the language of the map."""

    def at_once(self) -> None:
        """Below the selected lane, or else where lanes of its role belong."""
        document = self.session.document
        below = document.table(Lane).get(self.session.current or "")
        self._add(document.lanes.index(below) + 1 if below else index_for(document, self.role))

    def _shown(self, aim: Aim, composed: Composed) -> Preview:
        index, y = self.places.lane_gap_at(aim.page, aim.y)
        shapes, high = sketches.lane(thing_name(Thing(Kind.LANE, self.role)), self.role, composed.setting)
        return Preview(
            ghosts=held_at(aim, shapes, composed.setting.metrics.label_width, high),
            bars=(level(self.layout, aim.page, y),),
            note=place_note(self.session.document, self.places, index),
        )

    def _put(self, aim: Aim) -> None:
        self._add(self.places.lane_gap_at(aim.page, aim.y)[0])

    def _add(self, index: int) -> None:
        title = lane_title(self.session.document, self.role)
        self._make(Lane, "add_lane", lanes.add_lane, self.role, index, title=title)

    def _is_in_other_view(self) -> bool:
        return True


class NewPersona(Making):
    """A persona behind the others, wherever on the map it is dropped."""

    def at_once(self) -> None:
        self._make(Persona, "add_persona", personas.add_persona)

    def _shown(self, aim: Aim, composed: Composed) -> Preview:
        wide = composed.pitch
        shapes, high = sketches.step(thing_name(Thing(Kind.PERSONA)), wide, composed.setting)
        heads = self.places.spots(self.session.document.map.id)
        areas = tuple(Mark(spot.page, spot.rect) for spot in heads if spot.page == aim.page)
        return Preview(ghosts=held_at(aim, shapes, wide, high), areas=areas, note=_say("new_persona"))

    def drop(self, aim: Aim) -> None:
        if composed_at(self.layout, aim.page) is not None:
            self.at_once()

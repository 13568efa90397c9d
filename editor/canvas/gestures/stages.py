"""Stages dragged before or behind others, and the border between two of them."""

from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.gestures.grid import composed_at, gutter_near, seen_from, upright, way
from editor.canvas.gestures.names import stage_name
from editor.canvas.gestures.shown import areas, ghosts, moved
from editor.canvas.preview import NOTHING, Preview
from editor.session import Session
from editor.speech import Speech
from model.layout.places import Spot
from model.operations import stages
from model.records import Id, Stage

_say = Speech("canvas")


class MoveStage(OnMap):
    """A stage with all its steps, held by its chevron."""

    def __init__(self, session: Session, held: Spot, start: Aim) -> None:
        super().__init__(session)
        self._stage, self._start = held.record, start
        self._ghosts = ghosts(self.layout, (held.record,), held.page)
        self._areas = areas(self.places, held.record)

    def move(self, aim: Aim) -> Preview:
        if composed_at(self.layout, aim.page) is None:
            return NOTHING
        index, x = self.places.stage_gap_at(aim.page, aim.x, self._stage)
        return Preview(
            ghosts=moved(self._ghosts, *way(self.layout, self._start, aim)),
            bars=(upright(self.layout, aim.page, x),),
            areas=self._areas,
            note=_say("stage_to", stage=stage_name(self.session.document, self._stage), number=index + 1),
        )

    def drop(self, aim: Aim) -> None:
        if composed_at(self.layout, aim.page) is not None:
            index, _ = self.places.stage_gap_at(aim.page, aim.x, self._stage)
            self.session.do("move_stage", stages.move_stage, self._stage, index)
            self.session.select((self._stage,))


class MoveBorder(OnMap):
    """The border between a stage and the next one: steps go from one to the other, as far as both keep one."""

    def __init__(self, session: Session, stage: Id, page: int) -> None:
        super().__init__(session)
        document = session.document
        self._stage, self._page = stage, page
        self._next = document.stages[document.stages.index(document.table(Stage)[stage]) + 1].id
        self._mine = len(stages.steps_of(document, stage))
        self._theirs = len(stages.steps_of(document, self._next))
        (self._spot,) = (spot for spot in self.places.area(stage) if spot.page == page)

    def move(self, aim: Aim) -> Preview:
        by, composed = self._by(aim), self.layout.composed[self._page]
        x = composed.frame.gutter_x(self._border + by)
        here, there = (
            _say("stage_steps", stage=stage_name(self.session.document, key), count=count)
            for key, count in ((self._stage, self._mine + by), (self._next, self._theirs - by))
        )
        return Preview(bars=(upright(self.layout, self._page, x),), note=f"{here} · {there}")

    def drop(self, aim: Aim) -> None:
        self.session.do("move_border", stages.move_border, self._stage, self._by(aim))

    @property
    def _border(self) -> int:
        """The gutter the border stands in now, counted on the page."""
        frame = self.layout.composed[self._page].frame
        return round((self._spot.rect.right - frame.left + frame.gap) / frame.pitch)

    def _by(self, aim: Aim) -> int:
        """Steps that come to the stage, negative where they leave it."""
        composed = self.layout.composed[self._page]
        first = max(self._border - max(self._mine - 1, 0), 0)
        last = min(self._border + max(self._theirs - 1, 0), composed.frame.columns)
        return gutter_near(composed, seen_from(self.layout, aim, self._page)[0], first, last) - self._border

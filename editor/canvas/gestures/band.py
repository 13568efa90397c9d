"""The rubber band: whatever it touches is selected."""

from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.preview import Mark, Preview
from editor.session import Session
from model.layout.frame import Rect
from model.records import Id


class Band(OnMap):
    """With Shift or Control it adds to what was selected before."""

    def __init__(self, session: Session, start: Aim) -> None:
        super().__init__(session)
        self._start = start
        self._before = session.selection if start.shift or start.control else ()

    def move(self, aim: Aim) -> Preview:
        rect = self._rect(aim)
        areas = tuple(
            Mark(spot.page, spot.rect) for key in self._met(rect) for spot in self.places.spots(key)
            if spot.page == self._start.page
        )  # fmt: skip
        return Preview(areas=areas, band=Mark(self._start.page, rect))

    def drop(self, aim: Aim) -> None:
        self.session.select((*self._before, *self._met(self._rect(aim))))

    def _met(self, rect: Rect) -> tuple[Id, ...]:
        return self.places.within(self._start.page, rect)

    def _rect(self, aim: Aim) -> Rect:
        x, y = min(aim.x, self._start.x), min(aim.y, self._start.y)
        return Rect(x, y, abs(aim.x - self._start.x), abs(aim.y - self._start.y))

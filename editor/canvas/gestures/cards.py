"""Cards dragged to other cells, several at once; with Control copies of them."""

from editor.canvas.desk import GAP
from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.gestures.shown import ghosts, moved
from editor.canvas.preview import Mark, Preview
from editor.session import Session
from editor.speech import Speech
from model.layout.places import Drop, Spot
from model.operations import cards
from model.records import Card, Id, Lane

_say = Speech("canvas")

_MOST_GHOSTS = 24


class MoveCards(OnMap):
    """The selected cards, held by one of them; they keep their places to each other."""

    def __init__(self, session: Session, held: Spot, start: Aim) -> None:
        super().__init__(session)
        chosen = session.selected(Card)
        self._held = held.record
        self._cards: tuple[Id, ...] = chosen if held.record in chosen else (held.record,)
        self._start = start
        near = {held.record, *self._cards[:_MOST_GHOSTS]}
        self._ghosts = ghosts(self.layout, near, held.page)

    def move(self, aim: Aim) -> Preview:
        there = self._target(aim)
        dx, dy = aim.x - self._start.x, aim.y - self._start.y
        if aim.page != self._start.page:
            dx, dy = self._over_to(aim)
        return Preview(
            ghosts=moved(self._ghosts, dx, dy),
            bars=(Mark(there.page, there.bar),) if there else (),
            note=self._note(there, aim),
            allowed=there is not None,
        )

    def drop(self, aim: Aim) -> None:
        there = self._target(aim)
        if there is None:
            self.session.tell(_say("no_place_for_cards"))
            return
        operation, name = (cards.copy_cards, "copy_cards") if aim.control else (cards.move_cards, "move_cards")
        change = self.session.do(
            name, operation, self._cards, there.lane, there.step, index=there.index, held=self._held
        )
        if change:
            new = [key for key, record in change.added.items() if isinstance(record, Card)]
            self.session.select(new or self._cards)

    def _target(self, aim: Aim) -> Drop | None:
        without = () if aim.control else self._cards
        return self.places.drop_at(aim.page, aim.x, aim.y, without)

    def _over_to(self, aim: Aim) -> tuple[float, float]:
        """The way of the ghosts where the pointer is on another page: they are drawn from the page they come from."""
        pages = self.layout.pages[min(aim.page, self._start.page) : max(aim.page, self._start.page)]
        down = sum(page.height + GAP for page in pages)
        sign = 1 if aim.page > self._start.page else -1
        return aim.x - self._start.x, aim.y - self._start.y + sign * down

    def _note(self, there: Drop | None, aim: Aim) -> str:
        if there is None:
            return ""
        lane = self.session.document.get(Lane, there.lane)
        step = self.session.document.columns[there.step] + 1
        count = len(self._cards)
        key = "copying" if aim.control else "moving"
        return _say(key, count=count, lane=lane.title if lane else "", step=step)

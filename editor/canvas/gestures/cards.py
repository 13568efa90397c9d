"""Cards dragged to other cells or into the parking lot, several at once; with Control copies of them."""

from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.gestures.grid import way
from editor.canvas.gestures.names import lane_name
from editor.canvas.gestures.parking import parking_at
from editor.canvas.gestures.shown import ghosts, moved
from editor.canvas.preview import Mark, Preview
from editor.session import Session
from editor.speech import Speech
from model.layout.places import Drop, Spot
from model.operations import cards
from model.records import Card, Id

_say = Speech("canvas")

_MOST_GHOSTS = 12


class MoveCards(OnMap):
    """The selected cards, held by one of them; they keep their places to each other."""

    def __init__(self, session: Session, held: Spot, start: Aim) -> None:
        super().__init__(session)
        chosen = session.selected(Card)
        self._held = held.record
        self._cards: tuple[Id, ...] = chosen if held.record in chosen else (held.record,)
        self._moving = frozenset(self._cards)
        self._start = start
        near = {held.record, *self._cards[:_MOST_GHOSTS]}
        self._ghosts = ghosts(self.layout, near, held.page)

    def move(self, aim: Aim) -> Preview:
        there, parking = self._target(aim), self._parking(aim)
        carried = moved(self._ghosts, *way(self.layout, self._start, aim))
        if parking is not None:
            return Preview(ghosts=carried, areas=(parking,), note=_say("parking", count=len(self._cards)))
        return Preview(
            ghosts=carried,
            bars=(Mark(there.page, there.bar),) if there else (),
            note=self._note(there, aim),
            allowed=there is not None,
        )

    def drop(self, aim: Aim) -> None:
        there = self._target(aim)
        if self._parking(aim) is not None:
            self.session.do("park", cards.park_cards, self._cards)
            return
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
        without: frozenset[Id] = frozenset() if aim.control else self._moving
        return self.places.drop_at(aim.page, aim.x, aim.y, without)

    def _parking(self, aim: Aim) -> Mark | None:
        """The parking lot, which takes cards and no copies."""
        return None if aim.control else parking_at(self.layout, aim)

    def _note(self, there: Drop | None, aim: Aim) -> str:
        if there is None:
            return _say("no_place_for_cards")
        lane = lane_name(self.session.document, there.lane)
        step = self.session.document.columns[there.step] + 1
        count = len(self._cards)
        key = "copying" if aim.control else "moving"
        return _say(key, count=count, lane=lane, step=step)

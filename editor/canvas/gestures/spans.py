"""Cards stretched over several steps by their right or left edge."""

from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.gestures.grid import gutter_near, seen_from
from editor.canvas.gestures.names import steps_range
from editor.canvas.gestures.sketches import card
from editor.canvas.preview import Ghost, Mark, Preview
from editor.session import Session
from model.layout.frame import Rect
from model.layout.places import Spot
from model.operations import cards
from model.records import Card, Id, Lane


class Stretch(OnMap):
    """One edge follows the pointer from gutter to gutter of its page, the other stays."""

    def __init__(self, session: Session, held: Spot) -> None:
        super().__init__(session)
        self._spot = held
        self._card = session.document.table(Card)[held.record]
        self._composed = self.layout.composed[held.page]
        self._offset = self._composed.part.columns.start
        self._first = session.document.columns[self._card.step or ""]
        self._last = self._first + len(session.document.under(self._card)) - 1

    def move(self, aim: Aim) -> Preview:
        first, last = self._stretched(aim)
        rect = self._rect(first, last)
        lane = self.session.document.table(Lane)[self._card.lane or ""]
        shapes, high = card(self._card.text, lane.role, rect.width, self._composed.setting, self._card.marks)
        return Preview(
            ghosts=(Ghost(self._spot.page, rect.x, rect.y, shapes),),
            areas=(Mark(self._spot.page, Rect(rect.x, rect.y, rect.width, max(high, rect.height))),),
            note=steps_range(first, last),
        )

    def _rect(self, first: int, last: int) -> Rect:
        """Over these columns of the map, as far as they are on the page."""
        frame = self._composed.frame
        left, right = max(first - self._offset, 0), min(last - self._offset + 1, frame.columns)
        x, wide = frame.left + left * frame.pitch, (right - left) * frame.pitch - frame.gap
        return Rect(x, self._spot.rect.y, wide, self._spot.rect.height)

    def _column(self, aim: Aim, first: int, last: int) -> int:
        """Of the columns whose left edges the pointer may choose, the nearest."""
        low, high = max(first - self._offset, 0), min(last - self._offset, self._composed.frame.columns)
        x, _ = seen_from(self.layout, aim, self._spot.page)
        return gutter_near(self._composed, x, low, max(low, high)) + self._offset

    def _stretched(self, aim: Aim) -> tuple[int, int]:
        """The first and the last column the card would lie over."""
        raise NotImplementedError

    @property
    def _steps(self) -> tuple[Id, ...]:
        return tuple(self.session.document.columns)


class StretchRight(Stretch):
    """The end of a card."""

    def drop(self, aim: Aim) -> None:
        first, last = self._stretched(aim)
        self.session.do("set_span", cards.set_span, self._card.id, last - first + 1)

    def _stretched(self, aim: Aim) -> tuple[int, int]:
        return self._first, self._column(aim, self._first + 1, len(self._steps)) - 1


class StretchLeft(Stretch):
    """The beginning of a card: it comes to another step and ends where it did."""

    def drop(self, aim: Aim) -> None:
        first, _ = self._stretched(aim)
        self.session.do("set_span", cards.begin_card_at, self._card.id, self._steps[first])

    def _stretched(self, aim: Aim) -> tuple[int, int]:
        return self._column(aim, 0, self._last), self._last

"""Links drawn from a card to another, and links put on another card by one of their ends."""

from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.gestures.grid import seen_from
from editor.canvas.gestures.names import card_name
from editor.canvas.preview import Mark, Preview, Thread
from editor.session import Session
from editor.speech import Speech
from model.change import Change
from model.layout.links.tracks import Point
from model.layout.places import Kind, Spot
from model.operations import links
from model.operations.links import End
from model.records import Id
from model.refusal import Refused

_say = Speech("canvas")
_refusals = Speech("refusals")


class LinkTo(OnMap):
    """A line from a fixed point to the pointer, and the card under it."""

    def __init__(self, session: Session, page: int, fixed: Point) -> None:
        super().__init__(session)
        self._page, self._fixed = page, fixed

    def move(self, aim: Aim) -> Preview:
        card, line = self._card(aim), Thread(self._page, (self._fixed, seen_from(self.layout, aim, self._page)))
        if card is None:
            return Preview(threads=(line,), note=_say("link_where"), allowed=False)
        refusal = self._refusal(card.record)
        return Preview(
            threads=(line,),
            areas=() if refusal else (Mark(card.page, card.rect),),
            note=refusal or _say("link_to", card=card_name(self.session.document, card.record)),
            allowed=not refusal,
        )

    def drop(self, aim: Aim) -> None:
        card = self._card(aim)
        if card is None:
            self.session.tell(_say("link_where"))
        else:
            self._link(card.record)

    def _card(self, aim: Aim) -> Spot | None:
        spot = self.places.at(aim.page, aim.x, aim.y)
        return spot if spot is not None and spot.kind is Kind.CARD else None

    def _refusal(self, card: Id) -> str:
        """Why it cannot end on that card, or nothing."""
        try:
            self._change(card)
        except Refused as refused:
            return _refusals(refused.code, **refused.details)
        return ""

    def _change(self, card: Id) -> Change:
        """What letting go on a card would do. Raises Refused."""
        raise NotImplementedError

    def _link(self, card: Id) -> None:
        raise NotImplementedError


class DrawLink(LinkTo):
    """A new link."""

    def __init__(self, session: Session, source: Id, page: int, fixed: Point) -> None:
        super().__init__(session, page, fixed)
        self._source = source

    def _change(self, card: Id) -> Change:
        return links.add_link(self.session.document, self._source, card)

    def _link(self, card: Id) -> None:
        change = self.session.do("add_link", links.add_link, self._source, card)
        if change:
            self.session.select(change.added)


class ReattachLink(LinkTo):
    """One end of a link; the other one stays where it is."""

    def __init__(self, session: Session, link: Id, end: End, page: int, fixed: Point) -> None:
        super().__init__(session, page, fixed)
        self._key, self._end = link, end

    def _change(self, card: Id) -> Change:
        return links.reattach_link(self.session.document, self._key, self._end, card)

    def _link(self, card: Id) -> None:
        self.session.do("reattach_link", links.reattach_link, self._key, self._end, card)
        self.session.select((self._key,))

"""What can be clicked on a page: cards that bear an address lead there, on whatever kind of paper they stand."""

import msgspec

from model.document import Document
from model.layout.covered import covered
from model.layout.fields import Address
from model.layout.shapes import Page
from model.records import Card, Id


def linked(pages: tuple[Page, ...], document: Document) -> tuple[Page, ...]:
    """The pages with the addresses of the cards on them, beside those they have."""
    leads = _leads(document)
    return tuple(_linked(page, leads) for page in pages) if leads else pages


def _leads(document: Document) -> dict[Id, str]:
    """The addresses of cards, as far as they lead anywhere."""
    bearing = [card for card in document.table(Card).values() if card.url]
    if not bearing:
        return {}
    # What reads addresses is wanted for few maps.
    from model.addresses import on_paper

    leads = {card.id: on_paper(card.url) for card in bearing}
    return {card: url for card, url in leads.items() if url}


def _linked(page: Page, leads: dict[Id, str]) -> Page:
    found = tuple(
        Address(rect.x, rect.y, rect.width, rect.height, leads[group.record], group.tag or group.record)
        for group, rect in covered(page, lambda group: group.record in leads)
        if group.record is not None
    )
    return msgspec.structs.replace(page, addresses=(*page.addresses, *found)) if found else page

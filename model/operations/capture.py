"""The typing flow of a workshop: type, Enter, type, Enter."""

from model.change import Change
from model.document import Document
from model.operations.area import area
from model.operations.basics import the
from model.operations.cards import add_card, index_of
from model.operations.cells import cell_of
from model.operations.plain import plain
from model.records import Card, Id


def write_below(document: Document, card: Id, text: str) -> Change:
    """A card right below another, in its cell or in the parking lot; none for a text of spaces. Refuses `missing`."""
    above = the(document, Card, card)
    if not plain(text).strip():
        return Change()
    lane, step = cell_of(above)
    return add_card(document, lane, step, text, index_of(document, above) + 1)


def write_beside(document: Document, card: Id, text: str) -> Change:
    """A card in the next cell to the right, behind those there; past the last step comes a new one.

    In the parking lot: right below. None for a text of spaces. Refuses `missing`.
    """
    before = the(document, Card, card)
    lane, step = cell_of(before)
    if lane is None or step is None or not plain(text).strip():
        return write_below(document, card, text)
    covered = area(document, lane, step, 1, 2)
    return covered.growth.then(add_card(covered.document, lane, covered.columns[1], text))

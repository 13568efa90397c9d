"""Where in a cell a dropped card comes to, and the bar that shows it."""

from collections.abc import Collection, Sequence

from model.layout.frame import Rect, Row
from model.layout.places.page import PagePlaces
from model.layout.places.row import Contents
from model.layout.places.spot import Cell, Drop
from model.layout.rows import Slot
from model.records import Card, Id

_BAR = 3.0  # points, on the largest sheet as on the smallest


def drop(pages: Sequence[PagePlaces], cell: Cell, step: Id, y: float, without: Collection[Id]) -> Drop:
    """The slot at height `y` of a cell of cards; those `without` are about to leave it."""
    page = pages[cell.page]
    row, held = page.shown(cell.lane)
    over = [slot for slot in held.over.get(cell.column - page.first, ()) if slot.id not in without]
    here = [slot for slot in over if isinstance(slot.record, Card) and slot.item.first == cell.column]
    above = [slot for slot in here if row.top + slot.y + slot.height / 2 < y]
    staying = [key for key in _beginning(page, cell) if key not in without]
    index = staying.index(here[len(above)].id) if above != here else _behind(pages, cell, staying)
    earlier = [slot for slot in over if slot.item.first < cell.column]
    return Drop(cell.lane, step, index, _bar(row, held, cell, [*earlier, *above]), cell.page)


def _behind(pages: Sequence[PagePlaces], cell: Cell, staying: Sequence[Id]) -> int:
    """How many cards of a cell stand on its page and on those before it: a lane may go on over several."""
    rows = (page.row_of(cell.lane) for page in pages[: cell.page + 1])
    return sum(key in found[1].placed for found in rows if found is not None for key in staying)


def _beginning(page: PagePlaces, cell: Cell) -> list[Id]:
    """The cards that begin in a cell, in their order, on whatever page they stand."""
    band = next(band for band in page.order.source.bands if band.lane.id == cell.lane)
    items = band.over(range(cell.column, cell.column + 1))
    return [item.record.id for item in items if item.first == cell.column and isinstance(item.record, Card)]


def _bar(row: Row, held: Contents, cell: Cell, above: Sequence[Slot]) -> Rect:
    """Between the cards above and what follows; at the row's top where nothing is above."""
    bottom = max((slot.y + slot.height for slot in above), default=-held.setting.metrics.stack_gap)
    y = row.top + bottom + held.setting.metrics.stack_gap / 2
    return Rect(cell.rect.x, y - _BAR / 2, cell.rect.width, _BAR)

"""A layout after a change: only the rows whose cards changed are laid out again."""

from collections.abc import Iterable

import msgspec

from model.change import Change
from model.layout.drawn import Drawn
from model.layout.engine import Layout, lay_out
from model.layout.frame import Filling, Row
from model.layout.grid import items_of, reach
from model.layout.heights import free_height
from model.layout.lane_row import card_groups, draw_row
from model.layout.order import Order, signs_of
from model.layout.page import Composed, draw_links, finish
from model.layout.parts import Band, Measured, Part, gaps, height_in, of_stack
from model.layout.rows import Slot, restack, stretched
from model.layout.shapes import Group
from model.records import Card, Id, Record

Changed = dict[Id, set[int]]


def relay(layout: Layout, change: Change) -> Layout:
    """The layout of the document as it is now, `change` being the last thing that happened to it.

    Equal to laying the document out anew. On paper, where one card can change the type size of all, and for changes
    of anything but cards on the grid, that is what is done.
    """
    touched = _touched(change)
    if layout.order.height is not None or not all(_on_grid(layout, record) for record in touched):
        return _anew(layout)
    changed = _changed(layout.order, touched)
    order = _after(layout.order, change, changed)
    if order.signs != layout.order.signs:
        return _anew(layout)
    composed = _relaid(order, layout.composed[0], changed)
    if composed.leftovers != layout.composed[0].leftovers:
        return _anew(layout)
    return msgspec.structs.replace(layout, order=order, composed=(composed,), pages=(composed.page, *layout.pages[1:]))


def _anew(layout: Layout) -> Layout:
    order = layout.order
    return lay_out(
        order.document,
        view=order.view,
        sheet=layout.sheet,
        language=layout.language,
        name=order.name,
        folding=layout.folding,
    )


def _changed(order: Order, touched: Iterable[Record]) -> Changed:
    """The columns, by lane, over which cards came, went or changed."""
    changed: Changed = {}
    for card in touched:
        if isinstance(card, Card) and card.lane is not None and card.step is not None:
            first = order.source.places[card.step]
            over = range(first, first + reach(order.source.columns, first, card.span))
            changed.setdefault(card.lane, set()).update(over)
    return changed


def _touched(change: Change) -> list[Record]:
    pairs = (record for pair in change.updated.values() for record in pair)
    return [*change.added.values(), *change.removed.values(), *pairs]


def _on_grid(layout: Layout, record: Record) -> bool:
    """Whether a record is a card in a lane that shows it, and does not repeat its step's title: that is drawn where no
    card repeats it."""
    if not isinstance(record, Card) or record.step is None or record.lane is None:
        return False
    column = layout.order.source.places.get(record.step)
    shown = any(band.lane.id == record.lane and band.folded is None for band in layout.order.source.bands)
    step = layout.order.source.columns[column].step if column is not None else None
    return shown and step is not None and record.text != step.title


def _after(order: Order, change: Change, lanes: Iterable[Id]) -> Order:
    """The order with the items of these lanes read again."""
    source = order.source
    bands = tuple(
        msgspec.structs.replace(band, items=items_of(order.document, band.lane, source.columns))
        if band.lane.id in lanes
        else band
        for band in source.bands
    )
    firsts = dict(source.firsts)
    for key in change.removed:
        firsts.pop(key, None)
    firsts.update((item.record.id, item.first) for band in bands if band.lane.id in lanes for item in band.items)
    source = msgspec.structs.replace(source, bands=bands, firsts=firsts)
    kept = all(_same_signs(*pair) for pair in change.updated.values()) and not (change.added or change.removed)
    signs = order.signs if kept else signs_of(order.document, source, order.links)
    return msgspec.structs.replace(order, source=source, signs=signs)


def _same_signs(before: Record, after: Record) -> bool:
    """Whether a card bears the same marks in the same lane as before."""
    return (
        isinstance(before, Card)
        and isinstance(after, Card)
        and before.marks == after.marks
        and before.lane == after.lane
    )


def _relaid(order: Order, before: Composed, changed: Changed) -> Composed:
    part = msgspec.structs.replace(before.part, bands=order.source.bands)
    rows: list[Row] = []
    drawn: list[Drawn] = []
    measured = list(before.measured)
    y = before.frame.top
    for at, gap in enumerate(gaps(part.bands, before.setting)):
        band, row, picture = part.bands[at], before.frame.rows[at], before.rows[at]
        if band.lane.id in changed:
            measured[at] = _measured(band, changed[band.lane.id], at, before)
            new = _stretched(measured[at], row, y, gap, before)
            picture = _drawn(new, row, picture, measured[at], before)
        else:
            new = _moved(row, band, y, gap)
            picture = picture if new is row else _shifted(picture, y)
        rows.append(new)
        drawn.append(picture)
        y += new.height + gap
    return _finished(order, part, before, tuple(measured), tuple(rows), tuple(drawn), y)


def _finished(
    order: Order,
    part: Part,
    before: Composed,
    measured: tuple[Measured, ...],
    rows: tuple[Row, ...],
    drawn: tuple[Drawn, ...],
    bottom: float,
) -> Composed:
    """The page of these rows; the links are drawn again only where a card stands elsewhere."""
    frame = msgspec.structs.replace(before.frame, rows=rows, bottom=bottom)
    stands = all(_stands(*pair) for pair in zip(before.frame.rows, rows, strict=True))
    arrows = before.arrows if stands else draw_links(order, part, frame, before.setting)
    page = finish(
        order, part, before.number, before.total, before.setting, before.head, before.above, frame, drawn, arrows
    )
    return msgspec.structs.replace(
        before, page=page, part=part, measured=measured, frame=frame, rows=drawn, arrows=arrows
    )


def _measured(band: Band, columns: set[int], at: int, before: Composed) -> Measured:
    """A row stacked again where its cards changed."""
    setting, part = before.setting, before.part
    height_of = height_in(band.lane, part.columns, before.pitch, setting)
    old = before.measured[at].stacked
    return of_stack(
        band, restack(old, band.items, columns, part.columns, setting.metrics.stack_gap, height_of), setting
    )


def _stretched(measured: Measured, row: Row, y: float, gap: float, before: Composed) -> Row:
    """The row at height `y`; where a slot stands as it stood, it is the very same."""
    m, band = before.setting.metrics, measured.band
    high = free_height(measured, m)
    old = {slot.id: slot for slot in row.slots}
    slots = (_same(old, slot) for slot in stretched(measured.stacked, high - 2 * m.row_inset, len(before.part.columns)))
    return Row(band.lane, y, high, m.row_inset, Filling(tuple(slots)), gap, band.line is not None)


def _same(old: dict[Id, Slot], slot: Slot) -> Slot:
    known = old.get(slot.id)
    return known if known is not None and known == slot else slot


def _drawn(row: Row, old: Row, picture: Drawn, measured: Measured, before: Composed) -> Drawn:
    """A row's picture; cards that are the same at the same place keep their shapes."""
    kept = {id(slot): group for slot, group in zip(old.slots, card_groups(picture), strict=True)}
    return draw_row(row, measured, before.frame, before.setting, kept if row.height == old.height else {})


def _moved(row: Row, band: Band, y: float, gap: float) -> Row:
    """The row at another height."""
    if row.y == y:
        return row
    return msgspec.structs.replace(row, y=y)


def _shifted(drawn: Drawn, y: float) -> Drawn:
    """A row's picture at another height: its one group moved."""
    return msgspec.structs.replace(
        drawn,
        shapes=tuple(
            msgspec.structs.replace(shape, y=y) if isinstance(shape, Group) else shape for shape in drawn.shapes
        ),
    )


def _stands(before: Row, after: Row) -> bool:
    """Whether every card of a row stands where it stood, so that the links do too."""
    if before is after:
        return True
    return (
        before.y == after.y
        and len(before.slots) == len(after.slots)
        and all(
            one is other or _place(one) == _place(other) for one, other in zip(before.slots, after.slots, strict=True)
        )
    )


def _place(slot: Slot) -> tuple[Id, int, int, float, float]:
    return slot.id, slot.first, slot.span, slot.y, slot.height

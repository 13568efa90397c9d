"""A row of the page drawn: the lane's label, and its cards or its curve, as one group that moves with the row."""

from collections.abc import Mapping, Sequence

from model.layout import cards, emotions, labels, tags
from model.layout.drawn import Drawn, Leftover
from model.layout.frame import Frame, Row
from model.layout.parts import Band, Measured
from model.layout.rows import Slot
from model.layout.setting import Setting
from model.layout.shapes import Group, Shape
from model.records import Role


def draw_row(
    row: Row, measured: Measured, frame: Frame, setting: Setting, kept: Mapping[int, Shape] | None = None
) -> Drawn:
    """A lane's label and whatever stands in it, as one group that moves with the row.

    `kept`: card groups made before, by the identity of the slot they show, for slots that are the very same.
    """
    if measured.band.folded is not None:
        return _folded(row, measured.band, measured.band.folded, frame, setting)
    m, kept = setting.metrics, kept or {}
    label = labels.label(row.lane, row.height, setting)
    head = Group(m.margin, 0, label.shapes, row.lane.id, tags.label(row.lane.id))
    if row.lane.role is Role.EMOTION:
        wide = frame.columns * frame.pitch - frame.gap
        curve = emotions.lane(measured.curves, wide, row.height, setting)
        content: tuple[Shape, ...] = (Group(frame.left, 0, curve.shapes, row.lane.id),)
        left = curve.leftovers
    else:
        content = tuple(kept.get(id(slot)) or _card(slot, row, frame, setting) for slot in row.slots)
        left = tuple(_cut_cards(row, frame, setting))
    return Drawn((Group(0, row.y, (head, *content)),), (*label.leftovers, *left))


def _folded(row: Row, band: Band, held: int, frame: Frame, setting: Setting) -> Drawn:
    """One line, its title ending before the first links cross it."""
    m = setting.metrics
    said = setting.words("folded_emotions" if band.lane.role is Role.EMOTION else "folded_cards", count=held)
    wide = frame.left + frame.columns * frame.pitch - frame.gap - m.margin
    room = first_links(frame, setting) - m.margin - labels.text_left(m)
    label = labels.folded(band.lane, said, wide, room, setting)
    return Drawn(
        (Group(0, row.y, (Group(m.margin, 0, label.shapes, band.lane.id, tags.label(band.lane.id)),)),), label.leftovers
    )


def first_links(frame: Frame, setting: Setting) -> float:
    """How far from the left of the page the first links run."""
    return frame.left + (frame.pitch - frame.gap) / 2 - setting.metrics.arrow_head


def card_groups(drawn: Drawn) -> tuple[Shape, ...]:
    """The groups of the cards in a row's picture, in the order of its slots."""
    (row,) = drawn.shapes
    return row.shapes[1:] if isinstance(row, Group) else ()


def _card(slot: Slot, row: Row, frame: Frame, setting: Setting) -> Group:
    record, marks = slot.record, cards.marks_of(slot.record)
    wide = slot.span * frame.pitch - frame.gap
    text = cards.text_of(record, setting.words)
    drawn = cards.shapes(text, row.lane.role, marks, wide, slot.height, setting)
    return Group(frame.left + slot.first * frame.pitch, row.inset + slot.y, drawn, record.id)


def _cut_cards(row: Row, frame: Frame, setting: Setting) -> Sequence[Leftover]:
    if not setting.limit:
        return ()
    texts = (
        (slot, cards.text_of(slot.record, setting.words), slot.span * frame.pitch - frame.gap) for slot in row.slots
    )
    return [
        Leftover(row.lane.title, text, slot.id)
        for slot, text, wide in texts
        if not cards.is_whole(text, row.lane.role, wide, setting)
    ]

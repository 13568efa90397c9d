"""One lane on one page: its items stacked like bricks on a skyline, so that none overlaps and spans lie straight."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from model.layout.grid import Item
from model.records import Card, Id, Kpi


class Slot(msgspec.Struct, frozen=True):
    """Where an item stands: its columns on this page, and its top and height in points below the row's content top."""

    item: Item
    first: int
    span: int
    y: float
    height: float

    @property
    def record(self) -> Card | Kpi:
        return self.item.record

    @property
    def id(self) -> Id:
        return self.item.record.id

    @property
    def last(self) -> int:
        return self.first + self.span - 1


class Stack(msgspec.Struct, frozen=True):
    """The slots of a lane at their natural heights, and the height of the tallest column."""

    slots: tuple[Slot, ...]
    height: float


HeightOf = Callable[[Item, int], float]


def stack(items: Iterable[Item], columns: range, gap: float, height_of: HeightOf) -> Stack:
    """Stack the items that touch these columns; `height_of(item, span)` is its natural height in points.

    An item that reaches over the page's edge is cut to the columns that are here.
    """
    tops = [0.0] * len(columns)
    slots: list[Slot] = []
    for item in items:
        first, end = max(item.first, columns.start), min(item.first + item.span, columns.stop)
        if first >= end:
            continue
        here = range(first - columns.start, end - columns.start)
        y, height = max(tops[at] for at in here), height_of(item, len(here))
        slots.append(Slot(item, here.start, len(here), y, height))
        for at in here:
            tops[at] = y + height + gap
    return Stack(tuple(slots), max(tops) - gap if slots else 0.0)


def stretched(stacked: Stack, height: float, columns: int) -> tuple[Slot, ...]:
    """The slots filling a row of this height: neighbours in a row are equally tall, a pile shares what is left.

    Where spans tie columns together the pile with the most bricks decides, so that no two ever overlap.
    """
    piles = _piles(stacked.slots, columns)
    return tuple(slot for pile in piles for slot in _stretched_pile(pile, height))


def _piles(slots: Sequence[Slot], columns: int) -> list[list[Slot]]:
    """Slots in groups that share columns, directly or through a span."""
    leader = list(range(columns))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for slot in slots:
        for at in range(slot.first + 1, slot.first + slot.span):
            leader[find(at)] = find(slot.first)
    piles: dict[int, list[Slot]] = {}
    for slot in slots:
        piles.setdefault(find(slot.first), []).append(slot)
    return list(piles.values())


def _stretched_pile(pile: list[Slot], height: float) -> list[Slot]:
    """Every slot grows by the same share, and sinks by the shares of those above it."""
    depth: dict[Id, int] = {}
    deepest: dict[int, int] = {}
    bottom = 0.0
    for slot in pile:
        level = max((deepest.get(at, 0) for at in range(slot.first, slot.first + slot.span)), default=0)
        depth[slot.id] = level
        bottom = max(bottom, slot.y + slot.height)
        for at in range(slot.first, slot.first + slot.span):
            deepest[at] = level + 1
    share = max(0.0, height - bottom) / max(deepest.values(), default=1)
    return [
        msgspec.structs.replace(slot, y=slot.y + depth[slot.id] * share, height=slot.height + share) for slot in pile
    ]

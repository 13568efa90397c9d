"""One lane on one page: its items stacked like bricks on a skyline, so that none overlaps and spans lie straight."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from model.layout.grid import Item
from model.records import Card, Id, Kpi


class Slot(msgspec.Struct, frozen=True, gc=False):
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


class Stack(msgspec.Struct, frozen=True, dict=True):
    """The slots of a lane at their natural heights, and the height of the tallest column."""

    slots: tuple[Slot, ...]
    height: float

    @cached_property
    def places(self) -> dict[Id, Slot]:
        """The slots by id."""
        return {slot.id: slot for slot in self.slots}


HeightOf = Callable[[Item, int], float]


def stack(items: Iterable[Item], columns: range, gap: float, height_of: HeightOf) -> Stack:
    """Stack the items that touch these columns; `height_of(item, span)` is its natural height in points.

    An item that reaches over the page's edge is cut to the columns that are here.
    """
    tops = [0.0] * len(columns)
    slots: list[Slot] = []
    for item in items:
        first = max(item.first - columns.start, 0)
        end = min(item.first + item.span, columns.stop) - columns.start
        if first < end:
            y = max(tops[first:end])
            height = height_of(item, end - first)
            slots.append(Slot(item, first, end - first, y, height))
            tops[first:end] = [y + height + gap] * (end - first)
    return Stack(tuple(slots), _bottom(slots))


def restack(
    before: Stack, items: Sequence[Item], changed: set[int], columns: range, gap: float, height_of: HeightOf
) -> Stack:
    """What `stack` makes of the items, where before only the items touching the `changed` columns were other ones."""
    piles = _reach(before.slots, items, columns.start, changed)
    again = stack((item for item in items if _touches(item, columns.start, piles)), columns, gap, height_of)
    slots = {**before.places, **again.places}
    new = tuple(slots[item.record.id] for item in items if item.record.id in slots)
    return Stack(new, _bottom(new))


def _bottom(slots: Iterable[Slot]) -> float:
    return max((slot.y + slot.height for slot in slots), default=0.0)


def _touches(item: Item, start: int, columns: set[int]) -> bool:
    at = item.first - start
    return at in columns if item.span == 1 else not columns.isdisjoint(range(at, at + item.span))


def _reach(slots: Sequence[Slot], items: Sequence[Item], start: int, columns: set[int]) -> set[int]:
    """These columns and all that spans tie to them."""
    wide = [range(slot.first, slot.first + slot.span) for slot in slots if slot.span > 1]
    wide += [range(item.first - start, item.first - start + item.span) for item in items if item.span > 1]
    reached = set(columns)
    size = -1
    while len(reached) > size:
        size = len(reached)
        reached.update(at for span in wide if not reached.isdisjoint(span) for at in span)
    return reached


def stretched(stacked: Stack, height: float, columns: int) -> tuple[Slot, ...]:
    """The slots filling a row of this height: neighbours in a row are equally tall, a pile shares what is left.

    Where spans tie columns together the pile with the most bricks decides, so that no two ever overlap.
    """
    piles = _piles(stacked.slots, columns)
    return tuple([slot for pile in piles for slot in _stretched_pile(pile, height)])


def restretched(
    before: Stack, filling: Mapping[Id, Slot], stacked: Stack, height: float, columns: int
) -> tuple[Slot, ...]:
    """What `stretched` makes of a stack that was restacked from the one before; slots that stand as they stood are the
    very same. `filling`: by id, what the stack before came to at this height."""
    return tuple(
        [
            slot
            for pile in _piles(stacked.slots, columns)
            for slot in (
                [filling[each.id] for each in pile]
                if before.places.get(pile[0].id) is pile[0]
                else _kept(filling, _stretched_pile(pile, height))
            )
        ]
    )


def _kept(known: Mapping[Id, Slot], slots: Iterable[Slot]) -> Iterator[Slot]:
    for slot in slots:
        old = known.get(slot.id)
        yield old if old == slot else slot


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
    levels: list[int] = []
    deepest: dict[int, int] = {}
    bottom = 0.0
    for slot in pile:
        under = range(slot.first, slot.first + slot.span)
        levels.append(max([deepest.get(at, 0) for at in under]))
        bottom = max(bottom, slot.y + slot.height)
        deepest.update(dict.fromkeys(under, levels[-1] + 1))
    share = max(0.0, height - bottom) / max(deepest.values())
    return [
        Slot(slot.item, slot.first, slot.span, slot.y + level * share, slot.height + share)
        for slot, level in zip(pile, levels, strict=True)
    ]

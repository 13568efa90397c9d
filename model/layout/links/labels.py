"""The labels of links: in the corridors between rows, where no card is, clear of each other and of the lines' names.

They are placed in the order of the links' ids. After a change those stay that nobody comes in the way of.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from model.layout.drawn import Leftover
from model.layout.frame import Frame
from model.layout.links.corners import Corner
from model.layout.links.strands import Strand
from model.layout.setting import Setting
from model.layout.shapes import Box, Group, Shape
from model.layout.style import GREY, WHITE
from model.layout.text.block import block, height
from model.layout.text.wrap import Lines, wrap
from model.records import Id

_LEADING = 1.25  # from the highest accent to the lowest tail: nothing of a label may touch a card
_RISE = 0.06  # ems higher than a line of a paragraph: tails end with the label
_LEAST = 5.0  # ems of a shortened label worth reading
_AIR = 3.0  # points between a label and its line
_APART = 9.0  # points between two labels

Stretch = tuple[float, float]
Stretches = dict[int, list[Stretch]]
"""By corridor, from left to right."""


class Spot(msgspec.Struct, frozen=True):
    """Where a label may begin and how far to the right it may reach, in a corridor."""

    corridor: int
    x: float
    right: float


class Label(msgspec.Struct, frozen=True):
    """A text, the spots it may stand at, in the order they are tried, and the one it has; None where none is free."""

    text: str
    spots: tuple[Spot, ...]
    spot: Spot | None = None
    lines: Lines = Lines(())
    group: Group | None = None


Labels = Mapping[Id, Label]
NONE: Labels = MappingProxyType({})


def labelled(
    before: Labels,
    strands: Mapping[Id, Strand],
    changed: Iterable[Id],
    frame: Frame,
    pills: Mapping[int, float],
    setting: Setting,
) -> Labels:
    """The labels of the strands, by link in the order of ids; those of strands not `changed` were right before.

    `pills` tells, by corridor, where the name of the blueprint line in it ends.
    """
    wanted = _wanted(before, strands, changed, frame, setting)
    taken: Stretches = {at: [(0.0, end)] for at, end in pills.items()}
    stirred: Stretches = {}
    for key in before.keys() - wanted.keys():
        _take(stirred, before[key], setting)
    labels: dict[Id, Label] = {}
    for key in sorted(wanted):
        label, known = wanted[key], before.get(key)
        if label is not known or _meets(label, stirred):
            label = _placed(label, taken, setting)
            if known is None or (known.spot, known.lines) != (label.spot, label.lines):
                _take(stirred, label, setting)
                if known is not None:
                    _take(stirred, known, setting)
        _take(taken, label, setting)
        labels[key] = _at_height(key, label, frame, setting)
    return labels


def leftovers(labels: Labels, setting: Setting) -> tuple[Leftover, ...]:
    """The labels that are not there in full."""
    heading = setting.words("legend_dependency")
    return tuple(
        Leftover(heading, label.text, key) for key, label in labels.items() if not (label.spot and label.lines.whole)
    )


def _wanted(
    before: Labels, strands: Mapping[Id, Strand], changed: Iterable[Id], frame: Frame, setting: Setting
) -> dict[Id, Label]:
    """The labels there have to be; those that are known the very same."""
    wanted = {key: label for key, label in before.items() if key in strands}
    for key in changed:
        strand = strands[key]
        text = " ".join(strand.link.label.split())
        known = wanted.pop(key, None)
        if text:
            spots = tuple(spot for spot in _spots(strand, frame) if _is_high(spot, frame, setting))
            same = known is not None and (known.text, known.spots) == (text, spots)
            wanted[key] = known if known is not None and same else Label(text, spots)
    return wanted


def _spots(strand: Strand, frame: Frame) -> Iterator[Spot]:
    """Beside the source on the side the link goes to, then beside the target, then on their other sides."""
    link, way = strand.link, strand.way
    start, end = _ends(strand) if way is not None else (None, None)
    down = start is None or end is None or end[1:] >= start[1:]
    ends = ((frame.place(link.source), start, down), (frame.place(link.target), end, not down))
    for turned in (False, True):
        for place, anchor, below in ends:
            if place is not None:
                row, slot = place
                left = frame.left + slot.first * frame.pitch
                card_right = left + slot.span * frame.pitch - frame.gap
                upright = anchor is not None and left < anchor[0] < card_right and not turned
                x = anchor[0] + _AIR if anchor is not None and upright else left
                right = min(card_right + frame.pitch, frame.left + frame.columns * frame.pitch - frame.gap)
                yield Spot(row + 1 if below != turned else row, x, right)


def _ends(strand: Strand) -> tuple[Corner, Corner]:
    (trail,) = strand.trails
    return (
        (trail.xs[0], trail.levels[0], trail.offsets[0]),
        (trail.xs[-1], trail.levels[-1], trail.offsets[-1]),
    )


def _is_high(spot: Spot, frame: Frame, setting: Setting) -> bool:
    low, high = frame.corridor_edges(spot.corridor)
    return high - low >= height(1, setting.metrics.caption, _LEADING)


def _placed(label: Label, taken: Stretches, setting: Setting) -> Label:
    """The label at the first spot that has room for the whole text, else for some of it."""
    size = setting.metrics.caption
    whole = wrap(label.text, "italic", float("inf"), 1)
    for least in (whole.width * size, _LEAST * size):
        for spot in label.spots:
            free = _free(spot, taken.get(spot.corridor, ()), least)
            if free is not None:
                lines = wrap(label.text, "italic", (free.right - free.x + 0.001) / size, 1)
                return Label(label.text, label.spots, free, lines)
    return Label(label.text, label.spots)


def _free(spot: Spot, taken: Sequence[Stretch], least: float) -> Spot | None:
    """The first free stretch of a spot that is at least so many points wide."""
    x = spot.x
    for low, high in taken[max(bisect_right(taken, (x, x)) - 1, 0) :]:
        if low - _APART - x >= least:
            return Spot(spot.corridor, x, min(low - _APART, spot.right)) if x + least <= spot.right else None
        x = max(x, high)
    return Spot(spot.corridor, x, spot.right) if x + least <= spot.right else None


def _take(stretches: Stretches, label: Label, setting: Setting) -> None:
    """Note the stretch a label takes, with the air behind it."""
    if label.spot is not None:
        end = label.spot.x + label.lines.width * setting.metrics.caption + _APART
        insort(stretches.setdefault(label.spot.corridor, []), (label.spot.x, end))


def _meets(label: Label, stirred: Stretches) -> bool:
    """Whether somebody came or went where a label may stand."""
    return any(
        low < spot.right + _APART and high > spot.x
        for spot in label.spots
        for low, high in stirred.get(spot.corridor, ())
    )


def _at_height(key: Id, label: Label, frame: Frame, setting: Setting) -> Label:
    """The label with its shapes where its corridor is now."""
    if label.spot is None:
        return label
    level = frame.level(label.spot.corridor)
    if label.group is not None and label.group.y == level:
        return label
    shapes = label.group.shapes if label.group is not None else _shapes(label, label.spot, frame, setting)
    return msgspec.structs.replace(label, group=Group(label.spot.x, level, shapes, key))


def _shapes(label: Label, spot: Spot, frame: Frame, setting: Setting) -> tuple[Shape, ...]:
    """The text on white, in the middle of the corridor."""
    size = setting.metrics.caption
    tall = height(1, size, _LEADING)
    y = frame.corridor_middles[spot.corridor] - tall / 2
    ground = Box(0, y, label.lines.width * size, tall, fill=WHITE)
    return ground, *block(label.lines, "italic", 0, y - _RISE * size, size, GREY, leading=_LEADING)

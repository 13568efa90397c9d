"""The labels of links: in the corridors between rows, where no card is, clear of each other and of the lines' names."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from model.layout.drawn import Drawn, Leftover
from model.layout.frame import Frame
from model.layout.links.tracks import Point
from model.layout.setting import Setting
from model.layout.shapes import Box, Group
from model.layout.style import GREY, WHITE
from model.layout.text.block import block, height
from model.layout.text.wrap import Lines, wrap
from model.records import Id, Link

_LEADING = 1.25  # from the highest accent to the lowest tail: nothing of a label may touch a card
_RISE = 0.06  # ems higher than a line of a paragraph: tails end with the label
_LEAST = 5.0  # ems of a shortened label worth reading
_AIR = 3.0  # points between a label and its line
_APART = 9.0  # points between two labels

Taken = dict[int, list[tuple[float, float]]]


class Spot(msgspec.Struct, frozen=True):
    """Where a label may begin and how far to the right it may reach, in a corridor."""

    corridor: int
    x: float
    right: float


def draw(
    links: Iterable[Link],
    lines: Mapping[Id, tuple[Point, ...]],
    frame: Frame,
    pills: Mapping[int, float],
    setting: Setting,
) -> Drawn:
    """The labels of the links that touch the page, in full behind the map where there is no room.

    `lines` are the corners of the links drawn from end to end; `pills` tells, by corridor, where the name of the
    blueprint line in it ends.
    """
    taken: Taken = {at: [(0.0, end)] for at, end in pills.items()}
    groups: list[Group] = []
    left: list[Leftover] = []
    for link, text in ((link, text) for link in links if (text := " ".join(link.label.split()))):
        spots = [spot for spot in _spots(link, lines.get(link.id), frame) if _is_high(spot, frame, setting)]
        placed = _placed(text, spots, taken, setting)
        if placed is not None:
            groups.append(_group(link, *placed, frame, setting))
        if placed is None or not placed[1].whole:
            left.append(Leftover(setting.words("legend_dependency"), text, link.id))
    return Drawn(tuple(groups), tuple(left))


def _spots(link: Link, points: tuple[Point, ...] | None, frame: Frame) -> Iterator[Spot]:
    """Beside the source on the side the link goes to, then beside the target, then on their other sides."""
    down = points is None or points[-1][1] >= points[0][1]
    ends = [(link.source, points[0] if points else None, down), (link.target, points[-1] if points else None, not down)]
    here = [end for end in ends if end[0] in frame.places]
    for turned in (False, True):
        for card, anchor, below in here:
            row, slot = frame.places[card]
            rect = frame.rect(row, slot)
            upright = anchor is not None and rect.x < anchor[0] < rect.right and not turned
            x = anchor[0] + _AIR if anchor is not None and upright else rect.x
            right = min(rect.right + frame.pitch, frame.left + frame.columns * frame.pitch - frame.gap)
            yield Spot(row + 1 if below != turned else row, x, right)


def _is_high(spot: Spot, frame: Frame, setting: Setting) -> bool:
    low, high = frame.corridor(spot.corridor)
    return high - low >= height(1, setting.metrics.caption, _LEADING)


def _placed(text: str, spots: list[Spot], taken: Taken, setting: Setting) -> tuple[Spot, Lines] | None:
    """The first spot that has room for the whole text, else for some of it; from then on it is taken."""
    size = setting.metrics.caption
    whole = wrap(text, "italic", float("inf"), 1)
    for least in (whole.width * size, _LEAST * size):
        for spot in spots:
            free = _free(spot, taken.get(spot.corridor, []), least)
            if free is not None:
                lines = wrap(text, "italic", (free.right - free.x + 0.001) / size, 1)
                taken.setdefault(spot.corridor, []).append((free.x, free.x + lines.width * size + _APART))
                return free, lines
    return None


def _free(spot: Spot, taken: list[tuple[float, float]], least: float) -> Spot | None:
    """The first free stretch of a spot that is at least so many points wide."""
    x = spot.x
    for low, high in sorted(taken):
        if low - _APART - x >= least:
            return Spot(spot.corridor, x, min(low - _APART, spot.right)) if x + least <= spot.right else None
        x = max(x, high)
    return Spot(spot.corridor, x, spot.right) if x + least <= spot.right else None


def _group(link: Link, spot: Spot, lines: Lines, frame: Frame, setting: Setting) -> Group:
    size = setting.metrics.caption
    low, high = frame.corridor(spot.corridor)
    tall = height(1, size, _LEADING)
    y = (low + high - tall) / 2
    ground = Box(spot.x, y, lines.width * size, tall, fill=WHITE)
    return Group(
        0, 0, (ground, *block(lines, "italic", spot.x, y - _RISE * size, size, GREY, leading=_LEADING)), link.id
    )

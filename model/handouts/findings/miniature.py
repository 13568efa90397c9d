"""The map made tiny: stages as bars, lanes as bands, cells that hold something as boxes."""

from collections.abc import Iterator, Mapping

import msgspec

from model.document import Document
from model.handouts.outline.telling import Telling
from model.layout.grid import Column, columns_of, items_of
from model.layout.shapes import Box, Command, Path, Shape
from model.layout.style import HAIRLINE, LANES, STAGE_FILLS, WHITE
from model.records import Id, Lane, Role

_LEFT = 7.0  # of the lane's names, as a bar; in points of a miniature 150 points wide
_HEAD = 9.0  # of the title, as a bar
_STAGES = 6.0
_ROWS = (2.2, 8.0)  # the least and the most a lane takes
_BEST = 84.0  # what all lanes take together where they can
_CROWDED = 150  # cells: with more of them their edges would be all one sees
_MOST_CELLS = 400  # that are drawn: with more of them nobody sees one


class Spot(msgspec.Struct, frozen=True):
    """A rectangle of the miniature."""

    x: float
    y: float
    wide: float
    high: float


class Miniature(msgspec.Struct, frozen=True):
    """The picture at the origin, `wide` by `high` points, and where everything is: the columns' and the lanes' places
    from the left and from the top."""

    wide: float
    high: float
    shapes: tuple[Shape, ...]
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    unit: float
    row: float

    def head(self) -> Spot:
        """Where title and persona stand."""
        return Spot(0, 0, self.wide, _HEAD * self.unit - 2 * self.unit)

    def stages(self, first: int, last: int) -> Spot:
        """The stage row over some columns."""
        return Spot(self._x(first), _HEAD * self.unit, self._x(last + 1) - self._x(first), _STAGES * self.unit)

    def cell(self, lane: int, first: int, last: int) -> Spot:
        """A lane over some columns."""
        top = (_HEAD + _STAGES + 1) * self.unit + lane * self.row
        return Spot(self._x(first), top, self._x(last + 1) - self._x(first), self.row)

    def band(self, lane: int) -> Spot:
        """A whole lane."""
        inside = self.cell(lane, 0, len(self.columns) - 1)
        return Spot(0, inside.y, self.wide, inside.high)

    def down(self, first: int, last: int) -> Spot:
        """Some columns from the stages to the last lane."""
        over = self.stages(first, last)
        return Spot(over.x, over.y, over.wide, self.high - over.y)

    def _x(self, column: int) -> float:
        left = _LEFT * self.unit
        return left + column * (self.wide - left) / len(self.columns)


def miniature(tell: Telling, wide: float) -> Miniature:
    """The map `wide` points across: as low as its lanes allow."""
    unit, lanes = wide / 150, tell.lanes
    row = max(_ROWS[0], min(_ROWS[1], _BEST / max(len(lanes), 1))) * unit
    high = (_HEAD + _STAGES + 1) * unit + max(len(lanes), 1) * row
    bare = Miniature(wide, high, (), columns_of(tell.document), lanes, unit, row)
    cells = tuple(_cells(bare, tell.document))
    shown = cells if len(cells) <= _MOST_CELLS else ()
    shapes = (*_head(bare), *_stages(bare), *_bands(bare), *_path(shown))
    return msgspec.structs.replace(bare, shapes=shapes)


def _head(mini: Miniature) -> Iterator[Shape]:
    head = mini.head()
    yield Box(0, head.high * 0.2, mini.wide * 0.4, head.high * 0.6, fill=HAIRLINE)
    yield Box(mini.wide * 0.62, 0, mini.wide * 0.38, head.high, fill=WHITE, stroke=HAIRLINE, line=0.5)


def _stages(mini: Miniature) -> Iterator[Shape]:
    for at, (first, last) in enumerate(spans(mini.columns).values()):
        spot = mini.stages(first, last)
        gap = min(0.8 * mini.unit, spot.wide * 0.2)
        yield Box(spot.x, spot.y, spot.wide - gap, spot.high, fill=STAGE_FILLS[at % 2])


def spans(columns: tuple[Column, ...]) -> Mapping[Id, tuple[int, int]]:
    """First and last column of each stage."""
    found: dict[Id, tuple[int, int]] = {}
    for at, column in enumerate(columns):
        if column.stage is not None:
            found[column.stage.id] = (found.get(column.stage.id, (at, at))[0], at)
    return found


def _bands(mini: Miniature) -> Iterator[Shape]:
    for at, lane in enumerate(mini.lanes):
        spot, look = mini.band(at), LANES[lane.role]
        gap = min(0.8 * mini.unit, spot.high * 0.2)
        yield Box(0, spot.y, spot.wide, spot.high - gap, fill=look.tint)
        yield Box(0, spot.y, _LEFT * mini.unit * 0.4, spot.high - gap, fill=look.color)


def _cells(mini: Miniature, document: Document) -> Iterator[Spot]:
    """Where cards and feelings are."""
    places = {column.step.id: at for at, column in enumerate(mini.columns) if column.step is not None}
    for at, lane in enumerate(mini.lanes):
        items = dict.fromkeys(
            (item.first, item.first + item.span - 1) for item in items_of(document, lane, mini.columns)
        )
        if lane.role is Role.EMOTION:
            items |= dict.fromkeys((places[each.step],) * 2 for each in document.emotions_in(lane.id))
        for first, last in items:
            yield mini.cell(at, first, last)


def _path(cells: tuple[Spot, ...]) -> Iterator[Shape]:
    """All cells as one outline: the miniature stands beside each finding."""
    commands: list[Command] = []
    for each in cells:
        left, right = each.x + each.wide * 0.12, each.x + each.wide * 0.84
        top, bottom = each.y + each.high * 0.14, each.y + each.high * 0.72
        commands += [("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",)]
    if commands:
        crowded = len(cells) > _CROWDED
        yield Path(tuple(commands), fill=WHITE, stroke=None if crowded else HAIRLINE, line=0.4)

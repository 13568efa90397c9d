"""Slips side by side on a sheet: their places, and the lines to cut along, each drawn once for both neighbours."""

from collections.abc import Iterator

import msgspec

from model.handouts.cards.printed import Format
from model.layout.shapes import Line
from model.layout.sheets import Sheet
from model.layout.style import GREY
from model.refusal import Refused

_WHITE = 12.0  # points that most office printers leave white
_CUT = 0.4  # points, as thin as printers draw
_MARK, _AWAY = 11.0, 2.0  # points: length of a mark outside, and how far from the slips it begins
_MARK_DASH = (2.0, 1.5)
_BAND = 12.0  # points that the lines of text above and below take


class Grid(msgspec.Struct, frozen=True):
    """Columns and rows of slips on a sheet, in the middle of it. Points; outside the margin stand only marks and lines
    of small text, no farther out than half of it."""

    columns: int
    rows: int
    left: float
    top: float
    slip: Format
    margin: float

    @property
    def edge(self) -> float:
        """Where what is printed begins."""
        return edge_of(self.margin)

    @property
    def right(self) -> float:
        return self.left + self.columns * self.slip.width

    @property
    def bottom(self) -> float:
        return self.top + self.rows * self.slip.height

    @property
    def count(self) -> int:
        """Slips a sheet."""
        return self.columns * self.rows

    def place(self, at: int) -> tuple[float, float]:
        """The top left corner of a slip, by its number on the sheet, row by row."""
        row, column = divmod(at, self.columns)
        return self.left + column * self.slip.width, self.top + row * self.slip.height


def edge_of(margin: float) -> float:
    """How far out lines of text stand: half the margin, but not in what printers leave white."""
    return max(margin / 2, min(margin, _WHITE))


def grid_on(sheet: Sheet, slip: Format, margin: float) -> Grid:
    """As many slips as the sheet has room for. Raises Refused (`no_room_for_card`) where that is none."""
    across, down = sheet.width - 2 * margin, sheet.height - 2 * max(margin, edge_of(margin) + _BAND)
    columns, rows = int(across / slip.width + 1e-6), int(down / slip.height + 1e-6)
    if not columns or not rows:
        raise Refused("no_room_for_card", size=slip.name)
    left, top = (sheet.width - columns * slip.width) / 2, (sheet.height - rows * slip.height) / 2
    return Grid(columns, rows, left, top, slip, margin)


def cutting_lines(grid: Grid, used: int) -> Iterator[Line]:
    """The edges of the first `used` slips, and marks for a ruler outside of them."""
    rows = -(-used // grid.columns)
    last = used - (rows - 1) * grid.columns  # slips in the last row
    for at in range(grid.columns + 1):
        here = rows if at <= last else rows - 1
        if here:
            x = grid.left + at * grid.slip.width
            yield from _upright(grid, x, grid.top + here * grid.slip.height)
    for at in range(rows + 1):
        across = grid.columns if at < rows and rows > 1 else last
        yield from _level(grid, grid.top + at * grid.slip.height, grid.left + across * grid.slip.width)


def _upright(grid: Grid, x: float, bottom: float) -> Iterator[Line]:
    yield Line(x, grid.top, x, bottom, GREY, line=_CUT)
    long = min(_MARK, grid.top - grid.edge - _BAND - _AWAY)
    if long > _AWAY:
        yield Line(x, grid.top - _AWAY - long, x, grid.top - _AWAY, GREY, line=_CUT, dash=_MARK_DASH)
        yield Line(x, bottom + _AWAY, x, bottom + _AWAY + long, GREY, line=_CUT, dash=_MARK_DASH)


def _level(grid: Grid, y: float, right: float) -> Iterator[Line]:
    yield Line(grid.left, y, right, y, GREY, line=_CUT)
    long = min(_MARK, grid.left - grid.edge - _AWAY)
    if long > _AWAY:
        yield Line(grid.left - _AWAY - long, y, grid.left - _AWAY, y, GREY, line=_CUT, dash=_MARK_DASH)
        yield Line(right + _AWAY, y, right + _AWAY + long, y, GREY, line=_CUT, dash=_MARK_DASH)

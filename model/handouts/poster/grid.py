"""The sheets of a poster, side by side and below each other, and how much of it they can show."""

import msgspec

from model.handouts.brief import Brief
from model.layout.sheets import MM, Sheet

USUAL_MARGIN = 8 * MM
FOOT = 17.0
"""Points below the window of a sheet: where it belongs, and the small map of the sheets."""
_LEAST_WINDOW = 0.5  # of a sheet, whatever margin is asked for
_MOST_OVERLAP = 0.3  # of a window


class Grid(msgspec.Struct, frozen=True):
    """`columns` by `rows` sheets. Lengths in points: `margin` around what a sheet shows, `overlap` that two neighbours
    both show."""

    sheet: Sheet
    columns: int
    rows: int
    margin: float
    overlap: float

    @property
    def window_width(self) -> float:
        """The most a sheet can show, from left to right."""
        return self.sheet.width - 2 * self.margin

    @property
    def window_height(self) -> float:
        """The most a sheet can show, from top to bottom."""
        return self.sheet.height - 2 * self.margin - FOOT

    @property
    def width(self) -> float:
        """The widest poster these sheets can make."""
        return covered(self.columns, self.window_width, self.overlap)

    @property
    def height(self) -> float:
        """The tallest poster these sheets can make."""
        return covered(self.rows, self.window_height, self.overlap)


def grid_of(brief: Brief, columns: int, rows: int, overlap: float) -> Grid:
    """A grid of the sheets a brief asks for; `overlap` in points. Margins and overlaps that would leave nothing of a
    sheet are less than was asked for."""
    asked = brief.sheet
    most = min(asked.width, asked.height - FOOT) * _LEAST_WINDOW / 2
    margin = min(USUAL_MARGIN if brief.look.margin is None else brief.look.margin, most)
    bare = Grid(asked, columns, rows, margin, 0.0)
    most = min(bare.window_width, bare.window_height) * _MOST_OVERLAP
    return msgspec.structs.replace(bare, overlap=min(overlap, most))


def covered(sheets: int, window: float, overlap: float) -> float:
    """The length that so many windows show together."""
    return sheets * (window - overlap) + overlap


def needed(length: float, window: float, overlap: float) -> int:
    """The fewest windows that show such a length."""
    return max(1, -int(-(length - overlap - 1e-6) // (window - overlap)))

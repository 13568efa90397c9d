"""What stands around the window of a poster's sheet: where it is cut, where it is glued, where it belongs."""

from collections.abc import Iterator

from model.document import Document
from model.handouts.poster.grid import FOOT, Grid
from model.handouts.poster.windows import Place
from model.layout.frame import Rect
from model.layout.header import title_of
from model.layout.shapes import Box, Group, Line, Shape, Text
from model.layout.sheets import MM
from model.layout.style import GREY, INK, SLATE
from model.layout.text.block import single
from model.layout.text.shaping import shape, width
from resources.words import Words

WHERE = "poster-where"
"""The tag of the sentence at the foot."""
_SIZE = 7.25
_LONGEST_TITLE = 30.0  # ems
_MARK, _OFF = 3.2 * MM, 0.8 * MM  # a crop mark's length, and how far it keeps from its corner
_DOTTED = (0.6, 2.2)
_MAP_HEIGHT = 13.0
_MOST_CELL = 9.0


Glue = tuple[float | None, float | None]
"""Where on a sheet the left edge of the next one goes, and the upper edge of the one below."""


def marks(document: Document, grid: Grid, place: Place, glue: Glue, words: Words) -> list[Shape]:
    """All of it."""
    return [
        *_glue_lines(place.shown, *glue),
        *_crop_marks(grid, place.shown),
        *_foot(document, grid, place, words),
    ]


def _glue_lines(shown: Rect, x: float | None, y: float | None) -> Iterator[Shape]:
    if x is not None:
        yield Line(x, shown.y, x, shown.bottom, SLATE, line=0.8, dash=_DOTTED)
    if y is not None:
        yield Line(shown.x, y, shown.right, y, SLATE, line=0.8, dash=_DOTTED)


def _crop_marks(grid: Grid, shown: Rect) -> Iterator[Shape]:
    """Two short lines at each corner of the window, outside of it."""
    long = min(_MARK, grid.margin * 0.6)
    off = min(_OFF, grid.margin * 0.1)
    for x, aside in ((shown.x, -1), (shown.right, 1)):
        for y, away in ((shown.y, -1), (shown.bottom, 1)):
            yield Line(x + aside * off, y, x + aside * (off + long), y, INK, line=0.5)
            yield Line(x, y + away * off, x, y + away * (off + long), INK, line=0.5)


def _foot(document: Document, grid: Grid, place: Place, words: Words) -> Iterator[Shape]:
    """The sentence, from the left, and the small map of the sheets, at the right."""
    bottom = grid.sheet.height - grid.margin
    left, right = grid.margin + 3 * MM, grid.sheet.width - grid.margin - 3 * MM
    room = right - _map_width(grid) - 4 * MM - left
    title, _ = single(title_of(document, words), "regular", _LONGEST_TITLE)
    said = tuple(_sentence(grid, place, title.string, room, words))
    yield Group(left, bottom - FOOT + 12.5, said, document.map.id, tag=WHERE)
    yield from _sheet_map(grid, place, right, bottom)


def _sentence(grid: Grid, place: Place, title: str, room: float, words: Words) -> Iterator[Shape]:
    """Where the sheet belongs, in bold; how to put it together and what it is part of, as far as there is room."""
    where = words(
        "poster_where", row=place.row + 1, rows=grid.rows, column=place.column + 1, columns=grid.columns
    )  # fmt: skip
    line, whole = single(where, "bold", room / _SIZE)
    yield Text(0, 0, _SIZE, INK, line.runs)
    after = line.width * _SIZE + 3 * MM
    rest = words("poster_glue" if grid.overlap else "poster_butt")
    for text in (f"{rest} · {title}", rest) if whole else ():
        if width(text, "regular") * _SIZE <= room - after:
            yield Text(after, 0, _SIZE, GREY, shape(text, "regular"))
            return


def _cell(grid: Grid) -> tuple[float, float]:
    """How large a sheet is on the small map."""
    high = min(_MOST_CELL, _MAP_HEIGHT / grid.rows)
    return high * grid.sheet.width / grid.sheet.height, high


def _map_width(grid: Grid) -> float:
    return _cell(grid)[0] * grid.columns


def _sheet_map(grid: Grid, place: Place, right: float, bottom: float) -> Iterator[Shape]:
    wide, high = _cell(grid)
    left, top = right - _map_width(grid), bottom - high * grid.rows
    for row in range(grid.rows):
        for column in range(grid.columns):
            own = (column, row) == (place.column, place.row)
            yield Box(
                left + column * wide, top + row * high, wide, high, fill=INK if own else None, stroke=GREY, line=0.4
            )

"""The sheets of a fitted poster: each a window of the big page, with its marks around it."""

from collections.abc import Iterator, Sequence
from itertools import product

from model.document import Document
from model.handouts.poster.fitting import Fitted
from model.handouts.poster.marks import Place, marks
from model.handouts.poster.pieces import within
from model.layout.frame import Rect
from model.layout.shapes import Clip, Command, Group, Page, Shape
from resources.words import Words


def sheets(document: Document, fitted: Fitted, words: Words) -> Iterator[Page]:
    """Row by row; a sheet on which nothing at all would stand is not made."""
    for row, column in product(range(fitted.grid.rows), range(fitted.grid.columns)):
        place = place_of(fitted, column, row)
        seen = within(fitted.big.found, place.window)
        if seen:
            yield _page(document, fitted, place, seen, words)


def place_of(fitted: Fitted, column: int, row: int) -> Place:
    """The window of a sheet: from its cut to the overlap behind the next one."""
    grid, page = fitted.grid, fitted.big.page
    left, right = _stretch(fitted.columns, column, page.width, grid.overlap)
    top, bottom = _stretch(fitted.rows, row, page.height, grid.overlap)
    window = Rect(left, top, right - left, bottom - top)
    return Place(column, row, window, Rect(grid.margin, grid.margin, window.width, window.height))


def _stretch(cuts: Sequence[float], at: int, length: float, overlap: float) -> tuple[float, float]:
    edges = (0.0, *cuts, length)
    return edges[at], min(edges[at + 1] + overlap, length)


def _page(document: Document, fitted: Fitted, place: Place, seen: tuple[Shape, ...], words: Words) -> Page:
    grid, shown, window = fitted.grid, place.shown, place.window
    moved = Group(shown.x - window.x, shown.y - window.y, seen)
    around = marks(document, grid, place, _glue(fitted, place), words)
    numbers = {"row": place.row + 1, "column": place.column + 1}
    return Page(
        grid.sheet.width,
        grid.sheet.height,
        (Clip(_outline(shown), (moved,)), *around),
        title=words("poster_sheet", **numbers),
        label=words("poster_label", **numbers),
    )


def _glue(fitted: Fitted, place: Place) -> tuple[float | None, float | None]:
    """Where on this sheet the next one begins, and the one below; none at the poster's end."""
    if not fitted.grid.overlap:
        return None, None
    return (
        _next(fitted.columns, place.column, place.shown.x - place.window.x),
        _next(fitted.rows, place.row, place.shown.y - place.window.y),
    )


def _next(cuts: Sequence[float], at: int, moved: float) -> float | None:
    return cuts[at] + moved if at < len(cuts) else None


def _outline(rect: Rect) -> tuple[Command, ...]:
    return (
        ("M", rect.x, rect.y),
        ("L", rect.right, rect.y),
        ("L", rect.right, rect.bottom),
        ("L", rect.x, rect.bottom),
        ("Z",),
    )

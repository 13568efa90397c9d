"""The sheets of a fitted poster: each a window of the big page, with its marks around it."""

from collections.abc import Iterator, Sequence

from model.document import Document
from model.handouts.poster.fitting import Fitted
from model.handouts.poster.marks import WHERE, Glue, marks
from model.handouts.poster.pieces import within
from model.handouts.poster.windows import Place
from model.handouts.reading_map import read_through
from model.layout.frame import Rect
from model.layout.reading import Element
from model.layout.shapes import Clip, Command, Group, Page, Shape
from resources.words import Words


def sheets(document: Document, fitted: Fitted, words: Words) -> Iterator[Page]:
    """Row by row; a sheet on which nothing at all would stand is not made."""
    for place in fitted.places:
        seen = within(fitted.big.found, place.window)
        if seen:
            yield _page(document, fitted, place, seen, words)


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
        reading=(*read_through(fitted.big.layout.order, fitted.big.composed, seen), Element("P", (WHERE,))),
    )


def _glue(fitted: Fitted, place: Place) -> Glue:
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

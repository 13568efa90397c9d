"""What of a page's texts is to be seen, once clips have cut their share away; and where printers cannot print."""

from collections.abc import Iterable, Iterator

from model.layout.shapes import Clip, Group, Page, Path, Shape, Text
from model.layout.sheets import MM
from tests.checking.page_extents import SLACK, Extent, extent

EDGE = 4.2 * MM
"""What most office printers leave white, in points."""


def seen_texts(page: Page) -> list[tuple[Extent, Text]]:
    """Every text with the place it is seen at."""
    whole = Extent(0.0, 0.0, page.width, page.height)
    return [(place, text) for place, text in _seen(page.shapes, 0.0, 0.0, whole) if text.string.strip()]


def _seen(shapes: Iterable[Shape], x: float, y: float, cut: Extent) -> Iterator[tuple[Extent, Text]]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _seen(shape.shapes, x + shape.x, y + shape.y, cut)
        elif isinstance(shape, Clip):
            inside = common(extent(Path(shape.outline)).moved(x, y), cut)
            if inside:
                yield from _seen(shape.shapes, x, y, inside)
        elif isinstance(shape, Text) and (place := common(extent(shape).moved(x, y), cut)):
            yield place, shape


def whole_words(page: Page) -> set[str]:
    """The words of texts of which nothing is cut away."""
    shown = ((place, text, extent(text)) for place, text in seen_texts(page))
    whole = (text for place, text, own in shown if _alike(place, own))
    return {word for text in whole for word in text.string.split()}


def _alike(one: Extent, other: Extent) -> bool:
    """Of the same size: a place is where the page has it, an extent where its group does."""
    wide, high = (
        (one.right - one.left) - (other.right - other.left),
        (one.bottom - one.top) - (other.bottom - other.top),
    )
    return abs(wide) < SLACK and abs(high) < SLACK


def common(one: Extent, other: Extent) -> Extent | None:
    """What two places share; None where that is nothing."""
    left, top = max(one.left, other.left), max(one.top, other.top)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Extent(left, top, right, bottom) if left < right and top < bottom else None


def in_the_edge(pages: Iterable[Page]) -> list[str]:
    """Texts that reach into what printers leave white."""
    return [
        f"page {number}: {text.string!r} in the edge: {place}"
        for number, page in enumerate(pages, start=1)
        for place, text in seen_texts(page)
        if min(place.left, place.top, page.width - place.right, page.height - place.bottom) < EDGE - page.bleed
    ]


def seen_over_each_other(pages: Iterable[Page]) -> list[str]:
    """Pairs of texts that cover each other where both are seen."""
    return [
        f"page {number}: {one.string!r} over {other.string!r}"
        for number, page in enumerate(pages, start=1)
        for one, other in _overlapping(seen_texts(page))
    ]


def _overlapping(texts: list[tuple[Extent, Text]]) -> Iterator[tuple[Text, Text]]:
    ordered = sorted(texts, key=lambda placed: placed[0].left)
    for at, (place, text) in enumerate(ordered):
        for other, another in ordered[at + 1 :]:
            if other.left >= place.right:
                break
            if place.overlaps(other):
                yield text, another

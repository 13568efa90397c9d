"""What is wrong with the texts of a page: over each other, over cards that are not theirs, beyond the margins."""

from collections.abc import Iterable, Iterator

from model.document import Document
from model.layout.shapes import Box, Group, Page, Path, Shape, Text, walk
from model.layout.style import METRICS
from model.records import Card, Emotion, Id, Kpi, Lane, Link
from tests.checking.page_extents import Extent, cards_on, extent, groups

Placed = tuple[Extent, Text, Id | None]


def texts_on(page: Page) -> list[Placed]:
    """Every text with the place it takes and the record it belongs to."""
    return [
        (extent(shape).moved(x, y), shape, record)
        for shape, x, y, record in walk(page.shapes)
        if isinstance(shape, Text) and shape.string.strip()
    ]


def texts_on_texts(pages: Iterable[Page]) -> list[str]:
    """Pairs of texts that cover each other."""
    return [
        f"{one.string!r} over {other.string!r} on page {number}"
        for number, page in enumerate(pages, start=1)
        for (_, one, _), (_, other, _) in _overlapping(texts_on(page))
    ]


def _overlapping(texts: Iterable[Placed]) -> Iterator[tuple[Placed, Placed]]:
    ordered = sorted(texts, key=lambda placed: placed[0].left)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other[0].left >= one[0].right:
                break
            if one[0].overlaps(other[0]):
                yield one, other


def texts_on_cards(pages: Iterable[Page], document: Document) -> list[str]:
    """Texts that stand on a card which does not say them."""
    return [
        f"{text.string!r} on card {card}"
        for page in pages
        for card, frames in cards_on(page, document).items()
        for frame in frames
        for place, text, record in texts_on(page)
        if record != card and place.overlaps(frame, 0.2)
    ]


def beyond_margins(pages: Iterable[Page]) -> list[str]:
    """Texts outside the margins, which no page has narrower than the smallest."""
    least = METRICS.margin
    return [
        f"{text.string!r} beyond the margin of page {number}: {place}"
        for number, page in enumerate(pages, start=1)
        for place, text, _ in texts_on(page)
        if not Extent(least, least * 0.5, page.width - least, page.height - least * 0.5).holds(place)
    ]


def quotes_off_lane(pages: Iterable[Page], document: Document) -> list[str]:
    """Quotes that leave the box of their emotion lane."""
    return [
        f"{quote.record} leaves its lane"
        for page in pages
        for lane, _, _ in groups(page.shapes)
        if isinstance(document.records.get(lane.record or ""), Lane) and lane.shapes and isinstance(lane.shapes[0], Box)
        for quote, x, y in groups(lane.shapes)
        if isinstance(document.records.get(quote.record or ""), Emotion)
        for text in quote.shapes
        if isinstance(text, Text) and not extent(lane.shapes[0]).holds(extent(text).moved(x, y))
    ]


def labels_off_box(pages: Iterable[Page], document: Document) -> list[str]:
    """Texts of links that leave the box behind them."""
    return [
        f"{text.string!r} leaves the box of link {group.record}"
        for page in pages
        for group, _, _ in groups(page.shapes)
        if isinstance(document.records.get(group.record or ""), Link)
        for box, text in _boxed(group)
        if not extent(box).holds(extent(text))
    ]


def _boxed(group: Group) -> Iterator[tuple[Shape, Text]]:
    boxes = [shape for shape in group.shapes if isinstance(shape, Box)]
    yield from ((boxes[-1], shape) for shape in group.shapes if boxes and isinstance(shape, Text))


def signs_on_texts(pages: Iterable[Page], document: Document) -> list[str]:
    """Signs of marks and lanes that cover words of their card."""
    return [
        f"a sign covers {text.string!r} on card {group.record}"
        for page in pages
        for group, _, _ in groups(page.shapes)
        if isinstance(document.records.get(group.record or ""), Card | Kpi)
        if group.shapes and isinstance(group.shapes[0], Box)
        for sign in group.shapes
        if isinstance(sign, Path)
        for text in group.shapes
        if isinstance(text, Text) and extent(text).overlaps(extent(sign), 0.5)
    ]


def text_faults(pages: Iterable[Page], document: Document) -> list[str]:
    """Everything that is wrong with the texts on the pages of a map."""
    pages = tuple(pages)
    return [
        *texts_on_texts(pages),
        *texts_on_cards(pages, document),
        *beyond_margins(pages),
        *quotes_off_lane(pages, document),
        *labels_off_box(pages, document),
        *signs_on_texts(pages, document),
    ]

"""What is wrong with the pages of a handout, found on their shapes alone."""

from collections.abc import Iterable, Iterator

from model.document import Document
from model.layout.reading import Element, names
from model.layout.shapes import Page
from tests.checking.page_extents import groups
from tests.checking.page_faults import off_page, outside_box, overlapping_cards, small_text
from tests.checking.text_faults import signs_on_texts, texts_on_cards, texts_on_texts


def handout_faults(pages: tuple[Page, ...], document: Document) -> list[str]:
    """Everything that is wrong with the pages of one kind of paper."""
    return [
        *small_text(pages),
        *off_page(pages),
        *outside_box(pages, document),
        *overlapping_cards(pages, document),
        *texts_on_texts(pages),
        *texts_on_cards(pages, document),
        *signs_on_texts(pages, document),
        *unread(pages),
    ]


def unread(pages: Iterable[Page]) -> Iterator[str]:
    """Pages that are not read aloud, names in a reading that nothing on the page has, figures without words."""
    for number, page in enumerate(pages, start=1):
        there = {group.tag or group.record for group, _, _ in groups(page.shapes)}
        if not page.reading:
            yield f"page {number} is not read"
        yield from (f"page {number} has no {name!r}" for name in names(page.reading) if name not in there)
        yield from (
            f"page {number} has a figure without words"
            for element in elements(page.reading)
            if element.kind == "Figure" and not element.alt
        )


def elements(reading: Iterable[Element | str]) -> Iterator[Element]:
    """Every element, in reading order."""
    for part in reading:
        if isinstance(part, Element):
            yield part
            yield from elements(part.parts)

"""What is wrong with a page, found on its shapes alone: the layout's own geometry is not asked."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from model.document import Document
from model.layout.shapes import Box, Clip, Group, Page, Path, Shape, Text, walk
from model.records import Id, Lane, Link
from tests.checking.page_extents import SLACK, Extent, cards_on, extent, groups
from tests.checking.text_faults import text_faults

SMALLEST = 7.0  # points


def small_text(pages: Iterable[Page]) -> list[str]:
    """Texts under seven points."""
    return [
        f"{shape.size:.2f} pt: {shape.string}"
        for page in pages
        for shape, _, _, _ in walk(page.shapes)
        if isinstance(shape, Text) and shape.size < SMALLEST - 1e-6
    ]


def off_page(pages: Iterable[Page]) -> list[str]:
    """Shapes that reach over the edge of their page; what a clip cuts off does not count."""
    return [
        f"page {number}: {found} {shape}"
        for number, page in enumerate(pages, start=1)
        for shape, found in _visible(page.shapes, 0.0, 0.0, Extent(0, 0, page.width, page.height))
        if not Extent(0, 0, page.width, page.height).holds(found)
    ]


def _visible(shapes: Iterable[Shape], x: float, y: float, cut: Extent | None) -> Iterator[tuple[Shape, Extent]]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _visible(shape.shapes, x + shape.x, y + shape.y, cut)
        elif isinstance(shape, Clip):
            yield shape, extent(Path(shape.outline)).moved(x, y)
        else:
            yield shape, extent(shape).moved(x, y)


def outside_box(pages: Iterable[Page], document: Document) -> list[str]:
    """Texts that leave the frame of their card, lane label, or stage."""
    return [
        f"{text.string!r} leaves {type(record).__name__} {group.record}"
        for page in pages
        for group, _, _ in groups(page.shapes)
        if (record := document.records.get(group.record or "")) is not None and not isinstance(record, Link)
        if group.shapes and isinstance(group.shapes[0], Box | Path)
        for text in group.shapes
        if isinstance(text, Text) and not extent(group.shapes[0]).holds(extent(text))
    ]


def overlapping_cards(pages: Iterable[Page], document: Document) -> list[str]:
    """Pairs of cards that cover each other."""
    faults = []
    for page in pages:
        frames = sorted(
            ((frame, key) for key, all_frames in cards_on(page, document).items() for frame in all_frames),
            key=lambda pair: pair[0].left,
        )
        for at, (frame, key) in enumerate(frames):
            for other, other_key in frames[at + 1 :]:
                if other.left >= frame.right:
                    break
                if frame.overlaps(other):
                    faults.append(f"{key} over {other_key}")
    return faults


def links_through_cards(pages: Iterable[Page], document: Document) -> list[str]:
    """Links whose line or head enters a card."""
    faults = []
    for page in pages:
        frames = [frame for all_frames in cards_on(page, document).values() for frame in all_frames]
        for group, x, y in groups(page.shapes):
            if isinstance(document.records.get(group.record or ""), Link):
                for piece in _pieces(group):
                    moved = piece.moved(x, y)
                    faults += [
                        f"{group.record} {moved} through {frame}" for frame in frames if frame.overlaps(moved, 0.2)
                    ]
    return faults


def _pieces(link: Group) -> Iterator[Extent]:
    """The straight pieces of a link, each as a flat rectangle, and its heads and label."""
    for shape in link.shapes:
        if isinstance(shape, Path) and shape.fill is None:
            corners = [(float(command[1]), float(command[2])) for command in shape.commands if len(command) == 3]
            for (x1, y1), (x2, y2) in pairwise(corners):
                assert abs(x1 - x2) < SLACK or abs(y1 - y2) < SLACK, "links run straight or upright"
                yield Extent(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        else:
            yield extent(shape)


def faults(pages: Iterable[Page], document: Document) -> list[str]:
    """Everything that is wrong with the pages of a map."""
    pages = tuple(pages)
    return [
        *small_text(pages),
        *off_page(pages),
        *outside_box(pages, document),
        *overlapping_cards(pages, document),
        *links_through_cards(pages, document),
        *text_faults(pages, document),
    ]


def words_on(pages: Iterable[Page]) -> str:
    """All that is said on the pages, a line a text, no break shown."""
    return "\n".join(shape.string for page in pages for shape, _, _, _ in walk(page.shapes) if isinstance(shape, Text))


def lanes_on(page: Page, document: Document) -> list[Id]:
    """The lanes whose labels stand on a page, from top to bottom."""
    return [
        group.record
        for group, _, _ in groups(page.shapes)
        if group.record is not None and isinstance(document.records.get(group.record), Lane)
    ]

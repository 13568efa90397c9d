"""What is wrong with a page, found on its shapes alone: the layout's own geometry is not asked."""

from collections.abc import Iterable, Iterator

import msgspec

from model.document import Document
from model.layout.shapes import Box, Clip, Group, Line, Page, Path, Picture, Shape, Text, walk
from model.layout.text.faces import CHAINS, face
from model.records import Card, Id, Kpi, Lane, Link

SMALLEST = 7.0  # points
SLACK = 0.05  # points: a hair's breadth is no fault


class Extent(msgspec.Struct, frozen=True):
    left: float
    top: float
    right: float
    bottom: float

    def moved(self, x: float, y: float) -> "Extent":
        return Extent(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def holds(self, other: "Extent", slack: float = SLACK) -> bool:
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: "Extent", slack: float = SLACK) -> bool:
        return (
            other.left < self.right - slack
            and other.right > self.left + slack
            and other.top < self.bottom - slack
            and other.bottom > self.top + slack
        )


def extent(shape: Shape) -> Extent:
    """The rectangle a shape's outline fills; text with the ascent of capitals and the descent of its face."""
    if isinstance(shape, Box | Picture):
        return Extent(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    if isinstance(shape, Line):
        xs, ys = (shape.x1, shape.x2), (shape.y1, shape.y2)
        return Extent(min(xs), min(ys), max(xs), max(ys))
    if isinstance(shape, Text):
        below = face(CHAINS["regular"][0]).descent * shape.size
        return Extent(shape.x, shape.y - 0.75 * shape.size, shape.x + shape.width, shape.y + below)
    if isinstance(shape, Path):
        numbers = [command[1:] for command in shape.commands]
        xs = [number for command in numbers for number in command[0::2]]
        ys = [number for command in numbers for number in command[1::2]]
        return Extent(min(xs), min(ys), max(xs), max(ys))
    raise TypeError(shape)


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


def cards_on(page: Page, document: Document) -> dict[Id, list[Extent]]:
    """The frames of cards and KPIs, where their groups stand."""
    found: dict[Id, list[Extent]] = {}
    for group, x, y in groups(page.shapes):
        if group.record is not None and isinstance(document.records.get(group.record), Card | Kpi):
            first = next(iter(group.shapes), None)
            if isinstance(first, Box):
                found.setdefault(group.record, []).append(extent(first).moved(x, y))
    return found


def groups(shapes: Iterable[Shape], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[Group, float, float]]:
    """Every group with the place of its origin on the page."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield shape, x + shape.x, y + shape.y
            yield from groups(shape.shapes, x + shape.x, y + shape.y)


def outside_box(pages: Iterable[Page], document: Document) -> list[str]:
    """Texts that leave the frame of their card, lane label, or stage."""
    return [
        f"{text.string!r} leaves {type(document.records[group.record]).__name__} {group.record}"
        for page in pages
        for group, _, _ in groups(page.shapes)
        if group.record in document.records and group.shapes and isinstance(group.shapes[0], Box | Path)
        and not isinstance(document.records[group.record], Link)
        for text in group.shapes
        if isinstance(text, Text) and not extent(group.shapes[0]).holds(extent(text))
    ]  # fmt: skip


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
                    faults += [f"{group.record} {moved} through {frame}" for frame in frames if frame.overlaps(moved, 0.2)]
    return faults


def _pieces(link: Group) -> Iterator[Extent]:
    """The straight pieces of a link, each as a flat rectangle, and its heads and label."""
    for shape in link.shapes:
        if isinstance(shape, Path) and shape.fill is None:
            points = [command[1:] for command in shape.commands]
            for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
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
    ]


def words_on(pages: Iterable[Page]) -> str:
    """All that is said on the pages, a line a text, no break shown."""
    return "\n".join(
        shape.string for page in pages for shape, _, _, _ in walk(page.shapes) if isinstance(shape, Text)
    )


def lanes_on(page: Page, document: Document) -> list[Id]:
    """The lanes whose labels stand on a page, from top to bottom."""
    return [
        group.record
        for group, _, _ in groups(page.shapes)
        if group.record is not None and isinstance(document.records.get(group.record), Lane)
    ]

"""How the words of a record are set on its page: where they begin, how wide they are, how they break."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from editor.canvas.writing.texts import WRITABLE, margins, top_margin
from model.document import Document
from model.layout.engine import Layout
from model.layout.frame import Rect
from model.layout.header import title_of
from model.layout.page import Composed
from model.layout.persona import name_of
from model.layout.places import Kind, Spot
from model.layout.shapes import Shape, Text, walk
from model.layout.style import INK, Metrics
from model.layout.text.block import LEADING, baseline, height
from model.layout.text.wrap import wrap
from model.records import Card, Map, Persona, Record

_HEAD = (Kind.STAGE, Kind.STEP, Kind.PERSONA, Kind.MAP)
_SPACES = re.compile(r"[\s“”\"…]+")


class Set(msgspec.Struct, frozen=True):
    """Words in lines: where they begin and how wide the widest is, in points of the page; `middle`: whether the lines
    stand in the middle of that width. `size` and `leading` (from line to line) in points too."""

    x: float
    y: float
    width: float
    lines: int
    size: float
    leading: float
    color: str = INK
    middle: bool = False

    @property
    def height(self) -> float:
        return self.lines * self.leading


def set_words(document: Document, layout: Layout, spot: Spot, words: str, before: Set | None = None) -> Set:
    """As they are printed; words the page does not show, or not yet, as those `before` were."""
    record, composed = document.records[spot.record], layout.composed[spot.page]
    if isinstance(record, Card):
        return _on_card(document, record, layout, composed, spot.rect, words)
    found = _printed(_around(composed, spot), spot, _shown(document, record, composed, words))
    if found:
        return _as_printed(found, record)
    style, m = WRITABLE[type(record)].style, composed.setting.metrics
    return _like(before, spot, words, style) if before else _alone(record, layout, spot, words, m)


def _like(before: Set, spot: Spot, words: str, style: str) -> Set:
    """From where other words began, as far to the right as what they stand on reaches, or they themselves did."""
    room = max(before.width, spot.rect.right - before.x - before.size)
    lines = wrap(words, style, room / before.size)
    return msgspec.structs.replace(before, width=lines.width * before.size, lines=max(1, len(lines)))


def _on_card(document: Document, record: Card, layout: Layout, composed: Composed, rect: Rect, words: str) -> Set:
    left, right = margins(document, record, composed.setting.metrics)
    size = layout.size
    set_ = wrap(words, "card", (rect.width - left - right) / size)
    lines = max(1, len(set_))
    room = rect.height - height(lines, size)
    top = max(room / 2, min(room, top_margin(record, composed.setting.metrics)), 0.0)
    wide = set_.width * size
    to_the_left = any(line.level % 2 for line in set_.lines)
    begin = rect.right - right - wide if to_the_left else rect.x + left
    return Set(begin, rect.y + top, wide, lines, size, size * LEADING)


def _as_printed(found: Sequence[Text], record: Record) -> Set:
    first, size, writable = found[0], found[0].size, WRITABLE[type(record)]
    leading = min((below.y - above.y for above, below in pairwise(found)), default=size * LEADING)
    left = min(text.x for text in found)
    right = max(text.x + text.width for text in found)
    top = first.y - baseline(writable.style, size, leading / size)
    return Set(left, top, right - left, len(found), size, leading, first.color, writable.middle)


def _alone(record: Record, layout: Layout, spot: Spot, words: str, m: Metrics) -> Set:
    """In the middle of what it stands on, where the page shows nothing of it."""
    writable = WRITABLE[type(record)]
    size, rect = writable.size(layout, m), spot.rect
    room = max(rect.width - 2 * m.card_pad_x, m.free_card * 0.8)
    set_ = wrap(words, writable.style, room / size)
    lines = max(1, len(set_))
    top = rect.y + (rect.height - lines * size * LEADING) / 2
    inside = rect.width > room
    left = rect.x + m.card_pad_x if inside else rect.x + (rect.width - set_.width * size) / 2
    return Set(left, top, set_.width * size, lines, size, size * LEADING)


# What is printed


def _shown(document: Document, record: Record, composed: Composed, words: str) -> str:
    """The line the words are in."""
    if isinstance(record, Persona):
        return name_of(msgspec.structs.replace(record, name=words))
    return words or (title_of(document, composed.setting.words) if isinstance(record, Map) else "")


def _around(composed: Composed, spot: Spot) -> Iterable[Shape]:
    """The shapes of the page among which the words are."""
    if spot.kind in _HEAD:
        return composed.above.shapes
    if spot.kind is Kind.LINK:
        return composed.arrows.shapes
    return next(
        (
            drawn.shapes
            for row, drawn in zip(composed.frame.rows, composed.rows, strict=True)
            if row.y - 1 <= spot.rect.y + spot.rect.height / 2 <= row.y + row.height + 1
        ),
        (),
    )


def _printed(shapes: Iterable[Shape], spot: Spot, words: str) -> tuple[Text, ...]:
    """The lines that say these words for the record, at their place on the page; none where no lines do."""
    wanted = _bare(words)
    texts = tuple(_texts(shapes, spot)) if wanted else ()
    for at, first in enumerate(texts):
        said = ""
        for end in range(at, len(texts)):
            said += _bare(texts[end].string)
            if texts[end].size != first.size or not wanted.startswith(said):
                break
            if said == wanted:
                return texts[at : end + 1]
    return ()


def _texts(shapes: Iterable[Shape], spot: Spot) -> Iterator[Text]:
    for shape, x, y, record in walk(shapes):
        if isinstance(shape, Text) and (record == spot.record or _within(spot, shape.x + x, shape.y + y)):
            yield msgspec.structs.replace(shape, x=shape.x + x, y=shape.y + y)


def _within(spot: Spot, x: float, y: float) -> bool:
    """Whether a point is on the portrait: the header is all the map's, whoever stands in it."""
    rect = spot.rect
    return spot.kind is Kind.PERSONA and rect.x <= x <= rect.right and rect.y <= y <= rect.bottom


def _bare(words: str) -> str:
    """The letters alone: what stands between them depends on where lines end."""
    return _SPACES.sub("", words)

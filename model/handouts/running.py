"""Running text on sheets: strips in columns, and what stands above and below them on each page."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.filling import Filled, fill
from model.handouts.strips import Placed, Strip, reading
from model.handouts.typesetting import Type, type_on
from model.layout.header import title_of
from model.layout.shapes import Line, Page, Shape, Text
from model.layout.sheets import Sheet
from model.layout.style import GREY, HAIRLINE, INK, METRICS
from model.layout.text.block import single
from model.layout.text.wrap import Line as SetLine
from resources.words import Words, words

_LONGEST_NAME = 24.0  # ems of a file's name
_HEAD, _FOOT = 2.6, 2.4  # lines of caption above and below the text


class Frame(msgspec.Struct, frozen=True):
    """Where a page's text stands: `across` columns, each `wide` points, `high` points tall."""

    sheet: Sheet
    type: Type
    margin: float
    across: int
    wide: float
    top: float
    high: float

    def left(self, column: int) -> float:
        """Where a column begins, from the left."""
        return self.margin + column * (self.wide + self.type.gap)


class Running(msgspec.Struct, frozen=True):
    """What every page says about itself: the kind of paper, the map, and whatever the foot holds beside the number."""

    kind: str
    title: str
    foot: str
    words: Words
    numbered: bool


def frame(brief: Brief, type_: Type | None = None, most: int = 4) -> Frame:
    """The frame of the sheet that is asked for: as many columns, `most` at the most, as leave none too narrow."""
    on, type_ = brief.sheet, type_ or type_on(brief.sheet)
    margin = METRICS.margin * type_.body / Type().body if brief.look.margin is None else brief.look.margin
    margin = min(margin, on.width / 4, on.height / 4)
    room = on.width - 2 * margin
    across = max(1, min(most, int((room + type_.gap) / (type_.column + type_.gap))))
    wide = (room - (across - 1) * type_.gap) / across
    top = margin + type_.caption * _HEAD
    return Frame(on, type_, margin, across, wide, top, on.height - margin - type_.caption * _FOOT - top)


def running(document: Document, brief: Brief, kind: str) -> Running:
    """The words above and below the text of each page; `kind`: what the paper is called."""
    said = words("paper", brief.language or document.map.language)
    dated = said.date(document.map.facts.date) if brief.look.dated else ""
    name = single(brief.name, "regular", _LONGEST_NAME)[0].string
    foot = " · ".join(part for part in (name, brief.sheet.name, dated) if part)
    return Running(kind, title_of(document, said), foot, said, brief.look.numbered)


def pages(
    blocks: Iterable[Sequence[Strip]], inside: Frame, says: Running, check: Callable[[], None] = lambda: None
) -> tuple[Page, ...]:
    """The strips of some blocks of text on as many pages as they need, one at the least."""
    sheets = fill(blocks, inside.high, inside.across)
    made = []
    for number, filled in enumerate(sheets, start=1):
        check()
        made.append(_page(filled, inside, says, number, len(sheets)))
    return tuple(made)


def _page(filled: Filled, inside: Frame, says: Running, number: int, total: int) -> Page:
    placed = [
        Placed(each.strip, inside.left(column), inside.top + each.y, each.block)
        for column, strips in enumerate(filled.columns)
        for each in strips
    ]
    titles = dict.fromkeys(" ".join(each.strip.title.split()) for each in placed if each.strip.title)
    shapes = (*around(inside, says, number, total), *(group for each in placed for group in each.shapes()))
    addresses = tuple(address for each in placed for address in each.addresses())
    return Page(
        inside.sheet.width,
        inside.sheet.height,
        shapes,
        title=" · ".join(titles),
        chapter=says.kind,
        reading=reading(placed),
        addresses=addresses,
    )


def around(inside: Frame, says: Running, number: int, total: int) -> tuple[Shape, ...]:
    """Head and foot, each with a line between it and the text."""
    size, left, right = inside.type.caption, inside.margin, inside.sheet.width - inside.margin
    above, below = inside.margin + size, inside.sheet.height - inside.margin
    rules = (inside.top - size * 0.9, inside.sheet.height - inside.margin - size * 1.5)
    sheet = says.words("page", number=number, total=total) if says.numbered else ""
    return (
        *_ends(says.kind, says.title, above, inside, "bold"),
        *(Line(left, y, right, y, HAIRLINE, inside.type.hairline) for y in rules),
        *_ends(says.foot, sheet, below, inside, "regular"),
    )


def _ends(left: str, right: str, y: float, inside: Frame, style: str) -> tuple[Shape, ...]:
    """A line of two texts, one at each margin; the left one yields."""
    size, wide = inside.type.caption, inside.sheet.width - 2 * inside.margin
    second = single(right, "regular", wide * 0.6 / size)[0]
    first = single(left, style, max((wide / size - second.width - 1.0), 1.0))[0]
    places: tuple[tuple[float, SetLine, str], ...] = (
        (inside.margin, first, INK if style == "bold" else GREY),
        (inside.margin + wide - second.width * size, second, GREY),
    )
    return tuple(Text(x, y, size, color, line.runs) for x, line, color in places if line.runs)

"""The pages behind the map: in full, what was shortened on it, and what is parked."""

from collections.abc import Iterator, Sequence
from itertools import count, groupby

import msgspec

from model.layout import tags
from model.layout.drawn import Leftover
from model.layout.header import title_of
from model.layout.heads import foot_text
from model.layout.order import Order
from model.layout.reading import Element
from model.layout.shapes import Group, Page, Shape, Text
from model.layout.style import GREY, INK, METRICS, Metrics
from model.layout.text.block import LEADING, block, height
from model.layout.text.shaping import shape, width
from model.layout.text.wrap import Line, Lines, wrap
from model.records import Id

_COLUMN = 250.0  # points, about sixty letters
_LONGEST_NAME = 40.0  # ems of the map's title


class Row(msgspec.Struct, frozen=True):
    """A line of running text, the points it takes, and whether a heading (which must not end a column) it is.
    `number`: which text it is a line of.
    """

    line: Line
    style: str
    size: float
    high: float
    heading: bool
    record: Id | None
    number: int


def pages_behind(order: Order, leftovers: Sequence[Leftover], before: int) -> list[Page]:
    """Pages of running text in columns, numbered on from the `before` pages of the map; none without leftovers."""
    m = METRICS.with_margin(order.look.margin)
    rows = list(_rows(leftovers, _column_width(order, m), m))
    columns = _columns(rows, _room(order, m))
    across = _across(order, m)
    sheets = [columns[at : at + across] for at in range(0, len(columns), across)]
    total = before + len(sheets)
    return [_page(order, sheet, before + at, total, m) for at, sheet in enumerate(sheets, start=1)]


def _across(order: Order, m: Metrics) -> int:
    return max(1, int((order.width - 2 * m.margin + m.margin) / (_COLUMN + m.margin)))


def _column_width(order: Order, m: Metrics) -> float:
    across = _across(order, m)
    return (order.width - 2 * m.margin - (across - 1) * m.margin) / across


def _top(m: Metrics) -> float:
    return m.margin + m.compact_title * 2


def _room(order: Order, m: Metrics) -> float:
    return (order.height or m.free_card * 5) - _top(m) - m.margin * 2


def _rows(leftovers: Sequence[Leftover], wide: float, m: Metrics) -> Iterator[Row]:
    """Headings in a line, each once for texts that follow each other under it, and their texts."""
    number = count()
    for heading, group in groupby(leftovers, lambda leftover: leftover.heading):
        yield from _set(heading, "bold", m.lane, wide, True, None, next(number))
        for leftover in group:
            yield from _set(leftover.text, "regular", m.body, wide, False, leftover.record, next(number))


def _set(
    text: str, style: str, size: float, wide: float, heading: bool, record: Id | None, number: int
) -> Iterator[Row]:
    lines = wrap(text, style, wide / size, 1 if heading else 0, balanced=False).lines
    for at, line in enumerate(lines):
        air = size * 0.5 if at == len(lines) - 1 and not heading else 0.0
        yield Row(line, style, size, height(1, size) + air, heading, record, number)


def _columns(rows: Sequence[Row], room: float) -> list[list[Row]]:
    columns: list[list[Row]] = []
    used = room
    for at, row in enumerate(rows):
        following = rows[at + 1].high if row.heading and at + 1 < len(rows) else 0.0
        if used + row.high + following > room:
            columns.append([])
            used = 0.0
        columns[-1].append(row)
        used += row.high
    return columns


def _page(order: Order, columns: Sequence[Sequence[Row]], number: int, total: int, m: Metrics) -> Page:
    title = order.words("in_full")
    high = order.height or _top(m) + _room(order, m) + m.margin * 2
    head = shape(title, "bold")
    name_x = m.margin + width(title, "bold") * m.compact_title + m.section_gap
    room = (order.width - m.margin - name_x) / m.body
    name = wrap(title_of(order.document, order.words), "regular", min(_LONGEST_NAME, room), 1)
    foot = foot_text(order, number, total)
    foot_x = order.width - m.margin - width(foot, "regular") * m.caption
    shapes: list[Shape] = [
        *tags.tagged(tags.TITLE, (Text(m.margin, m.margin + m.compact_title, m.compact_title, INK, head),)),
        *block(name, "regular", name_x, m.margin + 4, m.body, GREY),
        Text(foot_x, high - m.margin, m.caption, GREY, shape(foot, "regular")),
    ]
    for at, column in enumerate(columns):
        x = m.margin + at * (_column_width(order, m) + m.margin)
        shapes += _column(column, x, _top(m))
    return Page(order.width, high, tuple(shapes), title, reading=_reading(columns))


def _reading(columns: Sequence[Sequence[Row]]) -> tuple[Element, ...]:
    """The page's title, and its texts under their headings."""
    texts = {row.number: row.heading for column in columns for row in column}
    read = (Element("H3" if heading else "P", (tags.text(number),)) for number, heading in texts.items())
    return (Element("H2", (tags.TITLE,)), *read)


def _column(rows: Sequence[Row], x: float, y: float) -> Iterator[Shape]:
    for row in rows:
        texts = block(Lines((row.line,)), row.style, 0, 0, row.size, INK, leading=LEADING)
        yield Group(x, y, texts, row.record, tags.text(row.number))
        y += row.high

"""Tables as strips: cells wrapped, rows kept together where a column holds them, the head set again after a break."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

import msgspec

from model.handouts.prose import Cell, Said, Table
from model.handouts.strips import Part, Rung, Strip
from model.handouts.typesetting import LOOKS, Type, addresses
from model.layout.fields import Address
from model.layout.shapes import Box, Line, Shape
from model.layout.style import BLUE, GREY, HAIRLINE, PALE
from model.layout.text.block import block
from model.layout.text.wrap import Line as SetLine
from model.layout.text.wrap import Lines, widest, wrap

_WIDEST_WORD = 0.45  # of the table: a longer word is torn rather than all other columns squeezed
_PAD = 0.45  # of the type: above and below a cell's words
_SIDE = 0.7  # of the type: left and right of them
_BAR = 0.3  # of the type: what shows a cell's colour


class _Set(msgspec.Struct, frozen=True):
    """A set line of a cell, and which of its paragraphs it is of."""

    said: Said
    inside: tuple[Rung, ...]
    line: SetLine


class _Column(msgspec.Struct, frozen=True):
    """Points from the table's left, and across."""

    x: float
    wide: float


def table(text: Table, wide: float, type_: Type) -> tuple[Strip, ...]:
    """A table `wide` points across."""
    columns = _columns(text, wide, type_)
    head = tuple(_row(_head_cells(text), columns, wide, type_, 0, head=True)) if any(text.head) else ()
    rows = [
        msgspec.structs.replace(strip, head=head)
        for number, cells in enumerate(text.rows, start=1)
        for strip in _row(cells, columns, wide, type_, number)
    ]
    kept = tuple(msgspec.structs.replace(strip, keep=True) for strip in head)
    return _aired((*kept, *rows), type_)


def _head_cells(text: Table) -> tuple[Cell, ...]:
    return tuple(Cell((Said(name, "strong"),) if name else ()) for name in text.head)


def _aired(strips: tuple[Strip, ...], type_: Type) -> tuple[Strip, ...]:
    """The strips of a table with air before the first and behind the last."""
    if not strips:
        return ()
    first = msgspec.structs.replace(strips[0], above=type_.body * 0.4)
    rest = (first, *strips[1:])
    return (*rest[:-1], msgspec.structs.replace(rest[-1], high=rest[-1].high + type_.body * 0.6))


def _row(
    cells: Sequence[Cell], columns: Sequence[_Column], wide: float, type_: Type, number: int, *, head: bool = False
) -> Iterator[Strip]:
    """A row as strips of a line each, kept together; `number` 0 is the head."""
    lines = [_lines(each, column, type_) for each, column in zip(cells, columns, strict=True)]
    tall, step, pad = max(1, *map(len, lines)), type_.line(type_.small), type_.small * _PAD
    for at in range(tall):
        top, bottom = pad if at == 0 else 0.0, pad if at == tall - 1 else 0.0
        high = top + step + bottom
        words = [
            _words(each, columns[place], at, top, type_, _ladder(number, place, head=head))
            for place, each in enumerate(lines)
        ]
        ruled = _ruled(cells, columns, wide, high, type_, head=head, last=bottom > 0)
        parts = (Part((), tuple(ruled)), *(part for part, _ in words))
        found = tuple(address for _, each in words for address in each)
        yield Strip(high, parts, keep=at < tall - 1, addresses=found)


def _ladder(number: int, place: int, *, head: bool) -> tuple[Rung, ...]:
    """The elements a cell stands in: the head's and each row's first are headers."""
    own = Rung("TH", place, scope="Column" if head else "Row") if head or not place else Rung("TD", place)
    return Rung("Table"), Rung("TR", number), own


def _words(
    lines: Sequence[_Set], column: _Column, at: int, top: float, type_: Type, ladder: tuple[Rung, ...]
) -> tuple[Part, tuple[Address, ...]]:
    """What a cell says in one of its row's lines."""
    if at >= len(lines):
        return Part(ladder), ()
    said, line, size = lines[at].said, lines[at].line, type_.small
    style, color = LOOKS[said.tone]
    x = column.x + size * _SIDE
    shapes = block(Lines((line,)), style, x, top, size, BLUE if said.url else color)
    return Part((*ladder, *lines[at].inside), shapes, said.record), addresses(
        said, x, top, line.width * size, type_.line(size)
    )


def _ruled(
    cells: Sequence[Cell],
    columns: Sequence[_Column],
    wide: float,
    high: float,
    type_: Type,
    *,
    head: bool,
    last: bool,
) -> Iterator[Shape]:
    """What is drawn behind a line of a row: the head's tint, bars of colour, the line that ends the row."""
    if head:
        yield Box(0, 0, wide, high, fill=PALE)
    for each, column in zip(cells, columns, strict=True):
        if each.colour:
            yield Box(column.x, 0, type_.small * _BAR, high, fill=each.colour)
    if last:
        yield Line(0, high, wide, high, GREY if head else HAIRLINE, type_.hairline)


def _lines(text: Cell, column: _Column, type_: Type) -> list[_Set]:
    measure = max(column.wide / type_.small - 2 * _SIDE, 1.0)
    return [
        _Set(said, (Rung("P", at),) if len(text.said) > 1 else (), line)
        for at, said in enumerate(text.said)
        for line in wrap(said.text, LOOKS[said.tone][0], measure, balanced=False).lines
    ]


def _columns(text: Table, wide: float, type_: Type) -> list[_Column]:
    widths = _shared(text, wide, type_.small) if text.shares else _widths(text, wide, type_.small)
    return [_Column(x, each) for x, each in zip(accumulate([0.0, *widths[:-1]]), widths, strict=True)]


def _shared(text: Table, wide: float, size: float) -> list[float]:
    """Columns as wide as their shares say, but none so narrow that a word of its head is torn."""
    least = [
        widest(name, LOOKS["strong"][0]) * size + 2 * _SIDE * size for name in text.head or [""] * len(text.shares)
    ]
    if sum(least) >= wide:
        return [each * wide / sum(least) for each in least]
    widths = [wide * share / sum(text.shares) for share in text.shares]
    lacking = [max(low - each, 0.0) for low, each in zip(least, widths, strict=True)]
    spare = [max(each - low, 0.0) for low, each in zip(least, widths, strict=True)]
    part = sum(lacking) / sum(spare)
    return [each + more - part * less for each, more, less in zip(widths, lacking, spare, strict=True)]


def _widths(text: Table, wide: float, size: float) -> list[float]:
    """Columns as wide as their longest word at the least; what is left goes to those with most to say."""
    rows = (_head_cells(text), *text.rows) if text.head else text.rows
    columns = list(zip(*rows, strict=True))
    least = [min(_most(column, widest) * size, wide * _WIDEST_WORD) + 2 * _SIDE * size for column in columns]
    best = [
        max(_most(column, _width) * size + 2 * _SIDE * size, low) for column, low in zip(columns, least, strict=True)
    ]
    if sum(least) >= wide:
        return [each * wide / sum(least) for each in least]
    if sum(best) <= wide:
        spare = (wide - sum(best)) / len(best)
        return [each + spare for each in best]
    wanted = [max(high - low, 0.001) for low, high in zip(least, best, strict=True)]
    spare = wide - sum(least)
    return [low + spare * want / sum(wanted) for low, want in zip(least, wanted, strict=True)]


_NO_END = 1e6  # ems


def _width(text: str, style: str) -> float:
    """Ems of a text that is never broken but where it says so."""
    return wrap(text, style, _NO_END, balanced=False).width


def _most(column: Sequence[Cell], measured: Callable[[str, str], float]) -> float:
    """Ems of the widest text of a column."""
    return max((measured(said.text, LOOKS[said.tone][0]) for each in column for said in each.said), default=0.0)

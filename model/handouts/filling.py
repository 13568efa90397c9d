"""Strips into columns: what belongs together stays together, heads of tables come again, nothing is cut."""

from collections.abc import Iterable, Sequence

import msgspec

from model.handouts.strips import Strip, silent

Numbered = tuple[int, Strip]
"""A strip and the number of its block."""

_WORTH_PARTING = 0.45  # of a column: less than that stands in one
_CLOSE = 0.01  # of a column: how well columns are balanced
_MOST_HEAD = 0.4  # of a column: a taller head of a table is not set again


class Stacked(msgspec.Struct, frozen=True):
    """A strip `y` points below the top of its column, and the number of its block."""

    strip: Strip
    y: float
    block: int


class Filled(msgspec.Struct, frozen=True):
    """A page: its columns."""

    columns: tuple[tuple[Stacked, ...], ...]


def fill(blocks: Iterable[Sequence[Strip]], high: float, across: int) -> tuple[Filled, ...]:
    """All strips on pages of `across` columns, each `high` points tall; a page at the least. The columns of the last
    page end at about one height."""
    flat = [(number, strip) for number, strips in enumerate(blocks) for strip in strips]
    columns = _filled(flat, 0, high, high, across)
    pages = columns.pages()
    if across > 1 and columns.left() > high * _WORTH_PARTING:
        return (*pages[:-1], _balanced(flat, columns.begun(), high, across) or pages[-1])
    return pages


def _filled(flat: Sequence[Numbered], start: int, high: float, limit: float, across: int) -> "_Columns":
    """The strips from one on, in columns filled to a limit. What a column of all its height can hold together stays
    together."""
    columns, torn_until = _Columns(high, limit, across), 0
    for at in range(start, len(flat)):
        room = high - sum(each.high for each in _again(flat[at][1], high))
        need = _need(flat, at, room)
        if need > room:
            torn_until = max(torn_until, _chain_end(flat, at))
        columns.put(at, *flat[at], _least(flat, at) if at < torn_until else need)
    return columns


def _balanced(flat: Sequence[Numbered], start: int, high: float, across: int) -> Filled | None:
    """The last page, its columns as low as they can be without parting what belongs together; None where it is full,
    or where something on it is too tall for a column anyway."""
    needs = [
        _need(flat, at, high) + sum(each.high for each in _again(flat[at][1], high)) for at in range(start, len(flat))
    ]
    low, top, best = max(needs), high, None
    while top - low > high * _CLOSE:
        middle = (low + top) / 2
        tried = _filled(flat, start, high, middle, across).pages()
        low, top, best = (low, middle, tried[0]) if len(tried) == 1 else (middle, top, best)
    return best


def _again(strip: Strip, high: float) -> tuple[Strip, ...]:
    """What is set again ahead of a strip that begins a column."""
    return strip.head if sum(each.high for each in strip.head) <= high * _MOST_HEAD else ()


def _need(flat: Sequence[Numbered], at: int, high: float) -> float:
    """Points that a strip and all that stays with it take; once that is more than a column, any number above it."""
    need = 0.0
    for _, strip in flat[at : _chain_end(flat, at) + 1]:
        need += strip.high + (strip.above if need else 0.0)
        if need > high:
            break
    return need


def _chain_end(flat: Sequence[Numbered], at: int) -> int:
    """The last strip that stays with one."""
    while at < len(flat) - 1 and flat[at][1].keep:
        at += 1
    return at


def _least(flat: Sequence[Numbered], at: int) -> float:
    """Of what no column can hold together, a heading still stays with what follows, and a row's first line with its
    second; any other line of a row may begin or end a column."""
    (number, strip), after = flat[at], flat[at + 1]
    inside = at > 0 and flat[at - 1][1].keep and after[0] == number and after[1].head == strip.head
    return strip.high if inside else strip.high + after[1].high


class _Columns:
    """Columns as they fill."""

    def __init__(self, high: float, limit: float, across: int) -> None:
        self._high, self._limit, self._across = high, limit, across
        self._columns: list[list[Stacked]] = [[]]
        self._firsts: list[int] = []
        self._used = 0.0
        self._said: set[int] = set()

    def put(self, at: int, number: int, strip: Strip, need: float) -> None:
        """A strip below the last one, or in the next column where `need` points are not left; `at`: its place among
        all."""
        above = strip.above if self._columns[-1] else 0.0
        full = self._columns[-1] and self._used + above + need > self._limit + 1e-6
        if full or not self._firsts:
            self._begin(at, number, strip, another=bool(full))
            above = 0.0
        if self._columns[-1] or not strip.between:
            self._stack(number, strip, above)

    def _begin(self, at: int, number: int, strip: Strip, *, another: bool) -> None:
        """The next column; the head of a table that goes on is read aloud once a page."""
        if another:
            self._columns.append([])
        self._firsts.append(at)
        self._used = 0.0
        if (len(self._columns) - 1) % self._across == 0:
            self._said.clear()
        said = number in self._said
        for each in _again(strip, self._high):
            self._stack(number, silent(each) if said else each, 0.0)

    def _stack(self, number: int, strip: Strip, above: float) -> None:
        self._columns[-1].append(Stacked(strip, self._used + above, number))
        self._used += above + strip.high
        self._said.add(number)

    def begun(self) -> int:
        """The place of the first strip of the last page."""
        return self._firsts[(len(self._columns) - 1) // self._across * self._across]

    def left(self) -> float:
        """How tall the columns of the last page are together."""
        last = self._columns[(len(self._columns) - 1) // self._across * self._across :]
        return sum(column[-1].y + column[-1].strip.high for column in last if column)

    def pages(self) -> tuple[Filled, ...]:
        """What has been put so far."""
        starts = range(0, len(self._columns), self._across)
        return tuple(Filled(tuple(map(tuple, self._columns[at : at + self._across]))) for at in starts)

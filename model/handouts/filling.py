"""Strips into columns: what belongs together stays together, heads of tables come again, nothing is cut."""

from collections.abc import Iterable, Sequence

import msgspec

from model.handouts.strips import Strip, silent

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
    """All strips on pages of `across` columns, each `high` points tall; a page at the least."""
    columns = _Columns(high, across)
    flat = [(number, strip) for number, strips in enumerate(blocks) for strip in strips]
    torn_until = 0
    for at, (number, strip) in enumerate(flat):
        room = high - sum(each.high for each in _again(strip, high))
        need = _need(flat, at, room)
        if need > room:
            torn_until = max(torn_until, _chain_end(flat, at))
        if at < torn_until:
            need = _least(flat, at)
        columns.put(number, strip, need)
    return columns.pages()


def _again(strip: Strip, high: float) -> tuple[Strip, ...]:
    """What is set again ahead of a strip that begins a column."""
    return strip.head if sum(each.high for each in strip.head) <= high * _MOST_HEAD else ()


def _need(flat: Sequence[tuple[int, Strip]], at: int, high: float) -> float:
    """Points that a strip and all that stays with it take; once that is more than a column, any number above it."""
    need = 0.0
    for _, strip in flat[at : _chain_end(flat, at) + 1]:
        need += strip.high + (strip.above if need else 0.0)
        if need > high:
            break
    return need


def _chain_end(flat: Sequence[tuple[int, Strip]], at: int) -> int:
    """The last strip that stays with one."""
    while at < len(flat) - 1 and flat[at][1].keep:
        at += 1
    return at


def _least(flat: Sequence[tuple[int, Strip]], at: int) -> float:
    """Of what no column can hold together, a heading still stays with what follows, and a row's first line with its
    second; any other line of a row may begin or end a column."""
    (number, strip), after = flat[at], flat[at + 1]
    inside = at > 0 and flat[at - 1][1].keep and after[0] == number and after[1].head == strip.head
    return strip.high if inside else strip.high + after[1].high


class _Columns:
    """Columns as they fill."""

    def __init__(self, high: float, across: int) -> None:
        self._high, self._across = high, across
        self._columns: list[list[Stacked]] = [[]]
        self._used = 0.0
        self._said: set[int] = set()

    def put(self, number: int, strip: Strip, need: float) -> None:
        """A strip below the last one, or in the next column where `need` points are not left."""
        above = strip.above if self._columns[-1] else 0.0
        if self._columns[-1] and self._used + above + need > self._high + 1e-6:
            self._begin(number, strip)
            above = 0.0
        if self._columns[-1] or not strip.between:
            self._stack(number, strip, above)

    def _begin(self, number: int, strip: Strip) -> None:
        """The next column; the head of a table that goes on is read aloud once a page."""
        self._columns.append([])
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

    def pages(self) -> tuple[Filled, ...]:
        """What has been put so far."""
        starts = range(0, len(self._columns), self._across)
        return tuple(Filled(tuple(map(tuple, self._columns[at : at + self._across]))) for at in starts)

"""What a part of the harness found, and the one table of all of it."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

_HEADS = ("part", "what", "tried", "violations", "seconds", "note")
_NUMBERS = frozenset({"tried", "violations", "seconds"})


class Size(StrEnum):
    """How much is tried: what CI runs at every change, or everything there is time for in a night."""

    SMALL = "small"
    FULL = "full"


class Row(msgspec.Struct, frozen=True):
    """One kind of fault: how often it was tried, how often a promise was broken, and what there is to say of it.

    `tried` is 0 where it cannot be tried here; `note` then says why. Where a promise was broken, `note` says how to
    see it again.
    """

    what: str
    tried: int
    violations: int
    note: str = ""


class Line(msgspec.Struct, frozen=True):
    """A row of the table: whose it is and the seconds it took."""

    part: str
    row: Row
    seconds: float


def table(lines: Iterable[Line]) -> str:
    """All rows under their heads, and their sums; numbers stand at the right."""
    lines = list(lines)
    cells = [_HEADS, *(_cells(line) for line in lines), _sums(lines)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    texts = [_text(row, widths) for row in cells]
    ruler = "-" * max(map(len, texts))
    return "\n".join([texts[0], ruler, *texts[1:-1], ruler, texts[-1]])


def broken(lines: Iterable[Line]) -> int:
    """How many violations there are in all."""
    return sum(line.row.violations for line in lines)


def _cells(line: Line) -> tuple[str, ...]:
    row = line.row
    return line.part, row.what, f"{row.tried:,}", f"{row.violations:,}", f"{line.seconds:.1f}", row.note


def _sums(lines: list[Line]) -> tuple[str, ...]:
    tried = sum(line.row.tried for line in lines)
    return "", "in all", f"{tried:,}", f"{broken(lines):,}", f"{sum(line.seconds for line in lines):.1f}", ""


def _text(cells: tuple[str, ...], widths: list[int]) -> str:
    placed = (
        cell.rjust(width) if head in _NUMBERS else cell.ljust(width)
        for head, cell, width in zip(_HEADS, cells, widths, strict=True)
    )
    return "  ".join(placed).rstrip()

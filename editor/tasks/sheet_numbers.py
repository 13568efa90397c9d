"""Which sheets of several, as people write it: 1, 3-5."""

import re

_PIECE = re.compile(r"(\d+)(?:[-–—](\d+))?")


def sheet_numbers(text: str, count: int) -> tuple[int, ...]:
    """The numbers named, each once, in their order. Raises ValueError for what names none or one there is not."""
    found: dict[int, None] = {}
    for piece in re.split(r"[,;]", re.sub(r"\s", "", text)):
        found.update(dict.fromkeys(_between(piece, count)))
    return tuple(sorted(found))


def _between(piece: str, count: int) -> range:
    named = _PIECE.fullmatch(piece)
    if named is None or len(piece) > 20:
        raise ValueError(f"no sheets: {piece}")
    first, last = int(named[1]), int(named[2] or named[1])
    if not 1 <= first <= last <= count:
        raise ValueError(f"no sheets: {piece}")
    return range(first, last + 1)

"""Lines from pieces: greedy, then balanced, so that a text takes the fewest lines and none is left with a lone word."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from model.layout.text.breaks import Piece, pieces
from model.layout.text.glyphs import Glyphs
from model.layout.text.graphemes import graphemes
from model.layout.text.shaping import shape

_ELLIPSIS = "…"
_NARROWEST = 0.1  # ems: hardly a letter is narrower, so this says how many a line holds at the most
_TOLERANCE = 1e-6


class Line(msgspec.Struct, frozen=True):
    """One set line: its runs, spaces between words included, and its width in ems. `joined`: what follows on the next
    line belongs to the same word."""

    runs: tuple[Glyphs, ...]
    width: float
    joined: bool = False

    @property
    def string(self) -> str:
        return "".join(run.text for run in self.runs)


class Lines(msgspec.Struct, frozen=True):
    """A wrapped text; `whole` is false where it had to be shortened."""

    lines: tuple[Line, ...]
    whole: bool = True

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def width(self) -> float:
        """The widest line, in ems."""
        return max((line.width for line in self.lines), default=0.0)


@lru_cache(maxsize=65536)
def wrap(text: str, style: str, measure: float, limit: int = 0, balanced: bool = True) -> Lines:
    """The text in lines of at most `measure` ems; past `limit` lines (0: none) it ends in an ellipsis.

    Balanced: as many lines as greedy filling needs, at the narrowest measure that still gives that many. A piece
    wider than the measure breaks between graphemes; a measure no grapheme fits is taken as one that fits any.
    """
    most = limit * measure / _NARROWEST + 1
    if limit and len(text) > most:  # what the lines cannot hold is not even looked at
        return msgspec.structs.replace(wrap(text[: int(most)], style, measure, limit, balanced), whole=False)
    whole = _fitting(pieces(text, style), style, measure)
    filled = _fill(whole, measure)
    if limit and len(filled) > limit:
        return Lines(_shortened(filled, limit, style, measure), whole=False)
    if balanced and len(filled) > 1:
        filled = _fill(whole, _narrowest(whole, measure, len(filled)))
    return Lines((*(_joined(each) for each in filled[:-1]), *(_line(each) for each in filled[-1:])))


@lru_cache(maxsize=65536)
def count(text: str, style: str, measure: float) -> int:
    """How many lines `wrap` gives: what a search for a size asks most."""
    parts = _fitting(pieces(text, style), style, measure)
    lines, used, begun, room = 1 if parts else 0, 0.0, False, measure + _TOLERANCE
    for part in parts:
        if begun and used + part.width > room:
            lines, used = lines + 1, 0.0
        used, begun = used + part.width + part.space, True
        if part.ends_line:
            lines, used, begun = lines + 1, 0.0, False
    return lines


def untorn(text: str, style: str, room: float, sizes: Sequence[float]) -> float:
    """The first of the sizes (points, largest first) at which no word has to be torn to fit `room` points; the last
    where none is."""
    return next((size for size in sizes if widest(text, style) * size <= room), sizes[-1])


@lru_cache(maxsize=65536)
def widest(text: str, style: str) -> float:
    """The ems of the widest piece that must not be torn."""
    return max((piece.width for piece in pieces(text, style)), default=0.0)


def _fill(parts: Sequence[Piece], measure: float) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]] if parts else []
    used = 0.0
    for part in parts:
        if lines[-1] and used + part.width > measure + _TOLERANCE:
            lines.append([])
            used = 0.0
        lines[-1].append(part)
        used += part.width + part.space
        if part.ends_line:
            lines.append([])
            used = 0.0
    return lines


def _narrowest(parts: Sequence[Piece], measure: float, wanted: int) -> float:
    """The smallest measure that needs no more lines, to a fiftieth of an em."""
    low, high = max(part.width for part in parts), measure
    while high - low > 0.02:
        middle = (low + high) / 2
        if len(_fill(parts, middle)) > wanted:
            low = middle
        else:
            high = middle
    return high


def _fitting(parts: tuple[Piece, ...], style: str, measure: float) -> tuple[Piece, ...]:
    """The pieces, those wider than the measure cut between graphemes."""
    if all(part.width <= measure + _TOLERANCE for part in parts):
        return parts
    return tuple(cut for part in parts for cut in _cut(part, style, measure))


def _cut(part: Piece, style: str, measure: float) -> Iterable[Piece]:
    if part.width <= measure + _TOLERANCE:
        return [part]
    chunks: list[str] = [""]
    used = 0.0
    for grapheme in graphemes(part.text):
        advance = sum(run.width for run in shape(grapheme, style))
        if chunks[-1] and used + advance > measure:
            chunks.append("")
            used = 0.0
        chunks[-1] += grapheme
        used += advance
    cuts = [_cut_piece(chunk, style) for chunk in chunks]
    return [
        *cuts[:-1],
        msgspec.structs.replace(cuts[-1], spaces=part.spaces, space=part.space, ends_line=part.ends_line),
    ]


def _cut_piece(text: str, style: str) -> Piece:
    runs = shape(text, style)
    return Piece(text=text, runs=runs, spaces=(), width=sum(run.width for run in runs), space=0.0, ends_line=False)


def _line(parts: Sequence[Piece]) -> Line:
    runs: list[Glyphs] = []
    width = 0.0
    for at, part in enumerate(parts):
        runs += part.runs
        width += part.width
        if at < len(parts) - 1:
            runs += part.spaces
            width += part.space
    return Line(tuple(runs), width)


def _shortened(filled: list[list[Piece]], limit: int, style: str, measure: float) -> tuple[Line, ...]:
    kept = [_joined(each) for each in filled[:limit]]
    mark = shape(_ELLIPSIS, style)
    room = measure - sum(run.width for run in mark)
    last = list(filled[limit - 1])
    while len(last) > 1 and _line(last).width > room:
        last.pop()
    line = _line(last)
    if line.width > room and last:
        line = _line(list(_cut(last[0], style, max(room, 0.0)))[:1])
    kept[-1] = Line((*line.runs, *mark), line.width + sum(run.width for run in mark))
    return tuple(kept)


def _joined(parts: Sequence[Piece]) -> Line:
    """A line that others follow."""
    line, end = _line(parts), parts[-1] if parts else None
    ends_word = end is None or end.space > 0 or end.ends_line
    return line if ends_word else msgspec.structs.replace(line, joined=True)

"""Lines from pieces: greedy, then balanced, so that a text takes the fewest lines and none is left with a lone word."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from model.layout.text.breaks import Piece, cut_out, pieces
from model.layout.text.glyphs import Glyphs, in_places, read
from model.layout.text.graphemes import clusters
from model.layout.text.shaping import shape
from model.layout.text.tongue import remembered

_ELLIPSIS = "…"
_NARROWEST = 0.1  # ems: hardly a letter is narrower, so this says how many a line holds at the most
_TOLERANCE = 1e-6


class Line(msgspec.Struct, frozen=True):
    """One set line: its runs from left to right, spaces between words included, and its width in ems.

    `level`: odd where its paragraph runs to the left (`bidi`). `joined`: what follows on the next line belongs to the
    same word.
    """

    runs: tuple[Glyphs, ...]
    width: float
    level: int = 0
    joined: bool = False

    @property
    def string(self) -> str:
        """What it says, as it is read."""
        return read(self.runs)


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


@remembered(65536)
def wrap(text: str, style: str, measure: float, limit: int = 0, balanced: bool = True) -> Lines:
    """The text in lines of at most `measure` ems; past `limit` lines (0: none) it ends in an ellipsis.

    Balanced: as many lines as greedy filling needs, at the narrowest measure that still gives that many. A piece
    wider than the measure breaks between clusters of letters; a measure none fits is taken as one that fits any.
    """
    most = limit * max(measure, 0.0) / _NARROWEST + 1
    if limit and len(text) > most:  # what the lines cannot hold is not even looked at
        return msgspec.structs.replace(wrap(text[: int(most)], style, measure, limit, balanced), whole=False)
    whole = _fitting(pieces(text, style), style, measure)
    filled = _fill(whole, measure)
    if limit and len(filled) > limit:
        return Lines(_shortened(filled, limit, style, measure), whole=False)
    if balanced and len(filled) > 1:
        filled = _fill(whole, _narrowest(whole, measure, len(filled)))
    return Lines((*(_joined(each) for each in filled[:-1]), *(_line(each) for each in filled[-1:])))


@remembered(65536)
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


@remembered(65536)
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
    """The pieces, those wider than the measure cut between clusters."""
    if all(part.width <= measure + _TOLERANCE for part in parts):
        return parts
    return tuple(cut for part in parts for cut in _cut(part, style, measure))


def _cut(part: Piece, style: str, measure: float) -> Iterable[Piece]:
    if part.width <= measure + _TOLERANCE:
        return [part]
    cuts = list(_chunks(part, style, measure))
    return [
        *cuts[:-1],
        msgspec.structs.replace(cuts[-1], spaces=part.spaces, space=part.space, ends_line=part.ends_line),
    ]


def _chunks(part: Piece, style: str, measure: float) -> Iterator[Piece]:
    start = end = 0
    used = 0.0
    for cluster in clusters(part.text):
        advance = cut_out(part, style, end, end + len(cluster)).width
        if end > start and used + advance > measure:
            yield cut_out(part, style, start, end)
            start, used = end, 0.0
        end += len(cluster)
        used += advance
    yield cut_out(part, style, start, end)


def _line(parts: Sequence[Piece], end: tuple[Glyphs, ...] = ()) -> Line:
    """The pieces on one line, and what stands at its end."""
    runs: list[Glyphs] = []
    width = 0.0
    for at, part in enumerate(parts):
        runs += part.runs
        width += part.width
        if at < len(parts) - 1:
            runs += part.spaces
            width += part.space
    width += sum(run.width for run in end)
    if not parts or not parts[0].around:  # all of it runs to the right
        return Line((*runs, *end), width)
    level = parts[0].level
    return Line(in_places([*runs, *(msgspec.structs.replace(run, level=level) for run in end)]), width, level)


def _shortened(filled: list[list[Piece]], limit: int, style: str, measure: float) -> tuple[Line, ...]:
    mark = shape(_ELLIPSIS, style)
    room = measure - sum(run.width for run in mark)
    last = list(filled[limit - 1])
    while len(last) > 1 and _line(last).width > room:
        last.pop()
    if last and _line(last).width > room:
        last = list(_cut(last[0], style, max(room, 0.0)))[:1]
    return (*(_joined(each) for each in filled[: limit - 1]), _line(last, mark))


def _joined(parts: Sequence[Piece]) -> Line:
    """A line that others follow."""
    line, end = _line(parts), parts[-1] if parts else None
    ends_word = end is None or end.space > 0 or end.ends_line
    return line if ends_word else msgspec.structs.replace(line, joined=True)

"""Which characters a glyph stands for, and the two ways a PDF says so (ISO 32000-1, 9.10 and 14.9.4)."""

from collections.abc import Iterator, Mapping
from itertools import accumulate, groupby, pairwise
from unicodedata import category

import msgspec

from model.layout.shapes import Text
from model.layout.text import bidi
from model.layout.text.glyphs import Glyphs
from model.layout.text.graphemes import graphemes

_BLOCK = 100  # entries a reader must take in one bfchar block
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_ESCAPES = str.maketrans({sign: f"\\{sign}" for sign in "()\\"})
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def meanings(run: Glyphs) -> tuple[str, ...] | None:
    """The characters behind each glyph of a run; None where they cannot be told apart glyph by glyph.

    That is so for a character without a glyph and one drawn as several glyphs. Where a run is read to the left, so are
    the characters of each glyph: readers turn round all that they find, letter by letter.
    """
    starts = run.clusters[::-1] if run.level % 2 else run.clusters
    in_order = starts[:1] == (0,) and all(here < following for here, following in pairwise(starts))
    if not in_order or 0 in run.ids:
        return None
    told = tuple(run.text[here:following] for here, following in pairwise((*starts, len(run.text))))
    return tuple(each[::-1] for each in told[::-1]) if run.level % 2 else told


def guesses(run: Glyphs) -> Iterator[tuple[int, str]]:
    """What readers that do not look at the text beside a run may take its glyphs for: the first glyph of each cluster
    for all of its characters, the others for none."""
    edges = sorted({*run.clusters, len(run.text)})
    ends = dict(pairwise(edges))
    for start, glyphs in groupby(zip(run.clusters, run.ids, strict=True), lambda each: each[0]):
        if first := next(glyphs)[1]:  # what a box stands for is another thing each time
            yield first, run.text[start : ends[start]]


def by_letters(run: Glyphs) -> tuple[Glyphs, ...]:
    """A run that is read to the left, cut between letters with their marks, from left to right."""
    ends = set(accumulate(map(len, graphemes(run.text))))
    parts, last, end = [], 0, len(run.text)
    for at, start in enumerate(run.clusters, start=1):
        following = run.clusters[at] if at < len(run.clusters) else -1
        if following != start and (start in ends or not start):
            parts.append(_part(run, last, at, start, end))
            last, end = at, start
    return tuple(parts)


def by_words(run: Glyphs) -> tuple[Glyphs, ...]:
    """A run cut at its spaces, each space a run of its own: what stands beside one text is one word to readers.

    Text that runs to the left stays whole.
    """
    starts = run.clusters
    if " " not in run.text or starts[0] != 0 or any(here > following for here, following in pairwise(starts)):
        return (run,)
    words = groupby(range(len(starts)), lambda at: at if run.text[starts[at]] == " " else -1)
    cuts = [next(places) for _, places in words]
    return tuple(_piece(run, first, end) for first, end in pairwise((*cuts, len(starts))))


def _piece(run: Glyphs, first: int, end: int) -> Glyphs:
    starts = (*run.clusters, len(run.text))
    return _part(run, first, end, starts[first], starts[end])


def _part(run: Glyphs, first: int, last: int, start: int, end: int) -> Glyphs:
    """The glyphs of a run from `first` to before `last`, and its text from `start` to before `end`. The width stays the
    whole run's: painters go by the advances."""
    return msgspec.structs.replace(
        run,
        text=run.text[start:end],
        ids=run.ids[first:last],
        advances=run.advances[first:last],
        offsets=run.offsets[first:last],
        clusters=tuple(each - start for each in run.clusters[first:last]),
    )


def in_reading(text: Text) -> Iterator[tuple[Glyphs, float | None]]:
    """The runs of a line in the order in which they are read, each with the place where it begins, in points, unless
    all follow each other from left to right."""
    levels = [run.level for run in text.runs]
    if not any(levels):
        yield from ((run, None) for run in text.runs)
        return
    wide = [run.width * text.size + len(run.ids) * text.tracking for run in text.runs]
    places = list(accumulate(wide, initial=text.x))
    yield from ((text.runs[at], places[at]) for at in bidi.logical(levels) if not _is_mark(text.runs[at]))


def _is_mark(run: Glyphs) -> bool:
    """Whether a run only says which way others run. Poppler takes an accent behind one for the accent of a letter."""
    return not run.width and all(category(each) == "Cf" for each in run.text)


def actual_text(text: str, operators: str) -> str:
    """Operators with what they show, for readers that search and copy."""
    return f"/Span<</ActualText<FEFF{_utf16(text)}>>>BDC {operators} EMC"


def to_unicode(says: Mapping[int, str]) -> bytes:
    """The CMap from glyph ids to characters; glyphs that say nothing are left out."""
    entries = [f"<{glyph:04X}> <{_utf16(says[glyph])}>\n" for glyph in sorted(says) if says[glyph]]
    blocks = [entries[at : at + _BLOCK] for at in range(0, len(entries), _BLOCK)]
    written = (f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return (_HEAD + "".join(written) + _TAIL).encode("ascii")


def text_string(text: str) -> str:
    """A text that a reader shows, as it stands in a dictionary (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{_utf16(text)}>"


def sound(text: str) -> str:
    """Text without lone surrogates, which no encoding can write."""
    return text.encode("utf-8", "replace").decode()


def _utf16(text: str) -> str:
    return sound(text).encode("utf-16-be").hex().upper()

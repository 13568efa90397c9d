"""Which characters a glyph stands for, and the two ways a PDF says so (ISO 32000-1, 9.10 and 14.9.4)."""

from collections.abc import Mapping
from itertools import groupby, pairwise

import msgspec

from model.layout.text.glyphs import Glyphs

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

    That is so for a character without a glyph, one drawn as several glyphs, and text that runs to the left.
    """
    starts = (*run.clusters, len(run.text))
    in_order = starts[0] == 0 and all(here < following for here, following in pairwise(starts))
    if not in_order or 0 in run.ids:
        return None
    return tuple(run.text[here:following] for here, following in pairwise(starts))


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
    """Some neighbouring glyphs of a run. The width stays the whole run's: painters go by the advances."""
    starts = (*run.clusters, len(run.text))
    return msgspec.structs.replace(
        run,
        text=run.text[starts[first] : starts[end]],
        ids=run.ids[first:end],
        advances=run.advances[first:end],
        offsets=run.offsets[first:end],
        clusters=tuple(start - starts[first] for start in starts[first:end]),
    )


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

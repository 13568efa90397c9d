"""A shaped piece of text: which glyphs of which face stand where."""

from collections.abc import Sequence

import msgspec

from model.layout.text import bidi


class Glyphs(msgspec.Struct, frozen=True):
    """What HarfBuzz made of one run of text in one face.

    `ids`, `advances`, `offsets` and `clusters` are parallel: glyph ids of the face; advances in font units; (x, y)
    displacements in font units, y up, or no tuple at all where none is displaced; and the index in `text` of the first
    character each glyph stands for. `width` is the sum of the advances in ems. `missing` names the characters
    the face has no glyph for (they show as its box). Glyphs stand from left to right; `text` is as it is read, and
    `level` odd where that is to the left (`bidi`).
    """

    text: str
    face: str
    ids: tuple[int, ...]
    advances: tuple[int, ...]
    clusters: tuple[int, ...]
    width: float
    offsets: tuple[tuple[int, int], ...] = ()
    missing: str = ""
    level: int = 0


def in_places(runs: Sequence[Glyphs]) -> tuple[Glyphs, ...]:
    """Runs of one line that were in the order of reading, from left to right."""
    levels = [run.level for run in runs]
    return tuple(runs[at] for at in bidi.visual(levels)) if any(levels) else tuple(runs)


def read(runs: Sequence[Glyphs]) -> str:
    """What runs that stand from left to right say."""
    levels = [run.level for run in runs]
    order = bidi.logical(levels) if any(levels) else range(len(runs))
    return "".join([runs[at].text for at in order])

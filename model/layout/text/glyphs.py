"""A shaped piece of text: which glyphs of which face stand where."""

import msgspec


class Glyphs(msgspec.Struct, frozen=True):
    """What HarfBuzz made of one run of text in one face.

    `ids`, `advances`, `offsets` and `clusters` are parallel: glyph ids of the face; advances in font units; (x, y)
    displacements in font units, y up, or no tuple at all where none is displaced; and the index in `text` of the first
    character each glyph stands for. `width` is the sum of the advances in ems. `missing` names the characters
    the face has no glyph for (they show as its box).
    """

    text: str
    face: str
    ids: tuple[int, ...]
    advances: tuple[int, ...]
    clusters: tuple[int, ...]
    width: float
    offsets: tuple[tuple[int, int], ...] = ()
    missing: str = ""

"""The faces text is set in, opened once each, and the chains that say which face a character is taken from."""

from functools import lru_cache
from pathlib import Path

import msgspec
import uharfbuzz as hb

import resources


class Face(msgspec.Struct, frozen=True, eq=False):
    """An opened font file. `ascent` and `descent` are in ems, both positive."""

    name: str
    path: Path
    font: hb.Font
    units: int
    ascent: float
    descent: float
    characters: frozenset[int]


# A style names the faces to try in turn. A script the bundled fonts lack needs one more name at the end of a chain.
CHAINS: dict[str, tuple[str, ...]] = {
    "regular": ("NotoSans-Regular",),
    "bold": ("NotoSans-Bold", "NotoSans-Regular"),
    "italic": ("NotoSans-Italic", "NotoSans-Regular"),
    "card": ("NotoSans-SemiCondensed", "NotoSans-Regular"),
}


@lru_cache
def face(name: str) -> Face:
    """The bundled face of this name. Raises OSError where the file is gone."""
    place = resources.path("fonts", f"{name}.ttf")
    opened = hb.Face(hb.Blob.from_file_path(str(place)))
    font = hb.Font(opened)
    extents = font.get_font_extents("ltr")
    return Face(
        name=name,
        path=place,
        font=font,
        units=opened.upem,
        ascent=extents.ascender / opened.upem,
        descent=-extents.descender / opened.upem,
        characters=frozenset(opened.unicodes),
    )

"""The faces text is set in, opened once each, and the chains that say which face a character is taken from."""

from functools import lru_cache
from pathlib import Path

import msgspec
import uharfbuzz as hb

import resources


class Face(msgspec.Struct, frozen=True, eq=False):
    """An opened font. `index`: its place in the file, of those that hold several. `ascent` and `descent` are in ems,
    both positive. `own`: whether it came with the program."""

    name: str
    path: Path
    font: hb.Font
    units: int
    ascent: float
    descent: float
    characters: frozenset[int]
    index: int = 0
    own: bool = True


# A style names the faces to try in turn; what none of them has is looked for among the computer's (`fallback`).
CHAINS: dict[str, tuple[str, ...]] = {
    "regular": ("NotoSans-Regular",),
    "bold": ("NotoSans-Bold", "NotoSans-Regular"),
    "italic": ("NotoSans-Italic", "NotoSans-Regular"),
    "card": ("NotoSans-SemiCondensed", "NotoSans-Regular"),
}
OWN = frozenset(name for chain in CHAINS.values() for name in chain)


def face(name: str) -> Face:
    """The face of this name, one of ours or one that text was set in before. Raises OSError where the file is gone."""
    return _bundled(name) if name in OWN else _MET[name]


def meet(name: str, path: Path, index: int) -> Face:
    """A face of the computer, from now on known by its name. Raises OSError where the file is gone."""
    if name not in _MET or (_MET[name].path, _MET[name].index) != (path, index):
        _MET[name] = _opened(name, path, index, own=False)
    return _MET[name]


def contents(path: Path) -> hb.Blob:
    """What is in a font file. Raises OSError."""
    try:
        return hb.Blob.from_file_path(str(path))
    except hb.HarfBuzzError as failed:
        raise OSError(str(failed)) from failed


_MET: dict[str, Face] = {}


@lru_cache
def _bundled(name: str) -> Face:
    return _opened(name, resources.path("fonts", f"{name}.ttf"), 0, own=True)


def _opened(name: str, path: Path, index: int, *, own: bool) -> Face:
    opened = hb.Face(contents(path), index)
    font = hb.Font(opened)
    extents = font.get_font_extents("ltr")
    return Face(
        name=name,
        path=path,
        font=font,
        units=opened.upem,
        ascent=extents.ascender / opened.upem,
        descent=-extents.descender / opened.upem,
        characters=frozenset(opened.unicodes),
        index=index,
        own=own,
    )

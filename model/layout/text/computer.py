"""Which fonts this computer has: their files read once, and what they say kept in the user's cache folder.

A font that may not stand in a document, has nothing to draw with or cannot be read is as good as not there.
"""

import os
import re
import struct
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import msgspec
import uharfbuzz as hb

from model.layout.text.faces import contents

FOLDERS = "JEJAK_FONTS"
"""The variable that names other folders than the system's, separated as in PATH; set to nothing, there are none."""

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_FORM = 1  # of the file that is kept
_MOST_FACES = 64  # in a collection; the largest of Noto CJK has ten
_RESTRICTED = 0x0302  # OS/2 fsType: not to be embedded, not to be cut down, bitmaps only
_FAMILY, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY = 1, 6, 16  # name ids of OpenType
_OF_BOXES = frozenset({"LastResort", "LastResortHE-Regular", "AdobeBlank", "AdobeBlank2"})  # letters of none
_COLOURED = frozenset({"COLR", "SVG ", "sbix", "CBDT"})
_NEEDED = frozenset({"cmap", "head", "hhea", "hmtx", "maxp"})


Folders = tuple[Path, ...]


class Font(msgspec.Struct, frozen=True, array_like=True):
    """A face of a font file. `index`: its place in a collection. `blocks`: the 256s of Unicode it has characters of."""

    name: str
    family: str
    index: int
    weight: int
    width: int
    italic: bool
    coloured: bool
    blocks: frozenset[int]


class File(msgspec.Struct, frozen=True, array_like=True):
    """A font file as it was when it was read."""

    size: int
    changed: int
    fonts: tuple[Font, ...]


class Kept(msgspec.Struct, frozen=True):
    """What is kept of all files, by path."""

    form: int
    files: dict[str, File]


class Found(msgspec.Struct, frozen=True):
    """A face and the file it is in."""

    path: Path
    font: Font


@lru_cache
def fonts(folders: Folders, cache: Path | None) -> tuple[Found, ...]:
    """The faces in these folders and those below, no two of one name, in the order of their paths."""
    before = _read(cache)
    files = {str(path): _file(path, before.get(str(path))) for path in _paths(folders)}
    if files != before and cache is not None:
        _keep(Kept(_FORM, files), cache)
    named: dict[str, Found] = {}
    for path, file in files.items():
        for font in file.fonts:
            named.setdefault(font.name, Found(Path(path), font))
    return tuple(named.values())


def folders() -> Folders:
    """Where fonts are: what the variable says, else what the system is used to."""
    told = os.environ.get(FOLDERS)
    if told is not None:
        return tuple(Path(folder) for folder in told.split(os.pathsep) if folder)
    home = Path.home()
    if sys.platform == "win32":
        own = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        return (Path(os.environ.get("WINDIR", "C:\\Windows"), "Fonts"), Path(own, "Microsoft", "Windows", "Fonts"))
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    own = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path(own, "fonts"), home / ".fonts")


def cache_file() -> Path:
    """Where it is kept what the fonts say."""
    home = Path.home()
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
    elif sys.platform == "darwin":
        folder = str(home / "Library" / "Caches")
    else:
        folder = os.environ.get("XDG_CACHE_HOME") or str(home / ".cache")
    return Path(folder, "jejak", "fonts.json")


def _paths(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for place, below, names in os.walk(folder):
            below.sort()
            yield from (Path(place, name) for name in sorted(names) if name.lower().endswith(_ENDINGS))


def _file(path: Path, before: File | None) -> File:
    try:
        seen = path.stat()
        if before is not None and (before.size, before.changed) == (seen.st_size, seen.st_mtime_ns):
            return before
        return File(seen.st_size, seen.st_mtime_ns, tuple(_faces(path)))
    except OSError:
        return File(-1, 0, ())


def _faces(path: Path) -> Iterator[Font]:
    file = contents(path)
    for index, whole in enumerate(_wholes(path)):
        if whole and (found := _face(hb.Face(file, index), index)) is not None:
            yield found


def _wholes(path: Path) -> Iterator[bool]:
    """For each face of a file, whether all of its tables are in it: HarfBuzz makes do with half of one."""
    size = path.stat().st_size
    with path.open("rb") as file:
        kind, _, count = struct.unpack(">4s2I", file.read(12).ljust(12, b"\0"))
        count = min(count, _MOST_FACES) if kind == b"ttcf" else 1
        places = struct.unpack(f">{count}I", file.read(4 * count).ljust(4 * count, b"\0")) if kind == b"ttcf" else (0,)
        for place in places:
            file.seek(place + 4)
            rows = int.from_bytes(file.read(2), "big")
            file.seek(6, os.SEEK_CUR)
            directory = file.read(16 * rows)
            ends = (sum(struct.unpack_from(">2I", directory, at + 8)) for at in range(0, len(directory) - 15, 16))
            yield len(directory) == 16 * rows and all(end <= size for end in ends)


def _face(face: hb.Face, index: int) -> Font | None:
    tags = set(face.table_tags)
    if not tags >= _NEEDED or not ({"glyf", "loca"} <= tags or "CFF " in tags) or face.glyph_count == 0:
        return None
    if int.from_bytes(bytes(face.reference_table("OS/2").data)[8:10], "big") & _RESTRICTED:
        return None
    font, name = hb.Font(face), _plain(face.get_name(_POSTSCRIPT) or "")
    if not name or name in _OF_BOXES:
        return None
    return Font(
        name=name,
        family=face.get_name(_TYPOGRAPHIC_FAMILY) or face.get_name(_FAMILY) or "",
        index=index,
        weight=round(font.get_style_value(hb.StyleTag.WEIGHT)),
        width=round(font.get_style_value(hb.StyleTag.WIDTH)),
        italic=bool(font.get_style_value(hb.StyleTag.ITALIC)),
        coloured=not tags.isdisjoint(_COLOURED),
        blocks=frozenset(character >> 8 for character in face.unicodes),
    )


def _plain(name: str) -> str:
    """A name as it can stand in any file."""
    return re.sub(r"[^A-Za-z0-9._-]", "", name)[:63]


def _read(cache: Path | None) -> dict[str, File]:
    try:
        kept = msgspec.json.decode(cache.read_bytes(), type=Kept) if cache else Kept(_FORM, {})
    except (OSError, msgspec.DecodeError):
        return {}
    return kept.files if kept.form == _FORM else {}


def _keep(kept: Kept, cache: Path) -> None:
    """Another program may write the same at the same moment: each writes beside it, and the last one stays."""
    beside = cache.with_name(f".{cache.name}-{os.getpid()}.tmp")
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(msgspec.json.encode(kept))
        beside.replace(cache)
    except OSError:  # the next start reads the fonts again
        with suppress(OSError):
            beside.unlink()

"""Small fonts, each character a box as wide as it likes: what a computer may have, whatever computer it is."""

import io
from collections.abc import Iterable
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

UNITS = 1000


def font(
    family: str, characters: str, *, weight: int = 400, restricted: int = 0, cff: bool = False, wide: int = 600
) -> TTFont:
    """A face with these characters. `restricted`: fsType of its OS/2 table; `wide`: every advance, in units."""
    names = [".notdef", *(f"u{ord(character):04X}" for character in characters)]
    style = "Bold" if weight > 500 else "Regular"
    made = FontBuilder(UNITS, isTTF=not cff)
    made.setupGlyphOrder(names)
    made.setupCharacterMap({ord(character): f"u{ord(character):04X}" for character in characters})
    if cff:
        made.setupCFF(_name(family, style), {}, {name: _curves(wide) for name in names}, {})
    else:
        made.setupGlyf({name: _points(wide) for name in names})
    made.setupHorizontalMetrics(dict.fromkeys(names, (wide, 50)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": family, "styleName": style, "psName": _name(family, style)})
    made.setupOS2(usWeightClass=weight, fsType=restricted)
    made.setupPost()
    font: TTFont = made.font
    return font


def put(fonts: Iterable[TTFont], folder: Path) -> Path:
    """The faces in a folder, a file each; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for at, each in enumerate(fonts):
        each.save(folder / f"{at:02}.{'otf' if 'CFF ' in each else 'ttf'}")
    return folder


def collection(fonts: Iterable[TTFont]) -> bytes:
    """The faces in one file."""
    made, file = TTCollection(), io.BytesIO()
    made.fonts = list(fonts)
    made.save(file)
    return file.getvalue()


def _name(family: str, style: str) -> str:
    return f"{family.replace(' ', '')}-{style}"


def _points(wide: int) -> object:
    pen = TTGlyphPen(None)
    _box(pen, wide)
    return pen.glyph()


def _curves(wide: int) -> object:
    pen = T2CharStringPen(wide, None)
    _box(pen, wide)
    return pen.getCharString()


def _box(pen: TTGlyphPen | T2CharStringPen, wide: int) -> None:
    pen.moveTo((50, 0))
    pen.lineTo((50, 700))
    pen.lineTo((wide - 50, 700))
    pen.lineTo((wide - 50, 0))
    pen.closePath()

"""A face inside a PDF: cut down to the glyphs in use, with its widths and its measures (ISO 32000-1, 9.7 and 9.8)."""

import hashlib
import struct
from collections.abc import Collection, Mapping
from functools import lru_cache

import uharfbuzz as hb

from export.pdf.file import File
from export.pdf.objects import Array, Dictionary, Name, Reference, String
from export.pdf.strings import to_unicode
from model.layout.text.faces import Face

_NEEDED = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp"})  # 9.9: with "cvt ", "fpgm", "prep" for hints
_CFF = frozenset({"CFF ", "head", "hhea", "hmtx", "maxp"})
_VARYING = frozenset({"fvar", "gvar", "avar", "HVAR", "MVAR"})  # what it takes to make a variable font hold still
_SYMBOLIC, _ITALIC = 4, 64


def embed(file: File, face: Face, says: Mapping[int, str]) -> Reference:
    """The face as a Type 0 font of the file; `says` names the glyphs to keep and what each stands for."""
    name = f"{_tag(face, says)}+{face.name}"
    return file.add(
        Dictionary(
            {
                "Type": Name("Font"),
                "Subtype": Name("Type0"),
                "BaseFont": Name(name),
                "Encoding": Name("Identity-H"),
                "DescendantFonts": Array([_cid_font(file, face, name, says)]),
                "ToUnicode": file.stream(to_unicode(says)),
            }
        )
    )


class Advances(dict[int, int]):
    """How wide a face itself makes each glyph, in font units."""

    def __init__(self, font: hb.Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, glyph: int) -> int:
        self[glyph] = width = int(self._font.get_glyph_h_advance(glyph))
        return width


@lru_cache
def advances(face: Face) -> Advances:
    """The widths of a face, looked up once."""
    return Advances(face.font)


def _cid_font(file: File, face: Face, name: str, glyphs: Collection[int]) -> Reference:
    system = {"Registry": String("Adobe"), "Ordering": String("Identity"), "Supplement": 0}
    # A font of CFF outlines maps by its own charset, which `_subset` makes the identity.
    mapped = {} if _is_cff(face) else {"CIDToGIDMap": Name("Identity")}
    return file.add(
        Dictionary(
            {
                "Type": Name("Font"),
                "Subtype": Name("CIDFontType0" if _is_cff(face) else "CIDFontType2"),
                "BaseFont": Name(name),
                "CIDSystemInfo": Dictionary(system),
                **mapped,
                "FontDescriptor": _descriptor(file, face, name, glyphs),
                "DW": 0,
                "W": _widths(face, glyphs),
            }
        )
    )


def _descriptor(file: File, face: Face, name: str, glyphs: Collection[int]) -> Reference:
    thousand = 1000 / face.units
    slant = face.font.get_style_value(hb.StyleTag.SLANT_ANGLE)
    weight = face.font.get_style_value(hb.StyleTag.WEIGHT)
    return file.add(
        Dictionary(
            {
                "Type": Name("FontDescriptor"),
                "FontName": Name(name),
                "Flags": _SYMBOLIC | (_ITALIC if slant else 0),
                "FontBBox": Array([round(edge * thousand) for edge in _bounds(face)]),
                "ItalicAngle": slant,
                "Ascent": round(face.ascent * 1000),
                "Descent": round(-face.descent * 1000),
                "CapHeight": round(face.font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT) * thousand),
                # No table tells the width of stems; this is what reportlab makes of the weight.
                "StemV": 50 + int((weight / 65) ** 2),
                "FontFile3" if _is_cff(face) else "FontFile2": _program(file, face, glyphs),
            }
        )
    )


def _program(file: File, face: Face, glyphs: Collection[int]) -> Reference:
    if _is_cff(face):
        return file.stream(_subset(face, glyphs, _CFF), {"Subtype": Name("CIDFontType0C")})
    program = _subset(face, glyphs, _NEEDED)
    return file.stream(program, {"Length1": len(program)})


def _is_cff(face: Face) -> bool:
    return "CFF " in face.font.face.table_tags


def _subset(face: Face, glyphs: Collection[int], tables: frozenset[str]) -> bytes:
    """The whole font program, or of CFF outlines the one table that counts (9.9)."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(set(glyphs))
    # Glyph ids stay what the shaper says; glyph 0 keeps its box, which shows where a character is missing.
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    )
    wanted.pin_all_axes_to_default(face.font.face)
    needless = set(face.font.face.table_tags) - tables - _VARYING
    wanted.drop_table_tag_set.update({int.from_bytes(tag.encode("ascii"), "big") for tag in needless})
    made = wanted.subset(face.font.face)
    return bytes(made.reference_table("CFF ").data if tables is _CFF else made.blob.data)


def _widths(face: Face, glyphs: Collection[int]) -> str:
    """The W array: runs of neighbouring glyph ids, each with its widths in thousandths of an em."""
    thousand, wide = 1000 / face.units, advances(face)
    parts, last = [], -2
    for glyph in sorted(glyphs):
        parts.append(
            f" {wide[glyph] * thousand:.6g}" if glyph == last + 1 else f"]{glyph}[{wide[glyph] * thousand:.6g}"
        )
        last = glyph
    return f"[{''.join(parts).removeprefix(']')}]]"


def _tag(face: Face, glyphs: Collection[int]) -> str:
    """Six capitals that tell this subset from another of the same face (9.6.4)."""
    digest = hashlib.sha256(f"{face.name} {sorted(glyphs)}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _bounds(face: Face) -> tuple[int, int, int, int]:
    """xMin, yMin, xMax, yMax of the `head` table."""
    left, bottom, right, top = struct.unpack_from(">4h", bytes(face.font.face.reference_table("head").data), 36)
    return left, bottom, right, top

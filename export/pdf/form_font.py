"""The font that readers set answers in: Noto Sans, whole for the letters of Western Europe, under the one encoding that
every reader can type in (ISO 32000-1, 9.6.3). For other scripts readers take a font of their own."""

from functools import lru_cache

import uharfbuzz as hb

from export.pdf.file import File
from export.pdf.objects import Array, Dictionary, Name, Reference
from model.layout.text.faces import Face, face

NAME = "NotoSans"
"""What default appearances call it."""

_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 32
_NEEDLESS = ("GSUB", "GPOS", "GDEF", "DSIG", "kern", "STAT", "prep", "fpgm", "cvt ", "gasp", "meta")


def form_font(file: File) -> Reference:
    """The font as an object of the file."""
    chosen = face("NotoSans-Regular")
    program = _program(chosen)
    return file.add(
        Dictionary(
            {
                "Type": Name("Font"),
                "Subtype": Name("TrueType"),
                "BaseFont": Name(f"FORMAA+{chosen.name}"),
                "FirstChar": _FIRST,
                "LastChar": _LAST,
                "Widths": Array([_width(chosen, code) for code in range(_FIRST, _LAST + 1)]),
                "Encoding": Name("WinAnsiEncoding"),
                "FontDescriptor": _descriptor(file, chosen, program),
            }
        )
    )


def _descriptor(file: File, chosen: Face, program: bytes) -> Reference:
    rise = round(chosen.ascent * 1000)
    return file.add(
        Dictionary(
            {
                "Type": Name("FontDescriptor"),
                "FontName": Name(f"FORMAA+{chosen.name}"),
                "Flags": _NONSYMBOLIC,
                "FontBBox": Array([-200, round(-chosen.descent * 1000), 1400, rise]),
                "ItalicAngle": 0,
                "Ascent": rise,
                "Descent": round(-chosen.descent * 1000),
                "CapHeight": 714,
                "StemV": 88,
                "FontFile2": file.stream(program, {"Length1": len(program)}),
            }
        )
    )


def _character(code: int) -> int:
    """The character of a WinAnsi code; 0 for the five codes that have none."""
    return ord(bytes([code]).decode("cp1252", "ignore") or "\0")


def _width(chosen: Face, code: int) -> int:
    """Thousandths of an em."""
    glyph = chosen.font.get_nominal_glyph(_character(code)) or 0
    advance: int = chosen.font.get_glyph_h_advance(glyph)
    return round(advance * 1000 / chosen.units)


@lru_cache
def _program(chosen: Face) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update({_character(code) for code in range(_FIRST, _LAST + 1)} - {0})
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update({int.from_bytes(tag.encode("ascii"), "big") for tag in _NEEDLESS})
    return bytes(wanted.subset(chosen.font.face).blob.data)

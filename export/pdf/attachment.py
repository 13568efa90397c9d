"""A map inside the PDF that shows it, so that the PDF opens as the map (ISO 32000-2, 7.11.4 and 14.13)."""

import re
from pathlib import PurePath

import msgspec

from export.info import Info
from export.pdf.file import File
from export.pdf.objects import Array, Dictionary, Name
from export.pdf.strings import sound, text_string

_USUAL = "map"
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')


class Attached(msgspec.Struct, frozen=True):
    """The bytes of a .cjm, and the name of its file."""

    data: bytes
    name: str = ""


def attach(file: File, attached: Attached, info: Info) -> None:
    """Puts a map into the file, as what it was made from."""
    data, called = attached.data, text_string(f"{_stem(attached.name)}.cjm")
    facts = Dictionary({"Size": len(data), "ModDate": f"(D:{info.date:%Y%m%d}000000Z)"})
    # "#2F" is the slash of "application/json" inside a name.
    content = file.stream(data, {"Type": Name("EmbeddedFile"), "Subtype": "/application#2Fjson", "Params": facts})
    specification = file.add(
        Dictionary(
            {
                "Type": Name("Filespec"),
                "F": called,
                "UF": called,
                "AFRelationship": Name("Source"),
                "EF": Dictionary({"F": content, "UF": content}),
            }
        )
    )
    files = Dictionary({"Names": Array([called, specification])})
    file.catalog("Names", Dictionary({"EmbeddedFiles": files}))
    file.catalog("AF", Array([specification]))


def _stem(name: str) -> str:
    """The name without its folder and ending, as any system can write it."""
    return _UNSAFE.sub("_", sound(PurePath(name).stem)).strip(" .")[:100] or _USUAL

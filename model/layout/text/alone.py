"""One face out of a file that holds several, as a file of its own (OpenType, "Organization of an OpenType Font")."""

import struct
import sys
from array import array

from model.layout.text.faces import Face

_CFF, _TRUETYPE = b"OTTO", b"\0\1\0\0"
_ROW = 16  # bytes of the directory for each table


def alone(face: Face) -> bytes:
    """A font file of this face: its tables as they stand in the file of several."""
    inside = face.font.face
    tables = {tag: bytes(inside.reference_table(tag).data) for tag in sorted(inside.table_tags)}
    place = 12 + _ROW * len(tables)
    rows, body = [], []
    for tag, table in tables.items():
        padded = table + bytes(-len(table) % 4)
        rows.append(struct.pack(">4s3I", tag.encode("ascii"), _sum(padded), place, len(table)))
        body.append(padded)
        place += len(padded)
    return b"".join([_head(_CFF if "CFF " in tables else _TRUETYPE, len(tables)), *rows, *body])


def _head(kind: bytes, count: int) -> bytes:
    power = count.bit_length() - 1
    return struct.pack(">4s4H", kind, count, _ROW << power, power, _ROW * count - (_ROW << power))


def _sum(padded: bytes) -> int:
    words = array("I", padded)
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF

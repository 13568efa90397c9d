"""Pictures of cards and personas: PNG and JPEG only, by content and never by name, kept once however often shown."""

import struct
import zlib

import msgspec

from model.change import Change
from model.document import Document
from model.ids import asset_id
from model.operations.basics import becoming, the
from model.operations.cascade import without_orphans
from model.records import Asset, Card, Id, Persona, Record
from model.refusal import Refused

MOST_BYTES = 8_000_000
MOST_PIXELS = 40_000_000  # 160 MB once unpacked to four bytes a pixel

_PNG = b"\x89PNG\r\n\x1a\n"
# JPEG markers (ITU-T T.81, table B.1): those that give the size, and those without a length
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})


def set_picture(document: Document, record: Id, data: bytes | None) -> Change:
    """Show a picture on a card or beside a persona, or none. What nothing shows any more goes.

    Refuses `missing`, `picture_bytes`, `picture_kind`, `picture_pixels`.
    """
    shower = the(document, Record, record)
    if not isinstance(shower, Card | Persona):
        raise Refused("missing", record=record)
    if data is None:
        return without_orphans(document, becoming(document, [msgspec.structs.replace(shower, picture=None)]))
    asset = picture_asset(data)
    new = [] if asset.id in document.records else [asset]
    shown = becoming(document, [msgspec.structs.replace(shower, picture=asset.id), *new])
    return without_orphans(document, shown)


def picture_asset(data: bytes) -> Asset:
    """The record for a picture. Refuses `picture_bytes`, `picture_kind`, `picture_pixels`."""
    if len(data) > MOST_BYTES:
        raise Refused("picture_bytes", most=MOST_BYTES // 1_000_000)
    size = _png_size(data) or _jpeg_size(data)
    if size is None or 0 in size:
        raise Refused("picture_kind")
    if size[0] * size[1] > MOST_PIXELS:
        raise Refused("picture_pixels", most=MOST_PIXELS // 1_000_000)
    kind = "image/png" if data.startswith(_PNG) else "image/jpeg"
    return Asset(id=asset_id(data), type=kind, data=data)


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels out of an undamaged header chunk (PNG, 11.2.2)."""
    header = data[12:29]
    if not data.startswith(_PNG + b"\0\0\0\rIHDR") or len(data) < 33:
        return None
    (checksum,) = struct.unpack(">I", data[29:33])
    width, height = struct.unpack(">II", header[4:12])
    return (width, height) if zlib.crc32(header) == checksum else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels out of the frame header, which stands behind segments of any length."""
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += _segment(data, at, marker)
    return None


def _segment(data: bytes, at: int, marker: int) -> int:
    if marker == 0xFF:  # fill byte
        return 1
    return 2 if marker in _BARE else 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))

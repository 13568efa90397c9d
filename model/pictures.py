"""What the first bytes of a picture say: PNG and JPEG only, known by content and never by name."""

import struct
import zlib

import msgspec

MOST_PIXELS = 40_000_000  # 160 MB once unpacked to four bytes a pixel

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# JPEG markers (ITU-T T.81, table B.1): those that give the size, and those without a length
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_COMMON_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive


class Header(msgspec.Struct, frozen=True):
    """What a picture says of itself: its media type, its pixels, and of how many colours each is mixed (JPEG only).

    `common`: it is of a kind that every reader of PDF decodes, which not every JPEG is.
    """

    type: str
    width: int
    height: int
    channels: int = 0
    common: bool = True


def is_known(data: bytes) -> bool:
    """Whether this begins as a PNG or a JPEG does."""
    return data.startswith((_PNG, _JPEG))


def header(data: bytes) -> Header | None:
    """The header of a PNG or a JPEG; None for anything else, and where it is damaged or cut off."""
    return _png_header(data) or _jpeg_header(data)


def _png_header(data: bytes) -> Header | None:
    """Out of an undamaged header chunk (PNG, 11.2.2)."""
    chunk = data[12:29]
    if not data.startswith(_PNG + b"\0\0\0\rIHDR") or len(data) < 33:
        return None
    (checksum,) = struct.unpack(">I", data[29:33])
    width, height = struct.unpack(">II", chunk[4:12])
    return Header("image/png", width, height) if zlib.crc32(chunk) == checksum else None


def _jpeg_header(data: bytes) -> Header | None:
    """Out of the frame header, which stands behind segments of any length."""
    if not data.startswith(_JPEG):
        return None
    at = 2
    while at + 10 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            bits, height, width, channels = struct.unpack_from(">BHHB", data, at + 4)
            common = marker in _COMMON_FRAMES and bits == 8 and channels in (1, 3)
            return Header("image/jpeg", width, height, channels, common)
        at += _segment(data, at, marker)
    return None


def _segment(data: bytes, at: int, marker: int) -> int:
    """How long the segment at this place is, its marker counted."""
    if marker == 0xFF:  # fill byte
        return 1
    return 2 if marker in _BARE else 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))

"""What the first bytes of a picture say: PNG and JPEG only, known by content and never by name."""

import re
import struct
import zlib
from collections.abc import Iterator

import msgspec

MOST_PIXELS = 40_000_000  # 160 MB once unpacked to four bytes a pixel

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# JPEG markers (ITU-T T.81, table B.1): those that give the size, and those without a length
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ORDER = re.compile(
    rb"IHDR (?:%(more)s)(PLTE )?(?:%(more)s)(?:IDAT )+(?:%(more)s)IEND" % {b"more": rb"(?:pHYs |gAMA |sRGB )*"}
)
_SIZES = {b"IHDR": 13, b"IEND": 0, b"pHYs": 9, b"gAMA": 4, b"sRGB": 1}  # bytes in chunks (PNG, 11)
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type (PNG, 11.2.2)
_PALETTE = 3
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


def is_sound(data: bytes) -> bool:
    """Whether every reader of PNG surely decodes this to its end; only the commonest kinds are looked at so closely.

    It takes no library: 8 bits a channel or a palette, not interlaced, no chunk that could be misread.
    """
    parts = list(_chunks(data))
    order = _ORDER.fullmatch(b" ".join(name for name, _ in parts))
    if order is None or not all(len(content) == _SIZES.get(name, len(content)) for name, content in parts):
        return False
    width, height, bits, colour, *others = struct.unpack(">IIBBBBB", parts[0][1])
    if bits != 8 or colour not in _CHANNELS or any(others) or not 0 < width * height <= MOST_PIXELS:
        return False
    shades = next((len(content) for name, content in parts if name == b"PLTE"), 0)
    if (colour == _PALETTE) != (order[1] is not None) or shades % 3 or shades > 3 * 256:
        return False
    pixels = b"".join(content for name, content in parts if name == b"IDAT")
    return _are_rows(pixels, width * _CHANNELS[colour] + 1, height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each, as far as they are undamaged and nothing stands behind the last."""
    at = len(_PNG) if data.startswith(_PNG) else len(data)
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        if zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            return
        yield data[at + 4 : at + 8], data[at + 8 : end]
        at = end + 4


def _are_rows(packed: bytes, length: int, count: int) -> bool:
    """Whether so many rows of pixels are packed here, each behind the number of a filter (PNG, 9.2)."""
    unpacking = zlib.decompressobj()
    try:
        rows = unpacking.decompress(packed, length * count + 1)
    except zlib.error:
        return False
    whole = unpacking.eof and not unpacking.unused_data
    return whole and len(rows) == length * count and max(rows[::length]) <= 4


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

"""Pictures before they are painted: known by content, never by name, measured before they are decoded."""

import io
import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from model.layout.shapes import Box, Line, Page, Picture, Shape, walk
from model.records import Id

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 40_000_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PRINTABLE_FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended, progressive: what readers of PDF decode
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, zlib.error, struct.error)


class Unreadable(Exception):
    """A picture that cannot be painted. `code` names the sentence (room `export`):

    `picture_format` (no PNG, no JPEG, or one in CMYK or 12 bits), `picture_size` (over MOST_PIXELS, or none),
    `picture_broken` (cut off or damaged).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Header(msgspec.Struct, frozen=True):
    """What a picture says of itself: its media type, its pixels, and of how many colours each is mixed (JPEG only)."""

    type: str
    width: int
    height: int
    channels: int = 0


class Pixels(msgspec.Struct, frozen=True):
    """A decoded picture: rows of 8-bit samples, gray or RGB, and its opacity where it is not opaque all over."""

    width: int
    height: int
    gray: bool
    samples: bytes
    opacity: bytes | None


def header(data: bytes) -> Header:
    """What the first bytes tell. Raises Unreadable."""
    try:
        found = _png_header(data) if data.startswith(_PNG) else _jpeg_header(data)
    except (struct.error, IndexError):
        raise Unreadable("picture_broken") from None
    if not 0 < found.width * found.height <= MOST_PIXELS:
        raise Unreadable("picture_size")
    return found


def check(data: bytes) -> Header:
    """The header of a picture that can be decoded to its end. Raises Unreadable."""
    found = header(data)
    if found.type == "image/png":
        pixels(data)
    else:
        _decoded(data, "JPEG", found)
    return found


def pixels(data: bytes) -> Pixels:
    """A PNG decoded. Raises Unreadable."""
    image = _decoded(data, "PNG", header(data))
    opacity = image.convert("RGBA").getchannel("A") if _see_through(image) else None
    gray = image.mode in ("1", "L", "LA", "I", "I;16")
    if image.mode in ("I", "I;16"):
        image = image.convert("I").point([value >> 8 for value in range(65536)], "L")
    samples = image.convert("RGBA").convert("RGB") if opacity and not gray else image.convert("L" if gray else "RGB")
    mask = opacity.tobytes() if opacity and opacity.getextrema() != (255, 255) else None
    return Pixels(image.width, image.height, gray, samples.tobytes(), mask)


def crossed(picture: Picture) -> tuple[Shape, ...]:
    """What stands in the place of a picture that cannot be read."""
    left, top, right, bottom = picture.x, picture.y, picture.x + picture.width, picture.y + picture.height
    return (
        Box(left, top, picture.width, picture.height, fill="#FFFFFF", stroke="#55606E"),
        Line(left, top, right, bottom, stroke="#55606E"),
        Line(left, bottom, right, top, stroke="#55606E"),
    )


def faults(pages: Iterable[Page]) -> Iterator[tuple[Id | None, str]]:
    """Each record with a picture that will be a crossed box, and the code that says why."""
    seen: dict[tuple[Id | None, bytes], None] = {}
    for page in pages:
        for shape, _, _, record in walk(page.shapes):
            if isinstance(shape, Picture):
                seen[record, shape.data] = None
    for record, data in seen:
        try:
            check(data)
        except Unreadable as unreadable:
            yield record, unreadable.code


def _png_header(data: bytes) -> Header:
    width, height = struct.unpack_from(">II", data, 16)
    return Header("image/png", width, height)


def _jpeg_header(data: bytes) -> Header:
    """Follows the segments to the frame header (ITU-T T.81, annex B)."""
    if not data.startswith(_JPEG):
        raise Unreadable("picture_format")
    at = 2
    while (marker := data[at + 1]) not in _FRAMES:
        if data[at] != 0xFF:
            raise Unreadable("picture_broken")
        at += 1 if marker == 0xFF else 2 + struct.unpack_from(">H", data, at + 2)[0]
    depth, height, width, channels = struct.unpack_from(">BHHB", data, at + 4)
    if marker not in _PRINTABLE_FRAMES or depth != 8 or channels not in (1, 3):
        raise Unreadable("picture_format")
    return Header("image/jpeg", width, height, channels)


def _decoded(data: bytes, kind: str, found: Header) -> "Image.Image":
    from PIL import Image

    try:
        image = Image.open(io.BytesIO(data), formats=(kind,))
        # An eighth of the pixels shows as well whether a JPEG is whole; PNG takes no notice.
        image.draft(None, (max(found.width // 8, 1), max(found.height // 8, 1)))
        image.load()
    except _DAMAGE:
        raise Unreadable("picture_broken") from None
    return image


def _see_through(image: "Image.Image") -> bool:
    return "A" in image.getbands() or "transparency" in image.info

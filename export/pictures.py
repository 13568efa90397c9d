"""Pictures before they are painted: known by content, never by name, measured before they are decoded."""

import io
import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from model.layout.shapes import Box, Line, Page, Picture, Shape, walk
from model.pictures import MOST_PIXELS, Header, is_known, is_sound
from model.pictures import header as read_header
from model.records import Id

if TYPE_CHECKING:
    from PIL import Image

_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, zlib.error, struct.error)


class Unreadable(Exception):
    """A picture that cannot be painted. `code` names the sentence (room `export`):

    `picture_format` (no PNG, no JPEG, or one in CMYK or 12 bits), `picture_size` (over MOST_PIXELS, or none),
    `picture_broken` (cut off or damaged).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Pixels(msgspec.Struct, frozen=True):
    """A decoded picture: rows of 8-bit samples, gray or RGB, and its opacity where it is not opaque all over."""

    width: int
    height: int
    gray: bool
    samples: bytes
    opacity: bytes | None


def header(data: bytes) -> Header:
    """What the first bytes tell. Raises Unreadable."""
    found = read_header(data)
    if not is_known(data) or (found is not None and not found.common):
        raise Unreadable("picture_format")
    if found is None:
        raise Unreadable("picture_broken")
    if not 0 < found.width * found.height <= MOST_PIXELS:
        raise Unreadable("picture_size")
    return found


def check(data: bytes) -> Header:
    """The header of a picture that can be decoded to its end. Raises Unreadable."""
    found = header(data)
    if found.type == "image/png":
        if not is_sound(data):  # which spares loading the library that decodes any
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

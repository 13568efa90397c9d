"""Pages to PNG: our PDF of each, drawn by pdfium in strips: a large sheet takes no more memory than a small one.

The chunks are those of PNG (ISO/IEC 15948): what stands in a picture is its pixels, their size on paper and its title.
"""

import math
import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from export import pdf
from export.info import Info
from export.options import LEAST_DPI, PngOptions
from export.registry import Files, Job
from model.layout.shapes import Page
from model.refusal import Refused

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST_PIXELS = 200_000_000
"""A0 at 350 dots to the inch; other programs open hardly more."""
_STRIP_BYTES = 16 << 20
_INCH = 72.0
_METRE = 39.37007874  # inches
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _RGBA = 2, 6


def files(job: Job) -> Files:
    """A file a page. Raises Refused (`png_too_large`, `png_never`), and what `brief.check` raises between strips."""
    options = job.options if isinstance(job.options, PngOptions) else PngOptions()
    for each in job.pages:
        size(each.page, options.dpi)
    marks = ("",) if len(job.pages) == 1 else tuple(f"-{each.number}" for each in job.pages)
    return {mark: write(each.page, job, options) for mark, each in zip(marks, job.pages, strict=True)}


def size(page: Page, dpi: int) -> tuple[int, int]:
    """Pixels across and down. Raises Refused where they are too many: `png_too_large`, or at any dpi `png_never`."""
    if page.width * page.height * (dpi / _INCH) ** 2 > MOST_PIXELS:
        most = largest_dpi(page)
        if most < LEAST_DPI:
            raise Refused("png_never")
        raise Refused("png_too_large", dpi=dpi, most=most)
    return max(1, round(page.width * dpi / _INCH)), max(1, round(page.height * dpi / _INCH))


def largest_dpi(page: Page, pixels: int = MOST_PIXELS) -> int:
    """The most dots to the inch at which a page has no more than so many pixels."""
    return math.floor(math.sqrt(pixels / (page.width * page.height)) * _INCH)


def write(page: Page, job: Job, options: PngOptions) -> bytes:
    """One page. The same page, info and options make the same bytes."""
    across, down = size(page, options.dpi)
    color = _RGBA if options.transparent else _RGB
    squeeze, kept = zlib.compressobj(6), list[bytes]()
    for strip in _strips(page, job, (across, down), transparent=options.transparent):
        kept.append(squeeze.compress(strip))
    per_metre = round(options.dpi * _METRE)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", across, down, 8, color, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
        *_texts(page, job.info),
        (b"IDAT", b"".join((*kept, squeeze.flush()))),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)


def _strips(page: Page, job: Job, pixels: tuple[int, int], *, transparent: bool) -> Iterator[bytes]:
    """The rows of pixels from top to bottom, some at a time, each behind its filter's number (0: none)."""
    from pypdfium2 import PdfDocument

    samples = 4 if transparent else 3
    rows = max(1, _STRIP_BYTES // (pixels[0] * samples))
    with PdfDocument(pdf.write([page], job.info)) as document:
        for top in range(0, pixels[1], rows):
            job.brief.check()
            yield _strip(document[0], pixels, top, min(rows, pixels[1] - top), transparent=transparent)


def _strip(page: "PdfPage", pixels: tuple[int, int], top: int, rows: int, *, transparent: bool) -> bytes:
    from pypdfium2 import PdfBitmap, raw

    samples = 4 if transparent else 3
    bitmap = PdfBitmap.new_native(pixels[0], rows, raw.FPDFBitmap_BGRA if transparent else raw.FPDFBitmap_BGR)
    bitmap.fill_rect((255, 255, 255, 0 if transparent else 255), 0, 0, pixels[0], rows)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, *pixels, 0, raw.FPDF_REVERSE_BYTE_ORDER)
    drawn, wide = memoryview(bitmap.buffer).cast("B"), pixels[0] * samples
    lines = (drawn[row * bitmap.stride : row * bitmap.stride + wide] for row in range(rows))
    strip = b"".join(part for line in lines for part in (b"\0", line))
    bitmap.close()
    return strip


def _texts(page: Page, info: Info) -> Iterator[tuple[bytes, bytes]]:
    title = " – ".join(part for part in dict.fromkeys((info.title, page.title)) if part)
    for keyword, text in (("Title", title), ("Author", info.author), ("Description", info.subject)):
        if text:
            # The keyword, two noughts for "not compressed", the language, the keyword in it, the text.
            said = text.replace("\0", "").encode(errors="replace")
            yield b"iTXt", b"\0".join((keyword.encode(), b"\0\0" + info.language.encode("ascii", "replace"), b"", said))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

"""Pictures and diagrams the program writes for others: whatever in them is not only to be looked at."""

import re
import struct
import zlib
from collections.abc import Iterator

_CHUNKS = frozenset({b"IHDR", b"pHYs", b"iTXt", b"IDAT", b"IEND"})
_SIGNATURE = b"\x89PNG\r\n\x1a\n"

_WORD = r"(?:[^:;#&<>{}\"\n]|#\d+;|<br>)"
_LINES = (
    r"journey",
    rf"    title {_WORD}+",
    rf"    accDescr: {_WORD}+",
    r"    accDescr \{",
    rf"      {_WORD}+",
    r"    \}",
    rf"    section {_WORD}+",
    rf"      {_WORD}+: [1-5](?:: {_WORD}+)?",
    "",
)


def png_faults(data: bytes) -> Iterator[str]:
    """What a PNG holds beside one picture, its size on paper and plain texts about it."""
    if not data.startswith(_SIGNATURE):
        yield "no PNG"
    at = len(_SIGNATURE)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if name not in _CHUNKS:
            yield f"chunk {name!r}"
        if data[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(name + content)):
            yield f"the sum of {name!r}"
        at += 12 + length
        if name == b"IEND" and at < len(data):
            yield "something behind the picture"
            return


def mermaid_faults(data: bytes) -> Iterator[str]:
    """Lines of a diagram that are no words of a journey: settings, links, tags, comments."""
    for number, line in enumerate(data.decode().split("\n"), 1):
        if "%%" in line or not any(re.fullmatch(shape, line) for shape in _LINES):
            yield f"line {number}: {line[:60]}"

"""The smallest things maps for tests are made of: ids that come out the same again, and a picture."""

import struct
import zlib
from random import Random

from model.ids import ALPHABET
from model.records import PREFIXES, Record


def seeded_id(chance: Random, kind: type[Record]) -> str:
    """An id as `model.ids.new_id` makes them, but the same again for the same seed."""
    return f"{PREFIXES[kind]}_{''.join(chance.choices(ALPHABET, k=8))}"


def picture(colour: int = 0x3366CC) -> bytes:
    """A PNG of one pixel of a 24-bit colour."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    pixel = _chunk(b"IDAT", zlib.compress(b"\0" + colour.to_bytes(3, "big")))
    return b"\x89PNG\r\n\x1a\n" + header + pixel + _chunk(b"IEND", b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

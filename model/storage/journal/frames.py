"""A line of the journal: the CRC-32 of its words in eight hexadecimal digits, a space, the words, a line end.

The words are JSON, so no line end stands among them. A line is whole or it is not: what a power cut or a full disk
left of one shows in its CRC.
"""

from collections.abc import Iterator
from zlib import crc32

END = b"\n"
_DIGITS = 8


def framed(words: bytes) -> bytes:
    """A line with these words, none of them a line end."""
    return b"%08x %s\n" % (crc32(words), words)


def unframed(line: bytes) -> bytes | None:
    """The words of a line that stands without its end; None where it is not whole."""
    words = line[_DIGITS + 1 :]
    return words if line[: _DIGITS + 1] == b"%08x " % crc32(words) else None


def lines(data: bytes) -> Iterator[bytes | None]:
    """The words of each line of a journal, None for one that is torn; a line without its end is torn too."""
    whole, _, tail = data.rpartition(END)
    if whole:
        yield from map(unframed, whole.split(END))
    if tail:
        yield None

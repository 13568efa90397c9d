"""A reader of our own PDF files that repairs nothing: objects as they stand, streams inflated."""

import re
import zlib

import msgspec

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)
_STREAM = re.compile(rb"(.*?>>)\nstream\n(.*)endstream", re.DOTALL)


class Stored(msgspec.Struct, frozen=True):
    """An object: its dictionary as text, and its stream, inflated where it was deflated."""

    text: str
    stream: bytes = b""


def objects(pdf: bytes) -> list[Stored]:
    """Every object of the file in its order; the offsets in its table must be true."""
    found = {int(match[1]): match for match in _OBJECT.finditer(pdf)}
    for number, offset in enumerate(_offsets(pdf), start=1):
        assert found[number].start() == offset
    return [_stored(match[2]) for _, match in sorted(found.items())]


def of_type(pdf: bytes, name: str) -> list[Stored]:
    """The objects whose /Type is `name`."""
    return [each for each in objects(pdf) if re.search(rf"/Type /{name}\b", each.text)]


def contents(pdf: bytes) -> list[str]:
    """The operators of each page."""
    kept = objects(pdf)
    pages = [each for each in kept if re.search(r"/Type /Page\b", each.text)]
    numbers = [int(match[1]) for page in pages if (match := re.search(r"/Contents (\d+) 0 R", page.text))]
    return [kept[number - 1].stream.decode("ascii") for number in numbers]


def _offsets(pdf: bytes) -> list[int]:
    return [int(offset) for offset in re.findall(rb"\n(\d{10}) 00000 n ", pdf)]


def _stored(content: bytes) -> Stored:
    match = _STREAM.fullmatch(content)
    if match is None:
        return Stored(content.decode("latin-1"))
    text, stream = match[1].decode("latin-1"), match[2]
    return Stored(text, zlib.decompress(stream) if "/FlateDecode" in text else stream)

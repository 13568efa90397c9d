"""Bytes to text: which alphabet a file is written in, and the few characters no map may hold."""

import codecs
import re

import msgspec

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Encoding(msgspec.Struct, frozen=True):
    """A codec's name, and whether the file says so itself or it was guessed. `name` is empty when it is no text."""

    name: str
    sure: bool = True


def encoding_of(data: bytes) -> Encoding:
    """What a file is written in: its byte order mark, else UTF-8, else the most likely of UTF-16 and Windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Encoding(name)
    wide = _wide(data[:_SAMPLE])
    if wide:
        return Encoding(wide, sure=False)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if b"\0" in data:
            return Encoding("", sure=False)
        return Encoding("utf-8" if _mostly_utf8(data) else "cp1252", sure=False)
    return Encoding("" if data.count(0) * 8 > len(data) else "utf-8")


def read_text(data: bytes) -> str:
    """The text of a file; bytes that its encoding does not know become U+FFFD. Empty when `data` is no text at all."""
    name = encoding_of(data).name
    return data.decode(name, "replace") if name else ""


def tidy(text: str) -> tuple[str, int]:
    """Text with plain newlines and without its mark, and how many control characters and lone surrogates became U+FFFD.

    Such characters break UTF-8, JSON or XML further on, and stand for no word.
    """
    return _FORBIDDEN.subn("\ufffd", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def _wide(sample: bytes) -> str:
    """UTF-16 without its mark, or nothing: blanks and Latin letters make zeros of every other byte, of no others."""
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if max(first, second) * 20 < len(sample) or min(first, second) * 8 > max(first, second) or not any(sample):
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _mostly_utf8(data: bytes) -> bool:
    """Whether a damaged file has more whole UTF-8 letters than broken ones: then only the broken ones are lost."""
    broken = data.decode("utf-8", "replace").count("\ufffd")
    return sum(not char.isascii() for char in data.decode("utf-8", "ignore")) > broken

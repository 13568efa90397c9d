"""Qt's own words (buttons, file and print dialogs, context menus) in a language that Qt ships no translation for.

They stand in resources/i18n/qt.<language>.json: `Source` is said wherever Qt says it, `Context|Source` in that class of
Qt only. They are handed to Qt in its compiled form, a .qm file in memory, and not by answering `translate` in Python:
so Qt finds a word in whatever thread it asks, without waiting for Python.
"""

import json
import struct
from collections.abc import Iterable, Iterator
from functools import lru_cache

from PySide6.QtCore import QObject, QTranslator

import resources

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE, _CONTEXT = 1, 3, 6, 7
# Tags of qtbase/src/corelib/kernel/qtranslator.cpp.


class QtWords(QTranslator):
    """Qt's words in one language, ready to be installed."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Qt reads in these bytes as long as it translates.
        self._compiled = compiled(language)
        self.load(self._compiled)


@lru_cache
def compiled(language: str) -> bytes:
    """The words of a language as the bytes of a .qm file."""
    table: dict[str, str] = json.loads(resources.path("i18n", f"qt.{language}.json").read_bytes())
    # Qt takes the first that fits, so what is said in one class only stands before what is said everywhere.
    return _file(sorted(map(_entry, table, table.values()), key=lambda entry: not entry[0]))


def _entry(key: str, translation: str) -> tuple[str, str, str]:
    """The context (empty: any), the source and the translation."""
    context, bar, source = key.partition("|")
    return (context, source, translation) if bar else ("", key, translation)


def _file(entries: Iterable[tuple[str, str, str]]) -> bytes:
    messages, hashes = bytearray(), []
    for context, source, translation in entries:
        hashes.append((_elf_hash(source.encode()), len(messages)))
        messages += b"".join(_message(context, source, translation))
    table = b"".join(struct.pack(">II", *pair) for pair in sorted(hashes))
    return _MAGIC + _section(_HASHES, table) + _section(_MESSAGES, bytes(messages))


def _message(context: str, source: str, translation: str) -> Iterator[bytes]:
    """One message. Without a context, and always without a comment, it fits whichever Qt asks for."""
    yield _section(_TRANSLATION, translation.encode("utf-16-be"))
    yield _section(_SOURCE, source.encode())
    if context:
        yield _section(_CONTEXT, context.encode())
    yield bytes([_END])


def _section(tag: int, content: bytes) -> bytes:
    return struct.pack(">BI", tag, len(content)) + content


def _elf_hash(text: bytes) -> int:
    """The hash of the ELF format's symbol tables, by which Qt looks a source up; never 0."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high
    return value or 1

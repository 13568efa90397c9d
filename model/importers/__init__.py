"""Journeys from elsewhere: which reader a file is for. Readers never crash and never drop a word."""

import codecs
from pathlib import PurePath

from model.importers.encoding import encoding_of, read_text
from model.importers.imported import Actors, Imported, ImportRefused, Kind, Note
from model.importers.worksheet_pdf import is_pdf

__all__ = ["Actors", "ImportRefused", "Imported", "Kind", "Note", "read_file"]

TABLES = {".csv", ".tsv", ".tab", ".xlsx"}
ENDINGS = {".mmd", ".mermaid", ".md", ".markdown", ".mdx", ".qmd", ".html", ".htm", ".xhtml"}


MAX_BYTES = 8 * 1024 * 1024
"""Room for a page with pictures in it; of its text far less is a journey."""


def read_file(name: str, data: bytes, *, diagram: int = 1, language: str = "id", actors: Actors = "lane") -> Imported:
    """The map in a file of another format, known by what is in it first, by the ending of its name second.

    Opens nothing: `name` is only a name, and the map's title when the file has none. Raises ImportRefused.
    """
    if not data.strip():
        raise ImportRefused("empty", name=name)
    if is_pdf(data):
        from model.importers import worksheet

        return worksheet.read([(name, data)])
    if len(data) > MAX_BYTES:
        raise ImportRefused("too_large", name=name, limit=MAX_BYTES // (1024 * 1024))
    ending = PurePath(name).suffix.lower()
    if ending in TABLES or data.startswith(b"PK\x03\x04"):
        from model.importers import tables

        if tables.is_workbook(data) or (ending in TABLES and not _is_journey(data)):
            return tables.read(name, data, language)
    # What reads a journey is wanted far less often than the endings above.
    from model.importers import mermaid

    encoding = encoding_of(data)
    if not encoding.name:
        raise ImportRefused("not_text", name=name)
    text = read_text(data)
    if _is_map(text):
        raise ImportRefused("is_map", name=name)
    if PurePath(name).suffix.lower() not in ENDINGS and not mermaid.blocks(text):
        raise ImportRefused("unknown_format", name=name)
    imported = mermaid.read(text, diagram=diagram, language=language, name=PurePath(name).stem, actors=actors)
    if encoding.sure:
        return imported
    guess = Note(0, "encoding_guessed", {"encoding": encoding.name.upper()})
    return Imported(imported.document, (guess, *imported.notes))


def _is_journey(data: bytes) -> bool:
    """Whether a file begins as a Mermaid journey, whatever it is called."""
    return data.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 1)[0].strip() == b"journey"


def _is_map(text: str) -> bool:
    """Whether this is a map of our own, to be opened and not imported."""
    head = text[:400]
    return head.lstrip("\ufeff \r\n\t").startswith("{") and '"customer-journey-map"' in head

"""A map from a file of another kind, and a sentence for every line that was guessed, changed or set aside."""

from collections.abc import Iterator
from pathlib import Path

from editor.tasks.failure import Failure, from_storage
from model.importers import Imported, ImportRefused, read_file
from model.storage.faults import StorageError
from model.storage.file import read_bytes
from resources.words import Words
from resources.words import words as room


def read(source: Path, words: Words, diagram: int = 1) -> Imported:
    """The map in a file of another kind; `diagram` says which of several, from 1. `words`: cli. Raises Failure."""
    try:
        data = read_bytes(source)
    except StorageError as error:
        raise from_storage(error, words) from error
    try:
        return read_file(source.name, data, diagram=diagram, language=words.language)
    except ImportRefused as refused:
        sentence = room("imports", words.language)(f"refused.{refused.code}", **refused.details)
        raise Failure(words("in_file", path=source, sentence=sentence)) from refused


def report(source: Path, imported: Imported, words: Words) -> Iterator[str]:
    """What became of the lines, in their order. `words`: cli."""
    imports = room("imports", words.language)
    for note in imported.notes:
        sentence = f"{imports(f'kind.{note.kind}')}: {imports(f'note.{note.code}', **note.details)}"
        yield words("at_line" if note.line else "in_file", path=source, line=note.line, sentence=sentence)


def journeys(imported: Imported) -> int:
    """How many journeys the file holds; one of them was read."""
    return 1 + sum(int(note.details["count"]) for note in imported.notes if note.code == "more_journeys")

"""A map from files of another kind, and a sentence for every line that was guessed, changed or set aside."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor.tasks.failure import Failure, from_storage
from model.importers import Imported, ImportRefused, Note, read_file
from model.storage.faults import StorageError
from model.storage.file import read_bytes
from resources.words import Words
from resources.words import words as room

if TYPE_CHECKING:
    from model.importers.worksheet_answers import Sheet


def read(source: Path, words: Words, diagram: int = 1) -> Imported:
    """The map in a file of another kind; `diagram` says which of several, from 1. `words`: cli. Raises Failure."""
    data = _bytes(source, words)
    try:
        return read_file(source.name, data, diagram=diagram, language=words.language)
    except ImportRefused as refused:
        raise _said(refused, source, words) from refused


def read_several(sources: Sequence[Path], words: Words, diagram: int = 1) -> Imported:
    """The map in a file, or in the worksheets that several people filled in. Raises Failure."""
    if len(sources) == 1:
        return read(sources[0], words, diagram)
    from model.importers import worksheet

    return worksheet.imported(worksheets(sources, words))


def worksheets(sources: Sequence[Path], words: Words) -> "tuple[Sheet, ...]":
    """What was filled in on the sheets of one worksheet. Raises Failure."""
    from model.importers import worksheet

    try:
        return worksheet.sheets([(str(source), _bytes(source, words)) for source in sources])
    except ImportRefused as refused:
        raise Failure(_sentence(refused, words)) from refused


def report(source: Path, imported: Imported, words: Words) -> Iterator[str]:
    """What became of the lines, in their order. `source`: what was read, where a note does not say which of several
    files it is about. `words`: cli."""
    return sentences(imported.notes, source, words)


def sentences(notes: Sequence[Note], source: Path, words: Words) -> Iterator[str]:
    """What there is to say about an import, note by note."""
    imports = room("imports", words.language)
    for note in notes:
        path = source if note.file in ("", source.name) else Path(note.file)
        sentence = f"{imports(f'kind.{note.kind}')}: {imports(f'note.{note.code}', **note.details)}"
        yield words("at_line" if note.line else "in_file", path=path, line=note.line, sentence=sentence)


def journeys(imported: Imported) -> int:
    """How many journeys the file holds; one of them was read."""
    return 1 + sum(int(note.details["count"]) for note in imported.notes if note.code == "more_journeys")


def _bytes(source: Path, words: Words) -> bytes:
    try:
        return read_bytes(source)
    except StorageError as error:
        raise from_storage(error, words) from error


def _said(refused: ImportRefused, source: Path, words: Words) -> Failure:
    return Failure(words("in_file", path=source, sentence=_sentence(refused, words)))


def _sentence(refused: ImportRefused, words: Words) -> str:
    return room("imports", words.language)(f"refused.{refused.code}", **refused.details)

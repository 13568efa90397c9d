"""`import`: a map from a file of another kind, and a report of every line that was guessed, changed or set aside."""

from argparse import Namespace
from pathlib import Path

from editor.commands import outputs
from editor.commands.failure import Failure, from_storage
from editor.commands.terminal import tell
from model.importers import Imported, ImportRefused, read_file
from model.storage.faults import StorageError
from model.storage.file import read_bytes
from resources.words import Words
from resources.words import words as room


def run(asked: Namespace, words: Words) -> int:
    outputs.check_map_place(asked.output, words, replace=asked.force)
    outputs.check_not(asked.output, asked.source, "is_the_source", words)
    imported = _read(asked.source, asked.diagram, words)
    outputs.save(imported.document, asked.output, words)
    _report(asked.source, imported, words)
    chose_blindly = asked.diagram is None and _holds_more(imported)
    if chose_blindly:
        tell(words("choose_diagram", path=asked.source))
    unsaid = outputs.confirm(words("written", path=asked.output), words)
    return int(unsaid or imported.parts_left_out or chose_blindly)


def _read(source: Path, diagram: int | None, words: Words) -> Imported:
    try:
        data = read_bytes(source)
    except StorageError as error:
        raise from_storage(error, words) from error
    try:
        return read_file(source.name, data, diagram=diagram or 1, language=words.language)
    except ImportRefused as refused:
        sentence = room("imports", words.language)(f"refused.{refused.code}", **refused.details)
        raise Failure(words("in_file", path=source, sentence=sentence)) from refused


def _holds_more(imported: Imported) -> bool:
    """Whether there are journeys that nobody chose to leave out."""
    return any(note.code == "more_journeys" for note in imported.notes)


def _report(source: Path, imported: Imported, words: Words) -> None:
    imports = room("imports", words.language)
    for note in imported.notes:
        sentence = f"{imports(f'kind.{note.kind}')}: {imports(f'note.{note.code}', **note.details)}"
        tell(words("at_line" if note.line else "in_file", path=source, line=note.line, sentence=sentence))

"""Where a command puts a map, and how it says that all is done."""

import os
import sys
from pathlib import Path

from editor.commands.terminal import give_up, say, tell
from editor.tasks.failure import from_storage, from_system
from editor.tasks.outputs import check_place, refused
from model.document import Document
from model.storage.faults import StorageError
from model.storage.file import save_map
from resources.words import Words


def check_map_place(path: Path, words: Words, *, replace: bool) -> None:
    """Raises Failure where no new map can be: under another ending, and over a file unless that is to go."""
    if path.suffix.lower() != ".cjm":
        raise refused(path, words("not_a_map_name"), words)
    check_place(path, words)
    if os.path.lexists(path) and not replace:
        raise refused(path, words("is_there"), words)


def save(document: Document, path: Path, words: Words) -> None:
    """A new map, whole or not at all. Raises Failure."""
    try:
        save_map(document, path, expected=None)
    except StorageError as error:
        raise from_storage(error, words) from error


def confirm(sentence: str, words: Words) -> int:
    """Says what was done. Gives 0, or 1 where standard output takes no word of it: it is done all the same."""
    try:
        say(sentence)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        give_up(sys.stdout)
        tell(words("done_but_unsaid", sentence=sentence, reason=from_system(error, words)))
        return 1
    return 0

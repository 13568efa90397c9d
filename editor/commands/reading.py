"""Opening the map a command is about: whole, or as far as it can be read where that was asked for."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from editor.commands.terminal import tell
from editor.tasks.failure import Failure, from_storage
from model.document import Document
from model.storage.enclosed import is_pdf, open_enclosed
from model.storage.faults import Fault, StorageError, Unreadable, serious
from model.storage.file import open_copy, open_map
from model.storage.sentences import fault_sentence
from resources.words import Words

MOST_FAULTS = 20
"""Told one by one; a file that broke in a million places needs no million lines."""


class Read(msgspec.Struct, frozen=True):
    """A map, and whether something about it had to be told: then a command ends with 1."""

    document: Document
    remarks: bool


def read(path: Path, words: Words, *, as_copy: bool = False) -> Read:
    """The map at `path`; what is odd about it is told. Raises Failure, with every fault told, where it is damaged."""
    if is_pdf(path):
        return _enclosed(path, words, as_copy)
    try:
        opened = open_map(path)
    except Unreadable:
        return _damaged(path, words, as_copy)
    except StorageError as error:
        raise from_storage(error, words) from error
    _tell_faults(path, opened.faults, words)
    if opened.newer or opened.read_only:
        tell(words("too_new" if opened.read_only else "newer", path=path))
    return Read(opened.document, bool(opened.faults or opened.read_only))


def _enclosed(path: Path, words: Words, as_copy: bool) -> Read:
    """The map inside a PDF."""
    try:
        recovered = open_enclosed(path)
    except StorageError as error:
        raise from_storage(error, words) from error
    _tell_faults(path, recovered.faults, words)
    if serious(recovered.faults) and not as_copy:
        raise Failure(words("as_copy_hint", path=path))
    return Read(recovered.document, remarks=bool(recovered.faults))


def _damaged(path: Path, words: Words, as_copy: bool) -> Read:
    try:
        recovered = open_copy(path)
    except Unreadable as error:
        is_empty = any(fault.code == "empty" for fault in error.faults)
        raise Failure(words("empty_map" if is_empty else "no_map", path=path)) from error
    except StorageError as error:
        raise from_storage(error, words) from error
    _tell_faults(path, recovered.faults, words)
    if not as_copy:
        raise Failure(words("as_copy_hint", path=path))
    tell(words("as_copy_taken", path=path, count=len(recovered.faults)))
    return Read(recovered.document, remarks=True)


def _tell_faults(path: Path, faults: Sequence[Fault], words: Words) -> None:
    for fault in faults[:MOST_FAULTS]:
        tell(words("in_file", path=path, sentence=fault_sentence(fault, words.language)))
    if len(faults) > MOST_FAULTS:
        tell(words("more_faults", path=path, count=len(faults) - MOST_FAULTS))

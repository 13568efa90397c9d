"""Putting a new map on the disk."""

from pathlib import Path

from editor.commands.failure import from_storage
from model.document import Document
from model.storage.faults import StorageError
from model.storage.file import save_map
from resources.words import Words


def save(document: Document, path: Path, words: Words) -> None:
    """Whole or not at all. Raises Failure."""
    try:
        save_map(document, path, expected=None)
    except StorageError as error:
        raise from_storage(error, words) from error

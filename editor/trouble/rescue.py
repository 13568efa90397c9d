"""A copy of the map where nobody looks for it but the sentence that names it: for when its history takes none."""

import contextlib
import os
import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from model.document import Document
from model.storage.atomic import replace
from model.storage.cjm import encode
from model.storage.faults import StorageError


def rescue(document: Document, folders: Iterable[Path] | None = None) -> Path | None:
    """Write the map into the first folder that takes it, by default the user's own or that for temporary files.

    Only the user may read it. None where no folder takes it, or the map is too broken to be written.
    """
    with contextlib.suppress(StorageError):
        data = encode(document)
        for folder in _usual() if folders is None else folders:
            with contextlib.suppress(OSError, StorageError):
                return _put(data, folder)
    return None


def _usual() -> Iterable[Path]:
    with contextlib.suppress(RuntimeError):  # a user without a home
        yield Path.home()
    with contextlib.suppress(OSError):
        yield Path(tempfile.gettempdir())


def _put(data: bytes, folder: Path) -> Path:
    name = f"jejak-rescue-{datetime.now():%Y%m%d-%H%M%S}-"
    # The name is made by whoever writes there alone: others write into the folder for temporary files as well.
    handle, path = tempfile.mkstemp(".cjm", name, folder)
    os.close(handle)
    try:
        replace(path, data)
    except StorageError:
        Path(path).unlink(missing_ok=True)
        raise
    return Path(path)

"""Where drawings go: what must not be there before, and how they get there whole or not at all. `words`: cli."""

import contextlib
import stat
from collections.abc import Mapping
from pathlib import Path

from editor.tasks.failure import Failure, from_storage, from_system, reason
from export.registry import EXPORTERS
from model.storage.atomic import replace
from model.storage.faults import StorageError
from resources.words import Words


def check_place(path: Path, words: Words) -> None:
    """Raises Failure where no file can be: in a folder that is not there, in place of a folder or a device."""
    mode = _mode(path, words)
    if mode is not None and stat.S_ISDIR(mode):
        raise refused(path, words("is_folder"), words)
    if mode is not None and not stat.S_ISREG(mode):
        raise refused(path, words("is_special"), words)
    if not path.parent.is_dir():
        raise refused(path, words("no_folder", folder=path.parent), words)


def check_not(path: Path, other: Path, why: str, words: Words) -> None:
    """Raises Failure, for the reason with the key `why`, when both are one file, by whatever names."""
    # One that is not there, cannot be reached or can have no such name: reading and writing say so better.
    with contextlib.suppress(OSError, ValueError):
        if path.samefile(other):
            raise refused(path, words(why), words)


def check_same_kind(path: Path, words: Words) -> None:
    """Raises Failure when there is a file already that is not what its ending says: somebody may need it."""
    known = EXPORTERS.get(path.suffix.lower())
    begins = known.begins if known else ()
    if not begins or not path.exists():
        return
    raw = _start(path, words)
    bare = raw.lstrip(b"\xef\xbb\xbf \t\r\n")
    if bare and not raw.startswith(begins) and not bare.startswith(begins):
        raise refused(path, words("is_other_kind", kind=path.suffix[1:].upper()), words)


def write(files: Mapping[Path, bytes], words: Words) -> None:
    """Each file whole or not at all. Raises Failure at the first that cannot be written."""
    for path, content in files.items():
        try:
            replace(path, content)
        except StorageError as error:
            if error.code == "not_saved":
                raise refused(path, reason(error, words), words) from error
            raise from_storage(error, words) from error


def refused(path: Path, why: str, words: Words) -> Failure:
    """Nothing can be written there."""
    return Failure(words("cannot_write", path=path, reason=why))


def _mode(path: Path, words: Words) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refused(path, from_system(error, words), words) from error


def _start(path: Path, words: Words) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(16)
    except OSError as error:
        raise refused(path, from_system(error, words), words) from error

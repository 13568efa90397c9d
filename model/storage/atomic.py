"""Replacing a file so that at every moment, crash or power cut, either the old or the new one is there, whole."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from model.storage import beside
from model.storage.faults import StorageError
from model.storage.system_errors import failure, shown

_MOST_LINKS = 40
"""As many as Linux follows in one path."""


def replace(
    path: str | os.PathLike[str],
    data: bytes,
    *,
    mode: int | None = None,
    last_look: Callable[[], None] | None = None,
    system: Any = os,
) -> None:
    """Put `data` at `path`: a new file beside it, written, synced, put in the old one's place; then the folder synced.

    Symlinks are followed; the old file's mode, group and, where that is allowed, owner are kept. A new one gets `mode`,
    or what new files get. `last_look` is asked right ahead of the swap and may raise StorageError. `system` is the os
    module or its like: every call to the system goes through it. Raises StorageError; then the old file stands as it
    was and nothing is left beside it, except after `not_synced`: the new file is in place and only the disk's word for
    it is missing. What a program that was killed while it saved this same file left beside it goes with the first save
    a day later.
    """
    with _failing_as("not_saved", path):
        target, old = _resolved(path, system)
        if old is not None:
            _check_replaceable(path, target, old, system)
        fresh = beside.write(target, data, old, mode, system)
        _swap(fresh, target, last_look, system)
    with _failing_as("not_synced", path):
        sync_folder(beside.folder_of(target, system), system)
    beside.clear_forgotten(target, system)


def sync_folder(folder: str | os.PathLike[str], system: Any) -> None:
    """Have the disk keep which files are in a folder. Raises OSError."""
    if system.name == "nt":  # Windows opens no folders, and syncs the rename with the file system's journal
        return
    handle = system.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        beside.sync(handle, system)
    finally:
        system.close(handle)


def check_regular(path: str | os.PathLike[str], mode: int) -> None:
    """Raises StorageError for a folder (`is_folder`) and for a pipe, a socket or a device (`no_file`)."""
    if stat.S_ISDIR(mode):
        raise StorageError("is_folder", file=shown(path))
    if not stat.S_ISREG(mode):
        raise StorageError("no_file", file=shown(path))


@contextmanager
def _failing_as(code: str, path: str | os.PathLike[str]) -> Iterator[None]:
    """What the system answers, as a StorageError; ValueError is Python's for a name no file can have."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise failure(code, path, error) from error


def _resolved(path: str | os.PathLike[str], system: Any) -> tuple[str, os.stat_result | None]:
    """Where a chain of links leads, and what stands there, None where nothing does.

    Not by realpath, which takes a link that cannot be looked at for a file: the link would be replaced.
    """
    target = os.fspath(path)
    for _ in range(_MOST_LINKS):
        try:
            found = system.lstat(target)
        except FileNotFoundError:
            return target, None
        if not stat.S_ISLNK(found.st_mode):
            return target, found
        target = system.path.join(system.path.dirname(target), system.readlink(target))
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), target)


def _check_replaceable(path: str | os.PathLike[str], target: str, old: os.stat_result, system: Any) -> None:
    """Raises StorageError for what is no file, and OSError for one that may not be written, as opening it would."""
    check_regular(path, old.st_mode)
    if not system.access(target, os.W_OK):
        system.close(system.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)))
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)


def _swap(fresh: str, target: str, last_look: Callable[[], None] | None, system: Any) -> None:
    try:
        if last_look is not None:
            last_look()
        system.replace(fresh, target)
    except BaseException:
        beside.discard(fresh, system)
        raise

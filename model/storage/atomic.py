"""Replacing a file so that at every moment, crash or power cut, either the old or the new one is there, whole."""

import contextlib
import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Callable
from typing import Any

from model.storage.faults import StorageError
from model.storage.system_errors import failure, shown

_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
"""What some network and memory file systems answer to fsync: they have nothing to sync."""

_MOST_LINKS = 40
"""As many as Linux follows in one path."""

_FORGOTTEN = 24 * 60 * 60
"""Seconds after which a temporary file is nobody's any more: no save takes that long."""


def replace(
    path: str | os.PathLike[str],
    data: bytes,
    *,
    mode: int | None = None,
    last_look: Callable[[], None] | None = None,
    system: Any = os,
) -> None:
    """Put `data` at `path`: a new file beside it, written, synced, put in the old one's place; then the folder synced.

    Symlinks are followed, the old file's mode is kept; a new one gets `mode`, or what new files get. `last_look` is
    asked right ahead of the swap and may raise StorageError. `system` is the os module or its like: every call to the
    system goes through it. Raises StorageError; then the old file stands as it was and nothing is left beside it,
    except after `not_synced`: the new file is in place and only the disk's word for it is missing. What a program that
    was killed while it saved this same file left beside it goes with the first save a day later.
    """
    try:
        target, found = _resolved(path, system)
        kept = None if found is None else _mode_of_file(path, target, found, system)
        fresh = _write_beside(target, data, mode if kept is None else kept, system)
    except (OSError, ValueError) as error:
        raise failure("not_saved", path, error) from error
    try:
        if last_look is not None:
            last_look()
        system.replace(fresh, target)
    except OSError as error:
        _discard(fresh, system)
        raise failure("not_saved", path, error) from error
    except StorageError:
        _discard(fresh, system)
        raise
    try:
        sync_folder(_folder(target, system), system)
    except OSError as error:
        raise failure("not_synced", path, error) from error
    _clear_forgotten(target, system)


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


def _mode_of_file(path: str | os.PathLike[str], target: str, found: os.stat_result, system: Any) -> int:
    """Raises StorageError for what is no file, and OSError for one that may not be written, as opening it would."""
    check_regular(path, found.st_mode)
    if not system.access(target, os.W_OK):
        system.close(system.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)))
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)
    return stat.S_IMODE(found.st_mode)


def check_regular(path: str | os.PathLike[str], mode: int) -> None:
    """Raises StorageError for a folder (`is_folder`) and for a pipe, a socket or a device (`no_file`)."""
    if stat.S_ISDIR(mode):
        raise StorageError("is_folder", file=shown(path))
    if not stat.S_ISREG(mode):
        raise StorageError("no_file", file=shown(path))


def _write_beside(target: str, data: bytes, mode: int | None, system: Any) -> str:
    fresh = _beside(target, secrets.token_hex(8), system)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    handle = system.open(fresh, flags, 0o600)
    try:
        try:
            _write_all(handle, data, system)
            _set_mode(handle, mode, system)
            _sync(handle, system)
        finally:
            system.close(handle)
    except BaseException:
        _discard(fresh, system)
        raise
    return fresh


def _beside(target: str, mark: str, system: Any) -> str:
    """The name of a temporary file. It tells of which target, by a digest: the name may be too long already."""
    folder, name = system.path.split(target)
    digest = hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
    return str(system.path.join(folder, f".jejak-{digest}-{mark}.tmp"))


def _folder(target: str, system: Any) -> str:
    return system.path.dirname(target) or os.curdir


def _clear_forgotten(target: str, system: Any) -> None:
    """Removes temporary files of this target that are older, by the disk's own clock, than any save may take."""
    beginning, _, ending = system.path.basename(_beside(target, "*", system)).partition("*")
    folder = _folder(target, system)
    with contextlib.suppress(OSError):
        now = system.stat(target).st_mtime
        for name in system.listdir(folder):
            if name.startswith(beginning) and name.endswith(ending):
                path = system.path.join(folder, name)
                found = system.lstat(path)
                if stat.S_ISREG(found.st_mode) and now - found.st_mtime > _FORGOTTEN:
                    _discard(path, system)


def _write_all(handle: int, data: bytes, system: Any) -> None:
    rest = memoryview(data)
    while rest:
        written = system.write(handle, rest)
        if written <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]


def _set_mode(handle: int, mode: int | None, system: Any) -> None:
    if not hasattr(system, "fchmod"):
        return
    # File systems without modes (FAT on a USB stick) refuse; the words matter more.
    with contextlib.suppress(PermissionError, NotImplementedError):
        system.fchmod(handle, _usual_mode(system) if mode is None else mode)


def _usual_mode(system: Any) -> int:
    """What a program's new files get. The mask can only be read by setting it: to the strictest, for that moment."""
    mask = system.umask(0o077)
    system.umask(mask)
    return 0o666 & ~int(mask)


def _sync(handle: int, system: Any) -> None:
    try:
        system.fsync(handle)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise


def sync_folder(folder: str | os.PathLike[str], system: Any) -> None:
    """Have the disk keep which files are in a folder. Raises OSError."""
    if system.name == "nt":  # Windows opens no folders, and syncs the rename with the file system's journal
        return
    handle = system.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        _sync(handle, system)
    finally:
        system.close(handle)


def _discard(path: str, system: Any) -> None:
    with contextlib.suppress(OSError):
        system.unlink(path)

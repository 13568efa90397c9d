"""The new file beside the old one: under a name of its own, synced, with the old one's owner, group and mode."""

import contextlib
import errno
import hashlib
import os
import secrets
import stat
from typing import Any

_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
"""What some network and memory file systems answer to fsync: they have nothing to sync."""

_FORGOTTEN = 24 * 60 * 60
"""Seconds after which a temporary file is nobody's any more: no save takes that long."""


def write(target: str, data: bytes, old: os.stat_result | None, mode: int | None, system: Any) -> str:
    """The path of a synced file that holds `data`. It is to the old one's owner what the old one was.

    Without an old one it has `mode`, or what new files get. Raises OSError, and leaves nothing then.
    """
    fresh = _name(target, secrets.token_hex(8), system)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    handle = system.open(fresh, flags, 0o600)
    try:
        try:
            _write_all(handle, data, system)
            _set_mode(handle, mode if old is None else _mode_like(handle, old, system), system)
            sync(handle, system)
        finally:
            system.close(handle)
    except BaseException:
        discard(fresh, system)
        raise
    return fresh


def discard(path: str, system: Any) -> None:
    """Removes a temporary file if that can be."""
    with contextlib.suppress(OSError):
        system.unlink(path)


def clear_forgotten(target: str, system: Any) -> None:
    """Removes temporary files of this target that are older, by the disk's own clock, than any save may take."""
    beginning, _, ending = system.path.basename(_name(target, "*", system)).partition("*")
    folder = folder_of(target, system)
    with contextlib.suppress(OSError):
        now = system.stat(target).st_mtime
        for name in system.listdir(folder):
            if name.startswith(beginning) and name.endswith(ending):
                path = system.path.join(folder, name)
                found = system.lstat(path)
                if stat.S_ISREG(found.st_mode) and now - found.st_mtime > _FORGOTTEN:
                    discard(path, system)


def folder_of(target: str, system: Any) -> str:
    """Where a file is."""
    return system.path.dirname(target) or os.curdir


def sync(handle: int, system: Any) -> None:
    """Have the disk keep a file, or which names are in a folder. Raises OSError."""
    try:
        system.fsync(handle)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise


def _name(target: str, mark: str, system: Any) -> str:
    """The name of a temporary file. It tells of which target, by a digest: the name may be too long already."""
    folder, name = system.path.split(target)
    digest = hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
    return str(system.path.join(folder, f".jejak-{digest}-{mark}.tmp"))


def _write_all(handle: int, data: bytes, system: Any) -> None:
    rest = memoryview(data)
    while rest:
        written = system.write(handle, rest)
        if written <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]


def _mode_like(handle: int, old: os.stat_result, system: Any) -> int:
    """The old file's mode. Where its group cannot be had, ours may do no more than everybody could."""
    mode = stat.S_IMODE(old.st_mode)
    return mode if _belongs_like(handle, old, system) else mode & ~0o070 | (mode & 0o007) << 3


def _belongs_like(handle: int, old: os.stat_result, system: Any) -> bool:
    """Whether the new file has the old one's group; it gets the owner too where that is allowed."""
    made = system.fstat(handle)
    if (made.st_uid, made.st_gid) == (old.st_uid, old.st_gid) or not hasattr(system, "fchown"):
        return True
    for owner in (old.st_uid, -1):
        with contextlib.suppress(OSError):
            system.fchown(handle, owner, old.st_gid)
            return True
    return bool(made.st_gid == old.st_gid)


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

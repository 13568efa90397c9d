"""The files that say who has a map: made whole or not at all, read without trusting anything in them."""

import contextlib
import datetime
import errno
import hashlib
import os
import stat
import time
from typing import Annotated, Any

import msgspec

from model.storage.owner import Owner, Short, this_process

MODE = 0o644
LARGEST = 8192
"""Bytes of a lock file; a longer one is none of ours."""
MOMENT = 0.02
"""Seconds between two looks at what somebody else may be at."""

_LOOKS = 10
_READING = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NOCTTY")
)
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = frozenset(
    getattr(errno, name) for name in ("EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL", "EXDEV")
)
"""What file systems answer that have no second names for a file, as on a USB stick."""


class Note(msgspec.Struct, frozen=True):
    """What stands in a lock file. `mark`: no two locks have the same. `since`: ISO 8601, UTC."""

    mark: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{16}\Z")]
    since: Short
    owner: Owner


class Held(msgspec.Struct, frozen=True):
    """Somebody else has the map. None for `owner`: we may not read who."""

    owner: Owner | None = None
    since: str = ""


class Strange(msgspec.Struct, frozen=True):
    """Something that is no lock. `mark`: of a small damaged file, which may be cleared; "" for what to leave alone."""

    mark: str = ""


Found = Note | Held | Strange | None
_DECODER = msgspec.json.Decoder(Note)


def mark_of(found: Found) -> str:
    """The mark of a lock, or of the damaged file in its place; "" for everything else."""
    return found.mark if isinstance(found, Note | Strange) else ""


def settled(path: str, system: Any) -> Found:
    """What is there, once nobody can be writing it any more."""
    found = read(path, system)
    for _ in range(_LOOKS):
        if not (isinstance(found, Strange) and found.mark):
            break
        time.sleep(MOMENT)
        found = read(path, system)
    return found


def read(path: str, system: Any) -> Found:
    """What is there, without waiting for a pipe, following a link or reading much. Raises nothing."""
    try:
        if not stat.S_ISREG(system.lstat(path).st_mode):
            return Strange()
        handle = system.open(path, _READING)
        try:
            return _understood(handle, system)
        finally:
            system.close(handle)
    except FileNotFoundError:
        return None
    except PermissionError:
        return Held()
    except OSError:
        return Strange()


def _understood(handle: int, system: Any) -> Found:
    found = system.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        return Strange()
    data = system.read(handle, LARGEST + 1)
    try:
        return _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        seen = f"{found.st_ino} {found.st_mtime_ns} ".encode() + data
        return Strange(hashlib.sha256(seen).hexdigest()[:16])


def make(path: str, mark: str, system: Any) -> bool | None:
    """Whether this process has the lock with this mark now; None where somebody else was faster. Raises nothing."""
    note = Note(mark, datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"), this_process())
    data = msgspec.json.encode(note) + b"\n"
    try:
        _make_whole(path, f"{system.path.splitext(path)[0]}-{mark}.tmp", data, system)
    except FileExistsError:  # which a network disk also says of our own, when it had to be asked twice
        return True if mark_of(read(path, system)) == mark else None
    except (OSError, AttributeError, NotImplementedError) as error:
        can_link = isinstance(error, OSError) and error.errno not in _NO_LINKS
        return False if can_link else _made_in_place(path, mark, data, system)
    return True


def _make_whole(path: str, fresh: str, data: bytes, system: Any) -> None:
    """There with its content or not at all: a second name for a file that is written already."""
    _write(fresh, data, system)
    try:
        system.link(fresh, path)
    finally:
        remove(fresh, system)


def _made_in_place(path: str, mark: str, data: bytes, system: Any) -> bool | None:
    """The same where a file has one name only: for a moment it is there without its content."""
    try:
        _write(path, data, system)
    except FileExistsError:
        return None
    except OSError:
        return False
    # Who slept over the writing of it may have been taken for damage meanwhile.
    return True if mark_of(read(path, system)) == mark else None


def _write(path: str, data: bytes, system: Any) -> None:
    """A new file, whole; or none at all."""
    handle = system.open(path, _WRITING, MODE)
    try:
        try:
            if system.write(handle, data) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            _let_others_read(handle, system)
        finally:
            system.close(handle)
    except OSError:
        remove(path, system)
        raise


def _let_others_read(handle: int, system: Any) -> None:
    """Whatever the mask takes away: the others are to know whom to ask."""
    if hasattr(system, "fchmod"):
        with contextlib.suppress(OSError, NotImplementedError):
            system.fchmod(handle, MODE)


def remove(path: str, system: Any) -> bool:
    """Whether nothing is there any more."""
    try:
        system.unlink(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True

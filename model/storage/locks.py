"""Who has a map open: a small file beside it, for other windows and other computers to read.

A lock is made whole and by one call, so of several programs one gets it. To clear the lock of a process that is gone,
one has to hold the right to do so, which is itself a lock, named after the mark of the one to be cleared: who is late
finds another mark, and clears nothing. Everything a lock file says may come from a stranger.
"""

import hashlib
import os
import secrets
import time
from typing import Any

from model.storage.lock_files import MOMENT, Found, Held, Note, make, mark_of, read, remove, settled
from model.storage.owner import is_gone

__all__ = ["Held", "Lock", "holder", "lock_path", "take"]

_TRIES = 100
"""Times to look again where others come and go; each time somebody else was faster."""


class Lock:
    """The map is ours until `release`."""

    def __init__(self, target: str, mark: str, system: Any) -> None:
        self.target = target
        """The file it is for, with no symlink in its path."""
        self._mark, self._system = mark, system

    def release(self) -> None:
        """Let go; a lock that is no longer ours, or cannot be removed, stays as it is."""
        path = lock_path(self.target, self._system)
        found = read(path, self._system)
        if isinstance(found, Note) and found.mark == self._mark:
            remove(path, self._system)


def take(path: str | os.PathLike[str], *, system: Any = os) -> Lock | Held | None:
    """The lock of a map, or who has it; None where no lock can be written, which keeps nobody from opening it.

    The lock is that of the file itself, by whatever name it is called. Raises nothing.
    """
    try:
        target = str(system.path.realpath(path))
        mark = _take(lock_path(target, system), system)
    except (OSError, ValueError):  # no such folder, or a name no file can have: reading the map says so better
        return None
    return Lock(target, mark, system) if isinstance(mark, str) else mark


def holder(path: str | os.PathLike[str], *, system: Any = os) -> Held | None:
    """Who has the map, be it this very process; None for nobody who is still there. Changes nothing, raises nothing."""
    try:
        found = read(lock_path(str(system.path.realpath(path)), system), system)
    except (OSError, ValueError):
        return None
    return _held(found)


def lock_path(target: str, system: Any = os) -> str:
    """The file of the lock of a file: hidden, beside it, of one length however long the name is."""
    folder, name = system.path.split(target)
    return str(system.path.join(folder, f".jejak-{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}.lock"))


def _take(path: str, system: Any) -> str | Held | None:
    """The mark of the lock we have now; who has it; None where nobody can have it."""
    for _ in range(_TRIES):
        found = settled(path, system)
        if found is None:
            mark = secrets.token_hex(8)
            made = make(path, mark, system)
            if made is not None:
                return mark if made else None
        elif (held := _held(found)) is not None:
            return held
        elif not _cleared(path, mark_of(found), system):
            return None
    return None


def _held(found: Found) -> Held | None:
    if isinstance(found, Note):
        return None if is_gone(found.owner) else Held(found.owner, found.since)
    return found if isinstance(found, Held) else None


def _cleared(path: str, mark: str, system: Any) -> bool:
    """Whether it is worth looking again: the lock with this mark was removed, by us or by somebody else."""
    right = _take(_right_to_clear(path, mark, system), system) if mark else None
    if isinstance(right, Held):
        time.sleep(MOMENT)
        return True
    if right is None:
        return False
    try:
        return mark_of(read(path, system)) != mark or remove(path, system)
    finally:
        remove(_right_to_clear(path, mark, system), system)


def _right_to_clear(path: str, mark: str, system: Any) -> str:
    # Should its owner be killed, a save takes it away a day later with other forgotten files: see `beside`.
    return f"{system.path.splitext(path)[0]}-{mark}-clear.tmp"

"""A lock of the system on a file, which goes with the process however it ends."""

import os
import sys
from pathlib import Path
from typing import Any


def held(path: Path, system: Any) -> int | None:
    """A handle on a file that nobody else holds; None where somebody does. The system lets go of it with the process.

    A file system without such locks says that nobody does. Raises OSError.
    """
    handle: int = system.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        _lock(handle)
    except BlockingIOError:
        os.close(handle)
        return None
    except OSError:
        pass
    if not _stands(handle, path):  # who held it until now has removed it
        os.close(handle)
        return None
    return handle


def _stands(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

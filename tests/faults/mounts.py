"""Mounts in a namespace of this process: nobody else sees them, and they end with it, whatever ends it."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NEW_NAMESPACE = 0x00020000
"""CLONE_NEWNS."""


def apart() -> str:
    """Puts this process into a namespace of its own. Why it cannot; empty where it could."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "needs root on Linux, for mounts"
    if ctypes.CDLL(None, use_errno=True).unshare(_NEW_NAMESPACE):
        return f"no mounts of our own: {os.strerror(ctypes.get_errno())}"
    try:
        command("mount", "--make-rprivate", "/")
    except OSError as error:
        return f"no mounts of our own: {error}"
    return ""


@contextmanager
def mounted(what: str | Path, place: Path, *options: str) -> Iterator[Path]:
    """Something mounted at a folder, which is made. Raises OSError."""
    place.mkdir(exist_ok=True)
    command("mount", *options, str(what), str(place))
    try:
        yield place
    finally:
        command("umount", str(place))


def command(*words: str) -> None:
    """Raises OSError with what the command complained."""
    # What mounts and makes file systems lies where not every user looks.
    surroundings = {**os.environ, "PATH": f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"}
    done = subprocess.run(words, check=False, capture_output=True, text=True, env=surroundings)
    if done.returncode:
        raise OSError(f"{words[0]}: {done.stderr.strip()}")

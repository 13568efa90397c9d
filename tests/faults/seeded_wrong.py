"""Ways to save that lose words, as programs have them: the harness must find what is wrong with each.

Most are one sound way with one flaw, so that nothing but the flaw can be found; `sound` has none.
"""

import contextlib
import os
import posixpath
import stat
from collections.abc import Iterator
from functools import partial
from typing import Any

from model.storage.faults import StorageError
from tests.faults.save_cases import Save

FLAWS = (
    "the file is not synced",
    "the folder is not synced",
    "the folder is synced before the swap",
    "a sync that failed is asked again",
    "the old file is removed first",
    "the old file is moved aside first",
    "a fixed name, through whatever link is there",
    "how much was written is not looked at",
    "the link is replaced",
    "the mode is forgotten",
    "the mode is set after the swap",
    "a failed save leaves its file",
    "in place, and said not to be",
    "errors are swallowed",
)
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_OVER = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def sound(path: str, system: Any, content: bytes, _expected: str | None, flaw: str = "") -> None:
    """A new file beside the old one, synced, put in its place, the folder synced; but for one flaw."""
    try:
        _save(path, system, content, flaw)
    except StorageError:
        if flaw != "errors are swallowed":
            raise


def in_place(path: str, system: Any, content: bytes, _expected: str | None) -> None:
    """`open(path, "w")`, as everybody writes it first."""
    with _told("not_saved", path):
        _write(path, system, content, _OVER, 0o644)


def cut_to_length(path: str, system: Any, content: bytes, _expected: str | None) -> None:
    """Over the old bytes, then cut: no moment with an empty file."""
    with _told("not_saved", path), _opened(path, system, os.O_WRONLY | os.O_CREAT) as handle:
        system.write(handle, content)
        system.ftruncate(handle, len(content))
        system.fsync(handle)


def copied(path: str, system: Any, content: bytes, _expected: str | None) -> None:
    """Whole in the folder for temporary files, then copied over."""
    elsewhere = f"/elsewhere/{os.urandom(4).hex()}"
    with _told("not_saved", path), _swept(elsewhere, system):
        _write(elsewhere, system, content, _FRESH, 0o600)
        _write(path, system, content, _OVER, 0o644)
        system.unlink(elsewhere)


DESIGNS: dict[str, Save] = {
    "in place": in_place,
    "cut to length": cut_to_length,
    "copied": copied,
    **{flaw: partial(sound, flaw=flaw) for flaw in FLAWS},
}


def _save(path: str, system: Any, content: bytes, flaw: str) -> None:
    with _told("not_saved", path):
        target = path if flaw == "the link is replaced" else _target(path, system)
        mode = _mode(target, system)
        fixed = flaw.startswith("a fixed name")
        fresh = f"{target}.tmp" if fixed else f"{target}.{os.urandom(4).hex()}"
        with _swept(fresh, system, sweeps=flaw != "a failed save leaves its file"):
            _write(fresh, system, content, _OVER if fixed else _FRESH, mode, flaw)
            _swap(fresh, target, mode, system, flaw)
    if flaw not in ("the folder is not synced", "the folder is synced before the swap"):
        with _told("not_saved" if flaw == "in place, and said not to be" else "not_synced", path):
            _sync_folder(target, system)


def _swap(fresh: str, target: str, mode: int, system: Any, flaw: str) -> None:
    if flaw == "the folder is synced before the swap":
        _sync_folder(target, system)
    if flaw in ("the old file is removed first", "the old file is moved aside first"):
        with contextlib.suppress(FileNotFoundError):
            system.unlink(target) if "removed" in flaw else system.replace(target, f"{target}~")
    system.replace(fresh, target)
    if flaw == "the mode is set after the swap":
        system.chmod(target, mode)
    if flaw == "the old file is moved aside first":
        with contextlib.suppress(OSError):
            system.unlink(f"{target}~")


def _write(path: str, system: Any, content: bytes, flags: int, mode: int, flaw: str = "") -> None:
    with _opened(path, system, flags) as handle:
        rest = memoryview(content)
        while rest:
            written = system.write(handle, rest)
            rest = rest[len(rest) if flaw == "how much was written is not looked at" else written :]
        if not flaw.startswith("the mode"):
            system.fchmod(handle, mode)
        if flaw != "the file is not synced":
            _sync(handle, system, again=flaw == "a sync that failed is asked again")


def _sync(handle: int, system: Any, *, again: bool) -> None:
    try:
        system.fsync(handle)
    except OSError:
        if not again:
            raise
        system.fsync(handle)


def _sync_folder(path: str, system: Any) -> None:
    with _opened(posixpath.dirname(path), system, os.O_RDONLY) as handle:
        system.fsync(handle)


def _target(path: str, system: Any) -> str:
    while stat.S_ISLNK(_found(path, system)):
        path = posixpath.join(posixpath.dirname(path), system.readlink(path))
    return path


def _mode(path: str, system: Any) -> int:
    found = _found(path, system)
    if found and not found & 0o200:
        raise PermissionError(path)
    return stat.S_IMODE(found) if found else 0o644


def _found(path: str, system: Any) -> int:
    """The whole mode, 0 where nothing is."""
    try:
        return int(system.lstat(path).st_mode)
    except FileNotFoundError:
        return 0


@contextlib.contextmanager
def _opened(path: str, system: Any, flags: int) -> Iterator[int]:
    handle = system.open(path, flags, 0o600)
    try:
        yield handle
    finally:
        system.close(handle)


@contextlib.contextmanager
def _swept(fresh: str, system: Any, *, sweeps: bool = True) -> Iterator[None]:
    try:
        yield
    except OSError:
        if sweeps:
            with contextlib.suppress(OSError):
                system.unlink(fresh)
        raise


@contextlib.contextmanager
def _told(code: str, path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(code, file=path, reason="disk_error") from error

"""Maps on the disk: opening one, saving one over what we opened and nothing else, opening a damaged one as a copy."""

import hashlib
import os
from functools import partial
from typing import Any

import msgspec

from model.document import Document
from model.storage import atomic, cjm
from model.storage.faults import FOREIGN, ChangedOnDisk, Fault, StorageError, Unreadable
from model.storage.form import MAX_BYTES
from model.storage.recovery import Recovered, recover
from model.storage.system_errors import failure, shown
from model.storage.versions import is_newer, is_read_only

Path = str | os.PathLike[str]
_CHUNK = 1024 * 1024


class Opened(msgspec.Struct, frozen=True):
    """A map from the disk.

    `digest`: SHA-256 of the file's bytes, in hexadecimal, for `save_map`. `newer`: a newer program wrote it, show a
    banner. `read_only`: and says that we must not change it. `faults`: what does no harm.
    """

    document: Document
    digest: str
    newer: bool = False
    read_only: bool = False
    faults: list[Fault] = []


def open_map(path: Path, *, system: Any = os) -> Opened:
    """The map in a file. Raises StorageError: Unreadable where the content would have to be repaired."""
    data = read_bytes(path, system=system)
    try:
        document, faults = cjm.read(data)
    except Unreadable as error:
        raise Unreadable(error.faults, file=shown(path)) from error
    return Opened(document, digest(data), is_newer(document), is_read_only(document), faults)


def open_copy(path: Path, *, system: Any = os) -> Recovered:
    """Whatever is readable in a file; the caller shows it as a map that was never saved.

    Raises StorageError: Unreadable where there is nothing of a map in it.
    """
    recovered = recover(read_bytes(path, system=system))
    if any(fault.code in FOREIGN for fault in recovered.faults) and len(recovered.document.records) == 1:
        raise Unreadable(recovered.faults, file=shown(path))
    return recovered


def save_map(document: Document, path: Path, *, expected: str | None, system: Any = os) -> str:
    """Write a map and return its new digest, once the disk has it.

    `expected` is the digest of what we read or wrote there last: with another one on the disk ChangedOnDisk is
    raised: nothing is written then, and what another program saves while we write is found right ahead of the swap.
    None saves over whatever is there. Raises StorageError, with the old file untouched (see `atomic.replace`).
    """
    if is_read_only(document):
        raise StorageError("needs_newer", file=shown(path))
    data = _encoded(document, path)
    if expected is None:
        atomic.replace(path, data, system=system)
    else:
        look = partial(_check_unchanged, path, expected, system)
        look()
        atomic.replace(path, data, last_look=look, system=system)
    return digest(data)


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: Path, *, system: Any = os) -> bytes:
    """A file's bytes; of one longer than MAX_BYTES, one more than those. Raises StorageError, and waits for no pipe."""
    try:
        atomic.check_regular(path, system.stat(path).st_mode)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        handle = system.open(path, flags)
        try:
            atomic.check_regular(path, system.fstat(handle).st_mode)  # it may have been swapped since
            return _read_all(handle, system)
        finally:
            system.close(handle)
    except (OSError, ValueError) as error:
        raise failure("not_read", path, error) from error


def _read_all(handle: int, system: Any) -> bytes:
    chunks: list[bytes] = []
    left = MAX_BYTES + 1
    while left and (chunk := system.read(handle, min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


def _encoded(document: Document, path: Path) -> bytes:
    try:
        data = cjm.encode(document)
    except StorageError as error:
        error.details["file"] = shown(path)
        raise
    if len(data) > MAX_BYTES:  # nobody could open it again
        raise StorageError("too_large", file=shown(path), limit=MAX_BYTES // 1024**2)
    return data


def _check_unchanged(path: Path, expected: str, system: Any) -> None:
    """Raises StorageError: ChangedOnDisk, and `not_saved` where what is there cannot be read."""
    try:
        found = digest(read_bytes(path, system=system))
    except StorageError as error:
        if error.details.get("reason") == "missing":
            raise ChangedOnDisk(file=shown(path)) from error
        if error.code == "not_read":
            raise StorageError("not_saved", **error.details) from error
        raise
    if found != expected:
        raise ChangedOnDisk(file=shown(path))

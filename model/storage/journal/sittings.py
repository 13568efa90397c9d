"""The folder in which one window keeps the journal of its map; a system lock tells whether the window is still there.

A sitting has a journal for each beginning: `1.journal`, `2.journal`, ... A new one begins with the map as it is, so
the one before is not needed once the disk has the new one; until then both are there, and the later one counts if its
beginning is whole.
"""

import contextlib
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from model.document import Document
from model.records import Asset
from model.storage.faults import StorageError
from model.storage.journal import pictures
from model.storage.journal.entries import Head, base_of
from model.storage.journal.replaying import Replayed, replay
from model.storage.journal.writing import Journal
from model.storage.private import made_private
from model.storage.system_errors import failure

_LOCK = "lock"
_ENDING = ".journal"
_NUMBER = re.compile(rf"([1-9][0-9]*){re.escape(_ENDING)}")
_ASIDE = "aside"
"""Where journals are moved that cannot be replayed."""

Folder = Path


class Sitting:
    """The folder of a window, held until `end` or `leave`, or until the program is gone.

    Raises StorageError where the folder cannot be made or, as `held`, where another window has it.
    """

    def __init__(self, folder: Folder, *, system: Any = os) -> None:
        self.folder = folder
        self._system = system
        self._unsynced: list[Path] = []
        self._number = max((number for number, _ in _journals(folder)), default=0)
        try:
            made_private(folder.parent)
            made_private(folder)
            self._handle: int | None = _held(folder / _LOCK)
        except OSError as error:
            raise failure("not_kept", folder, error) from error
        if self._handle is None:
            raise StorageError("held", file=folder.name)

    def begin(self, head: Head, document: Document) -> Journal:
        """The next journal, which begins with this map. Raises StorageError."""
        self._number += 1
        beside = [asset for asset in document.table(Asset).values() if pictures.goes_beside(asset)]
        try:
            written = [pictures.put(self.folder, asset, self._system) for asset in beside]
        except OSError as error:
            raise failure("not_kept", self.folder, error) from error
        self._unsynced += [path for path in written if path is not None]
        path = self.folder / f"{self._number}{_ENDING}"
        return Journal(path, head, base_of(document, beside), system=self._system)

    def sync(self) -> None:
        """Have the disk keep the names of the journals, and the pictures. Raises OSError."""
        unsynced, self._unsynced = self._unsynced, []
        for path in (*unsynced, self.folder, self.folder.parent):
            handle = self._system.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
            try:
                self._system.fsync(handle)
            finally:
                self._system.close(handle)

    def journals(self) -> list[Path]:
        """Its journals, the latest first."""
        return [path for _, path in sorted(_journals(self.folder), reverse=True)]

    def replayed(self) -> Replayed | None:
        """The map of the latest journal whose beginning is whole; None where there is none such."""
        read = (_replayed(path) for path in self.journals())
        return next((each for each in read if each is not None), None)

    def drop_before(self, journal: Journal) -> None:
        """Remove the journals before this one, which the disk has."""
        for path in self.journals():
            if path != journal.path and _number(path) < _number(journal.path):
                with contextlib.suppress(OSError):
                    path.unlink()

    def empty(self) -> None:
        """Remove the journals: what they hold is kept elsewhere. The pictures stay, for the next journal of the map."""
        for path in self.journals():
            with contextlib.suppress(OSError):
                path.unlink()

    def forget(self) -> None:
        """Remove the pictures as well."""
        self.empty()
        pictures.remove_all(self.folder)

    def end(self) -> None:
        """Remove the folder, and let it go."""
        self.forget()
        with contextlib.suppress(OSError):
            (self.folder / _LOCK).unlink()
        with contextlib.suppress(OSError):
            self.folder.rmdir()
        self.leave()

    def leave(self) -> None:
        """Let the folder go as it is: whoever looks next finds what is in it."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def set_aside(self) -> Path:
        """Move the folder where nobody looks for maps, and let it go; gives its new place. Raises OSError."""
        place = self.folder.parent / _ASIDE / self.folder.name
        made_private(place.parent)
        if place.exists():
            place = place.with_name(f"{place.name}-{secrets.token_hex(4)}")
        shutil.move(self.folder, place)
        self.leave()
        return place


def new_sitting(folder: Folder, *, system: Any = os) -> Sitting:
    """A sitting of its own among those in a folder. Raises StorageError."""
    try:
        return Sitting(folder / secrets.token_hex(8), system=system)
    except StorageError:  # a window that starts right now may have taken the empty folder for an abandoned one
        return Sitting(folder / secrets.token_hex(8), system=system)


def abandoned(folder: Folder) -> Iterator[Sitting]:
    """The sittings whose windows are gone, each held by us; whoever does not want one leaves it. Never raises."""
    try:
        found = sorted(each for each in folder.iterdir() if each.name != _ASIDE and each.is_dir())
    except OSError:
        return
    for each in found:
        with contextlib.suppress(StorageError):
            yield Sitting(each)


def _journals(folder: Folder) -> list[tuple[int, Path]]:
    try:
        return [(_number(path), path) for path in folder.iterdir() if _number(path)]
    except OSError:
        return []


def _number(path: Path) -> int:
    found = _NUMBER.fullmatch(path.name)
    return int(found[1]) if found else 0


def _replayed(path: Path) -> Replayed | None:
    try:
        return replay(path.read_bytes(), path.parent)
    except OSError:
        return None


def _held(path: Path) -> int | None:
    """A handle on a file that nobody else holds; None where somebody does. The system lets go of it with the process.

    A file system without such locks says that nobody does. Raises OSError.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        _lock(handle)
    except BlockingIOError:
        os.close(handle)
        return None
    except OSError:
        pass
    return handle


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

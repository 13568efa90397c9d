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
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from model.document import Document
from model.records import Asset
from model.storage import atomic, beside
from model.storage.faults import StorageError
from model.storage.journal import pictures
from model.storage.journal.entries import Entry, Head, base_of
from model.storage.journal.holding import held
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
            self._handle: int | None = held(folder / _LOCK, system)
        except OSError as error:
            raise failure("not_kept", folder, error) from error
        if self._handle is None:
            raise StorageError("held", file=folder.name)

    def begin(self, head: Head, document: Document, entries: Iterable[Entry] = ()) -> Journal:
        """The next journal, which begins with this map and these lines. Raises StorageError."""
        self._number += 1
        apart = [asset for asset in document.table(Asset).values() if pictures.goes_beside(asset)]
        try:
            written = [pictures.put(self.folder, asset, self._system) for asset in apart]
        except OSError as error:
            raise failure("not_kept", self.folder, error) from error
        self._unsynced += [path for path in written if path is not None]
        path = self.folder / f"{self._number}{_ENDING}"
        return Journal(path, head, base_of(document, apart), entries, system=self._system)

    def sync(self) -> None:
        """Have the disk keep the pictures, and the names of all files. Raises OSError."""
        while self._unsynced:
            with contextlib.suppress(FileNotFoundError):  # it was removed with its map meanwhile
                self._sync(self._unsynced[0])
            del self._unsynced[0]
        for folder in (self.folder, self.folder.parent):
            atomic.sync_folder(folder, self._system)

    def _sync(self, path: Path) -> None:
        handle = self._system.open(path, os.O_WRONLY | getattr(os, "O_CLOEXEC", 0))
        try:
            beside.sync(handle, self._system)
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

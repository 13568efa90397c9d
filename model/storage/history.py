"""Earlier versions of maps: whole files in a folder of the user, fewer of them the older they are."""

import contextlib
import hashlib
import os
import re
import stat
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from model.document import Document
from model.storage import atomic
from model.storage.faults import StorageError, Unreadable
from model.storage.file import digest, open_copy, open_map
from model.storage.kept import PRECIOUS, Version, Why, file_name, read_name
from model.storage.system_errors import failure
from model.storage.thinning import Kept, over_limit, superfluous

__all__ = ["MAP_LIMIT", "WHOLE_LIMIT", "History", "Version", "Why"]

MAP_LIMIT, WHOLE_LIMIT = 64 * 1024**2, 512 * 1024**2
"""Bytes that the versions of one map, and those of all maps, may take."""

_LEFTOVER = re.compile(r"\.jejak-.*\.tmp")
_FORGOTTEN = 24 * 60 * 60  # seconds after which nobody is still writing a version


class History:
    """The versions in a folder, which is made when the first one comes. Several programs may use it at once.

    A version is one file, put in place whole. `system`: the os module or its like. The limits are bytes.
    """

    def __init__(
        self, folder: Path, *, system: Any = os, map_limit: int = MAP_LIMIT, whole_limit: int = WHOLE_LIMIT
    ) -> None:
        self.folder, self._system = folder, system
        self._map_limit, self._whole_limit = map_limit, whole_limit

    def add(self, document_bytes: bytes, map_id: str, why: str, now: datetime) -> Version | None:
        """Keep a map, as the bytes of a file; None where the last version holds the same. Thins out what is old.

        `now` is aware of its time zone. Raises StorageError where the disk does not say that the version is kept; then
        none of the others went.
        """
        code, content = Why(why), digest(document_bytes)
        kept = self._versions(map_id)
        if kept and (kept[0].digest, kept[0].size) == (content, len(document_bytes)):
            self._rename(kept[0], code)
            return None
        number = kept[0].number + 1 if kept else 1
        version = self._write(document_bytes, map_id, number, code, content, now)
        # What cannot be removed now goes another time: the new version is what matters.
        with contextlib.suppress(OSError, StorageError):
            self._thin(map_id, now)
        return version

    def versions(self, map_id: str) -> list[Version]:
        """Those of a map, the latest first. Raises StorageError where they cannot be looked at."""
        return self._versions(map_id)

    def latest(self) -> list[Version]:
        """The last one of each map, the latest first. Raises StorageError where they cannot be looked at."""
        try:
            maps = [self._in(self.folder / name) for name in self._names(self.folder)]
        except OSError as error:
            raise _failure("versions_not_read", error) from error
        return sorted((versions[0] for versions in maps if versions), key=lambda each: each.when, reverse=True)

    def read(self, version: Version) -> Document:
        """The map of a version; of a damaged one what can still be read. Raises StorageError."""
        try:
            return open_map(version.path, system=self._system).document
        except Unreadable:
            return open_copy(version.path, system=self._system).document

    def forget(self, map_id: str) -> None:
        """Remove all versions of a map. Raises StorageError where some stay."""
        folder = self._folder(map_id)
        try:
            for name in self._names(folder):
                self._remove(folder / name)
            with contextlib.suppress(FileNotFoundError):
                self._system.rmdir(folder)
                atomic.sync_folder(self.folder, self._system)
        except OSError as error:
            raise _failure("versions_not_removed", error) from error

    # Looking

    def _folder(self, map_id: str) -> Path:
        """By a digest: the id of a stranger's map may be anything."""
        return self.folder / hashlib.sha256(map_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _versions(self, map_id: str) -> list[Version]:
        try:
            return self._in(self._folder(map_id))
        except OSError as error:
            raise _failure("versions_not_read", error) from error

    def _in(self, folder: Path) -> list[Version]:
        found = (self._version(folder, name) for name in self._names(folder))
        versions = [version for version in found if version is not None]
        return sorted(versions, key=lambda each: (each.number, each.when, each.path.name), reverse=True)

    def _names(self, folder: Path) -> list[str]:
        try:
            return list(self._system.listdir(folder))
        except (FileNotFoundError, NotADirectoryError):
            return []

    def _version(self, folder: Path, name: str) -> Version | None:
        """The version in a file of this name; None for anything else, and for one that has just gone."""
        named = read_name(name)
        if named is None:
            return None
        try:
            found = self._system.lstat(folder / name)
        except FileNotFoundError:
            return None
        return Version(folder / name, *named, found.st_size) if stat.S_ISREG(found.st_mode) else None

    # Keeping

    def _write(self, data: bytes, map_id: str, number: int, why: Why, content: str, now: datetime) -> Version:
        path = self._folder(map_id) / file_name(number, now, why, content)
        try:
            self._make_folder(path.parent)
            atomic.replace(path, data, mode=0o600, system=self._system)
        except OSError as error:
            raise _failure("version_not_kept", error) from error
        except StorageError as error:
            raise StorageError("version_not_kept", **_without_file(error)) from error
        return Version(path, number, now.astimezone(UTC), why, content, len(data))

    def _make_folder(self, folder: Path) -> None:
        if not self._system.path.isdir(folder):
            self._system.makedirs(self.folder, mode=0o700, exist_ok=True)
            with contextlib.suppress(FileExistsError):  # by another program, just now
                self._system.mkdir(folder, 0o700)
            atomic.sync_folder(self.folder, self._system)

    def _rename(self, version: Version, why: Why) -> None:
        """A version that has become precious is called so from now on."""
        if version.precious or why not in PRECIOUS:
            return
        name = file_name(version.number, version.when, why, version.digest)
        with contextlib.suppress(OSError):
            self._system.replace(version.path, version.path.with_name(name))

    # Thinning

    def _thin(self, map_id: str, now: datetime) -> None:
        folder = self._folder(map_id)
        self._clear(folder)
        left = self._thin_by_age(self._in(folder)[::-1], now)
        self._take_out(left, self._map_limit)
        self._thin_all()

    def _thin_by_age(self, versions: list[Version], now: datetime) -> list[Version]:
        """Of these, the latest last, those that stay."""
        gone = frozenset(superfluous([Kept(each.when, each.precious) for each in versions], now))
        for at in gone:
            self._remove(versions[at].path)
        return [version for at, version in enumerate(versions) if at not in gone]

    def _take_out(self, versions: list[Version], limit: int) -> None:
        sizes, precious = [each.size for each in versions], [each.precious for each in versions]
        for at in over_limit(sizes, precious, limit):
            self._remove(versions[at].path)

    def _thin_all(self) -> None:
        """All maps together keep to their limit: the one that takes most room gives first."""
        maps = [self._in(self.folder / name)[::-1] for name in self._names(self.folder)]
        sizes = [sum(each.size for each in versions) for versions in maps]
        total = sum(sizes)
        while total > self._whole_limit:
            most = max(range(len(maps)), key=lambda at: sizes[at] if len(maps[at]) > 1 else -1)
            if len(maps[most]) < 2:
                return
            oldest = min(maps[most][:-1], key=lambda each: (each.precious, each.number))
            self._remove(oldest.path)
            maps[most].remove(oldest)
            sizes[most] -= oldest.size
            total -= oldest.size

    def _clear(self, folder: Path) -> None:
        """What a program left that was killed while it kept a version."""
        latest = max((self._system.lstat(each.path).st_mtime for each in self._in(folder)), default=0.0)
        for name in self._names(folder):
            if _LEFTOVER.fullmatch(name) and latest - self._system.lstat(folder / name).st_mtime > _FORGOTTEN:
                self._remove(folder / name)

    def _remove(self, path: Path) -> None:
        with contextlib.suppress(FileNotFoundError):  # another program was faster
            self._system.unlink(path)


def _failure(code: str, error: OSError) -> StorageError:
    """Without the name of the file, which is a digest and tells nobody anything."""
    return StorageError(code, **_without_file(failure(code, "", error)))


def _without_file(error: StorageError) -> dict[str, Any]:
    kept: Iterable[tuple[str, Any]] = error.details.items()
    return {"reason": "other", "words": error.code, **{name: value for name, value in kept if name != "file"}}

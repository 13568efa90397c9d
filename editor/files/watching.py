"""Whether the open file is on the disk as it was read or written last, by its content; and who has it."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from editor.session import Session
from editor.working import Working
from model.storage.faults import StorageError
from model.storage.file import digest, read_bytes

if TYPE_CHECKING:
    from model.storage.locks import Held

_SOON = 250
"""Milliseconds for a program that writes in several steps to be done."""
_EVERY = 3000
"""Milliseconds between two looks: nobody tells of changes on a disk of the network, nor of a process that ended."""


class Seen(msgspec.Struct, frozen=True):
    """What was found at the place of the open map.

    `digest` is None where nothing could be read; `why` is then the error, and `gone` says that nothing is there.
    `held`: who has the lock, be it this window. `stamp`: by what a file is known to be the one that was read already.
    """

    digest: str | None
    why: StorageError | None = None
    held: "Held | None" = None
    stamp: tuple[int, ...] = ()

    @property
    def gone(self) -> bool:
        return self.why is not None and self.why.details.get("reason") == "missing"


class Watch(QObject):
    """`seen` carries what was found, each time it is another thing than before. What is read is read on a thread: a
    pipe or a dead disk keeps nobody waiting."""

    seen = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._files = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._often = QTimer(self, interval=_EVERY)
        self._last: Seen | None = None
        self._looking: Working[Seen] | None = None
        for signal in (self._files.fileChanged, self._files.directoryChanged):
            signal.connect(self._wait)
        for timer in (self._soon, self._often):
            timer.timeout.connect(self.look)

    @property
    def last(self) -> Seen | None:
        """What was found last; None where nobody has looked yet."""
        return self._last

    def follow(self) -> None:
        """Another map is open, or this one was saved: what was found before is of no interest any more."""
        if self._looking is not None:
            self._looking.drop()
        self._looking = self._last = None
        self._soon.stop()
        if self._session.origin.path is None:
            self._often.stop()
            self._add(())
        else:
            self._often.start()
            self._wait()

    def look(self) -> None:
        """Look now, unless somebody is looking already: on a dead disk that can take for ever."""
        path = self._session.origin.path
        if path is not None and self._looking is None:
            self._looking = Working(partial(_seen, path, self._last), self)
            self._looking.done.connect(self._tell)

    def _wait(self) -> None:
        if self._session.origin.path is not None:
            self._soon.start()

    def _tell(self) -> None:
        looked, self._looking = self._looking, None
        assert looked is not None
        looked.deleteLater()
        found = looked.result()
        before, self._last = self._last, found
        path = self._session.origin.path
        if path is not None and found.stamp and (before is None or before.stamp != found.stamp):
            self._add(_places(path))  # of a disk that has just answered
        if before is None or (before.digest, before.gone, before.held) != (found.digest, found.gone, found.held):
            self.seen.emit(found)

    def _add(self, places: tuple[str, ...]) -> None:
        """Have these watched and no others; a file that was replaced is none of those that are watched any more."""
        watched = {*self._files.files(), *self._files.directories()}
        if watched - {*places}:
            self._files.removePaths([*(watched - {*places})])
        missing = [place for place in places if place not in watched]
        if missing:
            self._files.addPaths(missing)


def _places(path: Path) -> tuple[str, ...]:
    """The file and its folder, and those of the link by which it is called."""
    real = Path(os.path.realpath(path))
    return tuple({str(real), str(real.parent), str(path.parent)})


def _seen(path: Path, last: Seen | None) -> Seen:
    """Look at the place of a map; what was read already and bears the same stamp is not read again."""
    from model.storage.locks import holder

    held = holder(path)
    try:
        stamp = _stamp(path)
        if last is not None and last.digest is not None and last.stamp == stamp:
            return msgspec.structs.replace(last, held=held)
        return Seen(digest(read_bytes(path)), held=held, stamp=stamp)
    except StorageError as error:
        return Seen(None, error, held)


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except (OSError, ValueError):  # reading says why
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

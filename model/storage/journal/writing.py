"""A journal that grows: one line a change, each line one write(2)."""

import contextlib
import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from model.storage import beside
from model.storage.faults import StorageError
from model.storage.journal.entries import Base, Entry, Head, encoded
from model.storage.journal.frames import END, framed
from model.storage.system_errors import failure

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Journal:
    """One file of lines. What it holds survives the program as soon as a method has returned, and a power cut as soon
    as `sync` has. All of them raise StorageError; then nothing is known of the line, and the journal is `broken`.

    `system` is the os module or its like. `written` counts bytes.
    """

    def __init__(self, path: Path, head: Head, base: Base, entries: Iterable[Entry] = (), *, system: Any = os) -> None:
        """Begin a new file."""
        self.path = path
        self.written = 0
        self.broken = False
        self._system = system
        try:
            self._handle: int | None = system.open(path, _FLAGS, 0o600)
        except OSError as error:
            raise failure("not_kept", path, error) from error
        try:
            self._write(framed(encoded(head)) + framed(encoded(base)) + b"".join(map(_line, entries)))
        except StorageError:
            self.discard()
            raise
        self.base_size = self.written

    def note(self, entry: Entry) -> None:
        """Write a line."""
        self._write(_line(entry))

    def sync(self) -> None:
        """Have the disk keep what was written, but for the name of the file. May be called on another thread."""
        handle = self._handle
        if handle is None:
            return
        try:
            beside.sync(handle, self._system)
            self._system.stat(self.path)  # a file that somebody removed takes lines still, and nobody finds them
        except OSError as error:
            if self._handle is None:  # it was closed meanwhile, and is perhaps not needed any more
                return
            self.broken = True
            raise failure("not_kept", self.path, error) from error

    def close(self) -> None:
        """Leave the file as it is."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with contextlib.suppress(OSError):
                self._system.close(handle)

    def discard(self) -> None:
        """The file is not needed any more."""
        self.close()
        with contextlib.suppress(OSError):
            self._system.unlink(self.path)

    def _write(self, line: bytes) -> None:
        if self._handle is None:
            raise StorageError("not_kept", file=self.path.name, reason="other", words="closed")
        try:
            done = self._system.write(self._handle, line)
            while done < len(line):
                # Only where a disk is full, or the line is larger than the system takes at once.
                more = self._system.write(self._handle, line[done:])
                if more <= 0:
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
                done += more
        except OSError as error:
            self.broken = True
            with contextlib.suppress(OSError):  # so that a later line would stand alone
                self._system.write(self._handle, END)
            raise failure("not_kept", self.path, error) from error
        self.written += len(line)


def _line(entry: Entry) -> bytes:
    return framed(encoded(entry))

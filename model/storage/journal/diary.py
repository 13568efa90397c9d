"""The journal of one window over time: begun with the first change to a map, begun anew when it has grown too long,
empty once the map is saved."""

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any, Final

from model.change import Change
from model.document import Document
from model.records import Id
from model.storage.faults import StorageError
from model.storage.journal.entries import Entry, Head, entry_of
from model.storage.journal.sittings import Sitting, new_sitting
from model.storage.journal.syncing import Syncing
from model.storage.journal.writing import Journal
from model.storage.system_errors import failure

_ROOM: Final = 4 * 1024**2
"""Bytes of changes that a journal holds at least before it begins anew with the map as it is."""

_TIMES: Final = 4
"""And it holds as many times the map's own size."""

_RETRY: Final = 5.0
"""Seconds until a journal that could not be written is tried again: each try writes the whole map."""

Told = Callable[[StorageError | None], None]


class Diary:
    """Keeps what is done to the map it follows. Raises nothing.

    `told` is called, maybe on another thread, with the error where the journal cannot be written, and with None once
    the disk has one again. `folder`: where the sittings of all windows lie.
    """

    def __init__(self, folder: Path, told: Told, *, system: Any = os) -> None:
        self._folder, self._told, self._system = folder, told, system
        self._document: Document | None = None
        self._head = Head()
        self._sitting: Sitting | None = None
        self._journal: Journal | None = None
        self._rooted: Journal | None = None
        self._typed: dict[tuple[Id, str], str] = {}
        self._begun = self._failing = False
        self._retry = 0.0
        self._syncing = Syncing(self._sync, self._failed_to_sync)

    @property
    def begun(self) -> bool:
        """Whether something was done to the map since it was opened or saved."""
        return self._begun

    def follow(self, document: Document, head: Head) -> None:
        """Another map is open, or the same one was saved: what was kept until now is not needed any more."""
        self._empty()
        if document is not self._document:
            self.forget()
        self._document, self._head = document, head

    def rename(self, head: Head) -> None:
        """The map has another place from now on, and stands only here for certain."""
        self._head = head
        self.begin()

    def forget(self) -> None:
        """Remove all that is kept of the map."""
        self._empty()
        if self._sitting is not None:
            self._sitting.forget()

    def begin(self) -> None:
        """Keep the map as it is now, although nothing was done to it: it stands nowhere else."""
        if self._document is not None:
            self._begun = True
            self._begin(self._document)

    def try_again(self) -> None:
        """Keep the map now if that failed: nobody may touch it any more, and the disk have room again."""
        if not (self._failing and self._begun):
            return
        if self._journal is None or self._journal.broken:
            self.begin()
        else:  # only the disk has not said yet that it keeps it
            self._syncing.dirty()

    def note(self, change: Change) -> None:
        """The map was changed."""
        if not change or self._document is None:
            return
        self._begun = True
        journal = self._journal
        if journal is None or journal.broken:
            self._try_again()
        else:
            self._write(journal, entry_of(change))

    def typed(self, record: Id, member: str, text: str) -> None:
        """Something is typed that the map cannot take as it is; empty: not any more."""
        self._typed[record, member] = text
        if self._journal is None and text:
            self._try_again()
        elif self._journal is not None and not self._journal.broken:
            self._write(self._journal, Entry(typed=(record, member, text)))

    def sync_soon(self) -> None:
        """Have the disk keep it all now, without waiting."""
        self._syncing.soon()

    def flush(self, timeout: float = 5.0) -> bool:
        """Have the disk keep it all, and wait so many seconds at most; whether it does."""
        self.try_again()
        return self._syncing.wait(timeout) and not (self._failing and self._begun)

    def leave(self, timeout: float = 5.0) -> None:
        """The window goes and the journal stays: the next start finds it. Nothing is kept any more from here on."""
        self._told = _nobody
        self._syncing.end(timeout)
        journal, self._journal = self._journal, None
        sitting, self._sitting = self._sitting, None
        self._document, self._begun = None, False
        if journal is not None:
            journal.close()
        if sitting is not None:
            sitting.leave()

    def end(self, timeout: float = 5.0) -> None:
        """The window goes, and nothing has to be kept."""
        self._told = _nobody
        self._empty()
        self._syncing.end(timeout)
        sitting, self._sitting = self._sitting, None
        self._document = None
        if sitting is not None:
            sitting.end()

    def _empty(self) -> None:
        journal, self._journal = self._journal, None
        self._typed.clear()
        self._begun, self._retry = False, 0.0
        if journal is not None:
            journal.close()
        if self._sitting is not None:
            self._sitting.empty()

    def _write(self, journal: Journal, entry: Entry) -> None:
        try:
            journal.note(entry)
        except StorageError:
            self._try_again()
            return
        self._syncing.dirty()
        if journal.written - journal.base_size > max(_ROOM, _TIMES * journal.base_size):
            self._try_again()

    def _try_again(self) -> None:
        if monotonic() >= self._retry:
            self.begin()

    def _begin(self, document: Document) -> None:
        before = self._journal
        try:
            self._journal = self._fresh(document)
        except StorageError as error:
            self._retry = monotonic() + _RETRY
            if before is None or before.broken:
                self._fail(error)
            return
        if before is not None:
            before.close()
        self._syncing.dirty()

    def _not_taken(self) -> list[Entry]:
        """What no field has taken yet stands in no map."""
        self._typed = {member: text for member, text in self._typed.items() if text}
        return [Entry(typed=(record, member, text)) for (record, member), text in self._typed.items()]

    def _fresh(self, document: Document) -> Journal:
        if self._sitting is not None and not self._sitting.folder.exists():  # somebody removed it
            self._sitting.leave()
            self._sitting = None
        if self._sitting is None:
            self._sitting = new_sitting(self._folder, system=self._system)
        return self._sitting.begin(self._head, document, self._not_taken())

    def _fail(self, error: StorageError) -> None:
        if not self._failing:
            self._failing = True
            self._told(error)

    # On the thread

    def _sync(self) -> None:
        journal, sitting = self._journal, self._sitting
        if journal is None or sitting is None:
            return
        journal.sync()
        if self._rooted is not journal:
            sitting.sync()
            sitting.drop_before(journal)
            self._rooted = journal
        if self._failing and journal is self._journal and not journal.broken:
            self._failing = False
            self._told(None)

    def _failed_to_sync(self, error: Exception) -> None:
        journal = self._journal
        if journal is None or not (journal.broken or journal is not self._rooted):
            return
        if isinstance(error, OSError):
            error = failure("not_kept", journal.path, error)
        if not isinstance(error, StorageError):
            error = StorageError("not_kept", file=journal.path.name, reason="other", words=type(error).__name__)
        self._fail(error)


def _nobody(_error: StorageError | None) -> None:
    """Whom a window that goes tells what becomes of its journal."""

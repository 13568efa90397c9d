"""Hangs on the session and keeps what is done to its map: a line in the journal for each change, and versions."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.keeping.state import HISTORY, JOURNALS
from editor.session import Origin, Session
from model.change import Change
from model.document import Document
from model.storage.faults import StorageError
from model.storage.journal import Diary, Head, Replayed, Sitting, forget_left, written, written_path

if TYPE_CHECKING:
    from concurrent.futures import Future

    from editor.keeping.shelf import Shelf

_EVERY = 5 * 60_000
"""Milliseconds between two versions of a map at which somebody works."""

_AGAIN = 5_000
"""Milliseconds after which a journal that could not be written is tried again, also if nobody types any more."""


class Keeper(QObject):
    """One for a window; `state` is the state folder.

    `troubled` carries the StorageError where the journal cannot be written, and None once it can again. `not_shelved`
    carries the one where a version could not be kept.
    """

    troubled = Signal(object)
    not_shelved = Signal(object)

    def __init__(self, session: Session, state: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self.state = session, state
        self._diary = diary = Diary(state / JOURNALS, self.troubled.emit)
        self._document: Document | None = None
        self._deaf: Callable[[], None] | None = None
        self._follows = ""
        self._former: Future[bool] | None = None
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._keep_timed)
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self._diary.try_again)
        self.troubled.connect(self._try_again)
        session.replaced.connect(self._follow)
        session.renamed.connect(self._saved)
        session.parted.connect(self._parted)
        session.pended.connect(self._diary.typed)
        self.destroyed.connect(lambda: diary.leave())
        self._follow()

    @cached_property
    def _shelf(self) -> "Shelf":
        # Nobody needs the history to see a map.
        from editor.keeping.shelf import Shelf

        return Shelf(self.state / HISTORY, self.not_shelved.emit)

    # What happens to the map

    def _follow(self) -> None:
        try:
            self._let_go()
        finally:  # what fails with the old map is no reason not to keep the new one
            self._take()

    def _take(self) -> None:
        self._document = self._session.document
        self._deaf = self._document.listen(self._note)
        self._diary.follow(self._document, self._head())
        if self._session.unsaved:
            self._diary.begin()
            self._timer.start()

    def _note(self, change: Change) -> None:
        try:
            began = not self._diary.begun
            self._diary.note(change)
            if began:
                self._begin()
        except Exception as error:  # the map has changed: who draws it has yet to hear of it
            sys.excepthook(type(error), error, error.__traceback__)

    def _begin(self) -> None:
        self._timer.start()
        self._former = self._shelve_file("opened")

    def _saved(self) -> None:
        if self._session.unsaved:
            self._diary.rename(self._head())
            self._timer.start()
        else:
            self._timer.stop()
            self._diary.follow(self._session.document, self._head())
            self._shelve_file("saved")

    def _parted(self) -> None:
        if not self._diary.begun:
            self._diary.begin()
            self._timer.start()

    def _let_go(self) -> None:
        """The map is let go: what was not saved of it becomes a version, for it may be missed after all."""
        self._timer.stop()
        if self._deaf is not None:
            self._deaf()
        if self._document is not None and self._diary.begun:
            self._shelf.put(written(self._document), self._document.map.id, "discarded")

    def _keep_timed(self) -> None:
        self.keep_version("timed")

    def _try_again(self, error: StorageError | None) -> None:
        if error is not None:
            self._again.start()
        else:
            self._again.stop()

    # What others ask for

    def sync_soon(self) -> None:
        """Something risky comes: have the disk keep everything, without waiting for it."""
        self._diary.sync_soon()

    def brace(self) -> None:
        """The file may be written over: what it was, if that is still to be kept, is kept first; and as `sync_soon`."""
        self.sync_soon()
        if self._former is not None:
            self._shelf.is_kept(self._former)

    def flush(self) -> bool:
        """Have the disk keep everything, and wait for it, some seconds at most; whether it does."""
        return self._diary.flush()

    def keep_version(self, why: str) -> None:
        """Put the map as it is now into its history; `why` is a code of `model.storage.history`."""
        document = self._session.document
        self._shelf.put(written(document), document.map.id, why)

    def keep_bytes(self, data: bytes, why: str) -> bool:
        """Put what another program wrote into the history of the open map, and wait for it; whether it is there."""
        return self._shelf.is_kept(self._shelf.put(data, self._session.document.map.id, why))

    def wait_for_versions(self) -> bool:
        """Until all that were kept are on the disk, some seconds at most; whether they are."""
        return self._shelf.wait()

    def forget(self) -> None:
        """Remove the history of the open map, its journal, and those of other windows that are gone."""
        self._timer.stop()
        self._diary.forget()
        forget_left(self.state / JOURNALS, self._session.document.map.id)
        self._shelf.forget(self._session.document.map.id)

    def take_up(self, sitting: Sitting, replayed: Replayed, origin: Origin) -> None:
        """Open the map that another window left in its journal; that one goes once this one's is on the disk."""
        self._follows = sitting.folder.name
        try:
            self._session.replace(replayed.document, origin, unsaved=True)
        finally:
            self._follows = ""
        for each in replayed.typed:  # it stands in no map, and has no other place until somebody types it anew
            self._diary.typed(each.record, each.member, each.text)
        self.keep_version("recovered")
        if self.flush():
            sitting.end()
        else:
            sitting.leave()

    def lay_down(self, sitting: Sitting, document: Document) -> bool:
        """Nobody wants the map that another window left: it becomes a version, and its journal goes; whether it is
        among the versions."""
        kept = self._shelf.is_kept(self._shelf.put(written(document), document.map.id, "discarded"))
        if kept:
            sitting.end()
        else:
            sitting.leave()
        return kept

    def end(self) -> None:
        """The window is closed, and nobody wants what was not saved."""
        self._let_go()
        self._again.stop()
        self._deaf = self._document = None
        self._diary.end()
        self._end_shelf()

    def leave(self) -> None:
        """The program has to go now: the next start finds what was not saved."""
        self._timer.stop()
        self._again.stop()
        self._diary.leave()
        self._end_shelf()

    def _end_shelf(self) -> None:
        if "_shelf" in vars(self):
            self._shelf.end()

    # Where the map is from

    def _head(self) -> Head:
        origin = self._session.origin
        began = datetime.now(UTC).isoformat(timespec="seconds")
        return Head(
            name=origin.name, path=written_path(origin.path), digest=origin.digest, began=began, follows=self._follows
        )

    def _shelve_file(self, why: str) -> "Future[bool] | None":
        """The file as it lies on the disk, which is the map as it was when it was read or written there."""
        origin = self._session.origin
        if origin.path is None or origin.digest is None:
            return None
        return self._shelf.put_file(origin.path, origin.digest, self._session.document.map.id, why)

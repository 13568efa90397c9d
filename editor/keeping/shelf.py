"""Versions go to the history on a thread of their own: a disk may be slow, and nobody is to wait for it."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, wait
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from model.storage.faults import StorageError
from model.storage.file import digest, read_bytes
from model.storage.system_errors import failure

if TYPE_CHECKING:
    from model.storage.history import History

Task = tuple[Future[bool], Callable[[], None]]


class Shelf:
    """Puts versions into a history, one after the other; what is to come says whether it is done.

    `failed` is called on that thread. `patience`: seconds that are waited at most where somebody waits.
    """

    def __init__(self, folder: Path, failed: Callable[[StorageError], None], *, patience: float = 10.0) -> None:
        self._folder, self._failed, self._patience = folder, failed, patience
        # A thread of our own: one of a pool that hangs in a disk would keep the program from ending.
        self._thread: Thread | None = None
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._waiting: list[Future[bool]] = []

    def put(self, data: bytes, map_id: str, why: str) -> Future[bool]:
        """A map as the bytes of a file."""
        return self._do(self._add, data, map_id, why, datetime.now(UTC))

    def put_file(self, path: Path, wanted: str, map_id: str, why: str) -> Future[bool]:
        """A file of this digest; one that has become another meanwhile is left alone."""
        return self._do(self._add_file, path, wanted, map_id, why, datetime.now(UTC))

    def forget(self, map_id: str) -> None:
        """Remove all versions of a map, and wait until they are gone."""
        self._do(self._forget, map_id)
        self.wait()

    def wait(self) -> bool:
        """Until everything is done, some seconds at most; whether it is, and nothing failed."""
        done, waiting = wait(self._waiting, self._patience)
        return not waiting and all(each.result() for each in done)

    def is_kept(self, done: Future[bool]) -> bool:
        """Wait for something, some seconds at most; whether it is done and did not fail."""
        wait([done], self._patience)
        return done.done() and done.result()

    def end(self) -> None:
        """Do what is left to do, some seconds at most, and end the thread; one that hangs ends with the program."""
        self.wait()
        thread, self._thread = self._thread, None
        if thread is not None:
            self._tasks.put(None)
            thread.join(self._patience if all(each.done() for each in self._waiting) else 0)

    def _do(self, task: Callable[..., None], *given: object) -> Future[bool]:
        if self._thread is None:
            self._thread = Thread(target=self._work, name="versions", daemon=True)
            self._thread.start()
        self._waiting = [each for each in self._waiting if not each.done()]
        done: Future[bool] = Future()
        self._waiting.append(done)
        self._tasks.put((done, partial(task, *given)))
        return done

    # On the thread

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            done, do = task
            kept = False
            try:
                kept = self._guarded(do)
            finally:
                done.set_result(kept)

    @cached_property
    def _history(self) -> "History":
        # On the thread: who types is not to wait for an import either.
        from model.storage.history import History

        return History(self._folder)

    def _guarded(self, do: Callable[[], None]) -> bool:
        try:
            do()
            return True
        except StorageError as error:
            self._failed(error)
        except OSError as error:
            self._failed(failure("not_kept", "", error))
        except Exception as error:  # the thread goes on with the next
            sys.excepthook(type(error), error, error.__traceback__)
        return False

    def _add(self, data: bytes, map_id: str, why: str, now: datetime) -> None:
        self._history.add(data, map_id, why, now)

    def _add_file(self, path: Path, wanted: str, map_id: str, why: str, now: datetime) -> None:
        try:
            data = read_bytes(path)
        except StorageError:  # it is gone again: nothing to keep
            return
        if digest(data) == wanted:
            self._history.add(data, map_id, why, now)

    def _forget(self, map_id: str) -> None:
        self._history.forget(map_id)

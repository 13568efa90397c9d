"""Versions go to the history on a thread of their own: a disk may be slow, and nobody is to wait for it."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from model.storage.faults import StorageError
from model.storage.file import digest, read_bytes
from model.storage.system_errors import failure

if TYPE_CHECKING:
    from model.storage.history import History

_PATIENCE = 10.0
"""Seconds that are waited at most where somebody waits."""


class Shelf:
    """Puts versions into a history, one after the other; what is to come says whether it is done.

    `failed` is called on that thread.
    """

    def __init__(self, folder: Path, failed: Callable[[StorageError], None]) -> None:
        self._folder = folder
        self._failed = failed
        self._worker: ThreadPoolExecutor | None = None
        self._tasks: list[Future[bool]] = []

    def put(self, data: bytes, map_id: str, why: str) -> Future[bool]:
        """A map as the bytes of a file."""
        return self._do(self._add, data, map_id, why, datetime.now(UTC))

    def put_file(self, path: Path, wanted: str, map_id: str, why: str) -> None:
        """A file of this digest; one that has become another meanwhile is left alone."""
        self._do(self._add_file, path, wanted, map_id, why, datetime.now(UTC))

    def forget(self, map_id: str) -> None:
        """Remove all versions of a map, and wait until they are gone."""
        self._do(self._forget, map_id)
        self.wait()

    def wait(self) -> bool:
        """Until everything is done, some seconds at most; whether it is, and nothing failed."""
        done, waiting = wait(self._tasks, _PATIENCE)
        return not waiting and all(task.result() for task in done)

    def end(self) -> None:
        """Do what is left to do, and end the thread."""
        self.wait()
        worker, self._worker = self._worker, None
        if worker is not None:
            # One that hangs in a disk is not waited for any longer.
            worker.shutdown(wait=all(each.done() for each in self._tasks), cancel_futures=True)

    def _do(self, task: Callable[..., None], *given: object) -> Future[bool]:
        if self._worker is None:
            self._worker = ThreadPoolExecutor(1, "versions")
        self._tasks = [each for each in self._tasks if not each.done()]
        done = self._worker.submit(self._guarded, task, *given)
        self._tasks.append(done)
        return done

    @cached_property
    def _history(self) -> "History":
        # On the thread: who types is not to wait for an import either.
        from model.storage.history import History

        return History(self._folder)

    def _guarded(self, task: Callable[..., None], *given: object) -> bool:
        try:
            task(*given)
            return True
        except StorageError as error:
            self._failed(error)
        except OSError as error:
            self._failed(failure("not_kept", "", error))
        except Exception as error:  # a thread of a pool tells nobody by itself
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

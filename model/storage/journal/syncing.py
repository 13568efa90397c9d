"""The thread that has the disk keep what was written, so that nobody who types ever waits for a disk."""

import threading
from collections.abc import Callable
from time import monotonic
from typing import Final

REST: Final = 1.0
"""Seconds from the beginning of one sync to the next that nobody asked for."""

Sync = Callable[[], None]


class Syncing:
    """Calls `sync` on a thread of its own: within a second after `dirty`, at once after `soon`.

    `failed` is called there with what `sync` raised, an OSError or a StorageError. The thread begins with the first
    call and ends with `end`.
    """

    def __init__(self, sync: Sync, failed: Callable[[Exception], None], *, rest: float = REST) -> None:
        self._sync, self._failed, self._rest = sync, failed, rest
        self._state = threading.Condition()
        self._asked = self._done = 0
        self._urgent = self._ended = False
        self._sound = True
        self._thread: threading.Thread | None = None

    def dirty(self) -> None:
        """Something was written."""
        with self._state:
            self._asked += 1
            if self._thread is None and not self._ended:
                self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
                self._thread.start()
            elif self._asked == self._done + 1:
                self._state.notify_all()

    def soon(self) -> None:
        """Sync what was written now, without waiting for it."""
        with self._state:
            self._urgent = self._asked > self._done
            self._state.notify_all()

    def wait(self, timeout: float) -> bool:
        """Sync what was written and wait for it, so many seconds at most; whether the disk says that it has it."""
        with self._state:
            self._urgent = self._asked > self._done
            self._state.notify_all()
            asked = self._asked
            done = self._state.wait_for(lambda: self._done >= asked or self._thread is None, timeout)
            return done and self._sound

    def end(self, timeout: float) -> None:
        """Sync what is left and end the thread; it is waited for so many seconds at most."""
        with self._state:
            self._ended = True
            self._state.notify_all()
        if self._thread is not None:
            self._thread.join(timeout)

    def _run(self) -> None:
        last = monotonic() - self._rest
        while self._awaited(last + self._rest):
            last = monotonic()
            with self._state:
                asked, self._urgent = self._asked, False
            sound = self._synced()
            with self._state:
                self._done, self._sound = asked, sound
                self._state.notify_all()

    def _synced(self) -> bool:
        try:
            self._sync()
        except Exception as error:  # on this thread nobody else would hear of it
            self._failed(error)
            return False
        return True

    def _awaited(self, due: float) -> bool:
        """Wait until something is to be synced; False where nothing will be any more."""
        with self._state:
            self._state.wait_for(lambda: self._asked > self._done or self._ended)
            self._state.wait_for(lambda: self._urgent or self._ended, max(0.0, due - monotonic()))
            return self._asked > self._done

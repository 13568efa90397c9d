"""The log of what went wrong: bounded, for its user's eyes only, without anyone's words."""

import datetime
import os
from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock

NAME, BEFORE = "log.txt", "log.1.txt"
LIMIT = 256 * 1024
"""Bytes after which the log begins anew; what came before stays beside it until it happens again."""

_REMEMBERED = 100
"""Entries kept in memory: a disk may take none."""


class Log:
    """Whoever has trouble writes here, from any thread; writing raises nothing. `folder` gives the place, or raises
    OSError."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder
        self._counts: Counter[str] = Counter()
        self._unwritten: deque[str] = deque(maxlen=_REMEMBERED)
        # Collecting garbage can run what writes here in the middle of writing, on the same thread.
        self._lock = RLock()

    def note(self, what: str, lines: Sequence[str] = ()) -> int:
        """Write down what happened, once; after that each tenth, hundredth, thousandth … time. How often by now."""
        with self._lock:
            self._counts[what] += 1
            count = self._counts[what]
            if count == 1:
                self._write(what, lines)
            elif _is_round(count):
                self._write(f"{count} times by now: {what}", ())
            return count

    def text(self) -> str:
        """Everything there is to read, the latest last."""
        with self._lock:
            return "".join([self._read(BEFORE), self._read(NAME), *self._unwritten])

    def clear(self) -> None:
        """Remove it. Raises OSError."""
        with self._lock:
            self._unwritten.clear()
            for name in (BEFORE, NAME):
                (self._folder() / name).unlink(missing_ok=True)

    def _write(self, what: str, lines: Sequence[str]) -> None:
        entry = "".join(f"{line}\n" for line in (f"{_now()} {what}", *(f"    {line}" for line in lines)))
        try:
            _append(self._folder() / NAME, entry.encode("utf-8", "replace"))
        except OSError:
            self._unwritten.append(entry)

    def _read(self, name: str) -> str:
        try:
            with (self._folder() / name).open("rb") as file:
                return file.read(2 * LIMIT).decode("utf-8", "replace")
        except OSError:
            return ""


def _append(path: Path, entry: bytes) -> None:
    """In one write: two programs may have trouble at once."""
    with suppress(FileNotFoundError):
        if path.stat().st_size > LIMIT:
            path.replace(path.with_name(BEFORE))
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        os.write(handle, entry)
    finally:
        os.close(handle)


def _is_round(count: int) -> bool:
    return set(str(count)[1:]) == {"0"} and str(count)[0] == "1"


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M:%S UTC")

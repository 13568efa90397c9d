"""The os module or its like, with faults: each call has its turn, and at some turns something goes wrong."""

import errno
import os
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

import msgspec

ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT")
CRASHES = ("crash before", "crash after", "torn")
_CANNOT_FAIL = frozenset({"umask"})


class Crash(BaseException):
    """The program ends here; nothing of ours may catch it."""


class Fault(msgspec.Struct, frozen=True):
    """What goes wrong at which call, counted from 0.

    Kinds: an error by its name; a crash before or after the call; torn: half is written, then the crash; short: half is
    written or read, and the call says so.
    """

    at: int
    kind: str


def kinds(call: str) -> tuple[str, ...]:
    """All that can go wrong at a call."""
    errors = () if call in _CANNOT_FAIL else ERRORS
    return ("crash before", "crash after", *_PARTIAL.get(call, ()), *errors)


_PARTIAL = {"write": ("torn", "short"), "read": ("short",)}


class Faulty:
    """Notes each call to `system`. After a crash every call is one: a dead program does no more."""

    def __init__(self, system: Any, faults: tuple[Fault, ...] = ()) -> None:
        self.calls: list[str] = []
        self.failed: set[str] = set()
        self._system, self._dead = system, False
        self.faults: Mapping[int, str] = {fault.at: fault.kind for fault in faults}

    def __getattr__(self, name: str) -> Any:
        own = getattr(self._system, name)
        return self._watched(name, own) if callable(own) else own

    def _watched(self, name: str, own: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if self._dead:
                raise Crash
            kind = self.faults.get(len(self.calls), "")
            self.calls.append(name)
            return self._done(name, kind, own, given, named)

        return call

    def _done(self, name: str, kind: str, own: Callable[..., Any], given: Any, named: Any) -> Any:
        if kind in ERRORS:
            raise self._error(name, kind, given)
        if kind == "crash before":
            self.die()
        if kind in ("torn", "short"):
            given = _halved(name, given)
        answer = own(*given, **named)
        if kind in CRASHES:
            self.die()
        return answer

    def _error(self, name: str, kind: str, given: Any) -> OSError:
        self.failed.add(name)
        if name == "close":  # it is closed all the same
            self._system.close(*given)
        if name == "fsync" and hasattr(self._system, "sync_failed"):
            self._system.sync_failed(*given)
        number = getattr(errno, kind)
        return OSError(number, os.strerror(number))

    def die(self) -> NoReturn:
        """The program ends here."""
        self._dead = True
        raise Crash


def _halved(name: str, given: Any) -> tuple[Any, Any]:
    handle, amount = given
    return (handle, max(1, amount // 2)) if name == "read" else (handle, amount[: len(amount) // 2])

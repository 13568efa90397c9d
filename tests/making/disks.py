"""Disks that fail: the os module with one call that answers with an error."""

import errno
import os
from typing import Any


class Disk:
    """The os module, noting each call, and failing or writing short where it is told to."""

    def __init__(self, failing: str = "", at: int = 1, error: int = errno.EIO, most: int | None = None) -> None:
        self.calls: list[str] = []
        self._failing, self._at, self._error, self._most = failing, at, error, most

    def __getattr__(self, name: str) -> Any:
        own = getattr(os, name)
        return own if not callable(own) else lambda *given, **named: self._call(name, own, given, named)

    def _call(self, name: str, own: Any, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        self.calls.append(name)
        if name == self._failing and self.calls.count(name) == self._at:
            if name == "close":
                own(*given)
            raise OSError(self._error, os.strerror(self._error))
        if name == "write" and self._most is not None:
            return own(given[0], given[1][: self._most])
        return own(*given, **named)

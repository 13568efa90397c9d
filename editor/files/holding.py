"""Which maps this window has the lock of: the open one, and for a moment the one that is about to be."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from editor.session import Origin

if TYPE_CHECKING:
    from model.storage.locks import Held, Lock


class Holding:
    """The locks of one window. `other`: who has the open map where it is here to be read only, None for nobody."""

    def __init__(self) -> None:
        self._locks: dict[str, Lock] = {}
        self.other: Held | None = None

    def take(self, path: Path) -> "Held | None":
        """Who has a map; None where it is ours now, or where no lock can be written."""
        from model.storage.locks import Held, Lock, take

        target = _target(path)
        if target in self._locks:
            return None
        found = take(path)
        if isinstance(found, Lock):
            self._locks[target] = found
        return found if isinstance(found, Held) else None

    def keep_only(self, origin: Origin) -> None:
        """Let go of everything but the open map; of that too where it is not to be changed here."""
        if not origin.read_only:
            self.other = None
        kept = _target(origin.path) if origin.path is not None and not origin.read_only else ""
        for target in [each for each in self._locks if each != kept]:
            self._locks.pop(target).release()

    def release(self) -> None:
        """Let go of everything."""
        self.keep_only(Origin(""))


def _target(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # a name no file can have: reading says so better
        return str(path)

"""Folders that only this user looks into."""

import contextlib
import stat
from pathlib import Path

_MINE = 0o700


def made_private(folder: Path) -> Path:
    """A folder of this user alone, made where it is missing, as are those it lies in. Raises OSError."""
    for each in (*reversed(folder.parents), folder):
        with contextlib.suppress(FileExistsError):
            each.mkdir(mode=_MINE)
    if stat.S_IMODE(folder.stat().st_mode) & ~_MINE:
        with contextlib.suppress(PermissionError):  # a file system without modes
            folder.chmod(_MINE)
    return folder

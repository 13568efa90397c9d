"""Which folder a file is looked for in first, and which files were opened last."""

import os
import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from editor.settings import Settings

_NUMBERED = re.compile(r" \(\d{1,4}\)$")


def last_folder(settings: Settings) -> Path:
    """Where the last file was opened or saved; the user's documents at first, or where that folder is gone."""
    kept = Path(settings.folder) if settings.folder else None
    if kept is not None and _is_folder(kept):
        return kept
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def remember(settings: Settings, path: Path) -> None:
    """A map was opened or saved there."""
    settings.remember(str(path))
    settings.folder = str(path.parent)


def may_write(path: Path) -> bool:
    """Whether a map can be saved where it lies; of one that is gone nothing is known."""
    target = Path(os.path.realpath(path))
    # Saving puts a new file in the place of the old one, which the folder has to allow too.
    return not _is_there(target) or all(os.access(place, os.W_OK) for place in (target, target.parent))


def beside(path: Path) -> Path:
    """A place in the same folder where nothing is yet: “peta (2).cjm” for “peta.cjm”."""
    stem, number = _NUMBERED.sub("", path.stem), 2
    while os.path.lexists(place := path.with_name(f"{stem} ({number}){path.suffix}")):
        number += 1
    return place


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False

"""Which folder a file is looked for in first, and which files were opened last."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from editor.settings import Settings


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


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False

"""Where the program keeps what it must not lose: a folder of this user on this computer, closed to all others."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

JOURNALS = "journals"
HISTORY = "history"
TROUBLE = "trouble"
"""The folders in it."""


def state_folder() -> Path:
    """The place of the state folder, which may not be there yet: `$XDG_STATE_HOME/jejak` or its like."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(found, "jejak")

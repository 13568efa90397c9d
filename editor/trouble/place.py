"""Where the log and the traces lie, and what is to be known of the program they tell of."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from editor.keeping.state import TROUBLE
from model.storage.private import made_private


def trouble_folder(state: Path) -> Path:
    """A folder in the state folder that only the user can look into, made where there is none. Raises OSError."""
    return made_private(made_private(state) / TROUBLE)


@cache
def about() -> str:
    """Versions: of the program, of what it runs on, of the system."""
    import platform

    from PySide6.QtCore import qVersion

    from editor.tasks.version import version

    ours = ""
    with suppress(Exception):  # a report without it is better than none
        ours = version()
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"Jejak {ours}, Python {platform.python_version()}, Qt {qVersion()}, {system}"

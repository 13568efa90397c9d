"""What one user prefers on one computer: language, theme, recent files, how the window stood. No part of any map.

A JSON file and not QSettings: in Qt for Python that unpickles, and so runs, what stands in its file, even when asked
for text only. Here a value is text, a number or a truth value of the kind its setting has, or it is not there.
"""

import json
from pathlib import Path
from typing import Any, Generic, TypeVar, cast, overload

from PySide6.QtCore import QByteArray, QObject, QStandardPaths, Signal

from model.layout.sheets import ORIENTATIONS, PAPERS
from model.storage.atomic import replace
from model.storage.faults import StorageError
from model.storage.system_errors import REASONS, failure

RECENT = 12
"""How many files are remembered."""

T = TypeVar("T", bound=str | int | float | bool)


class Setting(Generic[T]):
    """One value of the file, under its own name; anything but a value of its type (or of `choices`) is the default."""

    def __init__(self, default: T, choices: tuple[T, ...] = ()) -> None:
        self._default = default
        self._choices = choices

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, settings: None, owner: type) -> "Setting[T]": ...
    @overload
    def __get__(self, settings: "Settings", owner: type) -> T: ...
    def __get__(self, settings: "Settings | None", owner: type) -> "T | Setting[T]":
        if settings is None:
            return self
        found = settings.value(self._name)
        return cast("T", found) if self._fits(found) else self._default

    def __set__(self, settings: "Settings", value: T) -> None:
        if not self._fits(value):
            raise ValueError(f"{self._name}: {value!r}")
        settings.keep(self._name, value)

    def _fits(self, value: Any) -> bool:
        return type(value) is type(self._default) and (not self._choices or value in self._choices)


class Settings(QObject):
    """The settings of the user, or those of another file. Each change is written at once.

    Never fails: a file that is damaged or missing means defaults, one that cannot be written is told of once.
    """

    not_written = Signal(str, str)
    """The settings will be forgotten when the program ends: the reason as a code of room `storage`, `reason.<code>`,
    and the system's own words for it."""

    language = Setting("", ("", "id", "en"))
    """Empty: the system's."""
    theme = Setting("system", ("system", "light", "dark"))
    folder = Setting("")
    """Where the last file was opened or saved."""
    paper = Setting("A3", tuple(PAPERS))
    orientation = Setting("landscape", ORIENTATIONS)
    """The last sheet chosen, by its names in model.layout.sheets."""
    window_geometry = Setting("")
    window_state = Setting("")
    """Both as `packed` makes them."""
    welcomed = Setting(False)
    """The first start is over."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or _usual_place()
        self._values = _read(self._path)
        self._told = False

    @property
    def recent(self) -> list[str]:
        """Paths of the files opened or saved last, the latest first."""
        found = self._values.get("recent")
        return [path for path in found if isinstance(path, str)][:RECENT] if isinstance(found, list) else []

    def remember(self, path: str) -> None:
        """Puts a file on top of the recent ones."""
        self._refresh()
        self.keep("recent", [path, *(other for other in self.recent if other != path)][:RECENT])

    def forget(self, path: str) -> None:
        """Takes a file from the recent ones."""
        self._refresh()
        self.keep("recent", [other for other in self.recent if other != path])

    def forget_all(self) -> None:
        """Empties the list of recent files."""
        self.keep("recent", [])

    def value(self, name: str) -> Any:
        """What the file holds under a name, unchecked; None where it holds nothing."""
        return self._values.get(name)

    def keep(self, name: str, value: str | int | float | bool | list[str]) -> None:
        """Writes one value, beside those another window of the program may have written meanwhile."""
        self._refresh()
        if self._values.get(name) == value:
            return
        self._values |= {name: value}
        try:
            _write(self._path, self._values)
        except (StorageError, OSError) as error:
            self._tell(error)

    def _refresh(self) -> None:
        # What could not be written lives here only, and what stands in the file is older.
        if not self._told:
            self._values |= _read(self._path)

    def _tell(self, error: StorageError | OSError) -> None:
        if not self._told:
            self._told = True
            self.not_written.emit(*_why(self._path, error))


def packed(content: QByteArray) -> str:
    """What QMainWindow.saveState and saveGeometry give, as text."""
    return bytes(content.toBase64().data()).decode("ascii")


def unpacked(text: str) -> QByteArray:
    """The opposite of `packed`; empty for what is none, which Qt's restore methods refuse without harm."""
    return QByteArray.fromBase64(text.encode("utf-8", "replace"))


def _usual_place() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder, "jejak", "settings.json")


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _why(path: Path, error: StorageError | OSError) -> tuple[str, str]:
    """The reason as a code of room `storage`, and the system's words."""
    known = error if isinstance(error, StorageError) else failure("not_saved", path, error)
    reason = known.code if known.code in REASONS.values() else "other"
    return str(known.details.get("reason", reason)), str(known.details.get("words", known.code))


def _write(path: Path, values: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # The names of the recent files are nobody else's concern.
    replace(path, (json.dumps(values, indent=2) + "\n").encode(), mode=0o600)

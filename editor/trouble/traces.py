"""What is left of a program that crashed: which lines of code each of its threads was at, written by faulthandler
while it died. A program that ends as it should leaves nothing."""

import contextlib
import faulthandler
import os
import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import msgspec

from editor.trouble.faults import place
from model.storage.owner import Owner, is_gone, this_process

_BEGUN, _ENDING = "crash-", ".txt"
_OLD = "old-"
"""How a trace is called that the user was told of."""

_KEPT = 10
"""Traces kept after they were told of, for whoever asks for them."""

_MOST = 256 * 1024
"""Bytes read of one."""

_LINE = re.compile(r'^(?P<before> *)File "(?P<file>.*)", line (?P<line>\d+) in (?P<name>.*)$')


_REMARK = "# "
"""What a line begins with that is no part of the trace; the very first is the owner's."""


class Crash(msgspec.Struct, frozen=True):
    """A program that ended otherwise than it should. `text`: its versions, and where in the code its threads were."""

    path: Path
    when: datetime
    text: str


class Watch:
    """While it is kept, a crash of this process leaves a trace in the folder."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError."""
        name = f"{os.getpid()}-{secrets.token_hex(4)}{_ENDING}"
        self._path = folder / (_BEGUN + name)
        self._file = _begun(folder / f".{name}", self._path)
        faulthandler.enable(self._file, all_threads=True)

    def remark(self, words: str) -> None:
        """Something to be known of this process should it crash."""
        with contextlib.suppress(OSError):
            self._file.write(f"{_REMARK}{words}\n".encode())

    def end(self) -> None:
        """The program ends as it should."""
        faulthandler.disable()
        self._file.close()
        with contextlib.suppress(OSError):
            self._path.unlink()


def _begun(young: Path, path: Path) -> IO[Any]:
    """The file, which under its name always says whose it is."""
    handle = os.open(young, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(msgspec.structs.replace(this_process(), user="")) + b"\n")
        young.replace(path)
    except OSError:
        young.unlink()
        raise
    return path.open("ab", buffering=0)


def crashes(folder: Path) -> list[Crash]:
    """Those nobody was told of yet, the latest first; what programs left that were merely killed is cleared away."""
    return _sorted(_left, _named(folder, _BEGUN))


def told(crash: Crash) -> None:
    """The user knows of it: it stays for a while, and is offered no more."""
    with contextlib.suppress(OSError):
        crash.path.rename(crash.path.with_name(_OLD + crash.path.name))
        for path in sorted(_named(crash.path.parent, _OLD), key=_age, reverse=True)[_KEPT:]:
            path.unlink()


def earlier(folder: Path) -> list[Crash]:
    """Those the user was told of, the latest first."""
    return _sorted(lambda path: _read(path)[1], _named(folder, _OLD))


def clear(folder: Path) -> None:
    """Remove all of them but those of programs that run. Raises OSError."""
    for crash in (*crashes(folder), *earlier(folder)):
        crash.path.unlink(missing_ok=True)


def _sorted(read: Callable[[Path], Crash | None], paths: list[Path]) -> list[Crash]:
    found = []
    for path in paths:
        with contextlib.suppress(OSError):  # another window may have cleared it away
            crash = read(path)
            if crash is not None:
                found.append(crash)
    return sorted(found, key=lambda crash: crash.when, reverse=True)


def _named(folder: Path, beginning: str) -> list[Path]:
    with contextlib.suppress(OSError):
        return [path for path in folder.iterdir() if path.name.startswith(beginning) and path.suffix == _ENDING]
    return []


def _age(path: Path) -> float:
    return path.stat().st_mtime


def _left(path: Path) -> Crash | None:
    """None for a program that still runs, and for one that left no trace before it was gone."""
    owner, crash = _read(path)
    if owner is not None and not is_gone(owner):
        return None
    if crash is None:
        path.unlink(missing_ok=True)
    return crash


def _read(path: Path) -> tuple[Owner | None, Crash | None]:
    with path.open("rb") as file:
        first, text = file.readline(_MOST), file.read(_MOST).decode("utf-8", "replace")
    try:
        owner = msgspec.json.decode(first, type=Owner)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None, None
    lines = text.strip().splitlines()
    if all(line.startswith(_REMARK) for line in lines):
        return owner, None
    shown = "\n".join(_shortened(line.removeprefix(_REMARK)) for line in lines)
    return owner, Crash(path, datetime.fromtimestamp(_age(path), UTC), shown)


def _shortened(line: str) -> str:
    found = _LINE.match(line)
    return f"{found['before']}{place(found['file'])}:{found['line']} {found['name']}" if found else line

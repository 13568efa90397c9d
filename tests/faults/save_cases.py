"""Where a map may be saved: places made on any disk, real or simulated, and what is seen there."""

import contextlib
import os
import stat
from collections.abc import Callable
from typing import Any

import msgspec

from tests.faults.faulty import Crash, Faulty

NEIGHBOUR = b"somebody else's words"
_PATH = "maps/map.cjm"
_DAY_AND_MORE = 25 * 60 * 60
Save = Callable[[str, Any, bytes, str | None], None]
"""Puts bytes at a path, through a system; where a digest is given, over a file with that digest only."""


class Case(msgspec.Struct, frozen=True):
    """A place. `build` makes it in a folder of an os-like system, and gives its path.

    `settled`: what was built is on the disk. `refused`: nothing may be saved here. `simulated_only`: on a real disk
    root would be let through.
    """

    name: str
    build: Callable[[Any, str, bytes, Save], str]
    settled: bool = True
    refused: bool = False
    simulated_only: bool = False


class Seen(msgspec.Struct, frozen=True):
    """What stands at a place: the bytes a reader gets, permissions, whether it is a link, and what is beside it."""

    content: bytes | None
    mode: int | None
    link: bool
    beside: frozenset[str]
    neighbour: bytes | None


def look(system: Any, root: str, path: str) -> Seen:
    """Reads without changing anything."""
    content = _content(system, path)
    mode = None if content is None else stat.S_IMODE(system.stat(path).st_mode)
    beside = frozenset(system.listdir(f"{root}/maps"))
    return Seen(content, mode, _is_link(system, path), beside, _content(system, f"{root}/maps/neighbour.cjm"))


def _content(system: Any, path: str) -> bytes | None:
    try:
        handle = system.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    content = b""
    while chunk := system.read(handle, 1 << 20):
        content += chunk
    system.close(handle)
    return content


def _is_link(system: Any, path: str) -> bool:
    try:
        return stat.S_ISLNK(system.lstat(path).st_mode)
    except FileNotFoundError:
        return False


def _put(system: Any, path: str, content: bytes, mode: int = 0o644) -> str:
    handle = system.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    system.write(handle, content)
    system.fchmod(handle, mode)
    system.close(handle)
    return path


def _new(system: Any, root: str, _old: bytes, _save: Save) -> str:
    for folder in ("maps", "elsewhere"):
        system.mkdir(f"{root}/{folder}", 0o755)
    _put(system, f"{root}/maps/neighbour.cjm", NEIGHBOUR)
    return f"{root}/{_PATH}"


def _existing(system: Any, root: str, old: bytes, save: Save) -> str:
    return _put(system, _new(system, root, old, save), old)


def _private(system: Any, root: str, old: bytes, save: Save) -> str:
    return _put(system, _new(system, root, old, save), old, 0o640)


def _linked(system: Any, root: str, old: bytes, save: Save) -> str:
    _existing(system, root, old, save)
    return _link(system, root)


def _dangling(system: Any, root: str, old: bytes, save: Save) -> str:
    _new(system, root, old, save)
    return _link(system, root)


def _link(system: Any, root: str) -> str:
    system.symlink("../maps/map.cjm", f"{root}/elsewhere/nearer.cjm")
    system.symlink(f"{root}/elsewhere/nearer.cjm", f"{root}/elsewhere/link.cjm")
    return f"{root}/elsewhere/link.cjm"


def _trapped(system: Any, root: str, old: bytes, save: Save) -> str:
    """Somebody who knows the names of temporary files put links there that lead to another's file."""
    path = _existing(system, root, old, save)
    for planted in ("map.cjm.tmp", ".map.cjm.tmp", "map.cjm~"):
        system.symlink("neighbour.cjm", f"{root}/maps/{planted}")
    return path


def _littered(system: Any, root: str, old: bytes, save: Save) -> str:
    """A save of the same file was killed yesterday: just ahead of the swap."""
    path = _existing(system, root, old, save)
    before = set(system.listdir(f"{root}/maps"))
    with contextlib.suppress(Crash):
        save(path, _killed_at_the_swap(system), old, None)
    for left in set(system.listdir(f"{root}/maps")) - before:
        past = system.stat(f"{root}/maps/{left}").st_mtime - _DAY_AND_MORE
        system.utime(f"{root}/maps/{left}", (past, past))
    return path


def _killed_at_the_swap(system: Any) -> Any:
    class Killed(Faulty):
        def replace(self, *_: Any) -> None:
            self.die()

    return Killed(system)


def _saved_before(system: Any, root: str, old: bytes, save: Save) -> str:
    """Whatever the last save left for the disk to do later is still to be done."""
    path = _existing(system, root, old[::-1], save)
    settle(system)
    save(path, system, old, None)
    return path


def _forbidden_folder(system: Any, root: str, old: bytes, save: Save) -> str:
    path = _existing(system, root, old, save)
    system.chmod(f"{root}/maps", 0o555)
    return path


def _forbidden_file(system: Any, root: str, old: bytes, save: Save) -> str:
    return _put(system, _new(system, root, old, save), old, 0o440)


def settle(system: Any) -> None:
    """What was done so far is on the disk; a real one needs no word of it."""
    if hasattr(system, "settle"):
        system.settle()


CASES = (
    Case("a new file", _new),
    Case("an old file", _existing),
    Case("an old file of mode 0640", _private),
    Case("behind a link", _linked),
    Case("behind a link to nothing", _dangling),
    Case("links planted beside it", _trapped),
    Case("a killed save left a file", _littered),
    Case("saved a moment ago", _saved_before, settled=False),
    Case("a folder to read only", _forbidden_folder, refused=True, simulated_only=True),
    Case("a file to read only", _forbidden_file, refused=True, simulated_only=True),
)

"""Odd places to save: how each is made, what a save answers there, and what the command line says."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import msgspec

from model.storage import cjm
from tests.making.maps import realistic_map

OLD = cjm.encode(realistic_map(10, seed=1))
NEW_MAP = realistic_map(400, seed=2)
NEW = cjm.encode(NEW_MAP)

NOBODY = 65534
"""An ordinary user, and its group."""


class Place(msgspec.Struct, frozen=True):
    """Somewhere to save. `make` makes it in a folder and gives the path.

    `code` and `reason` are what a save answers; no code: it is saved. `spoken` is the command line's reason, a key of
    `cli` or of `storage`, where it says it in words of its own. `opened`: over a map that was opened there. `disk`:
    options of a disk in memory that the folder is on. `as_user`: whoever saves is an ordinary user, where that is not
    so anyway; `of_root`: and only root can make it.
    """

    name: str
    make: Callable[[Path], Path]
    code: str = ""
    reason: str = ""
    spoken: str = ""
    opened: bool = False
    disk: str = ""
    as_user: bool = False
    of_root: bool = False


def _absent(folder: Path) -> Path:
    return folder / "map.cjm"


def _present(folder: Path) -> Path:
    path = _absent(folder)
    path.write_bytes(OLD)
    path.chmod(0o666)
    return path


def _filled(folder: Path, left: int) -> Path:
    """All of the disk is taken but for so many bytes."""
    path = _present(folder)
    with (folder / "filler").open("wb", buffering=0) as filler:
        free = os.statvfs(folder)
        filler.write(b"x" * (free.f_bavail * free.f_frsize - left))
    return path


def _full(folder: Path) -> Path:
    return _filled(folder, 0)


def _nearly_full(folder: Path) -> Path:
    return _filled(folder, len(NEW) // 2)


def _shut_folder(folder: Path) -> Path:
    path = _inside(folder)
    path.parent.chmod(0o555)
    return path


def _inside(folder: Path) -> Path:
    inner = folder / "inner"
    inner.mkdir()
    return _present(inner)


def _shut_file(folder: Path) -> Path:
    path = _present(folder)
    path.chmod(0o444)
    return path


def _shared(folder: Path) -> Path:
    """As in /tmp, where everybody may write and nobody may take away what is another's."""
    path = _inside(folder)
    path.parent.chmod(0o1777)
    return path


def _of_somebody(folder: Path) -> Path:
    path = _present(folder)
    path.chmod(0o640)
    os.chown(path, NOBODY, NOBODY)
    return path


def _vanished(folder: Path) -> Path:
    path = _inside(folder)
    path.unlink()
    path.parent.rmdir()
    return path


def _vanished_file(folder: Path) -> Path:
    path = _present(folder)
    path.unlink()
    return path


def _linked(folder: Path) -> Path:
    return _link(folder, _inside(folder))


def _link_to_nothing(folder: Path) -> Path:
    return _link(folder, folder / "inner.cjm")


def _link_to_no_folder(folder: Path) -> Path:
    return _link(folder, folder / "inner" / "map.cjm")


def _link_to_itself(folder: Path) -> Path:
    return _link(folder, folder / "link.cjm")


def _device(folder: Path) -> Path:
    return _link(folder, Path("/dev/null"))


def _link(folder: Path, target: Path) -> Path:
    link = folder / "link.cjm"
    link.symlink_to(target)
    return link


def _folder(folder: Path) -> Path:
    _absent(folder).mkdir()
    return _absent(folder)


def _pipe(folder: Path) -> Path:
    os.mkfifo(_absent(folder))
    return _absent(folder)


def _socket(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(_absent(folder)))
    return _absent(folder)


def _in_a_file(folder: Path) -> Path:
    return _present(folder) / "inner.cjm"


def _long_name(folder: Path) -> Path:
    return folder / f"{'peta' * 80}.cjm"


_SMALL = "size=1m"
PLACES = (
    Place("a full disk", _full, "not_saved", "disk_full", disk=_SMALL),
    Place("a disk with room for half an opened map", _nearly_full, "not_saved", "disk_full", opened=True, disk=_SMALL),
    Place("a disk to read only", _present, "not_saved", "read_only_disk", disk="ro"),
    Place("a new file on a disk to read only", _absent, "not_saved", "read_only_disk", disk="ro"),
    Place("a folder to read only", _shut_folder, "not_saved", "forbidden", as_user=True),
    Place("a file to read only", _shut_file, "not_saved", "forbidden", as_user=True),
    Place("another's file in a shared folder", _shared, "not_saved", "forbidden", as_user=True, of_root=True),
    Place("a file of somebody else", _of_somebody, of_root=True),
    Place("a vanished folder", _vanished, "not_saved", "missing", "no_folder"),
    Place("a vanished folder of an opened map", _vanished, "changed_on_disk", opened=True),
    Place("a vanished file of an opened map", _vanished_file, "changed_on_disk", opened=True),
    Place("a link to a file", _linked),
    Place("a link to nothing", _link_to_nothing),
    Place("a link into no folder", _link_to_no_folder, "not_saved", "missing"),
    Place("a link to itself", _link_to_itself, "not_saved", "link_loop", "reason.link_loop"),
    Place("a folder in place of the file", _folder, "is_folder", spoken="is_folder"),
    Place("a folder in place of an opened map", _folder, "is_folder", opened=True),
    Place("a pipe in place of the file", _pipe, "no_file", spoken="is_special"),
    Place("a pipe in place of an opened map", _pipe, "no_file", opened=True),
    Place("a socket in place of the file", _socket, "no_file", spoken="is_special"),
    Place("a device in place of the file", _device, "no_file", spoken="is_special"),
    Place("a file in place of the folder", _in_a_file, "not_saved", "no_such_folder", "reason.no_such_folder"),
    Place("a name that is too long", _long_name, "not_saved", "bad_name", "reason.bad_name"),
)

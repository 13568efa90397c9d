"""The calls of the os module that a save needs, on a disk with a cache that exists in memory only."""

import errno
import itertools
import os
import posixpath
import random
import stat
from collections.abc import Iterator
from types import SimpleNamespace

from tests.faults.simulated_nodes import (
    ROOT,
    Effect,
    Node,
    Nodes,
    Waiting,
    after_power_cut,
    both,
    cut_effect,
    mode_effect,
    name_effect,
    write_effects,
)
from tests.faults.simulated_paths import error, existing, find


class Simulated:
    """Like the os module, for one ordinary user. Synced data and synced names are all that outlives a power cut."""

    name = "posix"
    path = posixpath

    def __init__(self, nodes: Nodes | None = None) -> None:
        self._now = {ROOT: Node(stat.S_IFDIR | 0o755)} if nodes is None else nodes
        self._durable: Nodes = {}
        self._waiting: list[Waiting] = []
        self._opened: dict[int, tuple[int, int]] = {}
        self._numbers = itertools.count(max(self._now) + 1)
        self._mask = 0o022
        self.settle()

    @property
    def handles(self) -> int:
        """How many are open."""
        return len(self._opened)

    def settle(self) -> None:
        """Everything has reached the disk."""
        self._durable = {number: node.copy() for number, node in self._now.items()}
        self._waiting = []

    def after_power_cut(self, chance: random.Random) -> Iterator["Simulated"]:
        """The disks that the machine may start from again."""
        return (Simulated(nodes) for nodes in after_power_cut(self._durable, self._waiting, chance))

    def open(self, path: str, flags: int, mode: int = 0o777) -> int:
        folder, name, number = self._find(path, follow=not flags & (os.O_EXCL | os.O_NOFOLLOW))
        if number is None:
            number = self._made(folder, name, flags, mode, path)
        elif flags & os.O_CREAT and flags & os.O_EXCL:
            raise error(errno.EEXIST, path)
        node = self._now[number]
        if flags & os.O_DIRECTORY and not stat.S_ISDIR(node.mode):
            raise error(errno.ENOTDIR, path)
        if flags & (os.O_WRONLY | os.O_RDWR) and not node.mode & 0o200:
            raise error(errno.EACCES, path)
        if flags & os.O_TRUNC:
            self._do(number, cut_effect(number, 0))
        handle = next(self._numbers)
        self._opened[handle] = (number, 0)
        return handle

    def _made(self, folder: int, name: str, flags: int, mode: int, path: str) -> int:
        if not flags & os.O_CREAT:
            raise error(errno.ENOENT, path)
        self._check_writable(folder, path)
        return self._new(folder, name, Node(stat.S_IFREG | mode & ~self._mask))

    def read(self, handle: int, most: int) -> bytes:
        number, at = self._opened[handle]
        data = self._now[number].content[at : at + most]
        self._opened[handle] = (number, at + len(data))
        return data

    def write(self, handle: int, data: bytes | memoryview) -> int:
        number, at = self._opened[handle]
        self._do(number, *write_effects(number, at, bytes(data)))
        self._opened[handle] = (number, at + len(data))
        return len(data)

    def ftruncate(self, handle: int, length: int) -> None:
        number, _ = self._opened[handle]
        self._do(number, cut_effect(number, length))

    def fchmod(self, handle: int, mode: int) -> None:
        number, _ = self._opened[handle]
        self._do(number, mode_effect(number, mode))

    def chmod(self, path: str, mode: int) -> None:
        number = self._existing(path)
        self._do(number, mode_effect(number, mode))

    def fsync(self, handle: int) -> None:
        number, _ = self._opened[handle]
        kept = []
        for each in self._waiting:
            if each.held_by != number or each.lost:
                kept.append(each)
            else:
                each.effects[0](self._durable)
        self._waiting = kept

    def sync_failed(self, handle: int) -> None:
        """What an error of fsync leaves: pages that count as written and were not."""
        number, _ = self._opened[handle]
        for each in self._waiting:
            each.lost = each.lost or each.held_by == number

    def close(self, handle: int) -> None:
        del self._opened[handle]

    def replace(self, source: str, target: str) -> None:
        folder, name, number = self._find(source, follow=False)
        onto, other, _ = self._find(target, follow=False)
        if number is None:
            raise error(errno.ENOENT, source)
        self._check_writable(folder, source)
        self._check_writable(onto, target)
        self._do(onto, both(name_effect(folder, name, None), name_effect(onto, other, number)))

    def unlink(self, path: str) -> None:
        folder, name, number = self._find(path, follow=False)
        if number is None:
            raise error(errno.ENOENT, path)
        self._check_writable(folder, path)
        self._do(folder, name_effect(folder, name, None))

    def mkdir(self, path: str, mode: int = 0o777) -> None:
        folder, name, _ = self._find(path, follow=False)
        self._new(folder, name, Node(stat.S_IFDIR | mode & ~self._mask))

    def symlink(self, target: str, path: str) -> None:
        folder, name, _ = self._find(path, follow=False)
        self._new(folder, name, Node(stat.S_IFLNK | 0o777, target.encode()))

    def readlink(self, path: str) -> str:
        node = self._now[self._existing(path, follow=False)]
        if not stat.S_ISLNK(node.mode):
            raise error(errno.EINVAL, path)
        return node.content.decode()

    def listdir(self, path: str) -> list[str]:
        return list(self._now[self._existing(path)].names)

    def stat(self, path: str) -> SimpleNamespace:
        return self._told(self._existing(path))

    def lstat(self, path: str) -> SimpleNamespace:
        return self._told(self._existing(path, follow=False))

    def fstat(self, handle: int) -> SimpleNamespace:
        return self._told(self._opened[handle][0])

    def utime(self, path: str, times: tuple[float, float]) -> None:
        self._now[self._existing(path)].mtime = times[1]

    def access(self, path: str, wanted: int) -> bool:
        return self._now[self._existing(path)].mode >> 6 & wanted == wanted

    def umask(self, mask: int) -> int:
        self._mask, before = mask, self._mask
        return before

    def _told(self, number: int) -> SimpleNamespace:
        node = self._now[number]
        return SimpleNamespace(
            st_mode=node.mode,
            st_mtime=node.mtime,
            st_size=len(node.content),
            st_ino=number,
            st_dev=1,
            st_uid=0,
            st_gid=0,
        )

    def _do(self, held_by: int, *effects: Effect) -> None:
        effects[0](self._now)
        self._waiting.append(Waiting(held_by, effects))

    def _new(self, folder: int, name: str, node: Node) -> int:
        """A node is nothing until a name leads to it, and that name waits."""
        number = next(self._numbers)
        self._now[number], self._durable[number] = node, node.copy()
        self._do(folder, name_effect(folder, name, number))
        return number

    def _check_writable(self, folder: int, path: str) -> None:
        if not self._now[folder].mode & 0o200:
            raise error(errno.EACCES, path)

    def _existing(self, path: str, *, follow: bool = True) -> int:
        return existing(self._now, path, follow=follow)

    def _find(self, path: str, *, follow: bool) -> tuple[int, str, int | None]:
        return find(self._now, path, follow=follow)

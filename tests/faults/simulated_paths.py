"""Which node of a simulated disk a path leads to."""

import errno
import os
import posixpath
import stat

from tests.faults.simulated_nodes import ROOT, Nodes

_MOST_LINKS = 40


def existing(nodes: Nodes, path: str, *, follow: bool = True) -> int:
    """The node that is there. Raises FileNotFoundError and what the way there raises."""
    _, _, number = find(nodes, path, follow=follow)
    if number is None:
        raise error(errno.ENOENT, path)
    return number


def find(nodes: Nodes, path: str, *, follow: bool, links: int = 0) -> tuple[int, str, int | None]:
    """The folder that a name is in, the name, and the node that it leads to, if there is one."""
    if links > _MOST_LINKS:
        raise error(errno.ELOOP, path)
    # There are no links to folders here, so that ".." leads where it seems to.
    above, name = posixpath.split(posixpath.normpath(path))
    if not name:
        return ROOT, "", ROOT
    folder = _folder(nodes, above, links)
    number = nodes[folder].names.get(name)
    if number is not None and follow and stat.S_ISLNK(nodes[number].mode):
        further = posixpath.join(above, nodes[number].content.decode())
        return find(nodes, further, follow=True, links=links + 1)
    return folder, name, number


def error(number: int, path: str) -> OSError:
    """As the system words it."""
    return OSError(number, os.strerror(number), path)


def _folder(nodes: Nodes, path: str, links: int) -> int:
    _, _, number = find(nodes, path, follow=True, links=links)
    if number is None:
        raise error(errno.ENOENT, path)
    if not stat.S_ISDIR(nodes[number].mode):
        raise error(errno.ENOTDIR, path)
    return number

"""Whose a file is while somebody works with it: a process of a computer, and whether it is still there.

A number of a process says little: it is given away again, and means another one on each computer, after each start of
it, and inside each container. Linux answers all of that in /proc, by no clock that could be set; elsewhere psutil does.
"""

import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

LONGEST = 256
"""Characters of a word about an owner."""
Short = Annotated[str, msgspec.Meta(max_length=LONGEST)]
Pid = Annotated[int, msgspec.Meta(ge=1, le=2**32 - 1)]

_LINUX = sys.platform == "linux"
_STATE, _START = 0, 19
"""Words of /proc/<pid>/stat behind the name, which stands in brackets and may hold anything (proc_pid_stat(5))."""
_DEAD = "ZX"
"""States of a process that is no more, and whose end nobody has asked for yet."""
_INVENTED = 1 << 40
"""The bit of a network address that none of a real card has: Python made it up, for this process only (RFC 9562)."""


class Owner(msgspec.Struct, frozen=True):
    """A process. `user` and `host` are for people, the rest is compared and empty where the system does not say.

    `started` and `boot`: of the process and of the computer. `machine` is the same for every start of a computer,
    `space` tells numbers of processes inside a container from those outside.
    """

    user: Short
    host: Short
    pid: Pid
    started: Short = ""
    boot: Short = ""
    machine: Short = ""
    space: Short = ""


@cache
def _asked_once(pid: int) -> Owner:
    return Owner(
        user=_fitting(_user()),
        host=_fitting(_host()),
        pid=pid,
        started=started(pid) or "",
        boot=_text("/proc/sys/kernel/random/boot_id"),
        machine=_machine(),
        space=_link("/proc/self/ns/pid"),
    )


def this_process() -> Owner:
    """The one that asks."""
    return _asked_once(os.getpid())  # by its number: a process that forked is another one


def is_gone(owner: Owner) -> bool:
    """Whether a process is surely no more: nobody knows that of one on another computer."""
    here = this_process()
    if not _same_computer(owner, here):
        return False
    if owner.boot != here.boot:
        return True
    return owner.space == here.space and not _may_run(owner)


def _may_run(owner: Owner) -> bool:
    found = started(owner.pid)
    return found is not None and (found == owner.started or not (found and owner.started))


def started(pid: int) -> str | None:
    """When a process began, in the system's own words; "" for one that does not say, None where there is none."""
    return _started_by_proc(pid) if _LINUX else started_by_psutil(pid)


def _same_computer(owner: Owner, here: Owner) -> bool:
    """No two computers share a start; where another start is meant, name and number of the machine have to agree, for
    copies of a virtual machine share the number."""
    if owner.boot and owner.boot == here.boot:
        return True
    return bool(owner.machine) and (owner.machine, owner.host) == (here.machine, here.host)


def _started_by_proc(pid: int) -> str | None:
    """In ticks since the computer's start."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return None if words[_STATE] in _DEAD else words[_START]
    except FileNotFoundError:  # or it is another user's, and the system hides those
        return "" if _answers(pid) else None
    except (OSError, IndexError):
        return ""


def _answers(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def started_by_psutil(pid: int) -> str | None:
    """In seconds since 1970, as the system noted them when the process began."""
    import psutil

    try:
        return f"{psutil.Process(pid).create_time():.2f}"
    except psutil.NoSuchProcess:
        return None
    except (psutil.Error, OSError):
        return ""


def _host() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform

    return platform.node()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, LookupError):  # a number without a name, as in a container
        return ""


def _machine() -> str:
    """A digest: the number itself is not for others to see (machine-id(5))."""
    if _LINUX:
        number = _text("/etc/machine-id") or _text("/var/lib/dbus/machine-id")
    else:
        import uuid

        address = uuid.getnode()
        number = "" if address & _INVENTED else str(address)
    return hashlib.sha256(f"jejak {number}".encode()).hexdigest()[:32] if number else ""


def _text(path: str) -> str:
    try:
        return _fitting(Path(path).read_text(encoding="utf-8", errors="replace").strip())
    except OSError:
        return ""


def _link(path: str) -> str:
    try:
        return _fitting(str(Path(path).readlink()))
    except OSError:
        return ""


def _fitting(text: str) -> str:
    """What can be written as UTF-8, and read again."""
    return text.encode("utf-8", "replace").decode()[:LONGEST]

"""Runs parts in processes of their own, two at a time: one that dies or hangs is a violation, and no end of the run."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import msgspec

from tests.faults import parts
from tests.faults.table import Line, Row, Size

AT_A_TIME = 2
_LONGEST = {Size.SMALL: 480, Size.FULL: 4 * 60 * 60}
"""Seconds after which a part hangs."""
_GRACE = 20
"""Seconds in which a part that was told to end unmounts and removes what it made."""


def run_all(chosen: Iterable[str], size: Size) -> list[Line]:
    """The rows of all parts, in the order of the parts. Stopped, it stops them all, and waits while they tidy up."""
    children: list[subprocess.Popen[bytes]] = []
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        try:
            return [line for lines in pool.map(partial(_apart, size, children), chosen) for line in lines]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in children:
                child.terminate()
            raise


def here(part: str, size: Size) -> Iterator[Line]:
    """A part's rows with the seconds each took, in this process."""
    began = time.monotonic()
    for row in parts.run(part, size):
        now = time.monotonic()
        yield Line(part, row, now - began)
        began = now


def _apart(size: Size, children: list[subprocess.Popen[bytes]], part: str) -> list[Line]:
    command = [sys.executable, "-m", "tests.faults", "--rows", part, "--size", size]
    began = time.monotonic()
    lines = run_apart(part, command, _LONGEST[size], children)
    print(f"{part}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return lines


def run_apart(part: str, command: list[str], longest: float, children: list[subprocess.Popen[bytes]]) -> list[Line]:
    """The rows that a command writes, and one more where it dies or takes longer than so many seconds."""
    began = time.monotonic()
    # A group of its own: what it starts ends with it.
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    children.append(child)
    told, complaint, why = _outcome(child, longest)
    lines = [msgspec.json.decode(line, type=Line) for line in told.splitlines()]
    if why:
        said = complaint.decode("utf-8", "replace").strip().splitlines()[-1:]
        lines.append(Line(part, Row("the part itself", 1, 1, ": ".join([why, *said])), time.monotonic() - began))
    sys.stderr.buffer.write(complaint)
    return lines


def _outcome(child: subprocess.Popen[bytes], longest: float) -> tuple[bytes, bytes, str]:
    """What a part wrote, what it complained, and what went wrong with it, if anything did."""
    try:
        told, complaint = child.communicate(timeout=longest)
    except subprocess.TimeoutExpired:
        told, complaint = _ended(child)
        return told, complaint, f"took longer than {longest} s"
    return told, complaint, f"ended with {child.returncode}" if child.returncode else ""


def _ended(child: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    child.terminate()
    try:
        return child.communicate(timeout=_GRACE)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        return child.communicate()

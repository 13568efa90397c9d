"""The real program saves under strace, which kills it or answers with an error at each system call in turn."""

import itertools
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import msgspec

from model.storage import cjm
from resources.words import words
from tests.faults.faulty import ERRORS
from tests.faults.table import Row, Size
from tests.making.maps import realistic_map

ROOT = Path(__file__).parents[2]
_CALLS = (
    "openat,open,creat,write,pwrite64,writev,read,pread64,fsync,fdatasync,fchmod,chmod,fchown,rename,renameat,renameat2,"
    "link,linkat,close,unlink,unlinkat,fstat,newfstatat,stat,lstat,statx,readlink,readlinkat,access,faccessat,faccessat2,"
    "getdents64,ftruncate,truncate"
)
_CALL = re.compile(r"^\d+ +(\w+)\(")
_IDS = re.compile(rb'"[a-z]_[0-9a-z]{8}"')
_AT_A_TIME = 2
_OLD = cjm.encode(realistic_map(30, seed=1))
_NOT_SYNCED = words("storage", "en")("error.not_synced", reason="")

Plan = tuple[str, ...]
"""What strace injects in one trial."""


class Program(msgspec.Struct, frozen=True):
    """A way of saving, and the arguments after `python` that save over a path."""

    name: str
    arguments: tuple[str, ...]


PROGRAMS = (
    Program("an opened map", ("-m", "tests.faults.save_once")),
    Program("new --force", ("main.py", "new", "--template", "five-stages", "--date", "2026-01-01", "--force", "-o")),
)
_NAIVE = Program(
    "saving in place",
    ("-c", "import sys; was = open(sys.argv[1]).read(); file = open(sys.argv[1], 'w'); file.write(was[::-1])"),
)


class Place(msgspec.Struct, frozen=True):
    """The `turn`th call of this kind, counted from 1, in the life of the program."""

    call: str
    turn: int


class Ended(msgspec.Struct, frozen=True):
    """How a trial ended. `hit`: the fault did come, on the way to the map's folder."""

    wrong: str
    hit: bool


def run(size: Size) -> Iterable[Row]:
    """For each program a row of kills and one of errors; in the full run also errors that the cleaning up meets too."""
    if reason := _cannot():
        yield Row("faults by strace", 0, 0, reason)
        return
    for program in PROGRAMS:
        new, places = _new(program), _places(program)
        yield _row(program, "SIGKILL", new, _kills(places))
        yield _row(program, "errors", new, list(_errors(places, size)))
        if size is Size.FULL:
            yield _row(program, "two errors", new, list(_twice(places)))
    yield _naive_row()


def _kills(places: list[Place]) -> list[Plan]:
    return [(f"{place.call}:signal=KILL:when={place.turn}",) for place in places]


def _errors(places: list[Place], size: Size) -> Iterator[Plan]:
    """Every error at every call; the small run has one at each, in turn."""
    turns = itertools.cycle(ERRORS)
    for place in places:
        for error in ERRORS if size is Size.FULL else (next(turns),):
            yield (f"{place.call}:error={error}:when={place.turn}",)


def _twice(places: list[Place]) -> Iterator[Plan]:
    """Also what a failed save would remove cannot be removed."""
    for place in places:
        yield (f"{place.call}:error=EIO:when={place.turn}", "unlink:error=EIO")


def _row(program: Program, what: str, new: bytes, plans: list[Plan]) -> Row:
    ended = _trials(program, new, plans)
    wrong = [f"{each.wrong} ({', '.join(plan)})" for plan, each in zip(plans, ended, strict=True) if each.wrong]
    hits = sum(each.hit for each in ended)
    note = wrong[0] if wrong else f"{len(plans) - hits} did not come" * (hits < len(plans))
    return Row(f"{program.name}: {what}", hits, len(wrong) or int(not hits), note)


def _naive_row() -> Row:
    """Where a save that is known to be wrong loses nothing, this part shows nothing."""
    ended = _trials(_NAIVE, _new(_NAIVE), _kills(_places(_NAIVE)))
    lost = sum(bool(each.wrong) for each in ended)
    return Row(f"the same, {_NAIVE.name}", len(ended), int(not lost), f"{lost} files lost, as must be")


def _trials(program: Program, new: bytes, plans: list[Plan]) -> list[Ended]:
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        return list(pool.map(partial(_trial, program, new), plans))


def _trial(program: Program, new: bytes, plan: Plan) -> Ended:
    with tempfile.TemporaryDirectory() as folder:
        path, log = Path(folder, "maps", "map.cjm"), Path(folder, "log")
        done = _traced(program, path, log, *(part for each in plan for part in ("-e", f"inject={each}")))
        lines = log.read_text("utf-8", "replace").splitlines()
        killed = any("+++ killed by SIGKILL" in line for line in lines)
        injected = any("(INJECTED)" in line and str(path.parent) in line for line in lines)
        left = {each.name for each in path.parent.iterdir()} - {path.name}
        may_leave = killed or "unlink:" in "".join(plan)
        return Ended(
            _wrong(path.read_bytes(), new, done, killed) or f"left: {left}" * bool(left and not may_leave),
            killed or injected,
        )


def _wrong(content: bytes, new: bytes, done: subprocess.CompletedProcess[str], killed: bool) -> str:
    is_new = _IDS.sub(b"", content) == new
    if not is_new and content != _OLD:
        return f"neither the old file nor the new one: {len(content)} bytes"
    if killed:
        return ""
    if "Traceback" in done.stderr or done.returncode not in (0, 1, 2):
        return f"ended with {done.returncode}: {done.stderr[-200:]!r}"
    if done.returncode == 2 and (not done.stderr.strip() or is_new != (_NOT_SYNCED in done.stderr)):
        return f"said {done.stderr!r}, which is not so"
    return "said saved, and is not" if done.returncode != 2 and not is_new else ""


def _places(program: Program) -> list[Place]:
    """Every call on the map's folder and what is in it, in a run where nothing fails."""
    counts: Counter[str] = Counter()
    places = []
    with tempfile.TemporaryDirectory() as folder:
        path, log = Path(folder, "maps", "map.cjm"), Path(folder, "log")
        _traced(program, path, log)
        for line in log.read_text("utf-8", "replace").splitlines():
            if found := _CALL.match(line):
                counts[found[1]] += 1
                if str(path.parent) in line:
                    places.append(Place(found[1], counts[found[1]]))
    return places


def _new(program: Program) -> bytes:
    """What the program leaves where nothing fails, without its ids, which are new each time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "maps", "map.cjm")
        _traced(program, path, Path(folder, "log"))
        return _IDS.sub(b"", path.read_bytes())


def _traced(program: Program, path: Path, log: Path, *more: str) -> subprocess.CompletedProcess[str]:
    path.parent.mkdir()
    path.write_bytes(_OLD)
    # Not with --seccomp-bpf, which is faster: injected signals get lost there (strace 6.1).
    strace = ["strace", "-f", "-y", "-s", "0", "-o", str(log), "-e", f"trace={_CALLS}", *more]
    # The same calls in the same order at each run.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "LC_ALL": "en_US.UTF-8"}
    command = [*strace, sys.executable, *program.arguments, str(path)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)


def _cannot() -> str:
    """Why it cannot be tried here; empty where it can."""
    try:
        tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return "strace is not here"
    return f"strace may not trace here: {tried.stderr.strip()}" if tried.returncode else ""

"""kill -9 at a random moment of the real window while somebody types, drags, deletes, takes back and saves.

What the window had shown by then is offered by the next start, whole: of maps that lie on the disk and of maps that
were never saved. And a start that is killed while it takes up such a map loses nothing of it either.
"""

import hashlib
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

import resources
from model.storage.file import open_map
from model.storage.journal import left_behind, replay, written
from tests.faults.seed import dice
from tests.faults.table import Row, Size

WORKERS = 3
_WINDOWS = {Size.SMALL: 60, Size.FULL: 1_000}
_STARTS = {Size.SMALL: 12, Size.FULL: 200}
_LONGEST = {Size.SMALL: 1.5, Size.FULL: 4.0}
"""Seconds of work after the first thing done, at most, before the kill."""
_WORK = 1.0
"""Seconds of work before a start that recovers it is killed."""
_PATIENCE = 30.0
_AHEAD = 64
"""Changes that may be on the disk already and were not acknowledged yet: those of one gesture."""
_ROOT = Path(__file__).resolve().parents[2]


class Ended(msgspec.Struct, frozen=True):
    """What became of a window: how much it had acknowledged, and what is wrong, if anything is."""

    acknowledged: int = 0
    letters: int = 0
    wrong: str = ""


def run(size: Size) -> Iterable[Row]:
    """Windows killed at work, then starts killed while they recover."""
    chance = dice("killed windows")
    trials = [(number, chance.randrange(2**32), chance.uniform(0, _LONGEST[size])) for number in range(_WINDOWS[size])]
    with ThreadPoolExecutor(WORKERS) as pool:
        ended = list(pool.map(_killed_at_work, trials))
    done, letters = sum(each.acknowledged for each in ended), sum(each.letters for each in ended)
    yield _row("kill -9 of a window at work", ended, f"{done:,} doings and {letters:,} letters acknowledged")
    starts = [(number, chance.randrange(2**32), chance.uniform(0, 1.5)) for number in range(_STARTS[size])]
    with ThreadPoolExecutor(WORKERS) as pool:
        ended = list(pool.map(_killed_recovering, starts))
    yield _row("kill -9 of a start that recovers", ended, f"{sum(each.acknowledged for each in ended)} maps were left")


def _row(what: str, ended: list[Ended], note: str) -> Row:
    wrong = [each.wrong for each in ended if each.wrong]
    return Row(what, len(ended), len(wrong), wrong[0] if wrong else note)


def _killed_at_work(given: tuple[int, int, float]) -> Ended:
    number, seed, moment = given
    with _home() as home:
        path = _sample(home) if number % 2 else None
        said = _killed(home, "typist.py", seed, moment, path)
        trial = f"seed {seed}, {moment:.2f} s"
        if not said:
            return Ended(wrong=f"{trial}: no window came: {_complaint(home)}")
        begun, (state, letters) = said[0].split()[0], said[-1].split()
        return Ended(len(said) - 1, int(letters), _wrong(home, path, state, begun, trial))


def _killed_recovering(given: tuple[int, int, float]) -> Ended:
    """A window is killed at work, then a start is killed that opens what it left: it is all still there."""
    number, seed, moment = given
    with _home() as home:
        path = _sample(home) if number % 2 else None
        _killed(home, "typist.py", seed, _WORK, path)
        before = _states_left(home)
        said = _killed(home, "recoverer.py", seed, moment, None) if before else ["asked"]
        lost = before - _states_left(home)
        wrong = "nothing was asked: " + _complaint(home) if not said else "the map is lost" if lost else ""
        return Ended(len(before), 0, f"seed {seed}, {moment:.2f} s: {wrong}" if wrong else "")


def _wrong(home: Path, path: Path | None, state: str, begun: str, trial: str) -> str:
    """The acknowledged state is what is left in the journal, or lies a gesture before it, or is on the disk."""
    at = next((at for at, each in enumerate(_states(home, path, begun)) if each == state), None)
    if at is None:
        return f"{trial}: what was acknowledged is not left anywhere"
    return f"{trial}: {at} changes were made behind what was acknowledged" if at > _AHEAD else ""


def _states(home: Path, path: Path | None, begun: str) -> Iterator[str]:
    """The states that are left: those of the journal, the last one first, and what is on the disk, or was at first."""
    journals = sorted(_journals(home), key=lambda each: int(each.stem), reverse=True)
    for file in journals:
        lines = file.read_bytes().splitlines(keepends=True)
        found = (replay(b"".join(lines[:count]), file.parent) for count in range(len(lines), 1, -1))
        yield from (_state(written(each.document)) for each in found if each is not None)
    if path is not None:
        yield _state(written(open_map(path).document))
    else:
        yield begun  # a journal begins with the map after the first change


def _complaint(home: Path) -> str:
    return "".join((home / "complaints").read_text().splitlines()[-1:])


def _states_left(home: Path) -> set[str]:
    """What the next start offers."""
    found = left_behind(_state_folder(home) / "journals")
    for each in found.left:
        each.sitting.leave()
    assert not found.aside, "a journal was taken for unreadable"
    return {_state(written(each.replayed.document)) for each in found.left}


def _journals(home: Path) -> list[Path]:
    return [*(_state_folder(home) / "journals").rglob("*.journal")]


def _state(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _sample(home: Path) -> Path:
    path = home / "peta.cjm"
    shutil.copyfile(resources.path("samples", "clinic.cjm"), path)
    return path


def _killed(home: Path, script: str, seed: int, moment: float, path: Path | None) -> list[str]:
    """What a window said until it was killed, so many seconds after its first word."""
    given = command(script, seed, path)
    with Path(home, "complaints").open("ab") as complaints:
        window = subprocess.Popen(given, stdout=subprocess.PIPE, stderr=complaints, env=surroundings(home))
        try:
            wait_for_words(window)
            time.sleep(moment)
        finally:
            window.kill()
        said = window.communicate()[0]
    return [line.decode() for line in said.splitlines(keepends=True) if line.endswith(b"\n")]


def command(script: str, seed: int, path: Path | None) -> list[str]:
    """What starts the program with somebody at its window."""
    return [sys.executable, str(_ROOT / "tests" / "faults" / script), str(seed), *([str(path)] if path else [])]


def wait_for_words(window: "subprocess.Popen[Any]") -> None:
    """Until it says something, or has ended."""
    assert window.stdout is not None
    select.select([window.stdout], [], [], _PATIENCE)


def surroundings(home: Path) -> dict[str, str]:
    """The variables of a user of its own, who lives in an empty folder."""
    own = {"XDG_STATE_HOME": str(home / "state"), "XDG_CONFIG_HOME": str(home / "config"), "HOME": str(home)}
    return {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}


def _state_folder(home: Path) -> Path:
    return home / "state" / "jejak"


@contextmanager
def _home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)

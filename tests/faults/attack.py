"""Maps that mean harm, shown, exported, checked and imported by the real program under strace: it goes nowhere, starts
nothing, opens nothing they name; what it writes for others cannot do so either."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from tests.faults import seed
from tests.faults.attack_written import pdf_faults, svg_faults
from tests.faults.table import Row, Size
from tests.making.hostile import BAIT, BROKEN, FILE_NAME, LONG, attacks, hostile, journeys
from tests.making.small import picture

ROOT = Path(__file__).resolve().parents[2]
_TRACE = ("strace", "-f", "-qq", "--seccomp-bpf", "-s", "8192", "-e", "trace=%network,%file,%process")
_SECONDS = 3600
_OF_MAPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("check", ()), ("check", ("--json",)), ("export", (".pdf",)), ("export", (".svg",)),
)  # fmt: skip
_WORST = 2
"""A word of a million letters: see `LONG`."""

_SLOW = {"open": 30.0, "select": 5.0, "letter": 15.0}
"""Seconds of the processor's time beyond which nobody could go on working."""

_TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What makes a terminal do something else than show it."""


class Ran(msgspec.Struct, frozen=True):
    """What a program said, and the system calls it made."""

    said: str
    calls: tuple[str, ...]


def run(size: Size) -> Iterator[Row]:
    """The rows of the table."""
    if shutil.which("strace") is None:
        yield Row("maps that mean harm", 0, 0, "strace is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), size)
        with ThreadPoolExecutor(2) as pool:
            windows = pool.submit(place.windows)
            terminals = list(pool.map(place.terminal, place.asked()))
            shown = windows.result()
        yield from _of_calls([*shown, *terminals])
        yield _of_faults(shown, terminals)
        yield _of_looks(shown)
        yield _of_terminals(terminals)
        yield from _of_files(place.written())
        yield place.planted()
        yield place.endless()


class Place:
    """Folders with the bait in them, the maps beside it, and a home of their own for the programs that are run."""

    def __init__(self, folder: Path, size: Size) -> None:
        self._folder, self._size = folder, size
        self._maps, far = folder / "maps", folder / "far"
        for each in (self._maps, far, folder / "home"):
            each.mkdir()
        for each in (self._maps, far):
            (each / BAIT).write_bytes(picture(0xFF0000))
        self._bait = far / BAIT
        self._environ = _environ(folder)
        self.files = [self._put(at, content, ".cjm") for at, content in enumerate(self._contents())]
        journey = journeys(self._bait)
        self.journeys = [self._put(0, text.encode("utf-8", "replace"), ending) for ending, text in journey.items()]

    def _contents(self) -> Iterator[bytes]:
        """Maps that open as they are, one that opens as a copy, one that is cut off."""
        words, chance = attacks(self._bait), seed.dice("attack")
        shifts = range(len(words)) if self._size is Size.FULL else [chance.randrange(len(words))]
        yield hostile(words, shifts[0])
        yield hostile(words + BROKEN, shifts[-1] + 1, ids=True, unknown=True)
        yield hostile(words, shifts[-1] + 2, ids=True)[:30_000]
        yield from (hostile(words, shift, ids=bool(shift % 2)) for shift in shifts[1:])

    def _put(self, number: int, content: bytes, ending: str) -> Path:
        path = self._maps / f"{FILE_NAME}{number}{ending}"
        path.write_bytes(content)
        return path

    def windows(self) -> list[Ran]:
        """The window, twice: what the first leaves behind, torn away, the second one offers."""
        files = [*self.files, *self.journeys]
        tour = ROOT / "tests" / "faults" / "attack_tour.py"
        first, *others = files
        # In a small run each of the others is looked at in one of the two languages.
        whole = self._size is Size.FULL
        parts = (("id", others if whole else others[::2]), ("en", others if whole else others[1::2]))
        return [self._ran([str(tour), language, self._size, *map(str, (first, *some))]) for language, some in parts]

    def asked(self) -> list[list[str]]:
        """Command lines: of each map and journey, in both languages, and some that mean nothing."""
        maps = self.files[: 3 if self._size is Size.FULL else 2]
        lines = [self._line(at, *asked, file) for at, file in enumerate(maps) for asked in _OF_MAPS]
        lines += [self._line(at, "import", (".cjm",), file) for at, file in enumerate(self.journeys)]
        return [
            *lines,
            ["check", attacks(self._bait)[2]],
            ["new", FILE_NAME],
            ["export", FILE_NAME, "-o", "\x1b]2;x\x07.doc"],
        ]

    def _line(self, at: int, name: str, end: Sequence[str], file: Path) -> list[str]:
        out = [str(self._maps / f"{at}{name}{end[0]}")] if end and end[0].startswith(".") else []
        options = ["-o", *out] if out else list(end)
        forced = ["--as-copy"] if name == "export" else ["--force"] if out else []
        return [name, "--language", ("id", "en")[at % 2], str(file), *options, *forced]

    def terminal(self, arguments: list[str]) -> Ran:
        return self._ran([str(ROOT / "main.py"), *arguments])

    def _ran(self, arguments: list[str]) -> Ran:
        with tempfile.NamedTemporaryFile() as log:
            command = [*_TRACE, "-o", log.name, sys.executable, *arguments]
            done = subprocess.run(
                command, cwd=self._maps, env=self._environ, capture_output=True, check=False, timeout=_SECONDS
            )
            calls = Path(log.name).read_text("utf-8", "replace").splitlines()
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        return Ran(said if done.returncode < 3 else f"{said}\nTraceback: ended with {done.returncode}", tuple(calls))

    def planted(self) -> Row:
        """Whether a program that does all of it is heard."""
        code = "import os, socket, sys; open(sys.argv[1]); socket.socket(); os.fork()"
        rows = _of_calls([self._ran(["-c", code, str(self._bait)])])
        deaf = [row.what for row in rows if not row.violations]
        return _row("leaks on purpose are heard", 3, deaf)

    def endless(self) -> Row:
        """What it takes to open a map with a megabyte of words on a card, and to type a letter there."""
        program = str(ROOT / "tests" / "faults" / "attack_long.py")
        notes, slow = [], []
        for number in range(len(LONG)) if self._size is Size.FULL else (_WORST,):
            command = [sys.executable, program, str(number)]
            done = subprocess.run(command, env=self._environ, capture_output=True, check=False, timeout=_SECONDS)
            took = json.loads(done.stdout) if done.stdout else {"open": _SECONDS}
            notes.append(f"{number}: " + ", ".join(f"{what} {seconds:.1f} s" for what, seconds in took.items()))
            slow += [notes[-1]] * any(took[what] > most for what, most in _SLOW.items() if what in took)
        return Row("words of a megabyte", len(notes), len(slow), "; ".join(notes))

    def written(self) -> list[Path]:
        """What the programs wrote for others."""
        return sorted(each for each in self._maps.rglob("*") if each.suffix in (".pdf", ".svg"))


def _environ(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV")}
    homes = {name: str(folder / "home") for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    # Whoever prints asks the system's own printer service; it is expected at a socket of this computer.
    printers = {"CUPS_SERVER": str(folder / "no-printers")}
    shown = {"QT_QPA_PLATFORM": "offscreen", "JEJAK_TRACEBACK": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return kept | homes | printers | shown


# What is made of it

_NETWORK = re.compile(r"\b(?:socket|connect|sendto|sendmsg|bind|listen)\(.*\b(?:AF|PF)_(?!UNIX|LOCAL|UNSPEC)\w+")
_OPENS = re.compile(rf"\bopen(?:at|at2)?\(.*[\"/\\]{re.escape(BAIT)}\"")
_NAMES = re.compile(rf"\b\w+\([^\[]*(?:/far/{re.escape(BAIT)}|jahat\.example)[^\"/]*\"")
_STARTS = re.compile(r"\b(?:execve(?:at)?|v?fork|clone3?)\(")


def _of_calls(ran: Iterable[Ran]) -> Iterator[Row]:
    calls = [call for each in ran for call in each.calls]
    # The first call of each is strace's own: the program itself.
    started = [call for each in ran for call in each.calls[1:] if _STARTS.search(call) and "CLONE_THREAD" not in call]
    yield _row("network calls", len(calls), [call for call in calls if _NETWORK.search(call)])
    yield _row("the bait opened", len(calls), [call for call in calls if _OPENS.search(call) or _NAMES.search(call)])
    yield _row("child processes", len(calls), started)


def _of_faults(windows: Iterable[Ran], terminals: Iterable[Ran]) -> Row:
    ran = [*windows, *terminals]
    return _row("exceptions", len(ran), [each.said[-300:] for each in ran if "Traceback" in each.said])


def _of_looks(windows: Sequence[Ran]) -> Row:
    """What was looked at. A tour that came to no end told nothing of it."""
    told = [json.loads(line) for each in windows for line in each.said.splitlines() if line.startswith("{")]
    seen = {name: sum(each.get(name, 0) for each in told) for name in sorted({name for each in told for name in each})}
    note = ", ".join(f"{count} {name}" for name, count in seen.items())
    return Row("looked at in the window", sum(seen.values()), len(windows) - len(told), note)


def _of_terminals(ran: Sequence[Ran]) -> Row:
    return _row("said to a terminal", len(ran), [repr(each.said[:200]) for each in ran if _TERMINAL.search(each.said)])


def _of_files(files: Sequence[Path]) -> Iterator[Row]:
    for ending, faults in ((".pdf", pdf_faults), (".svg", svg_faults)):
        some = [each for each in files if each.suffix == ending]
        found = [f"{each.name}: {fault}" for each in some for fault in faults(each.read_bytes())]
        yield _row(f"what {ending} files hold", len(some), found if some else ["none was written"])


def _row(what: str, tried: int, found: Sequence[str]) -> Row:
    return Row(what, tried, len(found), found[0][:200] if found else "")

"""The real program without a screen, in a process of its own, ended from outside."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest

from editor.keeping.state import JOURNALS, TROUBLE
from model.document import Document
from model.storage.journal import left_behind
from tests.checking.command_line import CLINIC, ROOT

_DRIVEN = ROOT / "tests" / "checking" / "driven.py"
_PATIENCE = 60.0  # seconds for what a busy machine may take


class Driven:
    """One run. `path` is its map, `state` its state folder; both outlive it."""

    def __init__(self, deed: str, path: Path, home: Path, environ: dict[str, str], before: Callable[[], None]) -> None:
        self.path, self.state = path, home / "state" / "jejak"
        own = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_STATE_HOME": str(home / "state")}
        own |= {"XDG_CONFIG_HOME": str(home / "config")}
        command = [sys.executable, str(_DRIVEN), deed, "--language", "en", str(path)]
        self.process = subprocess.Popen(
            command, env=os.environ | own | environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=before,
        )  # fmt: skip

    def says(self) -> str:
        """The next line of its standard output; empty where it has ended."""
        assert self.process.stdout is not None
        watchdog = Timer(_PATIENCE, self.process.kill)
        watchdog.start()
        try:
            return self.process.stdout.readline().rstrip("\n")
        finally:
            watchdog.cancel()

    def ended(self, number: signal.Signals | None = None) -> tuple[int, str]:
        """Its exit code and standard error, after a signal."""
        if number is not None:
            self.process.send_signal(number)
        _, said = self.process.communicate(timeout=_PATIENCE)
        return self.process.returncode, said

    def left(self) -> list[Document]:
        """The maps that the next start would offer."""
        found = left_behind(self.state / JOURNALS).left
        for each in found:
            each.sitting.leave()
        return [each.replayed.document for each in found]

    def traces(self) -> list[str]:
        """What stands in the traces of crashes."""
        found = (self.state / TROUBLE).glob("crash-*.txt")
        return [path.read_text(encoding="utf-8") for path in found]


Drive = Callable[..., Driven]


def _as_usual() -> None:
    """Nothing is different from any other program."""


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Drive]:
    """Starts the program on a copy of the clinic sample, each time with the same home; ends what still runs."""
    running: list[Driven] = []

    def start(deed: str, *, name: str = "klinik.cjm", before: Callable[[], None] = _as_usual, **environ: str) -> Driven:
        path = tmp_path / name
        if not path.exists():
            shutil.copy(CLINIC, path)
        running.append(Driven(deed, path, tmp_path, environ, before))
        return running[-1]

    yield start
    for each in running:
        each.process.kill()
        each.process.communicate()

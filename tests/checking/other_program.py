"""Another program of this computer that has a map."""

import subprocess
import sys
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from model.storage.locks import Lock, take
print("begun", flush=True)
input()
mine = take(sys.argv[1])
print(type(mine).__name__, flush=True)
input()
if isinstance(mine, Lock):
    mine.release()
"""


class Program:
    """Another program that takes the lock of a map when told to, and lets it go when told to."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-c", PROGRAM, str(path)]
        self._running = subprocess.Popen(
            command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1
        )
        assert self.said() == "begun"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def go(self) -> None:
        """Have it do the next thing; it says what came of it when it has."""
        assert self._running.stdin is not None
        self._running.stdin.write("\n")

    def said(self) -> str:
        assert self._running.stdout is not None
        return self._running.stdout.readline().strip()

    def taken(self) -> str:
        """Have it take the lock; "Lock", "Held" or "NoneType"."""
        self.go()
        return self.said()

    def end(self) -> None:
        """Have it let the lock go, and wait for its end."""
        self.go()
        self._running.communicate()

    def kill(self) -> None:
        """Leave it no time for anything."""
        self._running.kill()
        self._running.communicate()

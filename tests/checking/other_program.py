"""Another program of this computer that has a map, or a foreign one that knows of no locks."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from model.storage.locks import Lock, take
print("begun", flush=True)
input()
mine = take(sys.argv[1])
print(type(mine).__name__, flush=True)
input()
if isinstance(mine, Lock) and sys.argv[2:] != ["keep"]:
    mine.release()
"""


class Program:
    """Another program that takes the lock of a map when told to, and lets it go when told to."""

    def __init__(self, path: Path, *more: str) -> None:
        command = [sys.executable, "-c", PROGRAM, str(path), *more]
        self._running = subprocess.Popen(
            command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1
        )
        assert self.said() == "begun"

    def go(self) -> None:
        assert self._running.stdin is not None
        self._running.stdin.write("\n")

    def said(self) -> str:
        assert self._running.stdout is not None
        return self._running.stdout.readline().strip()

    def taken(self) -> str:
        self.go()
        return self.said()

    def end(self) -> None:
        self.go()
        self._running.communicate()

    def kill(self) -> None:
        self._running.kill()
        self._running.communicate()

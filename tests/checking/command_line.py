"""The command line as a user sees it: what comes out, what is complained of, how it ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
CLINIC = ROOT / "resources" / "samples" / "clinic.cjm"
JOURNEY = "journey\n  title Berobat\n  section Tiba\n    Mengantre: 2: Sari\n    Dipanggil: 4: Sari, Perawat\n"


class Outcome(NamedTuple):
    code: int
    out: str
    told: str

    @property
    def sentence(self) -> str:
        """What a refusal says: one line on standard error, and nothing else anywhere."""
        assert self.code == 2, self
        assert self.out == ""
        assert self.told.count("\n") == 1
        assert self.told.endswith("\n")
        return self.told.rstrip("\n")


Run = Callable[..., Outcome]


def process(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """main.py as a program of its own; `environ` is all of its environment but for what it takes to start."""
    environ = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    environ |= options.pop("environ", {})
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    usual: dict[str, Any] = {"capture_output": True, "encoding": "utf-8", "check": False, "timeout": 60}
    finished = subprocess.run(command, env=environ, **(usual | options))
    assert "Traceback" not in (finished.stderr or "")
    return finished


def put(name: str, content: str | bytes) -> Path:
    """A file in the folder of the test, which is the current one."""
    path = Path(name)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path

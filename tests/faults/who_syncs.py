"""Which thread of the real window waits for the disk while somebody types: none that paints."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.faults.killed_windows import command, surroundings
from tests.faults.seed import dice
from tests.faults.table import Row, Size

_DOINGS = {Size.SMALL: 40, Size.FULL: 600}
_CALL = re.compile(r"^(\d+) +(?:fsync|fdatasync|sync|syncfs|msync)\(", re.MULTILINE)
_WHAT = "fsync while somebody types"


def run(size: Size) -> Iterable[Row]:
    """A window with a map that was never saved, so that nothing is saved."""
    if shutil.which("strace") is None:
        yield Row(_WHAT, 0, 0, "strace is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        main, threads = _syncs(Path(folder), dice("who syncs").randrange(2**32), _DOINGS[size])
    painting = threads.count(main)
    note = f"of {len(threads)} in {_DOINGS[size]} letters and gestures {painting} on the thread that paints"
    yield Row(_WHAT, len(threads), painting if threads else 1, note)


def _syncs(home: Path, seed: int, doings: int) -> tuple[str, list[str]]:
    """The number of the thread that paints, and the number of the thread of each sync from the first letter on."""
    trace = home / "trace"
    calls = ["-e", "trace=fsync,fdatasync,sync,syncfs,msync", "-e", "signal=none", "-o", str(trace)]
    given = ["strace", "-f", "-qq", *calls, *command("typist.py", seed, None)]
    out, err = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(given, stdout=out, stderr=err, env=surroundings(home), text=True) as window:
        assert window.stdout is not None
        painting = ""
        try:
            window.stdout.readline()
            painting, before = _child_of(window.pid), len(_CALL.findall(trace.read_text()))
            for _ in range(doings):
                window.stdout.readline()
        finally:
            subprocess.run(["kill", "-9", painting or str(window.pid)], check=False)
        window.communicate()
    return painting, _CALL.findall(trace.read_text())[before:]


def _child_of(process: int) -> str:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()[0]

"""Atheris on the way in: bytes that find their own way through model.storage, guided by what they reach."""

import importlib.util
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from model.storage import cjm
from tests.faults import truncations
from tests.faults.mutants import mutant
from tests.faults.table import Row
from tests.making.small_map import small_map

_EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_RAISED = re.compile(r"=== Uncaught Python exception: ===\s*(.*)")
_ENDED = re.compile(r"ERROR: (libFuzzer: .*)")
_WRITTEN = re.compile(r"Test unit written to (\S+)")
_LARGEST = 16 * 1024
"""Bytes a file may grow to: time goes into what is new and not into what is long. What was found stays among the
temporary files of the machine."""


def row(minutes: float, seed: int) -> Row:
    """What came of so many minutes."""
    what = f"{minutes:g} minutes of atheris"
    if importlib.util.find_spec("atheris") is None:
        return Row(what, 0, 0, "atheris is not installed (pip install jejak[fuzz])")
    with tempfile.TemporaryDirectory() as folder:
        _plant(Path(folder))
        done = _fuzzed(folder, f"-max_total_time={minutes * 60:.0f}", f"-seed={seed}")
    executed = _EXECUTED.search(done.stderr)
    note = "" if done.returncode == 0 else _complaint(done)
    return Row(what, int(executed[1]) if executed else 0, int(done.returncode != 0), note)


def _plant(folder: Path) -> None:
    """Files to begin with: one of every kind of record, and mutants of it."""
    (folder / "whole").write_bytes(truncations.sample("frozen"))
    (folder / "small").write_bytes(cjm.encode(small_map()))
    for number in range(1, 60):
        (folder / str(number)).write_bytes(mutant(number, "fuzz")[:_LARGEST])


def _fuzzed(folder: str, *options: str) -> "subprocess.CompletedProcess[str]":
    limits = (
        "-timeout=10",
        "-rss_limit_mb=1024",
        f"-max_len={_LARGEST}",
        f"-artifact_prefix={tempfile.gettempdir()}/jejak-",
    )
    command = [sys.executable, "-m", "tests.faults.fuzzer", folder, "-print_final_stats=1", *limits, *options]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


def _complaint(done: "subprocess.CompletedProcess[str]") -> str:
    """What was raised, and the file that does it again."""
    said = done.stdout + done.stderr
    found = [match[1] for match in (_RAISED.search(said) or _ENDED.search(said), _WRITTEN.search(said)) if match]
    return "; ".join(found) or " ".join(said[-300:].split())

"""Parts of the fault harness in processes of their own: what they say arrives, and one that dies is a violation."""

import sys
from pathlib import Path

import pytest

from tests.faults import parts
from tests.faults.running import run_apart
from tests.faults.seed import dice, plant
from tests.faults.table import Line, Row

ONE_ROW = 'print(\'{"part": "p", "row": {"what": "w", "tried": 3, "violations": 0}, "seconds": 1}\', flush=True)'


def rows(code: str, longest: float = 60) -> list[Row]:
    return [line.row for line in run_apart("p", [sys.executable, "-c", code], longest, [])]


def test_the_rows_of_a_part_arrive() -> None:
    assert rows(ONE_ROW) == [Row("w", 3, 0)]


def test_a_part_that_dies_is_a_violation_after_the_rows_that_it_had() -> None:
    assert rows(f"{ONE_ROW}\nraise SystemExit('the disk is gone')") == [
        Row("w", 3, 0),
        Row("the part itself", 1, 1, "ended with 1: the disk is gone"),
    ]


def test_a_part_that_is_killed_is_a_violation() -> None:
    assert rows("import os; os.kill(os.getpid(), 9)")[0].violations == 1


def test_a_part_that_hangs_is_asked_to_end_and_tidies_up(tmp_path: Path) -> None:
    told = rows(
        "import signal, sys, time\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))\n"
        f"{ONE_ROW}\n"
        f"try: time.sleep(600)\nfinally: open({str(tmp_path / 'tidied')!r}, 'w').close()",
        longest=3,
    )
    assert [row.violations for row in told] == [0, 1]
    assert told[1].note == "took longer than 3 s"
    assert (tmp_path / "tidied").exists()


def test_every_part_that_is_listed_can_be_run() -> None:
    files = {path.stem for path in Path(parts.__file__).parent.iterdir()}
    assert set(parts.PARTS) <= files
    assert len(set(parts.PARTS)) == len(parts.PARTS)


def test_the_same_seed_gives_the_same_chance_and_each_purpose_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEJAK_FAULTS_SEED", "")
    plant(5)
    first = dice("kills").random()
    assert dice("kills").random() == first
    assert dice("cuts").random() != first
    plant(6)
    assert dice("kills").random() != first


def test_a_line_goes_from_process_to_process_as_it_is() -> None:
    line = Line("p", Row("w", 1, 0, "ñ"), 0.5)
    code = (
        f"import msgspec, sys; from tests.faults.table import *; sys.stdout.buffer.write(msgspec.json.encode({line!r}))"
    )
    assert run_apart("p", [sys.executable, "-c", code], 60, []) == [line]

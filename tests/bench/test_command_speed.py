"""How long whole commands take, from the shell and back (`pytest FILE --benchmark-only -n 0`).

Aims: `export` of a map of 1,000 cards within 0.35 s, `--help` within 0.1 s.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from model.storage.file import save_map
from tests.checking.command_line import CLINIC, ROOT
from tests.making.maps import realistic_map


def timed(benchmark: BenchmarkFixture, *arguments: str | Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    benchmark(lambda: subprocess.run(command, check=False, capture_output=True))


@pytest.fixture
def thousand(tmp_path: Path) -> Path:
    """A map of 1,000 cards in 40 steps."""
    path = tmp_path / "thousand.cjm"
    save_map(realistic_map(1000, seed=1, steps=40), path, expected=None)
    return path


@pytest.mark.parametrize("ending", ["pdf", "svg"])
def test_a_thousand_cards_on_paper(benchmark: BenchmarkFixture, thousand: Path, ending: str) -> None:
    timed(benchmark, "export", thousand, "-o", thousand.with_suffix(f".{ending}"))


def test_a_sample_on_paper(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    timed(benchmark, "export", CLINIC, "-o", tmp_path / "clinic.pdf")


def test_a_thousand_cards_checked(benchmark: BenchmarkFixture, thousand: Path) -> None:
    timed(benchmark, "check", thousand)


def test_the_help(benchmark: BenchmarkFixture) -> None:
    timed(benchmark, "--help")

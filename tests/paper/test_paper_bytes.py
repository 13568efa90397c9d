"""The same map and the same date make the same file, whatever process makes it."""

from pathlib import Path

import pytest

from tests.checking.command_line import process
from tests.checking.printed import SAMPLES, sample_path

SEEDS = ("0", "1", "4711")
"""Of Python's hashes: sets and dicts that leak their order show with one of them."""


def exported(name: str, folder: Path, seed: str, *options: str) -> dict[str, bytes]:
    """What the command line writes in a process of its own, by file name."""
    folder.mkdir()
    arguments = ["-o", str(folder / options[0]), "--date", "2026-11-12", *options[1:]]
    assert process("export", sample_path(name), *arguments, environ={"PYTHONHASHSEED": seed}).returncode == 0
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("options", [("map.pdf",), ("map.svg", "--paper", "A4"), ("map.svg",)], ids=" ".join)
def test_three_processes_write_the_same_bytes(sample: str, options: tuple[str, ...], tmp_path: Path) -> None:
    first, *others = [exported(sample, tmp_path / seed, seed, *options) for seed in SEEDS]
    assert first
    assert all(other == first for other in others)


def test_another_date_makes_another_file(tmp_path: Path) -> None:
    for day in ("12", "13"):
        arguments = ["-o", str(tmp_path / f"{day}.pdf"), "--date", f"2026-11-{day}"]
        assert process("export", sample_path("clinic"), *arguments).returncode == 0
    assert (tmp_path / "12.pdf").read_bytes() != (tmp_path / "13.pdf").read_bytes()

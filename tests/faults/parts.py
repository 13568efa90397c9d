"""The parts of the harness: a module each, with `run(size)`."""

import importlib
from collections.abc import Iterable

from tests.faults.table import Row, Size

PARTS: tuple[str, ...] = (
    "loader", "killed_windows", "attack", "system_calls", "texts", "power_cut", "killed_saves", "save_path",
    "who_syncs", "open_again", "odd_places",
)  # fmt: skip
"""By the names of their modules, those that take longest first: two run at a time."""


def run(part: str, size: Size) -> Iterable[Row]:
    """A part's rows, as they come."""
    rows: Iterable[Row] = importlib.import_module(f"tests.faults.{part}").run(size)
    return rows

"""kill -9 at a random moment of a program that saves over and over: the file is whole, and what was saved is there.

A warmed process forks the saving ones, so that a trial costs no start of an interpreter; what is killed is in the
middle of the real saves of a real disk all the same.
"""

import multiprocessing
import os
import select
import signal
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.faults.save_cases import Save
from tests.faults.saving_on import CONTENTS, Found, acknowledged, begin, compared_row, content_of, found_row, save_over
from tests.faults.seed import dice
from tests.faults.seeded_wrong import in_place
from tests.faults.table import Row, Size

WORKERS = 2
_TRIALS = {Size.SMALL: 300, Size.FULL: 10_000}
_COMPARED = 60
_LONGEST = 0.03
"""Seconds of saving after the first save, at most, before the kill."""
_PATIENCE = 30.0


def run(size: Size) -> Iterable[Row]:
    """The real save, and the naive one beside it: where that loses nothing, the kills come at harmless moments."""
    yield found_row("kill -9 while saving", _trials("kill -9", _TRIALS[size], save_over))
    yield compared_row("the same, saving in place", _trials("kill -9, in place", _COMPARED, in_place))


def _trials(purpose: str, count: int, save: Save) -> list[Found]:
    chance = dice(purpose)
    moments = [chance.uniform(0, _LONGEST) for _ in range(count)]
    context = multiprocessing.get_context("fork")
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(WORKERS, context) as pool:
        return list(pool.map(partial(_trial, folder, save), range(count), moments, chunksize=10))


def _trial(folder: str, save: Save, number: int, moment: float) -> Found:
    path = Path(folder, str(number), "map.cjm")
    path.parent.mkdir()
    path.write_bytes(content_of(0))
    saving = begin(save, lambda _: str(path), over=True)
    try:
        select.select([saving.acknowledged], [], [], _PATIENCE)
        time.sleep(moment)
    finally:
        os.kill(saving.process, signal.SIGKILL)
        os.waitpid(saving.process, 0)
    saves = acknowledged(saving)
    return Found(saves, _wrong(path.read_bytes(), saves) if saves else "it does not save at all")


def _wrong(content: bytes, saves: int) -> str:
    """The save that was last acknowledged, or the one that the kill came into."""
    if content not in CONTENTS:
        return f"after {saves} saves the file is neither map: {len(content)} bytes"
    return "" if content in (content_of(saves), content_of(saves + 1)) else f"save {saves} is not there"

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
from typing import Any, NoReturn

import msgspec

from model.storage import cjm
from model.storage.file import digest, save_map
from tests.faults.save_cases import Save
from tests.faults.seed import dice
from tests.faults.seeded_wrong import in_place
from tests.faults.table import Row, Size
from tests.making.maps import realistic_map

WORKERS = 2
_TRIALS = {Size.SMALL: 300, Size.FULL: 10_000}
_COMPARED = 60
_LONGEST = 0.03
"""Seconds of saving after the first save, at most, before the kill."""
_PATIENCE = 30.0
_SIZES = (120, 15, 60)
"""Cards. Three maps: after a save the file holds what was saved last or what was to come, and not what was before."""
_MAPS = {cjm.encode(document): document for document in (realistic_map(cards, seed=cards) for cards in _SIZES)}
_CONTENTS = tuple(_MAPS)


class Found(msgspec.Struct, frozen=True):
    """What a trial showed: how many saves were acknowledged, and what is wrong, if anything is."""

    saves: int
    wrong: str


def run(size: Size) -> Iterable[Row]:
    """The real save, and the naive one beside it: where that loses nothing, the kills come at harmless moments."""
    found = _trials("kill -9", _TRIALS[size], save_over)
    wrong = [each.wrong for each in found if each.wrong]
    saves = sum(each.saves for each in found)
    yield Row("kill -9 while saving", len(found), len(wrong), wrong[0] if wrong else f"{saves:,} saves acknowledged")
    naive = _trials("kill -9, naive", _COMPARED, in_place)
    lost = sum(bool(each.wrong) for each in naive)
    yield Row("the same, saving in place", len(naive), int(not lost), f"{lost} files lost, as must be")


def save_over(path: str, system: Any, content: bytes, expected: str | None) -> None:
    """The real save."""
    save_map(_MAPS[content], path, expected=expected, system=system)


def _trials(purpose: str, count: int, save: Save) -> list[Found]:
    chance = dice(purpose)
    moments = [chance.uniform(0, _LONGEST) for _ in range(count)]
    context = multiprocessing.get_context("fork")
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(WORKERS, context) as pool:
        return list(pool.map(partial(_trial, folder, save), range(count), moments, chunksize=10))


def _trial(folder: str, save: Save, number: int, moment: float) -> Found:
    path = Path(folder, str(number), "map.cjm")
    path.parent.mkdir()
    path.write_bytes(_CONTENTS[0])
    ends, acknowledging = os.pipe()
    parent = os.getpid()
    saving = os.fork()
    if not saving:
        _save_on_and_on(str(path), save, acknowledging, parent)
    os.close(acknowledging)
    try:
        begun = bool(select.select([ends], [], [], _PATIENCE)[0])
        time.sleep(moment)
    finally:
        os.kill(saving, signal.SIGKILL)
        os.waitpid(saving, 0)
    saves = _read_all(ends)
    return Found(saves, _wrong(path.read_bytes(), saves) if begun and saves else "it does not save at all")


def _wrong(content: bytes, saves: int) -> str:
    """The save that was last acknowledged, or the one that the kill came into."""
    if content not in _CONTENTS:
        return f"after {saves} saves the file is neither map: {len(content)} bytes"
    is_last_or_next = _CONTENTS.index(content) in (saves % len(_CONTENTS), (saves + 1) % len(_CONTENTS))
    return "" if is_last_or_next else f"save {saves} was acknowledged and is not there"


def _save_on_and_on(path: str, save: Save, acknowledging: int, parent: int) -> NoReturn:
    """A forked process must not go on as its parent, and not without it."""
    try:
        expected = digest(_CONTENTS[0])
        number = 0
        while os.getppid() == parent:
            number += 1
            content = _CONTENTS[number % len(_CONTENTS)]
            save(path, os, content, expected)
            os.write(acknowledging, b"+")
            expected = digest(content)
    finally:
        os._exit(1)


def _read_all(handle: int) -> int:
    """How many bytes came through a pipe, which is closed then."""
    with os.fdopen(handle, "rb") as pipe:
        return len(pipe.read())

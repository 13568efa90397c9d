"""A program that saves on and on and acknowledges each save through a pipe, forked off a process that is warm."""

import os
import time
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

import msgspec

from model.storage import cjm
from model.storage.file import digest, save_map
from tests.faults.save_cases import Save
from tests.faults.table import Row
from tests.making.maps import realistic_map

_SIZES = (120, 15, 60)
"""Cards. Three maps: after a save the file holds what was saved last or what was to come, and not what was before."""
_MAPS = {cjm.encode(document): document for document in (realistic_map(cards, seed=cards) for cards in _SIZES)}
CONTENTS = tuple(_MAPS)
"""What the first save finds, what it writes, what the second one writes; and again."""


class Saving(msgspec.Struct, frozen=True):
    """A process that saves, and the end of the pipe through which it acknowledges."""

    process: int
    acknowledged: int


class Found(msgspec.Struct, frozen=True):
    """What a trial showed: how many saves were acknowledged, and what is wrong, if anything is."""

    saves: int
    wrong: str


def found_row(what: str, found: list[Found]) -> Row:
    """What a part with many such trials has to say."""
    wrong = [each.wrong for each in found if each.wrong]
    saves = sum(each.saves for each in found)
    return Row(what, len(found), len(wrong), wrong[0] if wrong else f"{saves:,} saves acknowledged")


def compared_row(what: str, found: list[Found]) -> Row:
    """The same for a save that is known to be wrong: where it loses nothing the trials show nothing, a violation."""
    lost = sum(bool(each.wrong) for each in found)
    return Row(what, len(found), int(not lost), f"{lost} lost something, as must be")


def save_over(path: str, system: Any, content: bytes, expected: str | None) -> None:
    """The real save."""
    save_map(_MAPS[content], path, expected=expected, system=system)


def begin(save: Save, path_of: Callable[[int], str], *, over: bool, rest: float = 0) -> Saving:
    """Starts it. `path_of` says where save number n goes, counted from 1.

    `over`: over what the save before it wrote. `rest`: seconds between a save and the next.
    """
    acknowledged, acknowledging = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if not process:
        _save_on(partial(_save, save, path_of, over), acknowledging, parent, rest)
    os.close(acknowledging)
    return Saving(process, acknowledged)


def content_of(number: int) -> bytes:
    """What save number n writes; 0 is what was there before the first."""
    return CONTENTS[number % len(CONTENTS)]


def acknowledged(saving: Saving) -> int:
    """How many saves it acknowledged in all, once it has ended."""
    with os.fdopen(saving.acknowledged, "rb") as pipe:
        return len(pipe.read())


def _save(save: Save, path_of: Callable[[int], str], over: bool, number: int) -> None:
    expected = digest(content_of(number - 1)) if over else None
    save(path_of(number), os, content_of(number), expected)


def _save_on(save: Callable[[int], None], acknowledging: int, parent: int, rest: float) -> NoReturn:
    """A forked process must not go on as its parent, and not without it."""
    try:
        number = 0
        while os.getppid() == parent:
            number += 1
            save(number)
            os.write(acknowledging, b"+")
            time.sleep(rest)
    finally:
        os._exit(1)

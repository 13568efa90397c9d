"""One save with its faults, and whether it kept the promise: the old file or the new one, and the truth about which."""

import os
import random
import stat
from collections.abc import Iterator
from typing import Any

import msgspec

from model.storage.faults import StorageError
from model.storage.file import digest
from model.storage.sentences import error_sentence
from tests.faults.faulty import Crash, Fault, Faulty
from tests.faults.save_cases import NEIGHBOUR, Case, Save, Seen, look, settle
from tests.faults.simulated import Simulated

_MASK = 0o022
"""What a user's new files are not allowed."""


class Trial(msgspec.Struct, frozen=True):
    """What is saved over what, where and how."""

    case: Case
    save: Save
    old: bytes
    new: bytes


class Outcome(msgspec.Struct, frozen=True):
    """What a save did: its calls, which of them failed by name, how it ended (None: it said "saved")."""

    calls: list[str]
    failed: frozenset[str]
    ended: BaseException | None
    violations: list[str]
    states: int


def on_simulated(trial: Trial, faults: tuple[Fault, ...], chance: random.Random) -> Outcome:
    """In memory; afterwards the power is cut in every way."""
    disk = Simulated()
    path = _built(trial, disk, "")
    before = look(disk, "", path)
    faulty, ended = _tried(trial, disk, path, before, faults)
    broken = list(_broken(trial, look(disk, "", path), before, faulty, ended))
    if not isinstance(ended, Crash) and disk.handles:
        broken.append("a file is left open")
    states = 0
    for cut in disk.after_power_cut(chance):
        states += 1
        broken += _broken_after_power_cut(trial, look(cut, "", path), before, ended)
    return Outcome(faulty.calls, frozenset(faulty.failed), ended, broken, states)


def on_real(trial: Trial, faults: tuple[Fault, ...], system: Any, folder: str) -> Outcome:
    """On the disk that `folder` is on."""
    mask = os.umask(_MASK)
    try:
        path = _built(trial, system, folder)
        before = look(system, folder, path)
        faulty, ended = _tried(trial, system, path, before, faults)
        broken = list(_broken(trial, look(system, folder, path), before, faulty, ended))
        return Outcome(faulty.calls, frozenset(faulty.failed), ended, broken, 1)
    finally:
        os.umask(mask)  # a crash may have come while the save had it changed


def _built(trial: Trial, system: Any, root: str) -> str:
    path = trial.case.build(system, root, trial.old, trial.save)
    if trial.case.settled:
        settle(system)
    return path


def _tried(
    trial: Trial, system: Any, path: str, before: Seen, faults: tuple[Fault, ...]
) -> tuple[Faulty, BaseException | None]:
    faulty = Faulty(system, faults)
    expected = digest(trial.old) if before.content is not None else None
    try:
        trial.save(path, faulty, trial.new, expected)
    except (Exception, Crash) as ended:
        return faulty, ended
    return faulty, None


def _broken(trial: Trial, seen: Seen, before: Seen, faulty: Faulty, ended: BaseException | None) -> Iterator[str]:
    """The promises that are broken while the machine runs on."""
    yield from _whole(trial, seen, before)
    if (
        seen.content == trial.new != before.content
        and "fchmod" not in faulty.failed
        and seen.mode != _right_mode(before)
    ):
        yield f"its mode is {seen.mode or 0:o}"
    if isinstance(ended, Crash):
        return
    if ended is not None and not faulty.faults and not trial.case.refused:
        yield f"nothing was wrong, and it said {ended!r}"
    if ended is None:
        yield from _kept_word(trial, seen)
    else:
        yield from _told_truth(trial, seen, ended)
    left = seen.beside - before.beside - {"map.cjm"}
    if left and "unlink" not in faulty.failed:
        yield f"left beside it: {sorted(left)}"


def _broken_after_power_cut(trial: Trial, seen: Seen, before: Seen, ended: BaseException | None) -> Iterator[str]:
    yield from (f"after a power cut: {each}" for each in _whole(trial, seen, before))
    if ended is None and seen.content != trial.new:
        yield "after a power cut: it said saved and is not"


def _whole(trial: Trial, seen: Seen, before: Seen) -> Iterator[str]:
    """Never a third thing; and whatever else is there stays as it was."""
    if seen.content not in (before.content, trial.new):
        yield "the file is neither the old one nor the new one"
    if seen.link != before.link:
        yield "the link is no link any more"
    if seen.neighbour != NEIGHBOUR:
        yield "another's file was touched"


def _kept_word(trial: Trial, seen: Seen) -> Iterator[str]:
    if seen.content != trial.new:
        yield "it said saved and is not"
    if trial.case.refused:
        yield "it was saved where nothing may be"


def _told_truth(trial: Trial, seen: Seen, ended: BaseException) -> Iterator[str]:
    if not isinstance(ended, StorageError):
        yield f"it ended with {ended!r}"
        return
    in_place = ended.code == "not_synced"
    if (seen.content == trial.new) != in_place:
        yield f"it said {ended.code}, which is not so"
    for language in ("id", "en"):
        sentence = error_sentence(ended, language)
        if "map.cjm" not in sentence and "link.cjm" not in sentence:
            yield f"it does not say which file: {sentence}"


def _right_mode(before: Seen) -> int:
    """That of the old file; a new one gets what the mask leaves."""
    return before.mode if before.mode is not None else stat.S_IMODE(0o666 & ~_MASK)

"""The power goes while a program saves on a real ext4: what was acknowledged is there when the machine is back.

The file system stands in an image file behind a loop device. A power cut is ext4's own: it shuts down at that moment
without writing another byte (as the kernel's file system tests do it); what the image then holds is copied, and the
copy is mounted, which replays its journal.
"""

import fcntl
import os
import shutil
import signal
import struct
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from tests.faults import seeded_wrong
from tests.faults.mounts import apart, command, mounted
from tests.faults.save_cases import Save
from tests.faults.saving_on import Found, acknowledged, begin, compared_row, content_of, found_row, save_over
from tests.faults.seed import dice
from tests.faults.table import Row, Size

_TRIALS = {Size.SMALL: 40, Size.FULL: 400}
_COMPARED = 16
_LONGEST = 0.25
"""Seconds of saving, at most, before the power goes."""
_REST = 0.03
"""Seconds after a save, in every other pair of trials: a next save would take the last one's name to the disk."""
_IMAGE_BYTES = 24 * 1024**2
_SHUT_DOWN = 0x8004587D
"""FS_IOC_SHUTDOWN, with the flag for: not even the journal."""
_NO_LOG_FLUSH = struct.pack("I", 2)


def run(size: Size) -> Iterable[Row]:
    """The real save; and one that does not sync the folder: where that loses nothing, the cuts show nothing."""
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder, "made.img")
        if reason := _cannot(image):
            yield Row("power cut", 0, 0, reason)
            return
        yield found_row("power cut while saving", list(_trials("power cut", _TRIALS[size], save_over, image)))
        hasty = partial(seeded_wrong.sound, flaw="the folder is not synced")
        yield compared_row("the same, folder not synced", list(_trials("cut, hasty", _COMPARED, hasty, image)))


def _cannot(image: Path) -> str:
    """Makes the image that every trial begins with. Why there can be no trial here; empty where there can."""
    if reason := apart():
        return reason
    try:
        image.touch()
        os.truncate(image, _IMAGE_BYTES)
        command("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", str(image))
        with _looped(image) as place:
            save_over(str(place / "map.cjm"), os, content_of(0), None)
    except OSError as error:
        return f"no ext4 behind a loop device: {error}"
    return ""


def _trials(purpose: str, count: int, save: Save, image: Path) -> Iterator[Found]:
    chance = dice(purpose)
    for number in range(count):
        rest = _REST * (number // 2 % 2)
        yield _trial(save, image, chance.uniform(0, _LONGEST), rest, over=bool(number % 2))


def _trial(save: Save, image: Path, moment: float, rest: float, *, over: bool) -> Found:
    """What is wrong after a power cut, if anything is. In seconds the `moment` of the cut, the `rest` after a save."""
    running, cut = image.with_name("running.img"), image.with_name("cut.img")
    shutil.copyfile(image, running)
    with _looped(running) as place:
        saves = _saved_until(save, place, moment, rest, over=over)
        shutil.copyfile(running, cut)
    with _looped(cut) as place:
        return Found(saves, _wrong(place, saves, over=over))


def _saved_until(save: Save, place: Path, moment: float, rest: float, *, over: bool) -> int:
    """How many saves were acknowledged when the power went."""
    path_of = partial(_path, place, over=over)
    handle = os.open(place, os.O_RDONLY)
    saving = begin(save, path_of, over=over, rest=rest)
    try:
        time.sleep(moment)
        fcntl.ioctl(handle, _SHUT_DOWN, _NO_LOG_FLUSH)
    finally:
        os.kill(saving.process, signal.SIGKILL)
        os.waitpid(saving.process, 0)
        os.close(handle)
    return acknowledged(saving)


def _path(place: Path, number: int, *, over: bool) -> str:
    return str(place / ("map.cjm" if over else f"map {number}.cjm"))


def _wrong(place: Path, saves: int, *, over: bool) -> str:
    """The last acknowledged save or the one under way is there; in files of their own all that were acknowledged."""
    if over:
        content = (place / "map.cjm").read_bytes()
        whole = content in (content_of(saves), content_of(saves + 1))
        return "" if whole else f"save {saves} over one file is lost: {len(content)} bytes"
    lost = [number for number in range(1, saves + 1) if not _is_whole(Path(_path(place, number, over=False)), number)]
    return f"of {saves} saves, each a new file, {len(lost)} are lost" if lost else ""


def _is_whole(path: Path, number: int) -> bool:
    return path.exists() and path.read_bytes() == content_of(number)


def _looped(image: Path) -> AbstractContextManager[Path]:
    return mounted(image, image.with_suffix(""), "-o", "loop")

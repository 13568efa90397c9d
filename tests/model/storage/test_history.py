"""The history of a map: a version is whole or not there, whatever the disk, the clock and other programs do."""

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import resources
from model.document import Document
from model.records import Card
from model.storage import cjm
from model.storage.faults import StorageError
from model.storage.history import History, Why
from model.storage.sentences import error_sentence
from resources.words import LANGUAGES
from tests.making.disks import Disk
from tests.making.small_map import small_map

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def kept(tmp_path: Path) -> History:
    return History(tmp_path / "state" / "history")


def reworded(text: str) -> bytes:
    return cjm.encode(small_map(Card(id="c1", order="a0", lane="l1", step="t1", text=text)))


def texts(document: Document) -> set[str]:
    return {card.text for card in document.table(Card).values()}


def test_a_version_gives_the_map_as_it_was(kept: History) -> None:
    version = kept.add(reworded("uno"), "m", "saved", NOW)
    assert version is not None
    assert kept.versions("m") == [version]
    assert (version.why, version.when, version.size) == (Why.SAVED, NOW, len(reworded("uno")))
    assert "uno" in texts(kept.read(version))


def test_the_latest_comes_first_and_maps_do_not_mix(kept: History) -> None:
    for at, text in enumerate(("uno", "due", "tre")):
        kept.add(reworded(text), "m", "timed", NOW + at * MINUTE)
    kept.add(reworded("altro"), "n", "timed", NOW)
    assert kept.read(kept.versions("m")[0]).table(Card)["c1"].text == "tre"
    assert [each.when for each in kept.versions("m")] == [NOW + 2 * MINUTE, NOW + MINUTE, NOW]
    assert len(kept.versions("n")) == 1
    assert kept.versions("nothing") == []


def test_the_same_content_again_is_no_version(kept: History) -> None:
    assert kept.add(reworded("uno"), "m", "saved", NOW)
    assert kept.add(reworded("uno"), "m", "timed", NOW + MINUTE) is None
    assert kept.add(reworded("due"), "m", "timed", NOW + 2 * MINUTE)
    assert kept.add(reworded("uno"), "m", "timed", NOW + 3 * MINUTE)
    assert len(kept.versions("m")) == 3


def test_what_was_kept_already_and_is_let_go_now_is_called_so_from_now_on(kept: History) -> None:
    kept.add(reworded("uno"), "m", "timed", NOW)
    assert kept.add(reworded("uno"), "m", "discarded", NOW + MINUTE) is None
    (version,) = kept.versions("m")
    assert version.why is Why.DISCARDED
    assert "uno" in texts(kept.read(version))
    kept.add(reworded("uno"), "m", "saved", NOW + 2 * MINUTE)
    assert [each.why for each in kept.versions("m")] == [Why.DISCARDED]


def test_a_clock_that_went_back_does_not_change_the_order(kept: History) -> None:
    for text, when in (("uno", NOW), ("due", NOW - 400 * 24 * 60 * MINUTE), ("tre", NOW + MINUTE)):
        kept.add(reworded(text), "m", "saved", when)
    assert [next(iter(texts(kept.read(each)) & {"uno", "due", "tre"})) for each in kept.versions("m")] == [
        "tre", "due", "uno",
    ]  # fmt: skip


def test_nobody_else_can_look_into_it(kept: History) -> None:
    before = os.umask(0o000)
    kept.add(reworded("uno"), "m", "saved", NOW)
    os.umask(before)
    (version,) = kept.versions("m")
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (kept.folder, version.path.parent, version.path)]
    assert modes == [0o700, 0o700, 0o600]


@pytest.mark.parametrize("map_id", ["../../../etc/passwd", "a/b", "", ".", "x" * 5000, "\ud800", "con", "\0"])
def test_a_stranger_s_id_names_no_place_of_its_own(kept: History, map_id: str) -> None:
    version = kept.add(reworded("uno"), map_id, "saved", NOW)
    assert version is not None
    assert version.path.parent.parent == kept.folder
    assert kept.versions(map_id) == [version]


def test_a_damaged_version_gives_its_words(kept: History) -> None:
    sample = resources.path("samples", "clinic.cjm").read_bytes()
    version = kept.add(sample, "m", "saved", NOW)
    assert version is not None
    version.path.write_bytes(sample[: len(sample) // 2])
    found = kept.read(version)
    assert len(found.table(Card)) > 10


def test_a_version_that_is_gone_is_an_error_and_no_traceback(kept: History) -> None:
    version = kept.add(reworded("uno"), "m", "saved", NOW)
    assert version is not None
    version.path.unlink()
    assert kept.versions("m") == []
    with pytest.raises(StorageError):
        kept.read(version)


def test_a_version_that_was_cut_short_is_kept_again(kept: History) -> None:
    version = kept.add(reworded("uno"), "m", "saved", NOW)
    assert version is not None
    version.path.write_bytes(b"half")
    assert kept.add(reworded("uno"), "m", "saved", NOW + MINUTE) is not None


def test_only_what_is_a_version_is_taken_for_one(kept: History) -> None:
    version = kept.add(reworded("uno"), "m", "saved", NOW)
    assert version is not None
    folder, name = version.path.parent, version.path.name
    (folder / "notes.txt").write_text("mine")
    (folder / name.replace("000001", "000007").replace("saved", "unknown")).write_bytes(b"{}")
    (folder / name.replace("000001", "000008").replace("2026", "2099").replace("1122", "1399")).write_bytes(b"{}")
    (folder / name.replace("000001", "000009")).symlink_to("/dev/zero")
    (folder / name.replace("000001", "000010")).mkdir()
    (kept.folder / "a file").write_text("mine")
    assert kept.versions("m") == [version]
    assert kept.add(reworded("due"), "m", "saved", NOW + MINUTE) is not None
    assert len(kept.versions("m")) == 2


# Forgetting


def test_a_forgotten_map_leaves_nothing(kept: History) -> None:
    for at, text in enumerate(("uno", "due")):
        version = kept.add(reworded(text), "m", "saved", NOW + at * MINUTE)
    assert version is not None
    (version.path.parent / ".jejak-0123-4567.tmp").write_bytes(b"half")
    kept.add(reworded("uno"), "n", "saved", NOW)
    kept.forget("m")
    assert kept.versions("m") == []
    assert not version.path.parent.exists()
    assert len(kept.versions("n")) == 1
    kept.forget("m")
    assert kept.add(reworded("tre"), "m", "saved", NOW) is not None


@pytest.mark.parametrize("call", ["listdir", "unlink", "rmdir"])
def test_what_cannot_be_forgotten_is_told(kept: History, call: str) -> None:
    kept.add(reworded("uno"), "m", "saved", NOW)
    with pytest.raises(StorageError) as failed:
        History(kept.folder, system=Disk(call)).forget("m")
    assert failed.value.code == "versions_not_removed"


# Room


def test_old_versions_go_when_new_ones_come(kept: History) -> None:
    for at in range(40):
        kept.add(reworded(str(at)), "m", "timed", NOW + 5 * at * MINUTE)
    assert len(kept.versions("m")) <= 13 + 4
    assert kept.read(kept.versions("m")[0]).table(Card)["c1"].text == "39"


def test_a_map_keeps_to_its_room(tmp_path: Path) -> None:
    kept = History(tmp_path, map_limit=3 * len(reworded("x")) + 10)
    kept.add(reworded("a"), "m", "discarded", NOW)
    for at, text in enumerate("bcdef"):
        kept.add(reworded(text), "m", "timed", NOW + at * MINUTE)
    left = [kept.read(each).table(Card)["c1"].text for each in kept.versions("m")]
    assert left == ["f", "e", "a"]


def test_all_maps_keep_to_their_room_and_each_keeps_its_latest(tmp_path: Path) -> None:
    kept = History(tmp_path, whole_limit=4 * len(reworded("x")) + 10)
    for text in "ab":
        kept.add(reworded(text), "small", "timed", NOW)
    for at, text in enumerate("cdefg"):
        kept.add(reworded(text), "large", "timed", NOW + at * MINUTE)
    assert len(kept.versions("large")) == 2
    assert len(kept.versions("small")) == 2
    History(tmp_path, whole_limit=1).add(reworded("h"), "third", "timed", NOW)
    assert [len(kept.versions(name)) for name in ("small", "large", "third")] == [1, 1, 1]
    assert kept.read(kept.versions("large")[0]).table(Card)["c1"].text == "g"


# Disks that fail, programs that are killed, several at once

CALLS = ("lstat", "listdir", "makedirs", "mkdir", "open", "write", "fsync", "fchmod", "close", "replace", "unlink")


class Killed(Disk):
    """The program is killed at one call of the system: nothing happens from there on."""

    def _call(self, name: str, own: Any, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        if len(self.calls) == self._at:
            raise KeyboardInterrupt
        return super()._call(name, own, given, named)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_fails_leaves_what_was_kept_and_is_told(kept: History, call: str, at: int, error: int) -> None:
    first = kept.add(reworded("uno"), "m", "saved", NOW)
    assert first is not None
    try:
        History(kept.folder, system=Disk(call, at, error)).add(reworded("due"), "m", "saved", NOW + MINUTE)
    except StorageError as failed:
        assert failed.code in ("version_not_kept", "versions_not_read")
        assert all("{" not in error_sentence(failed, language) for language in LANGUAGES)
    left = kept.versions("m")
    assert first in left
    assert texts(kept.read(left[0])) >= {"dua"}
    assert len(left) <= 2


@pytest.mark.parametrize("at", range(80))  # more calls than it takes
def test_a_program_killed_anywhere_leaves_whole_versions_only(kept: History, at: int) -> None:
    for number in range(4):
        kept.add(reworded(str(number)), "m", "timed", NOW + 5 * number * MINUTE)
    before = kept.versions("m")
    disk = Killed(at=at)
    try:
        History(kept.folder, system=disk).add(reworded("new"), "m", "timed", NOW + 500 * MINUTE)
        killed = False
    except KeyboardInterrupt:
        killed = True
    after = kept.versions("m")
    assert all(each.path.read_bytes() == cjm.encode(kept.read(each)) for each in after)
    assert before[0] in after
    assert killed or kept.read(after[0]).table(Card)["c1"].text == "new"
    assert kept.add(reworded("on"), "m", "timed", NOW + 501 * MINUTE) is not None


def test_what_a_killed_program_left_is_cleared_a_day_later(kept: History) -> None:
    version = kept.add(reworded("uno"), "m", "saved", NOW)
    assert version is not None
    old, young = (version.path.parent / f".jejak-00-{at}.tmp" for at in (1, 2))
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    kept.add(reworded("due"), "m", "saved", NOW + MINUTE)
    assert (old.exists(), young.exists()) == (False, True)


def test_several_programs_at_once_do_no_harm(kept: History) -> None:
    def work(name: int) -> None:
        own = History(kept.folder)
        for at in range(15):
            own.add(reworded(f"{name} {at}"), "m", "timed", NOW + 20 * at * MINUTE)
            assert own.versions("m")

    with ThreadPoolExecutor(4) as several:
        list(several.map(work, range(4)))
    left = kept.versions("m")
    assert all(kept.read(each) for each in left)
    assert kept.read(left[0]).table(Card)["c1"].text.endswith("14")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "history").write_text("a file")
    with pytest.raises(StorageError) as failed:
        History(tmp_path / "history").add(reworded("uno"), "m", "saved", NOW)
    assert failed.value.code == "version_not_kept"
    assert History(tmp_path / "history").versions("m") == []


def test_a_reason_nobody_knows_is_a_mistake_of_ours(kept: History) -> None:
    with pytest.raises(ValueError, match="whatever"):
        kept.add(reworded("uno"), "m", "whatever", NOW)

"""Replacing a file: at every moment the old one or the new one is there, whole, and nothing else."""

import errno
import os
import socket
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model.storage.atomic import replace
from model.storage.faults import StorageError
from tests.making.disks import Disk

CALLS = ("lstat", "access", "open", "write", "fsync", "fchmod", "close", "replace", "umask")


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "map.cjm"
    path.write_bytes(b"old")
    return path


@pytest.fixture
def usual_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_the_new_bytes_stand_in_place_of_the_old(path: Path) -> None:
    replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["map.cjm"]


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    replace(tmp_path / "new.cjm", b"new")
    assert (tmp_path / "new.cjm").read_bytes() == b"new"


def test_the_file_is_synced_before_and_the_folder_after_the_swap(path: Path) -> None:
    disk = Disk()
    replace(path, b"new", system=disk)
    synced = [call for call in disk.calls if call in ("write", "fsync", "replace")]
    assert synced == ["write", "fsync", "replace", "fsync"]


def test_short_writes_are_gone_on_with(path: Path) -> None:
    disk = Disk(most=7)
    replace(path, bytes(range(256)), system=disk)
    assert path.read_bytes() == bytes(range(256))
    assert disk.calls.count("write") == 37


def test_a_write_that_takes_nothing_is_an_error_and_no_endless_loop(path: Path) -> None:
    with pytest.raises(StorageError):
        replace(path, b"new", system=Disk(most=0))
    assert path.read_bytes() == b"old"


def _failures() -> Iterator[tuple[str, int]]:
    """Every call a save makes of those that can fail, by its name and its turn."""
    yield from ((name, 1) for name in CALLS if name not in ("umask",))
    yield from (("write", 2), ("write", 3))


@pytest.mark.parametrize(("name", "at"), list(_failures()))
@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EACCES])
def test_whatever_fails_before_the_swap_the_old_file_stands_alone(path: Path, name: str, at: int, error: int) -> None:
    disk = Disk(name, at, error, most=2)
    tolerated = name == "fchmod" and error == errno.EACCES
    if tolerated:
        replace(path, b"newer", system=disk)
    else:
        with pytest.raises(StorageError) as failed:
            replace(path, b"newer", system=disk)
        assert failed.value.code == "not_saved"
        assert "replace" not in disk.calls or name == "replace"
    assert path.read_bytes() == (b"newer" if tolerated else b"old")
    assert names(path.parent) == ["map.cjm"]


@pytest.mark.parametrize(("name", "at"), [("open", 2), ("fsync", 2), ("close", 2)])
def test_a_folder_that_is_not_synced_is_told_apart_since_the_new_file_is_there(path: Path, name: str, at: int) -> None:
    with pytest.raises(StorageError) as failed:
        replace(path, b"new", system=Disk(name, at))
    assert (failed.value.code, failed.value.details["reason"]) == ("not_synced", "disk_error")
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["map.cjm"]


@pytest.mark.parametrize("at", [1, 2])
def test_a_file_system_that_knows_no_sync_is_good_enough(path: Path, at: int) -> None:
    replace(path, b"new", system=Disk("fsync", at, errno.EINVAL))
    assert path.read_bytes() == b"new"


def test_nothing_is_left_open(path: Path) -> None:
    before = len(names(Path("/proc/self/fd"))) if sys.platform == "linux" else 0
    for name in ("write", "fsync", "close", "replace"):
        with pytest.raises(StorageError):
            replace(path, b"new", system=Disk(name))
    replace(path, b"new")
    assert not before or len(names(Path("/proc/self/fd"))) == before


def _killed(path: Path, hours_ago: float) -> Path:
    """What a save of `path` leaves behind when the program is killed just ahead of the swap."""

    class Killed(Disk):
        def replace(self, *_: Any) -> None:
            raise KeyboardInterrupt

        def unlink(self, *_: Any) -> None:
            raise KeyboardInterrupt  # whoever is killed removes nothing any more

    before = set(path.parent.iterdir())
    with pytest.raises(KeyboardInterrupt):
        replace(path, b"half", system=Killed())
    (left,) = set(path.parent.iterdir()) - before
    then = time.time() - hours_ago * 3600
    os.utime(left, (then, then))
    return left


def test_a_save_that_is_stopped_from_the_keyboard_leaves_nothing(path: Path) -> None:
    class Stopped(Disk):
        def replace(self, *_: Any) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace(path, b"new", system=Stopped())
    assert path.read_bytes() == b"old"
    assert names(path.parent) == ["map.cjm"]


def test_what_a_killed_save_of_the_same_file_left_goes_a_day_later(path: Path) -> None:
    old, young = _killed(path, hours_ago=25), _killed(path, hours_ago=1)
    of_another = _killed(path.with_name("other.cjm"), hours_ago=1000)
    replace(path, b"new")
    assert not old.exists()
    assert young.exists()
    assert of_another.exists()


def test_only_a_file_is_taken_for_what_a_killed_save_left(path: Path) -> None:
    left = _killed(path, hours_ago=25)
    left.unlink()
    left.symlink_to(path)
    os.utime(left, (0, 0), follow_symlinks=False)
    replace(path, b"new")
    assert left.is_symlink()


@pytest.mark.parametrize(("call", "at"), [("listdir", 1), ("lstat", 2), ("unlink", 1), ("stat", 1)])
def test_a_save_is_done_although_what_a_killed_one_left_cannot_be_removed(path: Path, call: str, at: int) -> None:
    left = _killed(path, hours_ago=25)
    replace(path, b"new", system=Disk(call, at))
    assert path.read_bytes() == b"new"
    assert left.exists()


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o660, 0o755])
def test_the_mode_of_the_old_file_is_kept(path: Path, mode: int) -> None:
    path.chmod(mode)
    replace(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


class Shared(Disk):
    """Where the old file is another's, and of a group of ours or of theirs."""

    def __init__(self, *refused: int) -> None:
        super().__init__()
        self.given: list[tuple[int, int]] = []
        self._refused = refused

    def lstat(self, path: str) -> os.stat_result:
        found = os.lstat(path)
        return os.stat_result((*found[:4], 1234, 5678, *found[6:]))

    def fchown(self, _handle: int, owner: int, group: int) -> None:
        if owner in self._refused:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        self.given.append((owner, group))


@pytest.mark.parametrize(
    ("refused", "given", "mode"),
    [((), [(1234, 5678)], 0o664), ((1234,), [(-1, 5678)], 0o664), ((1234, -1), [], 0o644)],
    ids=["owner and group", "group only", "neither"],
)
def test_a_shared_file_stays_the_groups_and_is_never_opened_to_another_group(
    path: Path, refused: tuple[int, ...], given: list[tuple[int, int]], mode: int
) -> None:
    path.chmod(0o664)
    disk = Shared(*refused)
    replace(path, b"new", system=disk)
    assert disk.given == given
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.usefixtures("usual_mask")
def test_a_new_file_gets_the_mode_of_all_new_files(tmp_path: Path) -> None:
    replace(tmp_path / "new.cjm", b"new")
    assert stat.S_IMODE((tmp_path / "new.cjm").stat().st_mode) == 0o644
    assert os.umask(0o022) == 0o022


def test_while_it_is_written_nobody_else_may_read_the_new_file(path: Path) -> None:
    modes: list[int] = []

    class Watching(Disk):
        def __getattr__(self, name: str) -> Any:
            if name == "write":
                modes.extend(stat.S_IMODE(each.stat().st_mode) for each in path.parent.glob(".jejak-*"))
            return super().__getattr__(name)

    replace(path, b"new", system=Watching())
    assert modes == [0o600]


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path, path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.cjm"
    link.symlink_to(path)
    replace(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert names(tmp_path / "elsewhere") == ["link.cjm"]


def test_a_link_to_a_file_that_is_not_there_makes_that_file(tmp_path: Path) -> None:
    link = tmp_path / "link.cjm"
    link.symlink_to(tmp_path / "target.cjm")
    replace(link, b"new")
    assert (tmp_path / "target.cjm").read_bytes() == b"new"


def test_a_link_that_cannot_be_looked_at_is_not_taken_for_a_file(tmp_path: Path, path: Path) -> None:
    link = tmp_path / "link.cjm"
    link.symlink_to(path)
    for call in ("lstat", "readlink"):
        with pytest.raises(StorageError):
            replace(link, b"new", system=Disk(call))
    assert link.is_symlink()
    assert path.read_bytes() == b"old"


def test_a_name_without_a_folder_is_in_the_folder_of_the_program(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    replace(path.name, b"new")
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["map.cjm"]


def test_links_in_a_circle_are_an_error(tmp_path: Path) -> None:
    link = tmp_path / "link.cjm"
    link.symlink_to(link)
    with pytest.raises(StorageError) as failed:
        replace(link, b"new")
    assert failed.value.details["reason"] == "link_loop"


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


@pytest.mark.parametrize(("make", "code"), [(_folder, "is_folder"), (_pipe, "no_file"), (_socket, "no_file")])
def test_what_is_no_file_is_not_replaced(tmp_path: Path, make: Any, code: str) -> None:
    make(tmp_path / "odd")
    before = (tmp_path / "odd").stat().st_mode
    with pytest.raises(StorageError) as failed:
        replace(tmp_path / "odd", b"new")
    assert failed.value.code == code
    assert (tmp_path / "odd").stat().st_mode == before


@pytest.mark.parametrize(
    ("name", "reason"),
    [("a\0b", "bad_name"), ("x" * 300, "bad_name"), ("none/map.cjm", "missing"), ("map.cjm/x", "no_such_folder")],
)
def test_a_name_that_cannot_be_is_told_as_such(path: Path, name: str, reason: str) -> None:
    with pytest.raises(StorageError) as failed:
        replace(path.parent / name, b"new")
    assert failed.value.details["reason"] == reason


def test_a_file_that_may_not_be_written_is_left_alone(path: Path) -> None:
    class Forbidding(Disk):
        def access(self, *_: Any) -> bool:
            return False

    with pytest.raises(StorageError) as failed:
        replace(path, b"new", system=Forbidding())
    assert failed.value.details["reason"] == "forbidden"
    assert path.read_bytes() == b"old"


def test_why_a_file_may_not_be_written_is_what_opening_it_says(path: Path) -> None:
    class ReadOnly(Disk):
        def access(self, *_: Any) -> bool:
            return False

    with pytest.raises(StorageError) as failed:
        replace(path, b"new", system=ReadOnly("open", error=errno.EROFS))
    assert failed.value.details["reason"] == "read_only_disk"
    assert path.read_bytes() == b"old"


def test_an_error_names_the_file_that_was_asked_for_and_not_where_its_link_leads(tmp_path: Path) -> None:
    link = tmp_path / "link.cjm"
    link.symlink_to("/dev/null")
    with pytest.raises(StorageError) as failed:
        replace(link, b"new")
    assert failed.value.details["file"] == str(link)


def test_without_modes_and_folders_to_sync_as_on_windows_a_file_is_replaced_all_the_same(path: Path) -> None:
    class Windows(Disk):
        name = "nt"

        def __getattr__(self, name: str) -> Any:
            if name in ("fchmod", "umask"):
                raise AttributeError(name)
            return super().__getattr__(name)

    disk = Windows()
    replace(path, b"new", system=disk)
    assert path.read_bytes() == b"new"
    assert disk.calls.count("fsync") == 1

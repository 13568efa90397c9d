"""The simulated disk: what a power cut may leave of what was and was not synced."""

import os
from random import Random

import pytest

from tests.faults.faulty import Fault, Faulty
from tests.faults.simulated import Simulated


def contents(disk: Simulated, path: str = "/map") -> set[bytes | None]:
    """What may stand there after a power cut."""
    return {content(cut, path) for cut in disk.after_power_cut(Random(1))}


def content(disk: Simulated, path: str) -> bytes | None:
    try:
        handle = disk.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    return disk.read(handle, 1000)


def written(disk: Simulated, path: str = "/map", data: bytes = b"abcd", *, sync: bool = False) -> int:
    handle = disk.open(path, os.O_WRONLY | os.O_CREAT)
    disk.write(handle, data)
    if sync:
        disk.fsync(handle)
    return handle


def sync_root(disk: Simulated) -> None:
    disk.fsync(disk.open("/", os.O_RDONLY))


def test_what_was_not_synced_may_be_whole_torn_or_gone() -> None:
    disk = Simulated()
    written(disk)
    assert contents(disk) == {None, b"", b"ab", b"\0\0cd", b"abcd"}


def test_a_synced_file_has_no_name_before_its_folder_is_synced() -> None:
    disk = Simulated()
    written(disk, sync=True)
    assert contents(disk) == {None, b"abcd"}
    sync_root(disk)
    assert contents(disk) == {b"abcd"}


def test_a_name_may_arrive_ahead_of_what_it_leads_to() -> None:
    disk = Simulated()
    written(disk)
    sync_root(disk)
    assert contents(disk) == {b"", b"ab", b"\0\0cd", b"abcd"}


def test_a_swap_arrives_whole_or_not_at_all() -> None:
    disk = Simulated()
    written(disk, data=b"old")
    written(disk, "/fresh", b"new", sync=True)
    disk.settle()
    disk.replace("/fresh", "/map")
    assert contents(disk) == {b"old", b"new"}
    assert contents(disk, "/fresh") == {b"new", None}


def test_after_a_sync_that_failed_no_other_brings_it_back() -> None:
    disk = Simulated()
    handle = written(disk)
    sync_root(disk)
    with pytest.raises(OSError, match="Input/output error"):
        Faulty(disk, (Fault(0, "EIO"),)).fsync(handle)
    disk.fsync(handle)
    assert b"" in contents(disk)
    disk.write(handle, b"ef")
    disk.fsync(handle)
    assert all(each is not None and each.endswith(b"ef") for each in contents(disk))


def test_a_link_is_followed_by_reading_and_replaced_by_a_swap() -> None:
    disk = Simulated()
    written(disk, data=b"old")
    disk.symlink("map", "/link")
    assert content(disk, "/link") == b"old"
    written(disk, "/fresh", b"new")
    disk.replace("/fresh", "/link")
    assert content(disk, "/map") == b"old"
    assert content(disk, "/link") == b"new"


def test_a_link_may_lead_upwards() -> None:
    disk = Simulated()
    written(disk)
    disk.mkdir("/folder")
    disk.symlink("../map", "/folder/link")
    assert content(disk, "/folder/link") == b"abcd"

"""Who has a map open: one of many, told to all others, and let go by whoever is gone."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.storage import locks
from model.storage.lock_files import LARGEST, Note
from model.storage.locks import Held, Lock, holder, lock_path, take
from model.storage.owner import Owner, this_process
from tests.checking.other_program import Program
from tests.making.disks import Disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "peta.cjm"
    path.write_text("words")
    return path


@pytest.fixture
def other(path: Path) -> Iterator[Program]:
    program = Program(path)
    yield program
    program.kill()


def names(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


def of_another_computer() -> Owner:
    return msgspec.structs.replace(this_process(), user="sari", host="balai-desa", boot="b", machine="m")


def write_note(path: Path, owner: Owner, mark: str = "0123456789abcdef") -> Path:
    place = Path(lock_path(str(path)))
    place.write_bytes(msgspec.json.encode(Note(mark, "2026-11-22T09:00:00+00:00", owner)))
    return place


def gone(path: Path) -> None:
    """Leave the lock of a program that was killed."""
    program = Program(path)
    assert program.taken() == "Lock"
    program.kill()


def test_a_lock_stands_beside_the_map_until_it_is_let_go(path: Path) -> None:
    lock = take(path)
    assert isinstance(lock, Lock)
    assert names(path) == {"peta.cjm", Path(lock_path(str(path))).name}
    lock.release()
    assert names(path) == {"peta.cjm"}
    lock.release()


def test_it_says_who_to_everybody_who_can_read_the_folder(path: Path) -> None:
    before = os.umask(0o077)
    try:
        assert isinstance(take(path), Lock)
    finally:
        os.umask(before)
    place = Path(lock_path(str(path)))
    assert stat.S_IMODE(place.stat().st_mode) == 0o644
    assert msgspec.json.decode(place.read_bytes(), type=Note).owner == this_process()
    held = holder(path)
    assert held is not None
    assert held.owner == this_process()
    assert held.since.endswith("+00:00")


def test_nobody_gets_what_another_program_has_until_that_lets_go(path: Path, other: Program) -> None:
    assert other.taken() == "Lock"
    held = take(path)
    assert isinstance(held, Held)
    assert held.owner is not None
    assert held.owner.pid != os.getpid()
    assert names(path) == {"peta.cjm", Path(lock_path(str(path))).name}
    other.end()
    assert holder(path) is None
    assert isinstance(take(path), Lock)


def test_the_lock_of_a_program_that_was_killed_clears_by_itself(path: Path) -> None:
    gone(path)
    assert holder(path) is None
    assert isinstance(take(path), Lock)
    assert len(names(path)) == 2


def test_the_lock_of_another_computer_is_respected(path: Path) -> None:
    write_note(path, of_another_computer())
    held = take(path)
    assert isinstance(held, Held)
    assert held.owner == of_another_computer()


def test_a_lock_is_let_go_only_by_whose_it_is(path: Path) -> None:
    lock = take(path)
    assert isinstance(lock, Lock)
    place = write_note(path, of_another_computer())
    lock.release()
    assert place.exists()


def test_a_map_has_one_lock_by_whatever_name_it_is_called(path: Path) -> None:
    link = path.with_name("other name.cjm")
    link.symlink_to(path)
    lock = take(link)
    assert isinstance(lock, Lock)
    assert lock.target == str(path)
    assert isinstance(take(path), Held)
    assert isinstance(take(path.with_name("another.cjm")), Lock)


def test_the_longest_name_has_a_lock_too(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".cjm")
    path.write_text("words")
    assert isinstance(take(path), Lock)


@pytest.mark.parametrize("before", ["nothing", "a killed program's", "a torn one", "one being cleared by the killed"])
def test_of_many_programs_at_once_exactly_one_gets_it(path: Path, before: str) -> None:
    place = Path(lock_path(str(path)))
    if before in ("a killed program's", "one being cleared by the killed"):
        gone(path)
    if before == "one being cleared by the killed":
        mark = msgspec.json.decode(place.read_bytes(), type=Note).mark
        place.with_name(f"{place.stem}-{mark}-clear.tmp").write_bytes(place.read_bytes())
    if before == "a torn one":
        place.write_bytes(b'{"mark": "0123')
    programs = [Program(path) for _ in range(12)]
    for each in programs:
        each.go()
    said = [each.said() for each in programs]
    assert sorted(said) == ["Held"] * 11 + ["Lock"]
    for each in programs:
        each.end()
    assert names(path) == {"peta.cjm"}


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 100, b"[]", b"[" * 8000, b'{"mark": "../../x", "since": "", "owner": {}}']
)
def test_a_damaged_lock_is_cleared(path: Path, content: bytes) -> None:
    Path(lock_path(str(path))).write_bytes(content)
    assert holder(path) is None
    assert isinstance(take(path), Lock)
    assert len(names(path)) == 2


def test_a_mark_that_is_no_mark_names_no_other_file(path: Path) -> None:
    write_note(path, of_another_computer(), "0123456789abcde/")
    assert isinstance(take(path), Lock)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_what_is_no_lock_is_left_alone_and_keeps_nobody_from_the_map(path: Path) -> None:
    place = Path(lock_path(str(path)))
    os.mkfifo(place)
    assert take(path) is None
    place.unlink()
    place.mkdir()
    assert take(path) is None
    place.rmdir()
    victim = path.with_name("victim")
    place.symlink_to(victim)
    assert take(path) is None
    assert not victim.exists()
    place.unlink()
    with place.open("wb") as huge:
        huge.truncate(1024**3)
    assert take(path) is None
    assert place.stat().st_size == 1024**3
    place.write_bytes(b"x" * (LARGEST + 1))
    assert take(path) is None
    assert holder(path) is None


@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("call", ["open", "write", "close", "link"])
def test_where_no_lock_can_be_written_there_is_none_and_nothing_is_left(path: Path, call: str, error: int) -> None:
    assert take(path, system=Disk(call, error=error)) is None
    assert names(path) == {"peta.cjm"}


def test_a_write_that_stops_half_way_leaves_nothing(path: Path) -> None:
    assert take(path, system=Disk(most=10)) is None
    assert names(path) == {"peta.cjm"}


@pytest.mark.parametrize("failing", ["link", "fchmod"])
def test_a_disk_without_second_names_or_modes_has_locks_too(path: Path, failing: str) -> None:
    lock = take(path, system=Disk(failing, error=errno.EPERM))
    assert isinstance(lock, Lock)
    assert isinstance(take(path), Held)
    lock.release()
    assert names(path) == {"peta.cjm"}


@pytest.mark.parametrize("call", ["lstat", "open", "fstat", "read", "close", "unlink"])
def test_a_disk_that_fails_raises_nothing(path: Path, call: str) -> None:
    gone(path)
    assert take(path, system=Disk(call, error=errno.EIO)) is None or isinstance(holder(path), Held)
    lock = locks.Lock(str(path), "0123456789abcdef", Disk(call, error=errno.EIO))
    write_note(path, this_process())
    lock.release()


@pytest.mark.parametrize("name", ["no/such/folder/peta.cjm", "a\0b.cjm"])
def test_a_place_where_no_map_can_be_has_no_lock(tmp_path: Path, name: str) -> None:
    assert take(tmp_path / name) is None
    assert holder(tmp_path / name) is None


NOTES = st.builds(
    lambda mark, since, owner: msgspec.json.encode({"mark": mark, "since": since, "owner": owner}),
    st.one_of(st.just("0123456789abcdef"), st.text()),
    st.text(),
    st.dictionaries(
        st.sampled_from(["user", "host", "pid", "started", "boot", "machine", "space", "more"]),
        st.one_of(st.text(), st.integers(-(2**63), 2**63), st.none(), st.lists(st.text())),
    ),
)


@given(st.one_of(st.binary(max_size=300), NOTES))
@settings(max_examples=30)
def test_whatever_stands_in_a_lock_it_is_had_or_held_and_nothing_else_happens(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("maps") / "peta.cjm"
    place = Path(lock_path(str(path)))
    place.write_bytes(content)
    held = holder(path)
    found = take(path)
    assert isinstance(found, Lock if held is None else Held)
    assert names(path) == {place.name}

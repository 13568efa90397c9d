"""The log of what went wrong."""

import stat
import threading
from pathlib import Path

import pytest

from editor.trouble.log import BEFORE, LIMIT, NAME, Log


def vanished() -> Path:
    """A folder that cannot be made."""
    raise PermissionError(13, "no")


def test_what_happens_again_is_written_each_tenth_hundredth_thousandth_time(tmp_path: Path) -> None:
    log = Log(lambda: tmp_path)
    counts = [log.note("ValueError at model/change.py:1", ["a line"]) for _ in range(1500)]
    assert counts == list(range(1, 1501))
    written = log.text().splitlines()
    assert [line.partition(" UTC ")[2] for line in written if "UTC" in line] == [
        "ValueError at model/change.py:1",
        *(f"{count} times by now: ValueError at model/change.py:1" for count in (10, 100, 1000)),
    ]
    assert "    a line" in written


def test_only_its_user_may_read_it(tmp_path: Path) -> None:
    Log(lambda: tmp_path).note("something")
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


def test_it_never_grows_beyond_twice_its_limit(tmp_path: Path) -> None:
    log = Log(lambda: tmp_path)
    for number in range(300):
        log.note(f"fault {number}", ["x" * 80] * 60)
    assert (tmp_path / NAME).stat().st_size + (tmp_path / BEFORE).stat().st_size < 2 * LIMIT + 10_000
    assert "fault 299" in log.text()
    assert len(list(tmp_path.iterdir())) == 2


def test_where_no_disk_takes_it_it_is_remembered() -> None:
    log = Log(vanished)
    for number in range(1000):
        log.note(f"fault {number}")
    assert "fault 999" in log.text()
    assert "fault 0\n" not in log.text()


def test_a_full_disk_is_no_fault_more(tmp_path: Path) -> None:
    full = tmp_path / NAME
    full.symlink_to("/dev/full")
    if not full.is_char_device():
        pytest.skip("needs /dev/full")
    log = Log(lambda: tmp_path)
    log.note("something")
    assert "something" in log.text()


def test_two_programs_write_into_one_log(tmp_path: Path) -> None:
    one, other = Log(lambda: tmp_path), Log(lambda: tmp_path)
    one.note("first")
    other.note("second")
    one.note("third")
    assert [line.rpartition(" ")[2] for line in one.text().splitlines()] == ["first", "second", "third"]


def test_many_threads_write_whole_entries(tmp_path: Path) -> None:
    log = Log(lambda: tmp_path)

    def note(thread: int) -> None:
        for number in range(50):
            log.note(f"fault {thread}.{number}", ["way"])

    threads = [threading.Thread(target=note, args=(each,)) for each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = log.text().splitlines()
    assert len(lines) == 2 * 8 * 50
    assert lines[1::2] == ["    way"] * 400


def test_what_is_cleared_is_gone(tmp_path: Path) -> None:
    log = Log(lambda: tmp_path)
    log.note("something")
    log.clear()
    assert log.text() == ""
    assert list(tmp_path.iterdir()) == []

"""What a program leaves that crashed, and what one leaves that did not."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from editor.trouble.traces import Crash, clear, crashes, earlier, told
from model.storage.owner import Owner, this_process
from tests.checking.command_line import ROOT

_WATCHED = """
import os, signal, sys, threading
from pathlib import Path
from editor.trouble.traces import Watch
watch = Watch(Path(sys.argv[1]))
watch.remark("Jejak 1.2.3")
def wait_for_good(): threading.Event().wait()
def die_here(): os.kill(os.getpid(), getattr(signal, sys.argv[2]))
if sys.argv[2] == "end": watch.end()
elif sys.argv[2] == "stay": print("here", flush=True); sys.stdin.readline()
else:
    threading.Thread(target=wait_for_good, daemon=True).start()
    die_here()
"""

Begin = Callable[[str], subprocess.Popen[str]]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Starts a program that is watched, and ends as it is told; one that stays is killed after the test."""
    running: list[subprocess.Popen[str]] = []

    def start(how: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", _WATCHED, str(tmp_path), how]
        program = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        running.append(program)
        if how == "stay":
            assert program.stdout is not None
            assert program.stdout.readline() == "here\n"
        return program

    yield start
    for program in running:
        program.kill()
        program.communicate()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SIGSEGV", "Segmentation fault"), ("SIGABRT", "Aborted"), ("SIGBUS", "Bus error"),
        ("SIGFPE", "Floating point exception"), ("SIGILL", "Illegal instruction"),
    ],
)  # fmt: skip
def test_a_crash_is_found_with_the_lines_of_each_thread(name: str, words: str, begin: Begin, tmp_path: Path) -> None:
    assert begin(name).wait() < 0
    (crash,) = crashes(tmp_path)
    assert crash.text.startswith(f"Jejak 1.2.3\nFatal Python error: {words}")
    assert "die_here" in crash.text
    assert "wait_for_good" in crash.text
    assert stat.S_IMODE(crash.path.stat().st_mode) == 0o600


def test_lines_of_code_are_shown_without_the_folders_they_lie_in(begin: Begin, tmp_path: Path) -> None:
    begin("SIGABRT").wait()
    (crash,) = crashes(tmp_path)
    assert "python/threading.py:" in crash.text
    assert str(Path(os.__file__).parent) not in crash.text
    assert this_process().host not in crash.text


def test_a_program_that_ends_leaves_nothing(begin: Begin, tmp_path: Path) -> None:
    assert begin("end").wait() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_runs_has_not_crashed(begin: Begin, tmp_path: Path) -> None:
    running = begin("stay")
    assert crashes(tmp_path) == []
    assert len(list(tmp_path.iterdir())) == 1
    running.kill()
    running.wait()
    assert crashes(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_trace_of_a_program_that_runs_is_not_offered(tmp_path: Path) -> None:
    put(tmp_path, this_process(), "Fatal Python error: Aborted")
    assert crashes(tmp_path) == []
    clear(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_two_programs_that_crash_leave_a_trace_each(begin: Begin, tmp_path: Path) -> None:
    both = [begin("SIGSEGV"), begin("SIGABRT")]
    assert all(program.wait() < 0 for program in both)
    assert {crash.text.splitlines()[1].partition(": ")[2] for crash in crashes(tmp_path)} == {
        "Segmentation fault", "Aborted",
    }  # fmt: skip


def test_what_was_told_is_kept_a_while_and_offered_no_more(tmp_path: Path) -> None:
    for _ in range(14):
        told(put(tmp_path, gone(), "Fatal Python error: Aborted"))
    assert crashes(tmp_path) == []
    assert len(earlier(tmp_path)) == 10
    clear(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\n\x00", b"[]\n", b'{"pid": -1}\nFatal', b"\x00" * 5000])
def test_a_damaged_trace_does_no_harm(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "crash-1.txt").write_bytes(content)
    assert crashes(tmp_path) == []


def test_a_trace_that_tells_too_much_is_cut(tmp_path: Path) -> None:
    put(tmp_path, gone(), "Fatal Python error: Aborted\n" + "x" * 5_000_000)
    (crash,) = crashes(tmp_path)
    assert len(crash.text) < 300_000


def test_where_there_is_no_folder_there_was_no_crash(tmp_path: Path) -> None:
    assert crashes(tmp_path / "gone") == []
    assert earlier(tmp_path / "gone") == []


def gone() -> Owner:
    """A process of this computer that is no more: no such start of a process can be."""
    return msgspec.structs.replace(this_process(), started="1")


def put(folder: Path, owner: Owner, text: str) -> Crash:
    """A trace as a crash leaves it."""
    path = folder / f"crash-{len(list(folder.iterdir()))}.txt"
    path.write_bytes(msgspec.json.encode(owner) + f"\n{text}\n".encode())
    return Crash(path, datetime.now(UTC), text)

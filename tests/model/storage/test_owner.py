"""Whose a file is, and whether that process is still there."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import msgspec
import pytest

from model.storage import owner
from model.storage.owner import Owner, is_gone, this_process

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="goes by /proc")


@pytest.fixture
def other() -> Iterator[subprocess.Popen[str]]:
    """A process that waits to be ended, and says that it has begun."""
    code = "print('begun', flush=True); input()"
    running = subprocess.Popen([sys.executable, "-c", code], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.readline()
    yield running
    running.kill()
    running.communicate()


def of(pid: int, **members: object) -> Owner:
    """The owner with this number, as it would say of itself."""
    return msgspec.structs.replace(this_process(), **{"pid": pid, "started": owner.started(pid) or "", **members})


def test_the_process_that_asks_is_there() -> None:
    assert this_process().pid == os.getpid()
    assert not is_gone(this_process())


def test_an_owner_is_the_same_when_read_again() -> None:
    assert msgspec.json.decode(msgspec.json.encode(this_process()), type=Owner) == this_process()


def test_another_process_is_there_until_it_ends(other: subprocess.Popen[str]) -> None:
    running = of(other.pid)
    assert running.started
    assert not is_gone(running)
    other.kill()
    other.wait()
    assert is_gone(running)


@LINUX
def test_one_that_was_killed_and_not_yet_missed_is_gone(other: subprocess.Popen[str]) -> None:
    running = of(other.pid)
    other.kill()
    os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
    assert is_gone(running)


def test_a_number_that_was_given_to_another_process_is_not_its_first_owner(other: subprocess.Popen[str]) -> None:
    assert is_gone(of(other.pid, started="1"))
    assert not is_gone(of(other.pid, started=""))


@pytest.mark.skipif(not this_process().machine, reason="a container that does not say which computer it is on")
@LINUX
def test_what_ran_before_the_computer_started_again_is_gone() -> None:
    assert is_gone(of(os.getpid(), boot="before"))


@LINUX
def test_nobody_knows_what_runs_on_another_computer_or_in_another_container(other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait()
    gone = of(other.pid, started="1")
    assert is_gone(gone)
    assert not is_gone(msgspec.structs.replace(gone, boot="another", machine="another"))
    assert not is_gone(msgspec.structs.replace(gone, boot="another", host="another"))
    assert not is_gone(msgspec.structs.replace(gone, space="another"))


def test_a_number_no_process_can_have_is_gone_without_a_fault() -> None:
    assert is_gone(of(2**32 - 1))


def test_psutil_tells_the_same_where_there_is_no_proc(other: subprocess.Popen[str]) -> None:
    begun = owner.started_by_psutil(other.pid)
    assert begun
    assert owner.started_by_psutil(other.pid) == begun
    other.kill()
    other.wait()
    assert owner.started_by_psutil(other.pid) is None


def test_a_process_that_forked_is_another_one(
    fresh_python: Callable[[str], subprocess.CompletedProcess[str]],
) -> None:
    code = (
        "import os; from model.storage.owner import this_process as me; first = me().pid\n"
        "if os.fork() == 0: os._exit(0 if me().pid not in (first, 0) else 1)\n"
        "print(os.waitstatus_to_exitcode(os.wait()[1]))"
    )
    assert fresh_python(code).stdout == "0\n"

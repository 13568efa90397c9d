"""The lock of the real program: there while it runs, gone with it, however it ends."""

import signal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.files.opening import sound
from model.storage.locks import Lock, holder, lock_path, take
from tests.checking.command_line import CLINIC
from tests.checking.driving import Drive, drive

__all__ = ["drive"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_program_that_is_asked_to_end_takes_its_lock_along(number: signal.Signals, drive: Drive) -> None:
    program = drive("look")
    assert program.says() == "done"
    held = holder(program.path)
    assert held is not None
    assert held.owner is not None
    assert held.owner.pid == program.process.pid
    assert sound(program.path) is None
    program.ended(number)
    assert list(program.path.parent.glob(".jejak-*")) == []


def test_a_program_that_asks_about_the_map_it_was_started_with_takes_its_lock_along(
    drive: Drive, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "rusak.cjm"
    path.write_bytes(CLINIC.read_bytes()[:9000])
    program = drive("look", name=path.name)
    qtbot.waitUntil(lambda: holder(path) is not None, timeout=60_000)
    code, said = program.ended(signal.SIGTERM)
    assert (code, said) == (128 + signal.SIGTERM, "")
    assert list(tmp_path.glob(".jejak-*")) == []


def test_after_a_program_that_was_killed_the_map_is_free(drive: Drive) -> None:
    program = drive("look")
    assert program.says() == "done"
    program.ended(signal.SIGKILL)
    assert [str(each) for each in program.path.parent.glob(".jejak-*")] == [lock_path(str(program.path))]
    lock = take(program.path)
    assert isinstance(lock, Lock)
    lock.release()
    assert list(program.path.parent.glob(".jejak-*")) == []

"""Signals, and what is left of a program that they ended."""

import json
import signal
from pathlib import Path

import pytest

from model.records import Card
from model.storage.file import open_map
from tests.checking.command_line import CLINIC
from tests.checking.driven import WORDS
from tests.checking.driving import Drive, Driven, drive

__all__ = ["drive"]


def kept(program: Driven) -> bool:
    """Whether the next start offers what was written, and the file is as it was."""
    (map_,) = program.left()
    assert program.path.read_bytes() == CLINIC.read_bytes()
    return any(WORDS in card.text for card in map_.table(Card).values())


@pytest.mark.parametrize(
    ("deed", "number"), [("write", signal.SIGTERM), ("dialog", signal.SIGHUP), ("ask", signal.SIGTERM)]
)
def test_what_ends_the_program_asks_nobody_and_loses_nothing(deed: str, number: signal.Signals, drive: Drive) -> None:
    program = drive(deed)
    assert program.says() == "done"
    assert program.ended(number) == (128 + number, "")
    assert kept(program)
    assert program.traces() == []


def test_a_map_nobody_changed_leaves_nothing_to_offer(drive: Drive) -> None:
    program = drive("look")
    assert program.says() == "done"
    assert program.ended(signal.SIGTERM) == (128 + signal.SIGTERM, "")
    assert program.left() == []


def test_where_no_journal_can_be_written_a_copy_is_left_among_the_recent_files(drive: Drive, tmp_path: Path) -> None:
    (tmp_path / "full").write_bytes(b"")
    program = drive("write", XDG_STATE_HOME=str(tmp_path / "full"))
    assert program.says() == "done"
    assert program.ended(signal.SIGTERM) == (128 + signal.SIGTERM, "")
    (copy,) = tmp_path.glob("jejak-rescue-*.cjm")
    assert any(WORDS in card.text for card in open_map(copy).document.table(Card).values())
    settings = json.loads((tmp_path / "config" / "jejak" / "settings.json").read_bytes())
    assert settings["recent"][0] == str(copy)


def test_ctrl_c_asks_first_and_a_signal_that_asks_nobody_may_follow(drive: Drive) -> None:
    program = drive("be asked")
    assert program.says() == "written"
    program.process.send_signal(signal.SIGINT)
    assert program.says() == "done"
    assert program.ended(signal.SIGTERM) == (128 + signal.SIGTERM, "")
    assert kept(program)


def test_a_program_that_is_to_outlive_its_terminal_does(drive: Drive) -> None:
    program = drive("be asked", before=ignore_the_terminal)
    assert program.says() == "written"
    program.process.send_signal(signal.SIGHUP)
    program.process.send_signal(signal.SIGINT)
    assert program.says() == "done"
    assert program.ended(signal.SIGTERM) == (128 + signal.SIGTERM, "")


def ignore_the_terminal() -> None:
    """As nohup does."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT])
def test_a_crash_leaves_a_trace_that_names_the_lines_it_was_at(number: signal.Signals, drive: Drive) -> None:
    program = drive("write")
    assert program.says() == "done"
    assert program.ended(number)[0] == -number
    (trace,) = program.traces()
    assert "Fatal Python error: " in trace
    assert 'editor/window/application.py", line ' in trace
    assert "in run\n" in trace
    assert WORDS not in trace
    assert program.path.name not in trace
    assert kept(program)


def test_what_qt_holds_for_fatal_leaves_a_trace_without_its_words(drive: Drive) -> None:
    program = drive("fatal")
    code, said = program.ended()
    assert code == -signal.SIGABRT
    (trace,) = program.traces()
    assert "_fatal\n" in trace
    assert WORDS not in trace + said


def test_the_next_start_offers_the_trace_and_once_it_was_read_no_more(drive: Drive) -> None:
    crashed = drive("look")
    assert crashed.says() == "done"
    crashed.ended(signal.SIGSEGV)
    program = drive("offer")
    read = bytes.fromhex(program.says()).decode()
    assert "Fatal Python error: Segmentation fault" in read
    assert "editor/window/application.py:" in read
    assert str(program.path.parent) not in read
    assert program.says() == "done"
    assert program.ended(signal.SIGTERM)[0] == 128 + signal.SIGTERM
    assert program.traces() == []


def test_two_windows_that_crash_leave_a_trace_each(drive: Drive) -> None:
    both = [drive("look", name="satu.cjm"), drive("look", name="dua.cjm")]
    assert [each.says() for each in both] == ["done", "done"]
    assert len(both[0].traces()) == 2
    for each in both:
        each.ended(signal.SIGABRT)
    assert len([trace for trace in both[0].traces() if "Fatal Python error: Aborted" in trace]) == 2

"""main.py as a program of its own: streams, signals, locales, and no traceback whatever happens."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.checking.command_line import CLINIC, JOURNEY, ROOT, process

posix = pytest.mark.skipif(os.name != "posix", reason="signals and device files are those of POSIX")


@pytest.mark.parametrize(
    ("environ", "words"),
    [({"LANG": "id_ID.UTF-8"}, "pemakaian:"), ({"LANG": "en_US.UTF-8"}, "usage:"), ({"LC_ALL": "C"}, "usage:")],
)
def test_the_help_speaks_the_language_of_the_place(environ: dict[str, str], words: str) -> None:
    finished = process("--help", environ=environ)
    assert finished.returncode == 0
    assert finished.stdout.startswith(words)
    assert finished.stderr == ""


def test_the_way_from_a_template_to_paper(tmp_path: Path) -> None:
    (tmp_path / "journey.md").write_text(f"```mermaid\n{JOURNEY}```\n", encoding="utf-8")
    steps = [
        (["new", "--template", "service-blueprint", "--language", "id", "-o", "peta.cjm"], 0),
        (["import", "journey.md", "-o", "masuk.cjm"], 0),
        (["check", "masuk.cjm"], 1),
        (["export", "masuk.cjm", "-o", "masuk.pdf"], 0),
        (["export", "peta.cjm", "-o", "peta.svg"], 0),
        (["export", "peta.cjm", "-o", "peta.docx"], 2),
        (["export", "hilang.cjm", "-o", "hilang.pdf"], 2),
    ]
    for arguments, code in steps:
        assert process(*arguments, cwd=tmp_path).returncode == code, arguments
    made = {"journey.md", "masuk.cjm", "masuk.pdf", "peta.cjm", "peta.svg"}
    assert {file.name for file in tmp_path.iterdir()} == made


def test_the_version_is_that_of_the_project() -> None:
    assert f'version = "{process("--version").stdout.split()[1]}"' in (ROOT / "pyproject.toml").read_text(
        encoding="utf-8"
    )


def test_a_terminal_of_few_letters_gets_the_others_as_numbers() -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    finished = process("check", CLINIC, "--language", "id", environ=ascii_only)
    assert finished.returncode == 1
    assert "\\u203a" in finished.stdout
    assert finished.stdout.isascii()


def test_a_name_that_is_no_text_is_told_of(tmp_path: Path) -> None:
    named = os.fsdecode(b"peta-\xff.cjm")
    finished = process("check", named, cwd=tmp_path, errors="replace")
    assert finished.returncode == 2
    assert finished.stderr.count("\n") == 1
    assert "peta-" in finished.stderr


@posix
def test_a_reader_that_goes_away_ends_the_command_without_a_word() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        finished = process("check", CLINIC, capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert finished.returncode == 141
    assert finished.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [["--help"], ["check", CLINIC]])
def test_a_full_disk_behind_the_output_is_told_of(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        finished = process(*arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert finished.returncode == 2
    assert finished.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_what_was_done_and_could_not_be_said_ends_with_1(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        finished = process("export", CLINIC, "-o", tmp_path / "a.pdf", capture_output=False, stdout=full, stderr=-1)
    assert finished.returncode == 1
    assert "a.pdf is written. " in finished.stderr
    assert finished.stderr.count("\n") == 1
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


@posix
@pytest.mark.parametrize("behind", ["/dev/full", "a reader that went away", "nothing"])
@pytest.mark.parametrize(
    ("arguments", "code"), [(["map.mmd", "-o", "b.cjm"], 1), (["gone.mmd", "-o", "b.cjm"], 2), ([], 2)]
)
def test_an_exit_code_stays_what_it_is_where_nothing_can_be_told(
    tmp_path: Path, behind: str, arguments: list[str], code: int
) -> None:
    (tmp_path / "map.mmd").write_text(JOURNEY + "  title Berobat lagi\n")
    ends = {"/dev/full": "2>/dev/full", "nothing": "2>&-"}
    reading, writing = os.pipe()
    os.close(reading)
    streams: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": writing}
    program = [sys.executable, str(ROOT / "main.py"), "import", *arguments]
    shell = ["/bin/sh", "-c", f'"$@" {ends.get(behind, "")}', "sh", *program]
    try:
        finished = subprocess.run(shell, cwd=tmp_path, check=False, timeout=60, text=True, **streams)
    finally:
        os.close(writing)
    assert finished.returncode == code
    assert (finished.stdout == "b.cjm is written.\n") == (tmp_path / "b.cjm").exists() == (code == 1)


@posix
def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    finished = process("export", CLINIC, "-o", pipe)
    assert finished.returncode == 2
    assert finished.stderr.count("\n") == 1
    assert pipe.is_fifo()
    assert process("check", pipe).returncode == 2


def _listen_to_ctrl_c() -> None:
    """Tests that run behind nohup or from a script's background inherit that Ctrl+C is ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@posix
def test_ctrl_c_leaves_what_was_there(tmp_path: Path) -> None:
    shutil.copy(CLINIC, tmp_path / "map.cjm")
    (tmp_path / "map.pdf").write_bytes(b"%PDF-old")
    # Stopped where the drawing has begun and nothing is written yet.
    code = (
        "import os, signal, sys, main\n"
        "stop = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.setprofile(lambda frame, *_: frame.f_code.co_name == 'lay_out' and stop())\n"
        "sys.exit(main.main(['export', 'map.cjm', '-o', 'map.pdf']))\n"
    )
    environ = os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "en_US.UTF-8"}
    command = [sys.executable, "-c", code]
    usual: dict[str, Any] = {"capture_output": True, "text": True, "check": False, "timeout": 60}
    stopped = subprocess.run(command, cwd=tmp_path, env=environ, **usual, preexec_fn=_listen_to_ctrl_c)
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (130, "", "Stopped.\n")
    assert (tmp_path / "map.pdf").read_bytes() == b"%PDF-old"
    assert {file.name for file in tmp_path.iterdir()} == {"map.cjm", "map.pdf"}


def test_a_fault_of_our_own_is_told_in_a_sentence_with_its_place(tmp_path: Path) -> None:
    code = (
        "import sys, main\nfrom model.findings import search\n"
        "sys.modules['editor.commands.check'] = type(sys)('editor.commands.check')\n"
        "sys.modules['editor.commands.check'].run = lambda asked, words: {}['gone']\n"
        "sys.exit(main.main(['check', 'map.cjm', '--language', 'id']))\n"
    )
    command = [sys.executable, "-c", code]
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    short = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False, timeout=60)
    assert short.returncode == 2
    assert short.stderr.count("\n") == 1
    assert "Ini kesalahan di Jejak" in short.stderr
    assert "KeyError: 'gone'" in short.stderr
    environ |= {"JEJAK_TRACEBACK": "1"}
    long = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False, timeout=60)
    assert "Traceback" in long.stderr

"""Commands run in this process, in an empty folder: quicker than a program each."""

from pathlib import Path

import pytest

import main
from tests.checking.command_line import Outcome, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command, speaking English."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str | Path) -> Outcome:
        code = main.main([str(argument) for argument in arguments])
        outcome = Outcome(code, *capsys.readouterr())
        assert "fault in Jejak" not in outcome.told
        return outcome

    return command

"""What reaches a terminal: one line, and nothing that plays tricks on it."""

import pytest

from editor.commands.terminal import say, tell


def test_answers_and_remarks_go_different_ways(capsys: pytest.CaptureFixture[str]) -> None:
    say("jawaban")
    tell("catatan")
    assert capsys.readouterr() == ("jawaban\n", "catatan\n")

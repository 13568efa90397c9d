"""`open` where there is no screen: a sentence, and the way to paper."""

from pathlib import Path

import pytest

from tests.checking.command_line import CLINIC, process

NO_SCREEN = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}


@pytest.mark.parametrize(
    ("screen", "why"),
    [
        (NO_SCREEN, "no variable names a screen"),
        ({**NO_SCREEN, "DISPLAY": ":7391"}, "nobody answers at the display"),
        ({**NO_SCREEN, "QT_QPA_PLATFORM": "nowhere"}, "Qt knows no such platform"),
    ],
)
def test_without_a_screen_the_way_to_paper_is_named_in_one_sentence(screen: dict[str, str], why: str) -> None:
    ended = process("--language", "en", CLINIC, environ=screen)
    assert ended.returncode == 2, why
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert f"main.py export {CLINIC} -o blueprint.pdf" in ended.stderr


def test_the_sentence_is_indonesian_for_who_speaks_it_and_quotes_odd_names(tmp_path: Path) -> None:
    odd = tmp_path / "peta rawat jalan.cjm"
    ended = process("--language", "id", odd, environ=NO_SCREEN)
    assert ended.returncode == 2
    assert "Tidak ada layar" in ended.stderr
    assert f"main.py export '{odd}'" in ended.stderr


def test_without_a_map_the_sentence_shows_what_to_type() -> None:
    ended = process("--language", "en", environ=NO_SCREEN)
    assert ended.returncode == 2
    assert "main.py export map.cjm -o blueprint.pdf" in ended.stderr

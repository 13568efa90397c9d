"""A computer with the fonts a test wants, and no others."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from model.layout.text import tongue
from model.layout.text.computer import FOLDERS
from tests.making.fonts import put


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Makes these the fonts of the computer, for the test."""

    def installed(*fonts: TTFont) -> None:
        monkeypatch.setenv(FOLDERS, str(put(fonts, tmp_path / "fonts")))
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        tongue.forget()

    yield installed
    monkeypatch.undo()
    tongue.forget()
    tongue.speak("")

"""A window with an open map, and somebody who answers its dialogs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.files.files import Files
from editor.session import Origin, Session
from editor.settings import Settings
from editor.speech import speak
from tests.checking.dialogs import Answers, Desk
from tests.making.small_map import small_map


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Speaks English."""
    speak("en")
    window = QWidget()
    qtbot.addWidget(window)
    settings = Settings(tmp_path / "settings.json")
    folder = tmp_path / "maps"
    folder.mkdir()
    settings.folder = str(folder)
    session = Session(small_map(), Origin("peta"), window)
    told: list[str] = []
    session.told.connect(told.append)
    answers = Answers()
    yield Desk(Files(session, settings, window), session, settings, folder, answers, told)
    answers.deleteLater()
    speak("")
    assert not answers.acts, "a dialog never came up"
    assert not answers.unexpected, answers.unexpected

"""What the dialogs about earlier versions and about two maps say is said in one language."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import resources
from editor.dialogs.comparing import Comparison
from editor.dialogs.history import Versions
from editor.speech import speak
from model.document import Document
from model.storage import cjm
from model.storage.file import open_map
from model.storage.history import History, Why
from resources.words import LANGUAGES
from tests.checking.tongues import spoken_by, table
from tests.making.any_edit import any_edit
from tests.making.reworded import wordless

OTHER = {"id": "en", "en": "id"}


def clinic() -> Document:
    return wordless(open_map(resources.path("samples", "clinic.cjm")).document)


def edited() -> Document:
    """The sample some hundred blind edits later: something of everything that can differ."""
    chance, document = Random(11), clinic()
    for _ in range(300):
        document.apply(any_edit(chance, document))
    return wordless(document)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("")


def strange(widget: QWidget, language: str) -> list[str]:
    """What the tables do not have; the names of months are not in them."""
    said = [text.replace(" Nov ", "") for _, text in spoken_by(widget)]
    return [text for text in said if not table(language).says(text)]


def test_comparing_says_nothing_in_another_language(language: str, qtbot: QtBot) -> None:
    dialog = Comparison(None, "¤", ("¤1", clinic()), ("¤2", edited()))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.comparing.found is not None)
    assert strange(dialog, language) == []
    assert len(strange(dialog, OTHER[language])) > 50


def test_earlier_versions_say_nothing_in_another_language(language: str, qtbot: QtBot, tmp_path: Path) -> None:
    history = History(tmp_path)
    for day, why in enumerate(Why, 1):
        history.add(cjm.encode(edited()).replace(b'"generator"', b" " * day + b'"generator"'), "m", why, at(day))
    dialog = Versions(None, history, history.versions("m"), clinic())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert strange(dialog, language) == []
    assert len(strange(dialog, OTHER[language])) > 50


def at(day: int) -> datetime:
    return datetime(2026, 11, day, 12, tzinfo=UTC)

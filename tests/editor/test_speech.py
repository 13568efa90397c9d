"""The language of the window: chosen while it runs, in both directions, and heard by every widget."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.speech import Speech, language, of_the_system, speak
from resources.words import LANGUAGES, spoken


class Listener(QWidget):
    """Counts how often it was told that the language has changed, and notes what it was then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heard: list[str] = []

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.heard.append(language())
        super().changeEvent(event)


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    locale = QLocale()
    yield
    speak("en")
    speak("")
    QLocale.setDefault(locale)


def test_a_speech_says_its_sentence_in_the_language_of_the_moment() -> None:
    say = Speech("cli")
    speak("en")
    assert say("findings_ignored", count=1) == "1 more was set aside by hand."
    speak("id")
    assert say("findings_ignored", count=1) != "1 more was set aside by hand."
    assert (say.number(1234.5), say.date("2026-05-12")) == ("1.234,5", "12 Mei 2026")
    assert "findings_ignored" in say
    assert "no such sentence" not in say


def test_every_widget_hears_of_the_language_in_both_directions(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inner = Listener()
    QVBoxLayout(window).addWidget(inner)
    speak("id")
    qtbot.waitUntil(lambda: inner.heard == ["id"])
    speak("en")
    qtbot.waitUntil(lambda: inner.heard == ["id", "en"])
    speak("id")
    qtbot.waitUntil(lambda: inner.heard == ["id", "en", "id"])


@pytest.mark.usefixtures("qapp")
def test_qts_own_words_follow_the_language() -> None:
    for code, word in (("id", "Batal"), ("en", "Cancel"), ("id", "Batal")):
        speak(code)
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == word


@pytest.mark.usefixtures("qapp")
def test_numbers_and_dates_in_qts_widgets_follow_the_language() -> None:
    speak("id")
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    speak("en")
    assert QLocale().toString(1234.5, "f", 1) == "1,234.5"
    assert QLocale().dateFormat(QLocale.FormatType.ShortFormat).startswith("d")


def test_without_a_choice_the_program_speaks_the_systems_language() -> None:
    speak("")
    assert language() == of_the_system() == spoken(QLocale.system().uiLanguages()[0])


def test_a_language_nobody_translated_is_english() -> None:
    speak("fr")
    assert language() == "en"
    assert language() in LANGUAGES

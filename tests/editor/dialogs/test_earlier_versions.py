"""Earlier versions by day and time: looking at them, comparing them with the map of now, choosing one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from editor.dialogs.comparing import Comparison
from editor.dialogs.history import Versions, choose_version
from editor.dialogs.version_list import moment
from editor.speech import speak
from model.document import Document
from model.records import Card
from model.storage import cjm
from model.storage.history import History
from resources.words import LANGUAGES, words
from tests.checking.dialogs import Act, Answers, press, words_of
from tests.making.small_map import small_map

TODAY = date.today()
NOON, YESTERDAY = (datetime.combine(TODAY - timedelta(days=ago), time(12)).astimezone() for ago in (0, 1))
KEPT = (
    ("uno", "opened", YESTERDAY - timedelta(minutes=5)),
    ("due", "saved", YESTERDAY),
    ("tre", "timed", NOON),
    ("quattro", "discarded", NOON + timedelta(minutes=5)),
)


def reworded(text: str) -> Document:
    return small_map(msgspec.structs.replace(small_map().table(Card)["c1"], text=text))


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    speak("en")
    kept = History(tmp_path / "history")
    for text, why, when in KEPT:
        kept.add(cjm.encode(reworded(text)), "m", why, when.astimezone(UTC))
    yield kept
    speak("")


@pytest.fixture
def dialog(qtbot: QtBot, history: History) -> Versions:
    made = Versions(None, history, history.versions("m"), small_map())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.found is not None)
    return made


def rows(dialog: Versions) -> list[str]:
    return [" ".join(dialog.versions.item(row).text().split()) for row in range(dialog.versions.count())]


def differing(dialog: Versions) -> list[str]:
    model = dialog.list.rows
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_versions_stand_under_their_days_the_latest_first(dialog: Versions) -> None:
    say = words("history", "en")
    today, yesterday = (say.date(each.date().isoformat()) for each in (NOON, YESTERDAY))
    assert rows(dialog) == [
        f"Today, {today}", "12:05 · Changes that were not saved", "12:00 · While working",
        f"Yesterday, {yesterday}", "12:00 · Saved", "11:55 · As it was opened",
    ]  # fmt: skip


def test_the_latest_is_chosen_and_shown_with_what_has_changed_since(dialog: Versions) -> None:
    assert dialog.facts.text() == f"{moment(KEPT[-1][2])} · Changes that were not saved"
    assert dialog.summary.text() == "One thing has changed since then. Choose it to look at it."
    assert differing(dialog)[-1] == "Reworded: card “quattro” is now “satu” (lane 1, step 1)"
    assert dialog.picture.is_drawn


def test_arrow_keys_walk_through_the_versions_and_over_the_days(dialog: Versions, qtbot: QtBot) -> None:
    for _ in range(2):
        QTest.keyClick(dialog.versions, Qt.Key.Key_Down)
    assert not dialog.as_copy.isEnabled()
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert "“due” is now “satu”" in differing(dialog)[-1]
    assert dialog.as_copy.isEnabled()
    assert dialog.version.why == "saved"


def test_a_day_is_not_chosen_by_a_click(dialog: Versions) -> None:
    before = dialog.version
    spot: QPoint = dialog.versions.visualItemRect(dialog.versions.item(3)).center()
    QTest.mouseClick(dialog.versions.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert dialog.version == before


def test_a_line_of_what_differs_is_looked_at_in_the_picture(dialog: Versions) -> None:
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    dialog.list.setCurrentIndex(dialog.list.rows.index(1, 0))
    assert dialog.picture.outlook.near > 1


def test_what_is_the_same_as_now_says_so(qtbot: QtBot, history: History) -> None:
    made = Versions(None, history, history.versions("m"), reworded("quattro"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.found is not None)
    assert made.summary.text() == "Nothing has changed since then."
    assert not made.list.isVisible()


def test_a_version_that_is_gone_is_told_and_cannot_be_opened(dialog: Versions, qtbot: QtBot) -> None:
    gone = dialog.versions.item(5).data(Qt.ItemDataRole.UserRole)
    gone.path.unlink()
    dialog.versions.setCurrentRow(5)
    qtbot.waitUntil(lambda: bool(dialog.summary.text()))
    assert "there is no such file" in dialog.summary.text()
    assert not dialog.as_copy.isEnabled()
    assert not dialog.beside.isEnabled()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_it_says_follows_the_language(dialog: Versions, language: str, qtbot: QtBot) -> None:
    speak(language)
    say = words("history", language)
    qtbot.waitUntil(lambda: dialog.windowTitle() == say("title") and dialog.found is not None)
    assert rows(dialog)[1] == " ".join(say("row", time=clock(language), why=say("why.discarded")).split())
    assert dialog.version.why == "discarded"
    assert dialog.as_copy.text() == say("open")


def clock(language: str) -> str:
    return "12:05" if language == "en" else "12.05"


# Choosing one


def choose(row: int, then: Act) -> Act:
    """Walks to a row, waits until it is shown, and goes on."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, Versions)
        dialog.versions.setCurrentRow(row)
        while dialog.found is None:
            QTest.qWait(1)
        then(dialog)

    return act


def enter(dialog: QDialog) -> None:
    assert isinstance(dialog, Versions)
    QTest.keyClick(dialog.versions, Qt.Key.Key_Return)


def escape(dialog: QDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.fixture
def answers(history: History) -> Iterator[Answers]:
    del history
    made = Answers()
    yield made
    made.deleteLater()
    assert not made.acts
    assert not made.unexpected


@pytest.mark.parametrize("agree", [press("Open as a Copy"), enter])
def test_a_version_is_chosen_by_mouse_or_by_enter(agree: Act, answers: Answers, history: History, qtbot: QtBot) -> None:
    del qtbot
    answers(choose(4, agree))
    chosen = choose_version(None, history, history.versions("m"), small_map())
    assert chosen is not None
    version, document = chosen
    assert version.why == "saved"
    assert document.table(Card)["c1"].text == "due"


def test_escape_chooses_none(answers: Answers, history: History, qtbot: QtBot) -> None:
    del qtbot
    answers(choose(4, escape))
    assert choose_version(None, history, history.versions("m"), small_map()) is None


def test_a_version_is_looked_at_beside_the_map_of_now(answers: Answers, history: History, qtbot: QtBot) -> None:
    del qtbot
    names: list[str] = []

    def note(dialog: QDialog) -> None:
        assert isinstance(dialog, Comparison)
        names.extend(name.text() for name in dialog.comparing.names)
        escape(dialog)

    def beside(dialog: QDialog) -> None:
        answers(note)
        press("Side by Side…")(dialog)
        escape(dialog)

    answers(choose(5, beside))
    assert choose_version(None, history, history.versions("m"), small_map()) is None
    assert names == [f"Then: {moment(KEPT[0][2])}", "Now: the open map"]


def test_a_map_without_earlier_versions_says_so_kindly(answers: Answers, history: History, qtbot: QtBot) -> None:
    del qtbot
    heard: list[str] = []

    def note(dialog: QDialog) -> None:
        heard.append(words_of(dialog))
        escape(dialog)

    answers(note)
    assert choose_version(None, history, [], small_map()) is None
    assert "There are no earlier versions of this map yet." in heard[0]

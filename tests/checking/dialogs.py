"""Somebody who answers dialogs with real keys and clicks, and what a test of files works with."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.files import Files
from editor.session import Origin, Session
from editor.settings import Settings
from editor.speech import speak
from model.operations.maps import edit_map
from tests.making.small_map import small_map

PATIENCE = 200
"""Looks after which a dialog that was answered and is still there is held against the test."""

Act = Callable[[QDialog], None]


class Answers(QObject):
    """Acts on each dialog as it comes up, in the order of `acts`; a dialog nobody awaits is closed and held against
    the test."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[Act] = []
        self.unexpected: list[str] = []
        self._last: QDialog | None = None
        self._idle = self._acting = 0
        self._await()

    def _await(self) -> None:
        # A fresh timer each time: one that is being answered does not fire in the loop of a further dialog.
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._look)
        timer.timeout.connect(timer.deleteLater)
        timer.start(5)

    def __call__(self, *acts: Act) -> None:
        """What to do with the next dialogs."""
        self.acts += acts

    def _look(self) -> None:
        self._await()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            if dialog is self._last and self._acting:
                return  # whoever acts on it may take his time
            self._idle = self._idle + 1 if dialog is self._last else 0
            self._last = dialog
            if self._idle == 0 and self.acts:
                self._act(self.acts.pop(0), dialog)
            elif self._idle in (0, PATIENCE):
                self.unexpected.append(words_of(dialog))
                dialog.reject()

    def _act(self, act: Act, dialog: QDialog) -> None:
        self._acting += 1
        try:
            act(dialog)
        except BaseException:
            dialog.done(0)  # or its loop would never end
            raise
        finally:
            self._acting -= 1


def press(words: str) -> Act:
    """Clicks the button that says this."""

    def act(dialog: QDialog) -> None:
        buttons = [each for each in dialog.findChildren(QAbstractButton) if each.text().replace("&", "") == words]
        assert len(buttons) == 1, [each.text() for each in dialog.findChildren(QAbstractButton)]
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    return act


def key(code: Qt.Key) -> Act:
    """Presses a key."""

    def act(dialog: QDialog) -> None:
        QTest.keyClick(dialog.focusWidget() or dialog, code)

    return act


def name_file(name: str) -> Act:
    """Writes a name into a file dialog and presses Enter."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert edit is not None
        # Put and not typed: the list of guesses that typing brings up is none of the screen without a screen.
        edit.setText(name)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    return act


def words_of(dialog: QDialog) -> str:
    """Everything a dialog says beside its buttons."""
    labels = [each.text() for each in dialog.findChildren(QLabel)]
    texts = [each.toPlainText() for each in dialog.findChildren(QPlainTextEdit)]
    return "\n".join([dialog.windowTitle(), *labels, *texts])


class Desk(NamedTuple):
    """What a test of files works with; `folder` is empty, and where files are looked for first."""

    files: Files
    session: Session
    settings: Settings
    folder: Path
    answers: Answers
    told: list[str]
    window: QWidget

    def change(self) -> None:
        """Something that is not saved."""
        assert self.session.do("edit", edit_map, title="Berobat di puskesmas") is not None

    def names(self) -> list[str]:
        """The files in the folder, but for the hidden ones."""
        return sorted(each.name for each in self.folder.iterdir() if not each.name.startswith("."))


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
    files = Files(session, settings, window)
    yield Desk(files, session, settings, folder, answers, told, window)
    files.release()
    answers.deleteLater()
    speak("")
    assert not answers.acts, "a dialog never came up"
    assert not answers.unexpected, answers.unexpected

"""The whole window as the program opens it, and somebody who sits before it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import resources
from editor import speech
from editor.appearance import theme
from editor.session import Origin
from editor.settings import Settings
from editor.window.application import opened
from editor.window.window import Window
from model.document import Document
from model.records import Record
from model.storage.file import open_map
from tests.checking.whole_window import Hands
from tests.making.small_map import small_map

Open = Callable[[Document], Hands]


@pytest.fixture
def window(qtbot: QtBot, unwatched: Open) -> Open:
    """Opens a map in the window of 1366 x 768 pixels, and closes it after the test. Speaks English."""

    def show(document: Document) -> Hands:
        hands = unwatched(document)
        qtbot.addWidget(hands.window, before_close_func=_forget_changes)
        return hands

    return show


@pytest.fixture
def unwatched(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    dressed: None,  # noqa: ARG001
) -> Iterator[Open]:
    """Opens a map in such a window; whoever asks for it closes it."""
    settings = Settings(tmp_path / "settings.json")

    def show(document: Document) -> Hands:
        settings.theme, settings.folder = "light", str(tmp_path)
        shown = opened(qapp, settings, "en")
        shown.session.replace(document, Origin("peta"))
        shown.resize(1366, 768)
        with qtbot.waitExposed(shown):
            shown.show()
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        shown.canvas.setFocus()
        shown.canvas.fit()
        return Hands(shown, tmp_path)

    yield show
    speech.speak("")


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001  there must be one
    """The application as it is for every test of the window: light, whatever a test puts on."""
    theme.apply("light")
    yield
    theme.apply("light")


@pytest.fixture
def small(window: Open) -> Hands:
    """The small map: see `tests.making.small_map`."""
    return window(small_map())


@pytest.fixture
def made(window: Open) -> Callable[..., Hands]:
    """Opens the small map with more records on it."""

    def show(*more: Record) -> Hands:
        return window(small_map(*more))

    return show


@pytest.fixture
def clinic(window: Open) -> Hands:
    """The sample of a day at a clinic."""
    return window(open_map(resources.path("samples", "clinic.cjm")).document)


def _forget_changes(shown: QWidget) -> None:
    """Nobody is asked what to do with them when the window closes."""
    assert isinstance(shown, Window)
    shown.settle()
    shown.session.undo_stack.setClean()

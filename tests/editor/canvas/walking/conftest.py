"""A canvas with the small map on it, and somebody at the keyboard."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from editor.canvas.canvas import Canvas
from editor.session import Origin, Session
from editor.speech import speak
from model.records import Record
from tests.checking.keyboard import Keyboard
from tests.making.small_map import small_map

Open = Callable[..., Keyboard]


@pytest.fixture
def open_map(qtbot: QtBot) -> Iterator[Open]:
    """Opens the small map with more records on it; the program speaks English."""
    speak("en")

    def opened(*more: Record) -> Keyboard:
        canvas = Canvas(Session(small_map(*more), Origin("peta")))
        qtbot.addWidget(canvas)
        canvas.resize(1000, 700)
        with qtbot.waitExposed(canvas):
            canvas.show()
        canvas.activateWindow()
        canvas.setFocus()
        return Keyboard(canvas)

    yield opened
    speak("")


@pytest.fixture
def keyboard(open_map: Open) -> Keyboard:
    return open_map()

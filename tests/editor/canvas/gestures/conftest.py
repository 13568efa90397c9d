"""A canvas with an open map, and a hand that drags on it with the mouse."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

import resources
from editor.canvas.canvas import Canvas
from editor.session import Origin, Session
from editor.speech import speak
from model.document import Document
from model.storage.file import open_map
from tests.checking.dragging import Dragging
from tests.making.small_map import small_map

Open = Callable[[Document], Dragging]


@pytest.fixture
def dragging(qtbot: QtBot) -> Iterator[Open]:
    """Opens a map on a canvas of 1400 x 900 pixels. Speaks English."""
    speak("en")

    def show(document: Document) -> Dragging:
        session = Session(document, Origin("peta"))
        canvas = Canvas(session)
        qtbot.addWidget(canvas)
        canvas.resize(1400, 900)
        with qtbot.waitExposed(canvas):
            canvas.show()
        canvas.setFocus()
        return Dragging(canvas, session)

    yield show
    speak("")


@pytest.fixture
def small(dragging: Open) -> Dragging:
    """The small map: see `tests.making.small_map`."""
    return dragging(small_map())


@pytest.fixture
def clinic(dragging: Open) -> Dragging:
    """The sample of a day at a clinic, a blueprint of five stages with two steps each."""
    return dragging(open_map(resources.path("samples", "clinic.cjm")).document)

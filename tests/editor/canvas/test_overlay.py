"""What shows over the map keeps off the strips that hold fast, unless it is about what stands in them."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from editor.canvas.canvas import Canvas
from editor.canvas.scenery import qrect
from editor.session import Origin, Session
from editor.speech import speak
from model.layout.frame import Rect
from model.layout.places import Kind, Spot
from model.records import Card, Lane, Stage
from model.storage.file import open_map
from tests.checking.command_line import CLINIC


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[Canvas]:
    """The clinic sample, so near and so far scrolled that strips hold fast at the top and at the left."""
    speak("en")
    shown = Canvas(Session(open_map(CLINIC).document, Origin("peta")))
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.zoom_to(2.0)
    shown.horizontalScrollBar().setValue(900)
    shown.verticalScrollBar().setValue(700)
    assert len(shown.held()) == 3
    yield shown
    speak("")


def strips(canvas: Canvas) -> list[QImage]:
    """The pixels of the strips, the corner last."""
    picture = canvas.viewport().grab().toImage()
    return [picture.copy(qrect(held.rect).toRect()) for held in canvas.held()]


def test_the_frame_of_a_card_under_a_strip_does_not_show_on_it(canvas: Canvas) -> None:
    before = strips(canvas)
    canvas.session.select(tuple(canvas.session.document.table(Card)))
    assert strips(canvas) == before


def test_a_selected_lane_is_framed_where_its_name_holds_fast(canvas: Canvas) -> None:
    before = strips(canvas)
    canvas.session.select(tuple(canvas.session.document.table(Lane)))
    after = strips(canvas)
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True]


def test_a_selected_stage_is_framed_where_its_head_holds_fast(canvas: Canvas) -> None:
    before = strips(canvas)
    canvas.session.select(tuple(canvas.session.document.table(Stage)))
    after = strips(canvas)
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True, True]


@pytest.mark.qt_log_ignore("Painter ended with . saved states")
def test_a_fault_of_ours_while_painting_takes_neither_the_program_nor_the_next_picture_with_it(canvas: Canvas) -> None:
    before = canvas.viewport().grab().toImage()
    canvas.pointing.hovered = Spot(Kind.CARD, "none", 99, Rect(0, 0, 9, 9))
    with pytest.raises(IndexError):
        canvas.viewport().repaint()
    canvas.pointing.hovered = None
    assert canvas.viewport().grab().toImage() == before

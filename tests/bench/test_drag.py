"""A step of a drag on a window of 1,920 x 1,080 pixels, from the pointer's move to the picture, ghost and bar.

`pytest tests/bench/test_drag.py --benchmark-only -n 0`. Aim: 4 ms of the processor, for 10,000 cards as for 1,000.
"""

import gc
from collections.abc import Callable, Iterator
from itertools import count
from time import process_time
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from editor.canvas.canvas import Canvas
from editor.canvas.handles import Grip
from editor.session import Origin, Session
from model.document import Document
from model.records import Card, Emotion, Lane, Role
from tests.checking.dragging import Dragging
from tests.making.maps import realistic_map

# The processor's time: other programs on the machine do not count.
pytestmark = pytest.mark.benchmark(timer=process_time)
STEPS = {1000: 25, 10_000: 120}


@pytest.fixture(autouse=True)
def settled() -> Iterator[None]:
    """What the map is made of is no garbage: the program freezes it too, once a map is open."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(params=STEPS)
def crowd(request: pytest.FixtureRequest, qtbot: QtBot) -> Dragging:
    """A map of so many cards with a marker in each step, on a canvas of 1920 x 1080."""
    session = Session(_felt(realistic_map(request.param, seed=1, steps=STEPS[request.param])), Origin("peta"))
    canvas = Canvas(session)
    qtbot.addWidget(canvas)
    canvas.resize(1920, 1080)
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.setFocus()
    canvas.zoom_to(1.0)
    canvas.look_at(500, 300)
    return Dragging(canvas, session)


def _felt(document: Document) -> Document:
    """Every step with a marker on the first emotion lane."""
    lane = next(lane for lane in document.lanes if lane.role is Role.EMOTION)
    markers = [
        Emotion(id=f"e_{at}", order="a0", lane=lane.id, step=step.id, value=at % 5 - 2.0)
        for at, step in enumerate(document.steps)
    ]
    return Document([*document.records.values(), *markers])


def swaying(crowd: Dragging) -> Callable[[], None]:
    """A step to one side and, the next time, to the other; painted at once."""
    places = [QPoint(700, 500), QPoint(760, 540), QPoint(820, 480), QPoint(740, 520)]
    numbers = count()

    def sway() -> None:
        crowd.sway(places[next(numbers) % len(places)])
        crowd.canvas.viewport().repaint()

    return sway


def shown_card(crowd: Dragging) -> str:
    """The card nearest to the middle of the window."""
    middle, cards = QPoint(960, 540), crowd.session.document.table(Card)
    seen = (key for key in crowd.session.drawing.places.within(0, crowd.canvas.seen()) if key in cards)
    return min(seen, key=lambda key: (crowd.middle(key) - middle).manhattanLength())


def dragged(crowd: Dragging, benchmark: Any, start: QPoint) -> None:
    crowd.press(start)
    crowd.over(QPoint(700, 500))
    assert crowd.canvas.hand.busy
    benchmark.pedantic(swaying(crowd), rounds=200, warmup_rounds=20)
    crowd.escape()
    crowd.let_go()


def test_a_step_of_a_dragged_card(benchmark: Any, crowd: Dragging) -> None:
    dragged(crowd, benchmark, crowd.middle(shown_card(crowd)))


def test_a_step_of_a_hundred_dragged_cards(benchmark: Any, crowd: Dragging) -> None:
    cards = crowd.session.drawing.places.within(0, crowd.canvas.seen())[-100:]
    crowd.session.select(key for key in cards if key in crowd.session.document.table(Card))
    dragged(crowd, benchmark, crowd.middle(crowd.session.selection[-1]))


def test_a_step_of_a_dragged_stage(benchmark: Any, crowd: Dragging) -> None:
    dragged(crowd, benchmark, crowd.middle(crowd.session.document.stages[0].id))


def test_a_step_of_a_dragged_lane(benchmark: Any, crowd: Dragging) -> None:
    lane = crowd.session.drawing.layout.composed[0].frame.rows[1].lane
    dragged(crowd, benchmark, crowd.middle(crowd.session.document.table(Lane)[lane.id].id))


def test_a_step_of_a_dragged_emotion(benchmark: Any, crowd: Dragging) -> None:
    dragged(crowd, benchmark, crowd.middle("e_3"))


def test_a_step_of_a_stretched_card(benchmark: Any, crowd: Dragging) -> None:
    card = shown_card(crowd)
    crowd.hover(crowd.middle(card))
    dragged(crowd, benchmark, crowd.handle(Grip.RIGHT))


def test_a_step_of_a_drawn_link(benchmark: Any, crowd: Dragging) -> None:
    card = shown_card(crowd)
    crowd.hover(crowd.middle(card))
    dragged(crowd, benchmark, crowd.handle(Grip.LINK))


def test_a_step_of_the_pointer_over_the_map(benchmark: Any, crowd: Dragging) -> None:
    benchmark.pedantic(swaying(crowd), rounds=200, warmup_rounds=20)

"""The canvas itself in a window of 1,920 x 1,080 pixels, beside items of Qt's graphics view that paint the same map.

`pytest tests/bench/test_canvas_speed.py --benchmark-only -n 0`; milliseconds of the processor, for other programs do
not count. Aims, for 1,000 cards and for 10,000: a whole repaint in 10, with all of the map in sight as at 100 %, and
50 times faster than the items where there are 10,000; a step of panning in 5; a card moved and painted in 16.
"""

import gc
from collections.abc import Callable, Iterator
from itertools import cycle
from time import process_time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene
from pytestqt.qtbot import QtBot

from editor.canvas.canvas import Canvas
from editor.session import Origin, Session
from model.layout.shapes import Box, Group
from model.layout.view import View
from model.operations.cards import move_cards
from model.records import Card, Id
from tests.bench.test_frames import HIGH, WIDE, Naive
from tests.bench.test_layout_speed import shown

pytestmark = pytest.mark.benchmark(timer=process_time)
_ZOOMED = 300  # milliseconds after which no picture of another size is shown any more
MAPS = {"1000": (1000, 25, 0), "10000": (10_000, 120, 0), "10000-linked": (10_000, 120, 5000)}


@pytest.fixture(params=MAPS)
def canvas(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Canvas]:
    """All of a map in sight, in the view that leaves no lane out."""
    cards, steps, links = MAPS[request.param]
    session = Session(shown(cards, steps, links), Origin("peta"))
    session.show(view=View.BLUEPRINT)
    made = Canvas(session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.fit()
    fill(made)
    # What the map is made of is no garbage, and the program spares looking through it, too.
    gc.disable()
    yield made
    gc.enable()


def fill(canvas: Canvas) -> None:
    """Let the viewport have at least the whole size, with scroll bars or without, and the picture be crisp."""
    QTest.qWait(_ZOOMED)
    for _ in range(3):
        canvas.resize(canvas.size() + QSize(WIDE, HIGH) - canvas.viewport().size())
    QTest.qWait(_ZOOMED)
    size = canvas.viewport().size()
    assert size.width() >= WIDE
    assert size.height() >= HIGH


def at_plain_size(canvas: Canvas) -> None:
    canvas.zoom_to(1.0)
    canvas.look_at(canvas.desk.width / 2, canvas.desk.height / 2)
    fill(canvas)


def painted_anew(canvas: Canvas) -> Callable[[], None]:
    """A whole repaint, as after another theme."""

    def paint() -> None:
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.StyleChange))
        canvas.viewport().repaint()

    paint()
    return paint


def test_a_whole_map(benchmark: Any, canvas: Canvas) -> None:
    benchmark.pedantic(painted_anew(canvas), rounds=60, warmup_rounds=3)
    ours = benchmark.stats.stats
    theirs = sorted(_seconds_of_items(canvas))
    benchmark.extra_info |= {
        "items, best ms": theirs[0] * 1000,
        "times faster, best": theirs[0] / ours.min,
        "times faster, median": theirs[2] / ours.median,
    }
    print(benchmark.extra_info)


def _seconds_of_items(canvas: Canvas) -> list[float]:
    """How long the same map takes as a scene of items, one a card, painted at the same size."""
    page = canvas.session.drawing.layout.pages[0]
    rows = [row for row in page.shapes if isinstance(row, Group)]
    items = [
        Naive(row.x, row.y, card)
        for row in rows
        for card in row.shapes
        if isinstance(card, Group) and isinstance(card.shapes[0], Box)
    ]
    assert len(items) >= len(canvas.session.document.table(Card))
    scene = QGraphicsScene(0, 0, page.width, page.height)
    for item in items:
        scene.addItem(item)
    image = QImage(WIDE, HIGH, QImage.Format.Format_ARGB32_Premultiplied)
    seconds = [_painted(scene, image) for _ in range(6)][1:]
    for item in items:  # or the scene would take them along when it goes
        scene.removeItem(item)
    return seconds


def _painted(scene: QGraphicsScene, image: QImage) -> float:
    began = process_time()
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(0, 0, WIDE, HIGH))
    painter.end()
    return process_time() - began


def test_a_window_at_its_plain_size(benchmark: Any, canvas: Canvas) -> None:
    at_plain_size(canvas)
    benchmark.pedantic(painted_anew(canvas), rounds=60, warmup_rounds=3)


def test_a_step_of_panning(benchmark: Any, canvas: Canvas) -> None:
    at_plain_size(canvas)
    ways = cycle([(-13, -7)] * 40 + [(13, 7)] * 40)

    def pan() -> None:
        canvas.pan(*next(ways))
        canvas.viewport().repaint()

    benchmark.pedantic(pan, rounds=160, warmup_rounds=80)


@pytest.mark.parametrize("grows", [False, True], ids=["row stays", "row grows"])
def test_a_card_moved_and_painted(benchmark: Any, canvas: Canvas, grows: bool) -> None:
    at_plain_size(canvas)
    card, places = journey(canvas, grows)
    steps = cycle(places)

    def move() -> None:
        canvas.session.do("move_cards", move_cards, [card], canvas.session.document.table(Card)[card].lane, next(steps))
        canvas.viewport().repaint()

    benchmark.pedantic(move, rounds=40, warmup_rounds=4)


def journey(canvas: Canvas, grows: bool) -> tuple[Id, tuple[Id, Id]]:
    """A card in sight, and two steps to move it to and fro between: its row's height changes by that, or stays."""
    session = canvas.session
    table = session.document.table(Card)
    for key in session.drawing.places.within(0, canvas.seen()):
        if key in table and table[key].lane is not None and table[key].step is not None:
            home = table[key].step
            for step in _near(session, home):
                before = _heights(session)
                session.do("move_cards", move_cards, [key], table[key].lane, step)
                differs = _heights(session) != before
                session.undo()
                if differs is grows and home is not None:
                    return key, (step, home)
    raise AssertionError("no such card in sight")


def _near(session: Session, step: Id | None) -> list[Id]:
    steps = [each.id for each in session.document.steps]
    at = steps.index(step) if step is not None else 0
    return steps[max(0, at - 4) : at] + steps[at + 1 : at + 5]


def _heights(session: Session) -> list[float]:
    return [row.height for row in session.drawing.layout.composed[0].frame.rows]

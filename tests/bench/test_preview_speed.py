"""How long the print room takes to turn a page (`pytest FILE --benchmark-only -n 0`).

Aim: 50 ms for the clinic sample and for 1,000 cards, with the page seen whole in a window of 1,366 x 768 pixels, turned
to for the first time and again. Measured on two busy cores, at best: clinic 18 to 36, again 5; 1,000 cards 5 to 14,
again 3.
"""

import gc
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.printing.room.desk import Desk
from model.document import Document
from model.handouts.brief import Brief
from model.handouts.making import handout
from model.layout.shapes import Page
from model.layout.sheets import sheet
from model.storage.file import open_map
from tests.bench.test_layout_speed import shown
from tests.checking.command_line import CLINIC

MAPS = {"clinic": lambda: open_map(CLINIC).document, "1000": lambda: shown(1000, 25)}


@pytest.fixture(scope="module", params=[(name, paper) for name in MAPS for paper in ("A4", "A0")], ids="-".join)
def pages(request: pytest.FixtureRequest) -> tuple[Page, ...]:
    name, paper = request.param
    document: Document = MAPS[name]()
    made = handout(document, "split", Brief(sheet=sheet(paper)))
    return made if len(made) > 1 else (made[0], *handout(document, "split", Brief(sheet=sheet("A4"))))


@pytest.mark.parametrize("again", [False, True], ids=["first", "again"])
def test_a_page_is_turned(again: bool, pages: tuple[Page, ...], qtbot: QtBot, benchmark: Any) -> None:
    """From the last to the first page; at a desk that has never shown it, or has."""

    def sit_down() -> tuple[tuple[Desk], dict[str, object]]:
        desk = Desk()
        qtbot.addWidget(desk)
        desk.resize(790, 640)
        desk.show()
        desk.number = 0 if again else len(pages) - 1
        desk.put(pages)
        QApplication.processEvents()
        desk.turn_to_last()
        QApplication.processEvents()
        gc.collect()
        return (desk,), {}

    def turn(desk: Desk) -> None:
        desk.turn_to_first()
        desk.paper.repaint()

    benchmark.pedantic(turn, setup=sit_down, rounds=10)


def test_the_page_is_really_painted(pages: tuple[Page, ...], qtbot: QtBot) -> None:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.resize(790, 640)
    desk.put(pages)
    image = desk.paper.grab().toImage()
    assert len({image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}) > 10

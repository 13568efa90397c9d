"""The whole program on a real screen: a workshop's first minutes by mouse and keyboard, up to the saved file."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from editor.canvas.gestures.making import Thing
from editor.canvas.handles import Grip
from model.document import Document
from model.layout.places import Kind
from model.records import Card, Emotion, Id, Lane, Link, Role
from model.storage.cjm import decode
from tests.checking.command_line import CLINIC
from tests.checking.dragging import Dragging
from tests.checking.real_window import RealWindow, Twin, needs_a_screen, screen, wait_until

pytestmark = needs_a_screen

STEPS = 7  # a card is dropped, written on, moved; an emotion dropped, raised; a stage moved; a link drawn


class Workshop:
    """The real window, its twin, and the file between them."""

    def __init__(self, real: RealWindow, twin: Twin, hand: Dragging, path: Path) -> None:
        self.real, self.twin, self.hand, self.path = real, twin, hand, path

    def saved(self) -> Document:
        """Save, and read what is on the disk then."""
        before = self.path.read_bytes()
        self.real.press("ctrl+s")
        wait_until(lambda: self.path.read_bytes() != before, "the file to be saved")
        self.real.settle()
        self.real.press("F8")
        self.twin.look_again()
        return decode(self.path.read_bytes())

    def lane(self, role: Role) -> Lane:
        return next(lane for lane in self.document.lanes if lane.role is role)

    @property
    def document(self) -> Document:
        return self.twin.window.session.document

    def on_canvas(self, point: QPoint) -> QPoint:
        """A pixel of the canvas in the window."""
        return self.twin.at(self.twin.window.canvas.viewport(), point)

    def in_palette(self, thing: Thing) -> QPoint:
        """Where a thing lies in the palette."""
        shelf = self.twin.window.panels.palette.shelf
        item = shelf.item(shelf.row_of(thing))
        return self.twin.at(shelf.viewport(), shelf.visualItemRect(item).center())

    def drag(self, start: QPoint, to: QPoint) -> None:
        """From a pixel of the window to another."""
        self.real.drag(start, to)


@pytest.fixture
def workshop(tmp_path: Path, qapp: QApplication) -> Iterator[Workshop]:
    """A copy of the clinic sample in a window on a screen."""
    assert qapp is not None
    path = tmp_path / "klinik.cjm"
    shutil.copy(CLINIC, path)
    with screen() as display:
        real = RealWindow(display, path, tmp_path)
        twin = Twin(path, real.size, tmp_path / "settings.json")
        try:
            real.press("F8")
            yield Workshop(real, twin, Dragging(twin.window.canvas, twin.window.session), path)
        finally:
            twin.close()
            real.program.kill()
            real.program.communicate()


def test_a_workshop_by_mouse_and_keyboard_ends_in_the_file_that_was_meant(workshop: Workshop, tmp_path: Path) -> None:
    before = workshop.document
    first = dict(before.records)

    # A touchpoint from the palette onto a lane, and a text on it.
    front = workshop.lane(Role.FRONT_STAGE)
    workshop.drag(
        workshop.in_palette(Thing(Kind.CARD, Role.TOUCHPOINTS)), workshop.on_canvas(workshop.hand.cell(front.id, 0))
    )
    workshop.real.write("Bidan menyapa")
    workshop.real.press("Return")
    map_ = workshop.saved()
    (card,) = [record for record in map_.table(Card).values() if record.id not in first]
    assert (card.text, card.lane, card.step) == ("Bidan menyapa", front.id, map_.steps[0].id)

    # To another step.
    workshop.drag(
        workshop.on_canvas(workshop.hand.middle(card.id)), workshop.on_canvas(workshop.hand.cell(front.id, 9))
    )
    map_ = workshop.saved()
    assert map_.table(Card)[card.id].step == map_.steps[9].id

    # An emotion marker from the palette, then up.
    feelings = workshop.lane(Role.EMOTION)
    known = set(map_.table(Emotion))
    workshop.drag(
        workshop.in_palette(Thing(Kind.EMOTION, Role.EMOTION)),
        workshop.on_canvas(workshop.hand.feeling(feelings.id, 2, -1.5)),
    )
    workshop.real.press("Escape")
    map_ = workshop.saved()
    (felt,) = [record for key, record in map_.table(Emotion).items() if key not in known]
    assert (felt.step, felt.value) == (map_.steps[2].id, -1.5)
    start = workshop.on_canvas(workshop.hand.middle(felt.id))
    workshop.drag(start, workshop.on_canvas(workshop.hand.feeling(feelings.id, 2, 1.5)))
    map_ = workshop.saved()
    assert map_.table(Emotion)[felt.id].value == 1.5

    # A stage behind another.
    stages = [stage.id for stage in map_.stages]
    workshop.drag(workshop.on_canvas(workshop.hand.middle(stages[0])), workshop.on_canvas(workshop.hand.gutter(4)))
    map_ = workshop.saved()
    assert [stage.id for stage in map_.stages] == [stages[1], stages[0], *stages[2:]]

    # A link.
    cards = _linkable(map_)
    links = set(map_.table(Link))
    workshop.real.click(workshop.on_canvas(workshop.hand.middle(cards[0])))
    workshop.twin.window.session.select((cards[0],))
    workshop.drag(
        workshop.on_canvas(workshop.hand.handle(Grip.LINK)), workshop.on_canvas(workshop.hand.middle(cards[1]))
    )
    map_ = workshop.saved()
    (link,) = [record for key, record in map_.table(Link).items() if key not in links]
    assert (link.source, link.target) == cards
    last = dict(map_.records)
    workshop.real.picture(tmp_path / "workshop.png")

    # Everything back, everything again.
    workshop.real.press(*["ctrl+z"] * STEPS)
    assert dict(workshop.saved().records) == first
    workshop.real.press(*["ctrl+y"] * STEPS)
    assert dict(workshop.saved().records) == last

    workshop.real.press("ctrl+q")
    assert workshop.real.ended() == (0, "")
    assert dict(decode(workshop.path.read_bytes()).records) == last


def _linkable(map_: Document) -> tuple[Id, Id]:
    """Two cards in one column that no link joins."""
    joined = {frozenset((link.source, link.target)) for link in map_.table(Link).values()}
    cards = [card for card in map_.table(Card).values() if card.step == map_.steps[0].id]
    return next((one.id, two.id) for one in cards for two in cards if one is not two and {one.id, two.id} not in joined)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_as_its_own_command_would(workshop: Workshop, number: signal.Signals) -> None:
    workshop.real.program.send_signal(number)
    assert workshop.real.ended() == (128 + number, "")
    assert workshop.path.read_bytes() == CLINIC.read_bytes()


def test_a_signal_while_something_is_unsaved_leads_to_the_question_and_loses_nothing(workshop: Workshop) -> None:
    front = workshop.lane(Role.FRONT_STAGE)
    workshop.real.click(workshop.on_canvas(workshop.hand.cell(front.id, 0)))
    workshop.real.write("Bidan menyapa")
    workshop.real.program.send_signal(signal.SIGINT)
    workshop.real.settle()
    assert workshop.real.program.poll() is None
    workshop.real.press_in_front("Return")
    assert workshop.real.ended() == (130, "")
    assert "Bidan menyapa" in workshop.path.read_text(encoding="utf-8")

"""The picture that is kept: after any scrolling and any change it is the one that painting anew would give."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from editor.canvas.camera import Camera
from editor.canvas.desk import Desk
from editor.canvas.differing import differing
from editor.canvas.frame import Frame
from editor.canvas.scenery import Scenery
from editor.drawing import Drawing
from model.document import Document
from model.layout.sheets import sheet
from model.operations.card_content import edit_cards
from model.operations.cards import move_cards
from model.records import Card, Role
from model.storage.file import open_map
from tests.checking.command_line import CLINIC
from tests.checking.painted import as_pixels, share_apart

_FAINT = 60  # of 255
_FEW = 1e-3
"""Of all pixels: more than Qt sets otherwise of a curve cut by an edge, fewer than a strip one pixel wide has."""
SIZE = QSize(500, 340)
CORNERS = st.lists(st.tuples(st.integers(-900, 60), st.integers(-500, 60)), min_size=1, max_size=5)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp


def clinic() -> Document:
    return open_map(CLINIC).document


def same(one: QImage, other: QImage) -> bool:
    """Equal but for what antialiasing makes of an edge that is painted in two parts, or cut by the window's."""
    return share_apart(as_pixels(one), as_pixels(other), _FAINT) < _FEW


def anew(drawing: Drawing, camera: Camera, ratio: float) -> QImage:
    """What a frame shows that has shown nothing before."""
    return Frame(Scenery()).show(drawing.layout, Desk(drawing.layout), camera, SIZE, ratio).toImage()


@pytest.mark.parametrize("ratio", [1.0, 2.0, 1.5])
@pytest.mark.parametrize("paper", [None, "A4"])
@settings(max_examples=10)
@given(corners=CORNERS)
def test_scrolled_pixels_are_those_that_painting_anew_gives(
    ratio: float, paper: str | None, corners: list[tuple[int, int]]
) -> None:
    drawing = Drawing(clinic(), "klinik.cjm", sheet=sheet(paper) if paper else None)
    frame, desk = Frame(Scenery()), Desk(drawing.layout)
    for x, y in corners:
        camera = Camera(1.1, x, y)
        shown = frame.show(drawing.layout, desk, camera, SIZE, ratio).toImage()
        assert same(shown, anew(drawing, camera, ratio))


@settings(max_examples=10)
@given(data=st.data())
def test_after_a_change_the_pixels_are_those_that_painting_anew_gives(data: st.DataObject) -> None:
    document = clinic()
    drawing = Drawing(document, "klinik.cjm")
    frame, camera = Frame(Scenery()), Camera(0.6, -120, -90)
    frame.show(drawing.layout, Desk(drawing.layout), camera, SIZE, 1.0)
    cards = sorted(card.id for card in document.table(Card).values() if card.step is not None)
    lanes = [lane.id for lane in document.lanes if lane.role is not Role.EMOTION]
    for _ in range(3):
        key = data.draw(st.sampled_from(cards))
        if data.draw(st.booleans()):
            change = edit_cards(document, (key,), text=data.draw(st.sampled_from(["", "Antre", "Antre lama " * 9])))
        else:
            step = data.draw(st.sampled_from([step.id for step in document.steps]))
            change = move_cards(document, (key,), data.draw(st.sampled_from(lanes)), step)
        document.apply(change)
        drawing.follow(change)
        shown = frame.show(drawing.layout, Desk(drawing.layout), camera, SIZE, 1.0).toImage()
        assert same(shown, anew(drawing, camera, 1.0))


def test_a_text_of_the_same_height_paints_only_its_card_and_the_name_of_its_lane() -> None:
    document = clinic()
    drawing = Drawing(document, "klinik.cjm")
    before = drawing.layout
    support = {lane.id for lane in document.lanes if lane.role is Role.SUPPORT}
    card = next(card for card in document.table(Card).values() if card.lane in support)
    change = edit_cards(document, (card.id,), text=f"{card.text}.")
    document.apply(change)
    drawing.follow(change)
    rects = differing(before, drawing.layout)
    assert rects is not None
    (spot,) = drawing.places.spots(card.id)
    left = drawing.layout.composed[0].frame.left
    others = [rect for rect in rects if rect.right > left]
    assert others
    assert all(abs(rect.x + rect.width / 2 - spot.rect.x - spot.rect.width / 2) < 1 for rect in others)


def test_the_last_picture_is_offered_for_its_own_layout_only() -> None:
    document = clinic()
    drawing = Drawing(document, "klinik.cjm")
    frame, camera = Frame(Scenery()), Camera(1.0, 0, 0)
    assert frame.last(drawing.layout, camera) is None
    frame.show(drawing.layout, Desk(drawing.layout), camera, SIZE, 1.0)
    offered = frame.last(drawing.layout, Camera(2.0, -10, 0))
    assert offered is not None
    assert (offered[1].width(), offered[1].x()) == (2 * SIZE.width(), -10)
    drawing.show(sheet=sheet("A4"))
    assert frame.last(drawing.layout, camera) is None

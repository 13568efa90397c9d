from collections.abc import Callable

import pytest

import resources
from editor.canvas.handles import Grip
from model.document import Document
from model.layout.sheets import sheet
from model.records import Card, Link
from model.storage.file import open_map
from tests.checking.dragging import Dragging


@pytest.fixture
def pages(dragging: Callable[[Document], Dragging]) -> Dragging:
    """The clinic's blueprint on two sheets of A4, both in sight."""
    opened = dragging(open_map(resources.path("samples", "clinic.cjm")).document)
    opened.session.show(sheet=sheet("A4"))
    opened.canvas.fit()
    assert len(opened.session.drawing.layout.composed) == 2
    return opened


def last_card(pages: Dragging) -> str:
    """A card on the second page."""
    frame = pages.session.drawing.layout.composed[1].frame
    return next(key for key in frame.places if key in pages.session.document.table(Card))


def test_a_stage_is_dragged_to_another_page(pages: Dragging) -> None:
    first = pages.session.document.stages[0].id
    frame = pages.session.drawing.layout.composed[1].frame
    preview = pages.drag(pages.middle(first), pages.pixel(1, frame.gutter_x(frame.columns), frame.top + 20))
    assert preview.bars[0].page == 1
    assert preview.ghosts[0].y > pages.session.drawing.layout.pages[0].height
    assert pages.session.document.stages[-1].id == first
    pages.one_step("Move stage")


def test_a_card_is_dragged_to_another_page(pages: Dragging) -> None:
    lane, column = pages.session.document.lanes[2].id, 8
    card = pages.session.document.cards_in(lane, pages.session.document.steps[0].id)[0].id
    pages.drag(pages.middle(card), pages.cell(lane, column))
    assert pages.record(Card, card).step == pages.session.document.steps[column].id
    assert pages.spot(card).page == 1
    pages.one_step("Move cards")


def test_a_link_is_drawn_to_a_card_on_another_page_and_put_elsewhere_by_its_stub(pages: Dragging) -> None:
    document = pages.session.document
    card = document.cards_in(document.lanes[1].id, document.steps[0].id)[0].id
    pages.hover(pages.middle(card))
    pages.canvas.zoom_by(1)
    pages.canvas.reveal((card,))
    pages.session.select((card,))
    preview = pages.drag(pages.handle(Grip.LINK), pages.middle(last_card(pages)))
    assert preview.threads[0].page == 0
    (key,) = pages.session.selection
    assert (document.table(Link)[key].source, document.table(Link)[key].target) == (card, last_card(pages))
    pages.one_step("Draw link")


def test_what_is_let_go_on_a_page_behind_the_map_stays(dragging: Callable[[Document], Dragging]) -> None:
    document = open_map(resources.path("samples", "clinic.cjm")).document
    long = Card(
        id="c_long", order="z", lane=document.lanes[2].id, step=document.steps[0].id, text="Antre lama sekali. " * 120
    )
    pages = dragging(Document([*document.records.values(), long]))
    pages.session.show(sheet=sheet("A4"))
    pages.canvas.fit()
    layout = pages.session.drawing.layout
    assert len(layout.pages) > len(layout.composed)
    stage, lane = document.stages[0].id, document.lanes[1].id
    for key in (stage, lane):
        assert not pages.drag(pages.middle(key), pages.pixel(len(layout.pages) - 1, 200, 200)).bars
    pages.nothing()

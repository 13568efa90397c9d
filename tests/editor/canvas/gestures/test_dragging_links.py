from PySide6.QtCore import Qt

from editor.canvas.handles import Grip
from model.records import Link
from tests.checking.dragging import Dragging, members


def links(dragging: Dragging) -> list[tuple[str, str]]:
    return [(link.source, link.target) for link in dragging.session.document.table(Link).values()]


def pull(dragging: Dragging, card: str, to: str) -> str:
    """Draws a link from a card's handle; says what the note said."""
    dragging.hover(dragging.middle(card))
    return dragging.drag(dragging.handle(Grip.LINK), dragging.middle(to)).note


def test_a_link_is_drawn_from_a_cards_handle_to_another_card(small: Dragging) -> None:
    assert pull(small, "c3", "c4") == "Link to “empat”"
    assert ("c3", "c4") in links(small)
    (key,) = small.session.selection
    assert small.session.drawing.places.link_path(key) is not None
    small.one_step("Draw link")


def test_the_card_a_link_would_lead_to_is_marked(small: Dragging) -> None:
    small.hover(small.middle("c3"))
    assert small.hover(small.handle(Grip.LINK)) is Qt.CursorShape.CrossCursor
    small.press(small.handle(Grip.LINK))
    preview = small.over(small.middle("c4"))
    assert [mark.rect for mark in preview.areas] == [small.spot("c4").rect]
    assert preview.threads
    small.escape()
    small.let_go()
    small.nothing()


def test_cards_that_are_linked_already_are_not_linked_again(small: Dragging) -> None:
    assert pull(small, "c1", "c3") == "These two cards are linked already."
    small.nothing()
    assert small.told == ["These two cards are linked already."]


def test_a_card_is_not_linked_with_itself(small: Dragging) -> None:
    small.hover(small.middle("c4"))
    preview = small.drag(
        small.handle(Grip.LINK), small.pixel(0, small.spot("c4").rect.x + 12, small.spot("c4").rect.y + 8)
    )
    assert not preview.allowed
    small.nothing()
    assert small.told == ["A card cannot be linked with itself."]


def test_a_link_let_go_over_no_card_is_none_and_a_sentence_says_why(small: Dragging) -> None:
    small.hover(small.middle("c3"))
    small.drag(small.handle(Grip.LINK), small.cell("l1", 3))
    small.nothing()
    assert small.told == ["Let go over a card to link it."]


def test_a_link_is_put_on_another_card_by_its_end(small: Dragging) -> None:
    small.session.select(("k1",))
    small.drag(small.handle(Grip.TARGET), small.middle("c4"))
    assert members(small.record(Link, "k1"), "source", "target") == ("c1", "c4")
    assert small.session.selection == ("k1",)
    small.one_step("Re-attach link")


def test_a_link_is_put_on_another_card_by_its_beginning(small: Dragging) -> None:
    small.session.select(("k1",))
    small.drag(small.handle(Grip.SOURCE), small.middle("c2"))
    assert members(small.record(Link, "k1"), "source", "target") == ("c2", "c3")
    small.one_step("Re-attach link")


def test_a_link_whose_end_is_let_go_over_no_card_stays(small: Dragging) -> None:
    small.session.select(("k1",))
    small.drag(small.handle(Grip.TARGET), small.cell("l1", 3))
    small.nothing()


def test_a_double_click_on_a_handle_writes_on_its_card(small: Dragging) -> None:
    small.hover(small.middle("c3"))
    small.double_click(small.handle(Grip.LINK))
    assert small.canvas.writing.key == "c3"
    small.canvas.writing.leave()
    small.nothing()

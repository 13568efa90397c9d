"""The checkers find the faults they are there for: each is shown a page with one fault planted."""

from collections.abc import Callable

import msgspec
import pytest

from model.document import Document
from model.layout.engine import lay_out
from model.layout.shapes import Box, Group, Page, Path, Shape, Text, walk
from model.layout.text.shaping import shape
from model.layout.view import View
from tests.checking.page_extents import groups
from tests.checking.page_faults import faults, links_through_cards, off_page, outside_box, overlapping_cards, small_text
from tests.checking.text_faults import (
    beyond_margins,
    labels_off_box,
    quotes_off_lane,
    signs_on_texts,
    texts_on_cards,
    texts_on_texts,
)
from tests.making.crowded_maps import crowded

DOCUMENT = crowded(4, 2, links=8, cards=24)
Alter = Callable[[Shape], Shape]


def page() -> Page:
    (page, *_) = lay_out(DOCUMENT, view=View.BLUEPRINT).pages
    return page


def altered(page: Page, alter: Alter) -> Page:
    return msgspec.structs.replace(page, shapes=tuple(_altered(shape, alter) for shape in page.shapes))


def _altered(shape: Shape, alter: Alter) -> Shape:
    if isinstance(shape, Group):
        inside = tuple(_altered(each, alter) for each in shape.shapes)
        return alter(msgspec.structs.replace(shape, shapes=inside))
    return alter(shape)


def only(kind: type[Shape], letter: str, change: Alter) -> Alter:
    """Changes the groups of one kind of record that begin with such a shape."""

    def alter(shape: Shape) -> Shape:
        mine = isinstance(shape, Group) and (shape.record or "").startswith(letter)
        return change(shape) if isinstance(shape, Group) and mine and isinstance(shape.shapes[0], kind) else shape

    return alter


def moved(x: float = 0.0, y: float = 0.0) -> Alter:
    def move(shape: Shape) -> Shape:
        return (
            msgspec.structs.replace(shape, x=shape.x + x, y=shape.y + y) if isinstance(shape, Group | Text) else shape
        )

    return move


def texts_moved(x: float = 0.0, y: float = 0.0) -> Alter:
    """Moves the texts of a group, and nothing else of it."""

    def move(shape: Shape) -> Shape:
        assert isinstance(shape, Group)
        inside = (moved(x, y)(each) if isinstance(each, Text) else each for each in shape.shapes)
        return msgspec.structs.replace(shape, shapes=tuple(inside))

    return move


def with_text(page: Page, x: float, y: float, size: float = 8.0) -> Page:
    planted = Text(x, y, size, "#1B2330", shape("Selundupan", "regular"))
    return msgspec.structs.replace(page, shapes=(*page.shapes, planted))


def first_card(page: Page) -> tuple[Group, float, float]:
    return next(found for found in groups(page.shapes) if (found[0].record or "").startswith("c"))


def test_a_page_as_it_is_laid_out_has_no_fault() -> None:
    assert faults([page()], DOCUMENT) == []


def test_small_text_is_found() -> None:
    assert small_text([with_text(page(), 100, 100, 6.9)])


def test_a_shape_off_the_page_is_found() -> None:
    far = Box(page().width - 5, 10, 10, 10)
    assert off_page([msgspec.structs.replace(page(), shapes=(*page().shapes, far))])


@pytest.mark.parametrize(("letter", "kind"), [("c", Box), ("l", Box), ("s", Path)])
def test_a_text_outside_its_card_label_or_stage_is_found(letter: str, kind: type[Shape]) -> None:
    assert outside_box([altered(page(), only(kind, letter, texts_moved(x=400)))], DOCUMENT)


def test_cards_over_each_other_are_found() -> None:
    assert overlapping_cards([altered(page(), _collapsed)], DOCUMENT)


def _collapsed(shape: Shape) -> Shape:
    mine = isinstance(shape, Group) and (shape.record or "").startswith("c")
    return msgspec.structs.replace(shape, x=200.0, y=5.0) if mine else shape


def test_a_link_through_a_card_is_found() -> None:
    assert links_through_cards([altered(page(), only(Path, "k", moved(20, 20)))], DOCUMENT)


def test_two_texts_over_each_other_are_found() -> None:
    place, x, y = next(
        (shape, x, y) for shape, x, y, _ in walk(page().shapes) if isinstance(shape, Text) and len(shape.string) > 3
    )
    assert texts_on_texts([with_text(page(), x + place.x + 2, y + place.y + 2)])


def test_a_text_over_a_strange_card_is_found() -> None:
    group, x, y = first_card(page())
    assert texts_on_cards([with_text(page(), x + 2, y + 5)], DOCUMENT)
    assert not texts_on_cards([with_text(page(), x - 400, y - 400)], DOCUMENT)
    assert group.record is not None


@pytest.mark.parametrize(("x", "y"), [(20.0, 300.0), (300.0, 5.0)])
def test_a_text_in_the_margin_is_found(x: float, y: float) -> None:
    assert beyond_margins([with_text(page(), x, y)])
    assert beyond_margins([with_text(page(), page().width - 30, 300)])


def test_a_quote_off_its_lane_is_found() -> None:
    assert quotes_off_lane([altered(page(), only(Box, "e", moved(y=-200)))], DOCUMENT)


def test_a_label_off_its_box_is_found() -> None:
    assert labels_off_box([altered(page(), only(Box, "k", texts_moved(y=8)))], DOCUMENT)


def test_a_sign_on_the_words_of_its_card_is_found() -> None:
    assert signs_on_texts([altered(page(), only(Box, "c", texts_moved(x=60, y=-8)))], DOCUMENT)


def test_the_page_has_what_the_checks_speak_of() -> None:
    kinds = {(found.record or "-")[0] for found, _, _ in groups(page().shapes)}
    assert set("cskel") <= kinds
    assert isinstance(DOCUMENT, Document)

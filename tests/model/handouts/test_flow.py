"""Blocks of text as strips of a column, and the frame of the pages they stand on."""

import pytest

from model.handouts.brief import Brief
from model.handouts.flow import drawn, logo, strips
from model.handouts.prose import Block, Heading, Listing, Said
from model.handouts.running import frame
from model.handouts.strips import Placed, reading
from model.handouts.typesetting import Type, safe_url, type_on
from model.layout.look import Logo, Look
from model.layout.reading import Element
from model.layout.shapes import Box, Picture, Text, walk
from model.layout.sheets import MM, Sheet, sheet
from tests.making.small_map import PICTURE

TYPE = Type()
LONG = "kata " * 80


def read(text: Block) -> tuple[Element, ...]:
    return reading(Placed(strip, 0, 0, 3) for strip in strips(text, 300, TYPE))


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_heading_stays_with_what_follows_and_is_in_the_outline_above_the_third_level(level: int) -> None:
    made = strips(Heading(level, LONG), 300, TYPE)
    assert all(each.keep for each in made)
    assert [each.title for each in made if each.title] == ([LONG] if level < 3 else [])
    assert [each.kind for each in read(Heading(level, LONG))] == [f"H{level}"]
    assert made[0].above > 0 or level == 1


def test_no_line_of_a_paragraph_stands_alone_but_the_middle_ones_may_be_parted() -> None:
    made = strips(Said(LONG), 300, TYPE)
    assert [each.keep for each in made] == [True, *[False] * (len(made) - 3), True, False]
    assert [each.keep for each in strips(Said("kata"), 300, TYPE)] == [False]
    assert all(each.keep for each in strips(Said(LONG, leads=True), 300, TYPE))


def test_lines_of_text_are_not_too_long_to_read() -> None:
    widths = [
        shape.width for each in strips(Said(LONG * 4), 2000, TYPE) for shape, *_ in walk(Placed(each, 0, 0, 0).shapes())
        if isinstance(shape, Text)
    ]  # fmt: skip
    assert max(widths) < TYPE.body * 63


def test_a_list_is_read_as_one() -> None:
    (element,) = read(Listing((Said("satu"), Said(LONG), Said("tiga"))))
    items = [each for each in element.parts if isinstance(each, Element)]
    assert (element.kind, [each.kind for each in items]) == ("L", ["LI"] * 3)
    bodies = [part for each in items for part in each.parts if isinstance(part, Element)]
    assert [each.kind for each in bodies] == ["LBody"] * 3


def test_what_is_drawn_is_a_figure_with_words_or_decoration() -> None:
    box = Box(0, 0, 10, 10, fill="#FFFFFF")
    for alt, kinds in (("Peta kecil", ["Figure"]), ("", [])):
        (strip,) = drawn((box,), 10, alt)
        found = reading([Placed(strip, 5, 7, 0)])
        assert [(each.kind, each.alt) for each in found] == [(kind, alt) for kind in kinds]


def test_a_logo_stands_at_the_right_edge_where_it_is_asked_for() -> None:
    look = Look(logo=Logo("image/png", PICTURE, 400, 100))
    (strip,) = logo(look, 300, TYPE)
    (picture,) = (shape for part in strip.parts for shape in part.shapes)
    assert isinstance(picture, Picture)
    assert picture.x + picture.width == pytest.approx(300)
    assert picture.width == pytest.approx(picture.height * 4)
    assert logo(Look(), 300, TYPE) == logo(Look(logo=look.logo, header=frozenset({"title"})), 300, TYPE) == ()


@pytest.mark.parametrize(
    ("paper", "across"),
    [(sheet("A4", "portrait"), 1), (sheet("A4"), 1), (sheet("A3"), 2), (sheet("A0"), 2), (Sheet("", 200, 200), 1)],
)
def test_columns_are_neither_narrow_nor_many(paper: Sheet, across: int) -> None:
    inside = frame(Brief(sheet=paper))
    assert inside.across == across
    assert inside.left(across - 1) + inside.wide == pytest.approx(paper.width - inside.margin)
    assert inside.top + inside.high < paper.height - inside.margin


def test_a_margin_is_kept_as_it_is_asked_for() -> None:
    assert frame(Brief(sheet=sheet("A4"), look=Look(margin=20 * MM))).margin == 20 * MM


def test_type_grows_with_sheets_larger_than_a3_only() -> None:
    assert type_on(sheet("A4")) == type_on(sheet("A3")) == Type()
    large = type_on(sheet("A1"))
    assert (
        large.body / Type().body == pytest.approx(large.headings[0] / Type().headings[0]) == pytest.approx(2, rel=0.01)
    )


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.id", True), ("HTTP://a.id", True), ("mailto:a@b.id", True), ("javascript:x", False),
        ("file:///x", False), ("//a.id", False), ("https://a.id x", False), ("https://a.id\n", False), ("", False),
    ],
)  # fmt: skip
def test_only_the_web_and_letters_are_addresses(url: str, safe: bool) -> None:
    assert safe_url(url) == (url if safe else "")

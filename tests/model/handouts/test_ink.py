"""Pages that spare ink."""

import re

from hypothesis import given
from PIL import Image

from export import pdf
from model.document import Document
from model.handouts.brief import Brief
from model.handouts.ink import spare_ink, with_plain_faces
from model.handouts.sheet import split
from model.layout.shapes import Box, Line, Page, Path, Shape, Text, walk
from model.layout.sheets import sheet
from model.layout.style import FEELINGS, LANES, WHITE
from model.records import Card, Role
from model.storage import cjm
from tests.checking.export_tools import rendered
from tests.checking.page_faults import faults
from tests.checking.printed import on_paper, sample_path, words_said
from tests.making.export_pages import INFO
from tests.making.maps import maps

GREY = re.compile(r"#(..)\1\1|#1B2330|#55606E|#C4CAD2")


def shapes(page: Page) -> list[Shape]:
    return [shape for shape, *_ in walk(page.shapes)]


def colours(shape: Shape) -> list[str]:
    found = [getattr(shape, name, None) for name in ("fill", "stroke", "color")]
    return [colour for colour in found if colour is not None]


def level(colour: str) -> int:
    return max(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@given(maps(max_cards=12))
def test_there_is_no_colour_left_and_every_word_stands_where_it_stood(document: Document) -> None:
    before = split(document, Brief(sheet=sheet("A4")))
    after = spare_ink(before)
    assert all(GREY.fullmatch(colour) for page in after for shape in shapes(page) for colour in colours(shape))
    assert [words_said(page) for page in after] == [words_said(page) for page in before]
    assert faults(after, document) == []


@given(maps(max_cards=12))
def test_areas_are_white_and_letters_dark(document: Document) -> None:
    for page in spare_ink(split(document, Brief(sheet=sheet("A4")))):
        for shape in shapes(page):
            if isinstance(shape, Box) and shape.fill and min(shape.width, shape.height) > 8:
                assert shape.fill == WHITE
            if isinstance(shape, Text):
                assert level(shape.color) < 0x80
            if isinstance(shape, Line):
                assert level(shape.stroke) < 0xE0


def test_a_pain_point_is_hatched_and_an_opportunity_dashed() -> None:
    document = _clinic()
    cards = document.table(Card).values()
    pain, idea = (
        next(card for lane in document.lanes if lane.role is role for card in cards if card.lane == lane.id)
        for role in (Role.PAIN_POINTS, Role.OPPORTUNITIES)
    )  # fmt: skip
    (page,) = spare_ink(split(document, Brief()))
    drawn = {key: [shape for shape, _, _, record in walk(page.shapes) if record == key] for key in (pain.id, idea.id)}
    assert sum(isinstance(shape, Line) for shape in drawn[pain.id]) > 10
    assert any(isinstance(shape, Box) and shape.dash for shape in drawn[idea.id])


def test_faces_are_white_and_tell_feelings_by_their_mouths() -> None:
    pages = split(_clinic(), Brief())
    (plain,) = with_plain_faces(pages)
    fills = [shape.fill for shape in shapes(plain) if isinstance(shape, Path) and shape.stroke and shape.fill]
    assert not {*fills} & ({*FEELINGS} - {"#0067A3"})
    mouths = {shape.commands for shape in shapes(plain) if isinstance(shape, Path) and not shape.fill}
    assert len(mouths) > 5
    assert LANES[Role.PAIN_POINTS].tint in {shape.fill for shape in shapes(plain) if isinstance(shape, Box)}


def test_a_page_on_paper_takes_less_than_two_thirds_of_the_ink() -> None:
    made = on_paper(_clinic())
    ink = [_ink(rendered(data, scale=1)) for data in (made.pdf, pdf.write(spare_ink(made.pages), INFO))]
    assert ink[1] < ink[0] * 2 / 3


def _ink(image: Image.Image) -> float:
    """The share of full ink on a page."""
    grey = image.convert("L")
    counts = grey.histogram()
    return sum((255 - value) * count for value, count in enumerate(counts)) / (255 * grey.width * grey.height)


def _clinic() -> Document:
    return cjm.decode(sample_path("clinic").read_bytes())

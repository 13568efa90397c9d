"""An SVG shows what the PDF shows: the same words at the same places, the same number of lines and areas."""

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from export import svg
from export.info import Info
from model.layout.shapes import Box, Line, Page, Path, Picture, Text, walk
from model.layout.view import View
from tests.checking.export_tools import words_of
from tests.checking.printed import DATE, SAMPLES, Printed, nearest, printed, words_said

_SVG = "{http://www.w3.org/2000/svg}"
INFO = Info(title="Peta", date=DATE)
PAGES = [(sample, paper) for sample in SAMPLES for paper in ("A4", "A3")]


@pytest.fixture(params=PAGES, ids="-".join, scope="module")
def made(request: pytest.FixtureRequest) -> Printed:
    sample, paper = request.param
    return printed(sample, paper, "landscape", View.BLUEPRINT)


def drawing(page: Page) -> ElementTree.Element:
    return ElementTree.fromstring(svg.write(page, INFO))


def lines_of(element: ElementTree.Element, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[str, float, float]]:
    """The text elements with the place each begins at, the groups around it counted in."""
    for child in element:
        if child.tag == f"{_SVG}g":
            shift = child.get("transform", "translate(0 0)").removeprefix("translate(").removesuffix(")").split()
            yield from lines_of(child, x + float(shift[0]), y + float(shift[1]))
        elif child.tag == f"{_SVG}text":
            first = child if child.get("x") else child[0]
            yield "".join(child.itertext()), x + float(first.get("x", "nan")), y + float(child.get("y", "nan"))


def test_every_line_of_text_begins_where_the_layout_put_it(made: Printed) -> None:
    for page in made.pages:
        shapes = [(shape, x, y) for shape, x, y, _ in walk(page.shapes) if isinstance(shape, Text) and shape.runs]
        found = list(lines_of(drawing(page)))
        assert [text for text, _, _ in found] == [shape.string for shape, _, _ in shapes]
        for (_, left, base), (shape, x, y) in zip(found, shapes, strict=True):
            assert (left, base) == pytest.approx((x + shape.x, y + shape.y), abs=0.01)


def test_the_lines_hold_the_words_a_reader_finds_in_the_pdf(made: Printed) -> None:
    for number, page in enumerate(made.pages):
        theirs = words_of(made.pdf, number)
        assert Counter(word for text, _, _ in lines_of(drawing(page)) for word in text.split()) == Counter(
            word.text for word in theirs
        )
        for word in words_said(page):
            assert nearest(word, [each for each in theirs if each.text == word.text]) < 0.5


def test_every_line_and_area_is_drawn_once(made: Printed) -> None:
    names = {Box: "rect", Line: "line", Path: "path", Picture: "image"}
    for page in made.pages:
        kinds = Counter(names[type(shape)] for shape, _, _, _ in walk(page.shapes) if type(shape) in names)
        root = drawing(page)
        drawn = Counter(element.tag.removeprefix(_SVG) for element in root.iter())
        drawn["path"] -= sum(len(clip) for clip in root.iter(f"{_SVG}clipPath"))
        assert {name: drawn[name] for name in kinds} == kinds

"""What is seen in the window is what is printed: the samples painted and their PDFs rendered, pixel against pixel.

Counted are the pixels of a page that differ by more than a quarter of the range in red, green or blue from the pixel at
the very same place, both at 300 to the inch and nothing reduced or moved: 0.67 to 0.99 in a hundred. At a screen's 110
to the inch pdftoppm moves every line of text up to the next row of pixels, and the window to the nearest; there those
are counted that differ by more than half of the range: 0.37 to 0.95 in a hundred.
"""

import io

import pytest
from PIL import Image

from editor.drawing import Drawing
from model.document import Document
from model.layout.sheets import sheet
from model.storage import cjm
from tests.checking.export_tools import run
from tests.checking.painted import CLEAR, page_painted, share_apart
from tests.checking.printed import SAMPLES, Printed, on_paper, sample_path

pytestmark = pytest.mark.usefixtures("qapp")
INCH, PRINT, SCREEN = 72.0, 300, 110


def sample(name: str) -> Document:
    return cjm.decode(sample_path(name).read_bytes())


def both(made: Printed, number: int, dpi: int) -> tuple[Image.Image, Image.Image]:
    """A page in the window, and printed; as far as both reach."""
    window = page_painted(made.pages[number], dpi / INCH)
    paper = printed_page(made.pdf, number + 1, dpi)
    size = (min(window.width, paper.width), min(window.height, paper.height))
    return window.crop((0, 0, *size)), paper.crop((0, 0, *size))


def printed_page(pdf: bytes, page: int, dpi: int) -> Image.Image:
    options = ("-png", "-r", str(dpi), "-f", str(page), "-l", str(page), "{}")
    return Image.open(io.BytesIO(run("pdftoppm", pdf, *options))).convert("RGB")


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(("dpi", "more_than"), [(PRINT, CLEAR), (SCREEN, 2 * CLEAR)])
def test_fewer_than_one_pixel_in_a_hundred_differs_clearly(name: str, paper: str, dpi: int, more_than: int) -> None:
    made = on_paper(sample(name), paper)
    for number in range(len(made.pages)):
        assert share_apart(*both(made, number, dpi), more_than) < 0.01


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("name", SAMPLES)
def test_window_and_export_paint_the_same_shapes(name: str, paper: str) -> None:
    document = sample(name)
    window = Drawing(document, "", sheet=sheet(paper, "landscape")).layout
    assert window.pages == on_paper(document, paper).pages


def test_a_word_moved_by_a_point_would_be_noticed() -> None:
    made = on_paper(sample("clinic"), "A3")
    window, paper = both(made, 0, PRINT)
    moved = Image.new("RGB", window.size, "white")
    moved.paste(window, (round(PRINT / INCH), 0))
    assert share_apart(moved, paper) > 0.02

"""Each sample on each paper, either way round, in both views: what a print shop and a reader may rely on."""

import re

import pytest
from PIL import ImageChops

import resources
from model.layout.view import View
from tests.checking.export_reader import contents, of_type
from tests.checking.export_tools import Word, rendered, run, words_of
from tests.checking.page_faults import faults
from tests.checking.pdf_operators import draws, type_sizes
from tests.checking.printed import SAMPLES, Printed, nearest, printed, words_said

# ISO 216 in millimetres; ANSI/ASME Y14.1 and the Legal sheet in inches. Short side first.
ISO = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841), "A0": (841, 1189)}
INCHES = {"Letter": (8.5, 11), "Legal": (8.5, 14), "Tabloid": (11, 17)}
POINTS = {name: (short * 72 / 25.4, long * 72 / 25.4) for name, (short, long) in ISO.items()} | {
    name: (short * 72.0, long * 72.0) for name, (short, long) in INCHES.items()
}
BUNDLED = {path.stem for path in resources.path("fonts").glob("*.ttf")}
EVERY_SHEET = [
    (sample, paper, way, view)
    for sample in SAMPLES for paper in POINTS for way in ("landscape", "portrait") for view in View
]  # fmt: skip


@pytest.fixture(params=EVERY_SHEET, ids="-".join, scope="module")
def sheet(request: pytest.FixtureRequest) -> tuple[str, str, Printed]:
    """Paper, way round, and the sample on it."""
    sample, paper, way, view = request.param
    return paper, way, printed(sample, paper, way, view)


def test_each_page_is_a_standard_sheet_to_a_tenth_of_a_point(sheet: tuple[str, str, Printed]) -> None:
    paper, way, made = sheet
    short, long = POINTS[paper]
    wanted = (0, 0, long, short) if way == "landscape" else (0, 0, short, long)
    pages = of_type(made.pdf, "Page")
    assert len(pages) == len(made.pages)
    for page in pages:
        box = re.search(r"/MediaBox \[(.*?)\]", page.text, re.DOTALL)
        assert box is not None
        assert [float(edge) for edge in box[1].split()] == pytest.approx(wanted, abs=0.1)
        assert not re.search("/Rotate|/UserUnit|/CropBox", page.text)


def test_no_page_is_blank_and_no_type_is_under_seven_points(sheet: tuple[str, str, Printed]) -> None:
    for operators in contents(sheet[2].pdf):
        assert draws(operators)
        assert min(type_sizes(operators)) >= 6.999


def test_the_file_is_sound_to_a_strict_reader(sheet: tuple[str, str, Printed]) -> None:
    assert b"No syntax or stream encoding errors" in run("qpdf", sheet[2].pdf, "--check")


def test_each_font_is_one_of_ours_embedded_and_cut_down(sheet: tuple[str, str, Printed]) -> None:
    fonts = run("pdffonts", sheet[2].pdf).decode().splitlines()[2:]
    assert fonts
    for font in fonts:
        name, *_, embedded, subset, unicode, _, _ = font.split()
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")
        assert re.fullmatch(r"[A-Z]{6}\+(.+)", name)
        assert name[7:] in BUNDLED


def test_nothing_is_small_cut_off_or_in_the_way(sheet: tuple[str, str, Printed]) -> None:
    assert faults(sheet[2].pages, sheet[2].document) == []


def test_every_word_stands_where_the_layout_put_it(sheet: tuple[str, str, Printed]) -> None:
    for number, page in enumerate(sheet[2].pages):
        ours, theirs = words_said(page), words_of(sheet[2].pdf, number)
        assert sorted(word.text for word in theirs) == sorted(word.text for word in ours)
        found: dict[str, list[Word]] = {}
        for word in theirs:
            found.setdefault(word.text, []).append(word)
        assert [word for word in ours if nearest(word, found[word.text]) > 0.5] == []


@pytest.mark.parametrize(
    ("sample", "paper", "way"),
    [("clinic", "A4", "portrait"), ("online-shop", "Legal", "landscape"), ("train-journey", "A3", "landscape")],
)
def test_a_rendered_page_is_drawn_upon_and_its_margin_is_free(sample: str, paper: str, way: str) -> None:
    made = printed(sample, paper, way, View.BLUEPRINT)
    for number in range(1, len(made.pages) + 1):
        image = rendered(made.pdf, number, scale=1).convert("L")
        left, top, right, bottom = ImageChops.invert(image).getbbox() or (0, 0, 0, 0)
        assert right - left > image.width * 0.8
        assert bottom - top > image.height * 0.8
        assert min(left, top, image.width - right, image.height - bottom) >= 12
        assert sum(image.histogram()[:128]) > image.width * image.height * 0.01

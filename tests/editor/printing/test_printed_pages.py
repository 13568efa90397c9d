"""What goes to a printer, looked at as the PDF of Qt's printer: true sizes, real text, and the look of our own PDF."""

import io
import unicodedata
from collections import Counter
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter

from editor.printing.pages import draw, scale_on, set_up
from editor.printing.printing import chosen
from model.layout.shapes import Box, Line, Page
from model.layout.sheets import MM, ORIENTATIONS, PAPERS, sheet
from model.storage import cjm
from tests.checking.export_tools import Word, run, text_of, words_of
from tests.checking.painted import share_apart
from tests.checking.printed import SAMPLES, Printed, on_paper, sample_path

pytestmark = pytest.mark.usefixtures("qapp")
DPI, FINER = 110, 2


def pdf_printer(path: Path) -> QPrinter:
    """A printer that writes a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def sample(name: str, paper: str = "A3", orientation: str = "landscape") -> Printed:
    return on_paper(cjm.decode(sample_path(name).read_bytes()), paper, orientation)


def printed(made: Printed, paper: str, orientation: str, folder: Path) -> bytes:
    """The same pages, by Qt's printer."""
    printer = pdf_printer(folder / "printed.pdf")
    set_up(printer, sheet(paper, orientation))
    assert draw(printer, made.pages)
    return (folder / "printed.pdf").read_bytes()


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """The sizes of all pages, in points."""
    lines = run("pdfinfo", pdf, "-f", "1", "-l", "999").decode().splitlines()
    found = [line.partition("size:")[2].split() for line in lines if line.startswith("Page ") and "size:" in line]
    return [(float(words[0]), float(words[2])) for words in found]


def plain(text: str) -> str:
    """Letters joined into one sign, as in “fi”, as themselves."""
    return unicodedata.normalize("NFKC", text)


def said(pdf: bytes) -> set[str]:
    """Every word that can be searched for."""
    return {*plain(text_of(pdf)).split()}


def single_words(pdf: bytes) -> dict[str, Word]:
    """The words that stand once on a page."""
    words = words_of(pdf)
    counts = Counter(plain(word.text) for word in words)
    return {plain(word.text): word for word in words if counts[plain(word.text)] == 1}


def pixels(pdf: bytes, number: int) -> Image.Image:
    """A page of 110 pixels to the inch, from one twice as fine."""
    options = ("-png", "-r", str(DPI * FINER), "-f", str(number), "-l", str(number), "{}")
    return Image.open(io.BytesIO(run("pdftoppm", pdf, *options))).convert("RGB").reduce(FINER)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_sheet_has_its_true_size(paper: str, orientation: str, tmp_path: Path) -> None:
    made = sample("clinic", paper, orientation)
    pdf = printed(made, paper, orientation, tmp_path)
    found = sizes(pdf)
    assert len(found) == len(made.pages)
    for (width, height), page in zip(found, made.pages, strict=True):
        assert abs(width - page.width) <= 0.5
        assert abs(height - page.height) <= 0.5


@pytest.mark.parametrize(("name", "paper"), [*zip(SAMPLES, ("A3", "A4", "A4"), strict=True)])
def test_paper_from_the_printer_looks_like_the_exported_pdf(name: str, paper: str, tmp_path: Path) -> None:
    made = sample(name, paper)
    pdf = printed(made, paper, "landscape", tmp_path)
    for number in range(1, len(made.pages) + 1):
        ours, theirs = pixels(made.pdf, number), pixels(pdf, number)
        size = (min(ours.width, theirs.width), min(ours.height, theirs.height))
        apart = share_apart(ours.crop((0, 0, *size)), theirs.crop((0, 0, *size)))
        assert apart < 0.01


def test_text_stays_text_in_embedded_faces_at_the_same_places(tmp_path: Path) -> None:
    made = sample("clinic")
    pdf = printed(made, "A3", "landscape", tmp_path)
    fonts = run("pdffonts", pdf).decode().splitlines()[2:]
    assert len(fonts) == 4
    assert all(" yes " in font for font in fonts)
    assert said(pdf) == said(made.pdf)
    ours, theirs = single_words(made.pdf), single_words(pdf)
    assert len(ours.keys() & theirs.keys()) > 100
    for text in ours.keys() & theirs.keys():
        assert ours[text].left == pytest.approx(theirs[text].left, abs=0.5)
        assert ours[text].right == pytest.approx(theirs[text].right, abs=0.5)


def test_on_smaller_paper_a_page_is_made_smaller_and_stays_whole(tmp_path: Path) -> None:
    made = sample("clinic")
    printer = pdf_printer(tmp_path / "small.pdf")
    set_up(printer, sheet("A3"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert scale_on(printer, made.pages[0]) == pytest.approx(0.707, abs=0.002)
    assert draw(printer, made.pages)
    pdf = (tmp_path / "small.pdf").read_bytes()
    assert sizes(pdf) == [(842, 595)]
    assert said(pdf) == said(made.pdf)
    true = max(word.right for word in words_of(made.pdf))
    assert max(word.right for word in words_of(pdf)) == pytest.approx(true * 0.707, abs=2)


def test_on_larger_paper_a_page_keeps_its_true_size(tmp_path: Path) -> None:
    made = sample("clinic", "A4")
    printer = pdf_printer(tmp_path / "large.pdf")
    set_up(printer, sheet("A4"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    assert scale_on(printer, made.pages[0]) == 1.0
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    assert scale_on(printer, made.pages[0]) == 1.0


def test_the_pages_asked_for_are_the_pages_printed(tmp_path: Path) -> None:
    pages = sample("clinic", "A4", "portrait").pages
    assert len(pages) == 3
    printer = pdf_printer(tmp_path / "some.pdf")
    assert chosen(printer, pages) == pages
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert [*chosen(printer, pages)] == [*pages[1:]]
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    assert [*chosen(printer, pages)] == [pages[0], pages[2]]


def ruler(paper: str) -> Page:
    """A sheet with a line of 100 mm across, one of 100 mm down and a box of 100 mm."""
    on, far = sheet(paper), 100 * MM
    return Page(
        on.width, on.height,
        (Line(50, 50, 50 + far, 50, "#000000"), Line(40, 60, 40, 60 + far, "#000000"),
         Box(100, 100, far, far, stroke="#000000")),
    )  # fmt: skip


@pytest.mark.parametrize("papers", [("A4",), ("Letter", "A3", "A0")], ids="-".join)
def test_a_ruler_of_a_hundred_millimetres_is_printed_as_long(papers: tuple[str, ...], tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "ruler.pdf")
    pages = [ruler(paper) for paper in papers]
    set_up(printer, pages[0])
    assert draw(printer, pages)
    with pdfplumber.open(tmp_path / "ruler.pdf") as found:
        for sheet_, page in zip(found.pages, pages, strict=True):
            assert (sheet_.width, sheet_.height) == pytest.approx((page.width, page.height), abs=0.5)
            edges = [*sheet_.lines, *sheet_.rects, *sheet_.curves]
            lengths = sorted(max(each["width"], each["height"]) / MM for each in edges)
            assert lengths == pytest.approx([100, 100, 100], abs=0.2)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_place_that_takes_no_file_is_not_said_to_be_printed(tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "nowhere" / "printed.pdf")
    set_up(printer, sheet("A3"))
    assert not draw(printer, sample("clinic").pages)

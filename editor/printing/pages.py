"""Pages onto a printer, or into its PDF: each on a sheet of its own size, one point as 1/72 inch."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from editor.canvas.painting.painting import Painting
from model.layout.shapes import Page
from model.layout.sheets import PAPERS, Sheet

INCH = 72.0
SLACK = 1.0
"""Points that a sheet may be smaller than the page before anything is made smaller: Qt and printers round."""


def page_layout(width: float, height: float, name: str = "") -> QPageLayout:
    """A sheet as it lies before the reader; lengths in points. A standard paper keeps its name, for the printer."""
    upright = QSizeF(min(width, height), max(width, height))
    size = QPageSize(upright, QPageSize.Unit.Point, name, QPageSize.SizeMatchPolicy.FuzzyMatch)
    lies = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    return QPageLayout(size, lies, QMarginsF(), QPageLayout.Unit.Point)


def set_up(printer: QPrinter, on: Page | Sheet) -> None:
    """The whole sheet, to its edges: the page has margins of its own."""
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(on.width, on.height, paper_called(on.width, on.height)))


def paper_called(width: float, height: float) -> str:
    """The standard paper of this size (points), however it lies; "" where there is none."""
    short, long = min(width, height), max(width, height)
    near = (name for name, (one, other) in PAPERS.items() if abs(one - short) < SLACK and abs(other - long) < SLACK)
    return next(near, "")


def scale_on(printer: QPrinter, page: Page) -> float:
    """1 where the printer's paper has room for the page, else how much smaller it has to be."""
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    has_room = paper.width() >= page.width - SLACK and paper.height() >= page.height - SLACK
    return 1.0 if has_room else min(paper.width() / page.width, paper.height() / page.height)


def draw(printer: QPrinter, pages: Sequence[Page]) -> bool:
    """Whether the printer took them. Each page has a sheet of its own size where they have several; one larger than the
    paper that somebody chose is made smaller, and lies as the paper does best."""
    painter = QPainter()
    painting = Painting()
    sizes = {(min(page.width, page.height), max(page.width, page.height)) for page in pages}
    for number, page in enumerate(pages):
        _turn(printer, page, resize=len(sizes) > 1)
        if not (printer.newPage() if number else painter.begin(printer)):
            return False
        _draw_page(painter, painting, printer, page)
    return painter.end() and printer.printerState() != QPrinter.PrinterState.Error


def _turn(printer: QPrinter, page: Page, *, resize: bool) -> None:
    if resize:
        set_up(printer, page)
    else:
        lies = QPageLayout.Orientation.Landscape if page.width > page.height else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(lies)


def _draw_page(painter: QPainter, painting: Painting, printer: QPrinter, page: Page) -> None:
    scale = scale_on(printer, page)
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    free = QPointF(paper.width() - page.width * scale, paper.height() - page.height * scale)
    painter.save()
    painter.scale(printer.resolution() / INCH, printer.resolution() / INCH)
    if scale < 1.0:
        painter.translate(free / 2)
    painting.print(painter, page.shapes, scale)
    painter.restore()

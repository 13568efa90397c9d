"""Pages to PDF. Imports reportlab, which takes a twelfth of a second: import this where a file is written."""

from collections.abc import Sequence

from export.info import Info
from export.pdf.file import File
from export.pdf.fonts import Fonts
from export.pdf.images import Images
from export.pdf.painter import Painter
from export.registry import Files, Job
from model.layout.shapes import Page


def files(job: Job) -> Files:
    """All pages of a job in one file."""
    return {"": write([each.page for each in job.pages], job.info, [each.number for each in job.pages])}


def write(pages: Sequence[Page], info: Info, numbers: Sequence[int] = ()) -> bytes:
    """The pages as one PDF: the same pages and info make the same bytes, on any machine.

    `numbers` are the pages' numbers in a reader, where they are not 1, 2, 3: one sheet of a poster printed again.
    A picture that cannot be read is a crossed box; `export.pictures.faults` names those beforehand.
    """
    file, fonts = File(info), Fonts()
    painter = Painter(fonts, Images(file))
    for page, number in zip(pages, numbers or range(1, len(pages) + 1), strict=True):
        file.page(page.width, page.height, painter.page(page), page.title, number)
    fonts.embed(file)
    return file.finish()

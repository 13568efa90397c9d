"""Pages to PDF. Imports reportlab, which takes a twentieth of a second: import this where a file is written."""

from collections.abc import Iterable

from export.info import Info
from export.pdf.file import File
from export.pdf.fonts import Fonts
from export.pdf.images import Images
from export.pdf.painter import Painter
from model.layout.shapes import Page


def write(pages: Iterable[Page], info: Info) -> bytes:
    """The pages as one PDF: the same pages and info make the same bytes, on any machine.

    A picture that cannot be read is a crossed box (`export.pictures.faults` names them beforehand).
    """
    kept = tuple(pages)
    file, fonts = File(info), Fonts()
    painter = Painter(fonts, Images(file))
    for page in kept:
        file.page(page.width, page.height, painter.page(page), page.title)
    fonts.embed(file)
    return file.finish()

"""Pages to PDF. Imports reportlab, which takes a twelfth of a second: import this where a file is written."""

from collections.abc import Sequence

from export.info import Info
from export.options import PdfOptions
from export.pdf.attachment import Attached, attach
from export.pdf.file import File
from export.pdf.fonts import Fonts
from export.pdf.forms import Form
from export.pdf.images import Images
from export.pdf.marking import Marking
from export.pdf.painter import Painter
from export.pdf.sheet import link
from export.pdf.structure import Structure
from export.registry import Files, Job
from model.layout.shapes import Page


def files(job: Job) -> Files:
    """All pages of a job in one file."""
    attached = Attached(job.data, job.brief.name) if _wants_map(job) else None
    numbers = [each.number for each in job.pages]
    return {"": write([each.page for each in job.pages], job.info, numbers, attached)}


def _wants_map(job: Job) -> bool:
    return isinstance(job.options, PdfOptions) and job.options.attach and bool(job.data)


def write(pages: Sequence[Page], info: Info, numbers: Sequence[int] = (), attached: Attached | None = None) -> bytes:
    """The pages as one PDF: the same pages and info make the same bytes, on any machine.

    `numbers` are the pages' numbers in a reader, where they are not 1, 2, 3: one sheet of a poster printed again.
    The file is tagged where a page says how it is read. A picture that cannot be read is a crossed box;
    `export.pictures.faults` names those beforehand. `attached`: the map itself.
    """
    file, fonts = File(info), Fonts()
    structure = Structure(file) if any(page.reading for page in pages) else None
    painter = Painter(fonts, Images(file), spoken=structure is not None)
    form = Form(file, pages) if any(page.fields for page in pages) else None
    for page, number in zip(pages, numbers or range(1, len(pages) + 1), strict=True):
        marking = Marking(page.reading) if structure is not None else None
        sheet = file.page(page, painter.page(page, marking), number)
        for address in page.addresses:
            rectangle = sheet.rectangle(address.x, address.y, address.width, address.height)
            file.lay(sheet, address.name, link(address.url, rectangle))
        if form is not None:
            form.page(page, sheet)
        if structure is not None and marking is not None:
            structure.page(page, marking.sequences, sheet)
    if form is not None:
        form.finish()
    if structure is not None:
        structure.finish()
    if attached is not None:
        attach(file, attached, info)
    fonts.embed(file)
    return file.finish()

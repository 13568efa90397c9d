"""A workbook: the matrix to read, the long form to sort and filter, the facts and the personas."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as Place
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from export.registry import Job
from export.tables import long_table
from export.tables.facts import facts, personas
from export.tables.long import Cell
from export.tables.matrix import Matrix, matrix
from model.importers.tables.cells import defused
from model.layout.style import HAIRLINE, INK, LANES, STAGE_FILLS
from resources.words import Words

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 cannot hold."""
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_THIN = Side(style="thin", color=HAIRLINE[1:])
_EDGE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_LABEL, _COLUMN = 24.0, 28.0  # widths, in letters
_MOST_CELL = 32_767  # characters a cell holds


def write(job: Job, said: Words) -> bytes:
    """The bytes of the workbook."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = said("sheet.matrix")
    _fill_matrix(first, matrix(job.document, said))
    _fill_list(book.create_sheet(said("sheet.long")), long_table(job, said))
    _fill_list(book.create_sheet(said("sheet.map")), facts(job.document, said))
    _fill_list(book.create_sheet(said("sheet.personas")), personas(job.document, said))
    _describe(book, job)
    out = io.BytesIO()
    book.save(out)
    return _still(out.getvalue(), job.info.date)


def _fill_matrix(sheet: Worksheet, table: Matrix) -> None:
    for row in table.rows:
        sheet.append([_writable(cell) for cell in row])
    heads = 2 if any(table.steps) else 1
    _style_heads(sheet, table, heads)
    for at, (lane, _) in enumerate(table.lanes, start=heads + 1):
        name = sheet.cell(at, 1)
        name.font, name.fill = Font(bold=True, color=INK[1:]), PatternFill("solid", fgColor=LANES[lane.role].tint[1:])
    _wrap(sheet)
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMN if column > 1 else _LABEL
    sheet.freeze_panes = f"B{heads + 1}"
    _set_up(sheet, heads)


def _style_heads(sheet: Worksheet, table: Matrix, heads: int) -> None:
    """Stages over their steps, as dark as on paper."""
    column = 2
    for number, (_, count) in enumerate(table.stages):
        place = sheet.cell(1, column)
        if count > 1:
            sheet.merge_cells(start_row=1, end_row=1, start_column=column, end_column=column + count - 1)
        place.fill = PatternFill("solid", fgColor=STAGE_FILLS[number % 2][1:])
        place.font = Font(bold=True, color="FFFFFF")
        column += count
    for each in sheet[heads] if heads > 1 else ():
        each.font = Font(bold=True, color=INK[1:])


def _fill_list(sheet: Worksheet, rows: Sequence[Sequence[Cell]]) -> None:
    for row in rows:
        sheet.append([_writable(cell) for cell in row])
    for head in sheet[1]:
        head.font = Font(bold=True, color=INK[1:])
    _wrap(sheet)
    for at, column in enumerate(zip(*rows, strict=True), start=1):
        longest = max((len(str(cell)) for cell in column if cell is not None), default=0)
        sheet.column_dimensions[get_column_letter(at)].width = min(max(longest + 2, 10), 48)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    _set_up(sheet, 1)


def _wrap(sheet: Worksheet) -> None:
    for places in sheet.iter_rows():
        for place in places:
            place.alignment, place.border = _WRAPPED, _EDGE
            if isinstance(place, Place) and place.data_type == "f":  # a text, whatever it begins with
                place.data_type = "s"


def _set_up(sheet: Worksheet, heads: int) -> None:
    """Landscape, as wide as the paper, the heads on every page."""
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"1:{heads}"


def _writable(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return defused(_UNWRITABLE.sub("", cell.replace("\r\n", "\n").replace("\r", "\n")))[:_MOST_CELL]


def _describe(book: Workbook, job: Job) -> None:
    made = datetime.datetime.combine(job.info.date, datetime.time())
    told = book.properties
    told.title, told.creator, told.subject = (
        _UNWRITABLE.sub("", each) for each in (job.info.title, job.info.author, job.info.subject)
    )
    told.language, told.created, told.modified = job.info.language, made, made


def _still(data: bytes, date: datetime.date) -> bytes:
    """The same archive with one date on all its parts: openpyxl writes the hour of now."""
    out, when = io.BytesIO(), (max(date.year, 1980), date.month, date.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in _parts(old):
            content = _dated(old.read(part), date) if part == "docProps/core.xml" else old.read(part)
            new.writestr(zipfile.ZipInfo(part, when), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts(archive: zipfile.ZipFile) -> Iterable[str]:
    return [each.filename for each in archive.infolist()]


def _dated(core: bytes, date: datetime.date) -> bytes:
    """openpyxl sets the time of the last change itself."""
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + f"{date.isoformat()}T00:00:00Z".encode(), core)

"""Maps as tables: `files` writes CSV, the matrix or the long form; `workbook` writes XLSX with both."""

import csv
import io

from export.options import CsvOptions
from export.registry import Files, Job
from export.tables.long import Cell, rows
from export.tables.matrix import matrix
from model.importers.tables.cells import defused, written
from model.importers.tables.columns import COLUMNS, headings
from resources.words import Words, words

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def files(job: Job) -> Files:
    """CSV as Excel opens it by a double click: UTF-8 with a mark, lines that end in CR LF."""
    options = job.options if isinstance(job.options, CsvOptions) else CsvOptions()
    said = tongue(job)
    table = matrix(job.document, said).rows if options.form == "matrix" else long_table(job, said)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=DELIMITERS[options.delimiter], lineterminator="\r\n")
    writer.writerows([[text_of(cell) for cell in row] for row in table])
    return {"": b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")}


def workbook(job: Job) -> Files:
    """One workbook, the same bytes for the same map and date."""
    from export.tables.xlsx import write

    return {"": write(job, tongue(job))}


def tongue(job: Job) -> Words:
    """The words of tables in the language asked for, or else the map's."""
    return words("tables", job.brief.language or job.document.map.language)


def long_table(job: Job, said: Words) -> list[list[Cell]]:
    """The long form with its headings, the cells in the order of the columns."""
    return [[*headings(said)], *([row.get(column) for column in COLUMNS] for row in rows(job.document, said))]


def text_of(cell: Cell) -> str:
    """A number with a point; a text that no spreadsheet program runs."""
    return defused(cell) if isinstance(cell, str) else written(cell)

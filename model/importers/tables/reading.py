"""Files to tables of texts. Nothing in a workbook is run or fetched, and its size is known before it is unpacked."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence

import msgspec

from model.importers.encoding import read_text
from model.importers.imported import ImportRefused
from model.importers.tables.cells import as_typed

MOST_ROWS, MOST_COLUMNS = 20_000, 400
_MOST_UNPACKED = 128 * 1024 * 1024
_DELIMITERS = ",;\t|"
_SAMPLE = 40  # rows that tell which delimiter it is


class Table(msgspec.Struct, frozen=True):
    """Texts by row and column, every row as long as the longest; and the sheet's name."""

    rows: tuple[tuple[str, ...], ...]
    name: str = ""


def is_workbook(data: bytes) -> bool:
    """Whether this is a workbook of Excel's: a ZIP with the part that lists its sheets."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False


def text_table(data: bytes) -> Table:
    """The table of a CSV or TSV; the delimiter is the one by which most rows have the same number of cells."""
    text = read_text(data).removeprefix("\ufeff")
    rows = _split(text, _delimiter(text))
    return _squared(rows, "")


def workbook_tables(name: str, data: bytes) -> list[Table]:
    """The sheets of a workbook, formulas by the values they had when it was saved. Raises ImportRefused."""
    _check_size(name, data)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        return [_sheet(sheet) for sheet in book.worksheets]
    except ImportRefused:
        raise
    except Exception as error:  # openpyxl raises whatever comes up in a damaged workbook
        raise ImportRefused("workbook_broken", name=name) from error


def _check_size(name: str, data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(each.file_size for each in archive.infolist())
    if unpacked > _MOST_UNPACKED:
        raise ImportRefused("workbook_large", name=name, limit=_MOST_UNPACKED // (1024 * 1024))


def _sheet(sheet: "object") -> Table:
    from openpyxl.worksheet.worksheet import Worksheet

    assert isinstance(sheet, Worksheet)
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise ImportRefused("table_large", rows=MOST_ROWS, columns=MOST_COLUMNS)
    rows = [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    for merged in sheet.merged_cells.ranges:
        for row in range(merged.min_row, min(merged.max_row, len(rows))):
            rows[row][merged.min_col - 1] = rows[merged.min_row - 1][merged.min_col - 1]
    return _squared(rows, sheet.title)


def _text(value: object) -> str:
    """A cell as it would be typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return f"{value:.15g}"
    date = getattr(value, "date", None)
    return date().isoformat() if callable(date) else as_typed(str(value))


def _delimiter(text: str) -> str:
    def worth(delimiter: str) -> tuple[int, int]:
        counts = [len(row) for row in _split(text[:200_000], delimiter)[:_SAMPLE] if any(row)]
        usual = max(counts, key=counts.count, default=1)
        return (counts.count(usual) if usual > 1 else 0, usual)

    return max(_DELIMITERS, key=worth)


def _split(text: str, delimiter: str) -> list[list[str]]:
    limit = csv.field_size_limit(max(len(text), 131_072))
    try:
        found = [
            [as_typed(cell) for cell in row]
            for row in _within(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        ]
    finally:
        csv.field_size_limit(limit)
    return found


def _within(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    for at, row in enumerate(rows):
        if at >= MOST_ROWS or len(row) > MOST_COLUMNS:
            raise ImportRefused("table_large", rows=MOST_ROWS, columns=MOST_COLUMNS)
        yield row


def _squared(rows: Sequence[Sequence[str]], name: str) -> Table:
    """Without empty rows at the end and empty columns at the right."""
    kept = [list(row) for row in rows]
    while kept and not any(cell.strip() for cell in kept[-1]):
        kept.pop()
    wide = max((at + 1 for row in kept for at, cell in enumerate(row) if cell.strip()), default=0)
    return Table(tuple(tuple([*row, *[""] * wide][:wide]) for row in kept), name)

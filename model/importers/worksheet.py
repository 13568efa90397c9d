"""Worksheets that come back: the answers of one or several participants as a map, or as a change of the open one."""

from collections.abc import Sequence

import msgspec

from model.change import Change
from model.document import Document
from model.importers.imported import Imported, ImportRefused, Note
from model.importers.worksheet_answers import Sheet, read_sheet
from model.importers.worksheet_pdf import is_pdf
from model.importers.worksheet_placing import Placing
from model.records import Id, Record, Stage, Step

File = tuple[str, bytes]
"""A file's name and what is in it."""

_MOST_FILES = 500


class Filled(msgspec.Struct, frozen=True):
    """What worksheets come to on a map."""

    change: Change
    notes: tuple[Note, ...]


def read(files: Sequence[File]) -> Imported:
    """A map of the answers on sheets of one worksheet. Raises ImportRefused."""
    return imported(sheets(files))


def sheets(files: Sequence[File]) -> tuple[Sheet, ...]:
    """What stands on the sheets. Raises ImportRefused: `other_worksheet` where they are not all of one map,
    `too_many_files`, and what `read_sheet` does."""
    if len(files) > _MOST_FILES:
        raise ImportRefused("too_many_files", limit=_MOST_FILES)
    for name, data in files:
        if not is_pdf(data):
            raise ImportRefused("not_worksheet", name=name)
    found = tuple(read_sheet(name, data) for name, data in files)
    for sheet in found:
        if sheet.map != found[0].map:
            raise ImportRefused("other_worksheet", name=sheet.file, first=found[0].file)
    return found


def imported(sheets: Sequence[Sheet]) -> Imported:
    """A new map of sheets of one worksheet."""
    document = _united(sheets)
    filled = fill(document, sheets)
    document.apply(filled.change)
    return Imported(document, filled.notes)


def fill(document: Document, sheets: Sequence[Sheet]) -> Filled:
    """The change that puts the answers on a map, and what could not be put where it belongs."""
    placing = Placing(document)
    for sheet in sheets:
        placing.put(sheet)
    return Filled(placing.change, tuple(placing.notes))


def _united(sheets: Sequence[Sheet]) -> Document:
    """The blank map of all sheets: they may show different lanes of it, or stages with titles and without."""
    records: dict[Id, Record] = {}
    for sheet in sheets:
        for key, record in sheet.blank.records.items():
            known = records.get(key)
            if known is None:
                records[key] = record
            elif isinstance(known, Stage | Step) and isinstance(record, Stage | Step) and not known.title:
                records[key] = msgspec.structs.replace(known, title=record.title)
    return Document(records.values())

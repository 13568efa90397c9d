"""Maps as tables, CSV and XLSX: what the columns are called, how cells are written and read, which layout a table has.

columns.py   the columns of the long form, and their names in both languages with what else they are called
cells.py     values as cells and back; what a spreadsheet program would run is defused
reading.py   files to rows of texts
layouts.py   which layout rows have
long.py matrix.py building.py   rows to a map
"""

from collections.abc import Sequence
from pathlib import PurePath

from model.ids import new_id
from model.importers.imported import Imported, ImportRefused, Note
from model.importers.tables import facts, long, matrix
from model.importers.tables.building import build
from model.importers.tables.entries import Entry
from model.importers.tables.reading import Table, is_workbook, text_table, workbook_tables
from model.records import Map, Persona

__all__ = ["is_workbook", "read"]


def read(name: str, data: bytes, language: str) -> Imported:
    """The map in a CSV, TSV or XLSX. Raises ImportRefused."""
    tables = workbook_tables(name, data) if is_workbook(data) else [text_table(data)]
    head, people = facts.facts(tables), facts.personas(tables)
    if head is None:
        head = Map(id=new_id(Map), title=PurePath(name).stem, language=language)
    return _best(name, [table for table in tables if not facts.is_facts(table)], head, people)


def _best(name: str, tables: Sequence[Table], head: Map, people: Sequence[Persona]) -> Imported:
    """The list of a workbook says more than its matrix; so it is looked for first."""
    notes: list[Note] = []
    for table in tables:
        heads = long.headings(table)
        if heads is not None:
            layout = "long" if "kind" in heads.members else "rows"
            notes.append(_note(layout, table, heads.row))
            notes += [Note(heads.row + 1, "column_noted", {"name": each}) for each in heads.others.values()]
            return _imported([*long.entries(table, heads)], head, people, notes)
    for table in tables:
        if len(table.rows) > 1 and len(table.rows[0]) > 1:
            return _imported([*matrix.entries(table)], head, people, [_note("matrix", table)])
    raise ImportRefused("table_empty", name=name)


def _imported(entries: Sequence[Entry], head: Map, people: Sequence[Persona], notes: list[Note]) -> Imported:
    document = build(entries, head, people, notes)
    return Imported(document, tuple(notes))


def _note(layout: str, table: Table, head: int = 0) -> Note:
    """With how many rows there are below the one that heads them."""
    return Note(0, f"table_{layout}", {"count": len(table.rows) - head - 1})

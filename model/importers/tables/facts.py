"""The sheets of a workbook that say what a map is about and whose it is."""

from collections.abc import Iterator, Sequence
from typing import Any

from model.ids import new_id
from model.importers.tables import cells
from model.importers.tables.reading import Table
from model.order import several
from model.records import Facts, Map, Persona
from resources.words import LANGUAGES, words

FACTS = ("title", "scenario", "state", "language", "facilitator", "workshop", "date", "version", "sources")
PERSONA = ("name", "age", "identity", "quote", "goals", "habits", "motivation", "note")
_OWN = ("facilitator", "workshop", "date", "version", "sources")
_LISTS = frozenset({"goals", "habits"})


def is_facts(table: Table) -> bool:
    """Whether this is one of those sheets and no map."""
    return _is(table, "map", "fact", FACTS) or _is(table, "personas", "persona", PERSONA)


def facts(tables: Sequence[Table]) -> Map | None:
    """The map's own record; None where no sheet speaks of it."""
    for table in tables:
        if _is(table, "map", "fact", FACTS):
            told = {key: row[1] if len(row) > 1 else "" for row in table.rows for key in _named(row[0], "fact", FACTS)}
            own: dict[str, Any] = {key: told.get(key, "") for key in _OWN}
            state = cells.states().get(cells.folded(told.get("state", "")))
            return Map(
                id=new_id(Map), title=told.get("title", ""), scenario=told.get("scenario", ""), state=state,
                language=told.get("language", "") or "id", facts=Facts(**own),
            )  # fmt: skip
    return None


def personas(tables: Sequence[Table]) -> list[Persona]:
    """The people of a workbook, in their order."""
    for table in tables:
        if _is(table, "personas", "persona", PERSONA):
            columns = {key: at for at, cell in enumerate(table.rows[0]) for key in _named(cell, "persona", PERSONA)}
            orders = several(None, None, len(table.rows) - 1)
            return [_persona(row, columns, order) for row, order in zip(table.rows[1:], orders, strict=True)]
    return []


def _persona(row: Sequence[str], columns: dict[str, int], order: str) -> Persona:
    said: dict[str, Any] = {key: row[at] for key, at in columns.items()}
    age = cells.number(said.pop("age", ""))
    lists = {key: tuple(filter(None, said.pop(key, "").split("\n"))) for key in _LISTS}
    return Persona(
        id=new_id(Persona), order=order, age=int(age) if age is not None and age >= 0 else None,
        goals=lists["goals"], habits=lists["habits"], **said,
    )  # fmt: skip


def _is(table: Table, sheet: str, room: str, keys: Sequence[str]) -> bool:
    """Whether a sheet has the name and the first cell of one of ours, in any language."""
    names = {words("tables", language)(f"sheet.{sheet}") for language in LANGUAGES}
    return table.name in names and bool(table.rows) and any(_named(table.rows[0][0], room, keys))


def _named(cell: str, room: str, keys: Sequence[str]) -> Iterator[str]:
    """The member that a cell names in any language, if any."""
    folded = cells.folded(cell)
    for key in keys:
        if folded in {cells.folded(words("tables", language)(f"{room}.{key}")) for language in LANGUAGES}:
            yield key
            return

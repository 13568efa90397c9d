"""Tables with a lane a row and a stage, or a step of one, a column."""

import re
from collections.abc import Iterator

from model.importers.tables import cells
from model.importers.tables.entries import Entry, Spot
from model.importers.tables.reading import Table
from model.records import Role
from resources.words import LANGUAGES, words

_FEELING = re.compile(r"\s*([-+−]?\d+(?:[.,]\d+)?)\s*(.*)", re.DOTALL)


def entries(table: Table) -> Iterator[Entry]:
    """What the cells come to: a card a line; without line ends a card between semicolons, but in tables of our own."""
    heads = 2 if _has_steps(table) else 1
    places = list(_places(table, heads))
    own = table.rows[0][0].strip() in {words("tables", language)("corner") for language in LANGUAGES}
    for stage, step in places:
        yield Entry(1, "step", stage, step)
    for at, row in enumerate(table.rows[heads:], start=heads):
        title = row[0].strip()
        role = cells.roles().get(cells.folded(title), Role.OTHER)
        lane = Spot((float(at), ""), title)
        yield Entry(at + 1, "lane", lane=lane, role=role)
        for (stage, step), cell in zip(places, row[1:], strict=True):
            for piece in _pieces(cell, own=own):
                yield _entry(at + 1, stage, step, lane, role, piece)


def _has_steps(table: Table) -> bool:
    """Whether the second row names steps: nothing, or the word for it, stands where others name their lane."""
    if len(table.rows) < 2 or not any(table.rows[1][1:]):
        return False
    names = {"", *(cells.folded(words("tables", language)("corner_step")) for language in LANGUAGES)}
    return cells.folded(table.rows[1][0]) in names


def _places(table: Table, heads: int) -> Iterator[tuple[Spot, Spot]]:
    """Stage and step of each column; a stage goes on over the columns without a title of their own."""
    stage = Spot((0.0, ""), "")
    for column, title in enumerate(table.rows[0][1:], start=1):
        if title.strip() or column == 1:
            stage = Spot((float(column), ""), title.strip())
        step = table.rows[1][column].strip() if heads == 2 else ""
        yield stage, Spot((float(column), ""), step)


def _pieces(cell: str, *, own: bool) -> list[str]:
    parts = cell.split("\n") if own or "\n" in cell.strip() else cell.split(";")
    return [part.strip() for part in parts if part.strip()]


def _entry(line: int, stage: Spot, step: Spot, lane: Spot, role: Role, piece: str) -> Entry:
    felt = _FEELING.fullmatch(piece) if role is Role.EMOTION else None
    if role is not Role.EMOTION:
        return Entry(line, "card", stage, step, lane, role, {"text": piece})
    value, quote = (felt[1], felt[2]) if felt else ("", piece)
    return Entry(line, "emotion", stage, step, lane, role, {"feeling": value, "quote": quote})

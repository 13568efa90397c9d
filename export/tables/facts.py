"""What a map says of itself and of its personas, as tables."""

from export.tables.long import Cell
from model.document import Document
from model.importers.tables.cells import state_word
from model.importers.tables.facts import FACTS, PERSONA
from resources.words import Words


def facts(document: Document, said: Words) -> list[list[Cell]]:
    """Name and value of each fact, the title in the place of headings."""
    map_ = document.map
    known = {
        "title": map_.title, "scenario": map_.scenario, "language": map_.language,
        "state": state_word(map_.state, said.language) if map_.state else "",
    }  # fmt: skip
    return [[said(f"fact.{key}"), known[key] if key in known else getattr(map_.facts, key)] for key in FACTS]


def personas(document: Document, said: Words) -> list[list[Cell]]:
    """A row a persona under the names of its members; goals and habits one a line."""
    head: list[Cell] = [said(f"persona.{key}") for key in PERSONA]
    return [head, *([_cell(getattr(persona, key)) for key in PERSONA] for persona in document.personas)]


def _cell(value: object) -> Cell:
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    return value if isinstance(value, str | int | float) else None

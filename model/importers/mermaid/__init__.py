"""Mermaid's `journey` diagrams, wherever they stand, as maps."""

from collections import Counter
from collections.abc import Sequence

from model.importers.encoding import tidy
from model.importers.imported import Actors, Imported, ImportRefused, Note
from model.importers.mermaid.blocks import Diagram, blocks
from model.importers.mermaid.grammar import parse
from model.importers.mermaid.mapping import map_of

__all__ = ["Diagram", "blocks", "diagrams", "read"]


def diagrams(text: str) -> list[Diagram]:
    """The journey diagrams of a file: Mermaid, Markdown or a page. `blocks` also has the diagrams of other kinds."""
    return [block for block in blocks(tidy(text)[0]) if block.kind == "journey"]


def read(text: str, *, diagram: int = 1, language: str = "id", name: str = "", actors: Actors = "lane") -> Imported:
    """The map of a file's journey diagram number `diagram`, from 1. `mapping` tells what becomes of what.

    `language` is the map's own, and names its lanes; `name` is its title when the diagram has none. Raises
    ImportRefused when the file has no journey, or not so many, or one that is too long.
    """
    text, replaced = tidy(text)
    found = blocks(text)
    chosen = _chosen(found, diagram)
    journey = parse(chosen)
    document, notes = map_of(journey, language=language, name=name, actors=actors)
    about_file = [Note(0, "characters_replaced", {"count": replaced})] if replaced else []
    about_file += _others(found)
    return Imported(document, tuple(sorted((*about_file, *journey.notes, *notes), key=lambda note: note.line)))


def _chosen(found: Sequence[Diagram], number: int) -> Diagram:
    journeys = [block for block in found if block.kind == "journey"]
    if not journeys and found:
        raise ImportRefused("other_diagrams_only", count=len(found), kinds=_kinds(found))
    if not journeys:
        raise ImportRefused("no_journey")
    if not 1 <= number <= len(journeys):
        raise ImportRefused("no_such_diagram", number=number, count=len(journeys))
    return journeys[number - 1]


def _others(found: Sequence[Diagram]) -> list[Note]:
    """What a file has besides: more journeys, and diagrams of other kinds."""
    others = [block for block in found if block.kind != "journey"]
    more = len(found) - len(others) - 1
    notes = [Note(0, "more_journeys", {"count": more})] if more else []
    return [*notes, Note(0, "other_diagrams", {"count": len(others), "kinds": _kinds(others)})] if others else notes


def _kinds(found: Sequence[Diagram]) -> str:
    """The kinds of diagrams by name, with how many there are: "flowchart 2, gantt 1"."""
    return ", ".join(f"{kind or '?'} {count}" for kind, count in Counter(block.kind for block in found).items())

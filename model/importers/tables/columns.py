"""The columns of the long form: one row a card, a marker or whatever else has no row of its own.

`kind` says what a row is. A lane, stage or step with nothing in it has a row, too, so that the grid comes back whole.
"""

from functools import lru_cache

from model.importers.tables.cells import folded
from model.importers.tables.entries import Sort
from resources.words import LANGUAGES, Words, words

COLUMNS = (
    "kind", "stage_number", "stage", "step_number", "step", "step_minutes", "lane_number", "lane", "role", "text",
    "note", "marks", "channel", "digital", "self_service", "owner", "department", "author", "due", "votes", "impact",
    "feasibility", "minutes", "span", "url", "feeling", "quote", "persona",
)  # fmt: skip
KINDS: tuple[Sort, ...] = ("card", "evidence", "emotion", "parked", "lane", "stage", "step")
NUMBERS = frozenset(
    {"stage_number", "step_number", "step_minutes", "lane_number", "votes", "impact", "feasibility", "minutes", "span"}
) | {"feeling"}


def headings(said: Words) -> list[str]:
    """The names of all columns in a language."""
    return [said(f"column.{column}") for column in COLUMNS]


@lru_cache
def names() -> dict[str, str]:
    """Columns by everything they are called, folded, in every language."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        said = words("tables", language)
        for column in COLUMNS:
            others = said(f"also.{column}").split(",") if f"also.{column}" in said else []
            for name in (said(f"column.{column}"), *others):
                found.setdefault(folded(name), column)
    return found


@lru_cache
def kinds() -> dict[str, Sort]:
    """Kinds of rows by their names, folded, in every language."""
    return {folded(words("tables", language)(f"kind.{kind}")): kind for language in LANGUAGES for kind in KINDS}

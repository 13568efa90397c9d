"""No word is torn that a comfortable column could hold."""

import re
from pathlib import Path

import pytest

import resources
from model.document import Document
from model.layout.engine import lay_out
from model.layout.shapes import Group, Page, Shape, Text
from model.layout.sheets import ORIENTATIONS, PAPERS, sheet
from model.layout.view import View
from model.records import Card, Id, Stage
from model.storage import cjm
from tests.checking.page_extents import groups

MAPS = sorted((*resources.path("samples").glob("*.cjm"), *resources.path("templates").glob("*.cjm")))
LONGEST = 14  # letters: such a word is at home in a column 96 points wide


def words_of(text: str) -> set[str]:
    """The words with no place in them where a line may end."""
    return {word for word in re.findall(r"\w+", text) if len(word) <= LONGEST}


def words_drawn(page: Page, document: Document) -> dict[Id, set[str]]:
    """The words that stand whole on a line, by the card or stage they stand on."""
    drawn: dict[Id, set[str]] = {}
    for group, _, _ in groups(page.shapes):
        if isinstance(document.records.get(group.record or ""), Card | Stage):
            drawn.setdefault(group.record or "", set()).update(*map(_words, group.shapes))
    return drawn


def _words(shape: Shape) -> set[str]:
    if isinstance(shape, Group):
        return set().union(*map(_words, shape.shapes))
    return set(re.findall(r"\w+", shape.string)) if isinstance(shape, Text) else set()


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("place", MAPS, ids=lambda place: place.stem)
def test_no_word_of_a_card_or_a_stage_is_torn(place: Path, paper: str, orientation: str, view: View) -> None:
    document = cjm.decode(place.read_bytes())
    for page in lay_out(document, view=view, sheet=sheet(paper, orientation)).pages:
        for key, drawn in words_drawn(page, document).items():
            record = document.records[key]
            said = record.text if isinstance(record, Card) else record.title if isinstance(record, Stage) else ""
            assert words_of(said) <= drawn

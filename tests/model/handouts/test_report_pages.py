"""The report on paper: whole, in order, on any sheet."""

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.making import handout
from model.layout.look import Look
from model.layout.reading import Element, names
from model.layout.shapes import Page, Text, walk
from model.layout.sheets import Sheet, sheet
from model.records import Card, Map
from tests.checking.map_words import texts_of
from tests.checking.page_extents import groups
from tests.checking.page_faults import off_page, small_text, words_on
from tests.checking.printed import squeezed
from tests.checking.text_faults import beyond_margins, texts_on_texts
from tests.making.crowded_maps import long_text
from tests.making.maps import maps
from tests.making.small_map import small_map

A4 = Brief(sheet=sheet("A4", "portrait"))


def faults(pages: Iterable[Page]) -> list[str]:
    pages = tuple(pages)
    return [*small_text(pages), *off_page(pages), *texts_on_texts(pages), *beyond_margins(pages)]


def read(page: Page) -> str:
    """A page as it is read aloud."""
    said: dict[str, str] = {}
    for group, _, _ in groups(page.shapes):
        texts = [shape.string for shape, *_ in walk(group.shapes) if isinstance(shape, Text)]
        said[group.tag] = "\n".join((*([said[group.tag]] if group.tag in said else []), *texts))
    return "\n".join(said[name] for name in names(page.reading))


@given(maps())
@settings(max_examples=12)
def test_every_text_of_every_record_can_be_read_on_paper_and_aloud(document: Document) -> None:
    pages = handout(document, "report", A4)
    assert faults(pages) == []
    aloud = squeezed(_plain("".join(map(read, pages))))
    assert [text for text in texts_of(document) if squeezed(_plain(text)) not in aloud] == []


def _plain(text: str) -> str:
    """Control characters are set as spaces or line ends."""
    return re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]", " ", text)


@pytest.mark.parametrize("paper", [sheet("A4"), sheet("A3"), sheet("A0", "portrait"), Sheet("", 300, 260)])
def test_it_stands_on_sheets_of_all_sizes(paper: Sheet) -> None:
    text = long_text(500)
    document = small_map(*(Card(id=f"d{at}", order=f"a{at}", lane="l1", step="t1", text=text) for at in range(4)))
    pages = handout(document, "report", Brief(sheet=paper))
    assert [*small_text(pages), *off_page(pages), *texts_on_texts(pages)] == []
    assert squeezed(words_on(pages)).count(squeezed(text)) == 4 if paper.width > 700 else True
    assert {(page.width, page.height) for page in pages} == {(paper.width, paper.height)}


def test_a_cell_longer_than_a_page_goes_on_over_the_next() -> None:
    card = Card(id="c2", order="a1", lane="l1", step="t1", text=long_text(9000))
    pages = handout(small_map(card), "report", A4)
    assert faults(pages) == []
    told = [group for page in pages for group, _, _ in groups(page.shapes) if group.record == "c2"]
    assert squeezed(card.text) == squeezed("".join(shape.string for shape, *_ in walk(told) if isinstance(shape, Text)))


def test_reading_has_headings_lists_and_tables_and_names_only_what_is_there() -> None:
    pages = handout(small_map(), "report", A4)
    kinds = {each.kind for page in pages for each in page.reading}
    assert {"H1", "H2", "H3", "P", "Table"} <= kinds
    for page in pages:
        there = {group.tag for group, _, _ in groups(page.shapes)}
        assert set(names(page.reading)) <= there
        assert {tag for tag in there if tag} == set(names(page.reading))


def test_each_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    tables = [each for page in handout(small_map(), "report", A4) for each in page.reading if each.kind == "Table"]
    assert tables
    for table in tables:
        rows = [each for each in table.parts if isinstance(each, Element)]
        assert len({len(row.parts) for row in rows}) == 1


def test_pages_are_numbered_and_say_whose_they_are() -> None:
    pages = handout(
        small_map(Map(id="m", title="Kopi", language="en")), "report", Brief(sheet=sheet("A4"), name="k.cjm")
    )
    for number, page in enumerate(pages, start=1):
        said = words_on([page])
        assert f"sheet {number}/{len(pages)}" in said
        assert "k.cjm · A4" in said
        assert page.chapter == "Report"
    bare = handout(small_map(), "report", Brief(sheet=sheet("A4"), look=Look(numbered=False)))
    assert "lembar 1" not in words_on(bare)


def test_the_outline_leads_to_every_stage() -> None:
    titles = " · ".join(page.title for page in handout(small_map(), "report", A4))
    assert titles.startswith("Kopi · ")
    assert "1. Sadar" in titles
    assert "2. Beli" in titles


def test_the_same_map_makes_the_same_pages() -> None:
    assert handout(small_map(), "report", A4) == handout(small_map(), "report", A4)


def test_it_can_be_stopped() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        handout(small_map(), "report", Brief(check=stop))

"""Findings on paper: every one with its sentence, its place and a picture of it."""

from hypothesis import given, settings

from model.document import Document
from model.findings.search import find
from model.findings.sentences import sentence
from model.handouts.brief import Brief
from model.handouts.findings.marking import marked
from model.handouts.findings.miniature import miniature
from model.handouts.findings.places import places
from model.handouts.making import handout
from model.handouts.outline.telling import Telling
from model.layout.reading import Element
from model.layout.shapes import Box, Page
from model.layout.sheets import Sheet, sheet
from model.records import Card, Ignored, Link, Map
from resources.words import words
from tests.checking.page_extents import Extent, extent
from tests.checking.page_faults import off_page, small_text, words_on
from tests.checking.printed import squeezed
from tests.checking.text_faults import beyond_margins, texts_on_texts
from tests.making.crowded_maps import long_text
from tests.making.maps import maps
from tests.making.small_map import small_map

ENGLISH = Brief(sheet=sheet("A4", "portrait"), language="en")


def made(document: Document) -> tuple[Page, ...]:
    return handout(document, "findings", ENGLISH)


def figures(pages: tuple[Page, ...]) -> list[Element]:
    def inside(element: Element) -> list[Element]:
        deeper = [each for part in element.parts if isinstance(part, Element) for each in inside(part)]
        return [element, *deeper] if element.kind == "Figure" else deeper

    return [each for page in pages for element in page.reading for each in inside(element)]


@given(maps(max_cards=20, max_steps=8))
@settings(max_examples=10)
def test_every_finding_is_on_paper_with_a_picture(document: Document) -> None:
    pages, found = made(document), find(document, ignored=True)
    assert [*small_text(pages), *off_page(pages), *texts_on_texts(pages), *beyond_margins(pages)] == []
    said = squeezed(words_on(pages))
    for each in found:
        assert squeezed(sentence(each, document, words("findings", "en"))) in said
    assert len(figures(pages)) == len(found)
    assert all(figure.alt for figure in figures(pages))


def test_a_map_without_findings_says_so_on_one_page() -> None:
    found = find(small_map())
    aside = tuple(Ignored(code=each.code, records=each.records, reason="sudah dibahas") for each in found)
    (page,) = made(small_map(Map(id="m", title="Kopi", ignored=aside)))
    said = words_on([page])
    assert "No findings. This map is in good order." in said
    assert said.count("Reason: sudah dibahas") == len(found) > 0


def test_a_reason_for_what_is_found_no_longer_is_kept() -> None:
    gone = Ignored(code="no_persona", records=("m",), reason="menyusul")
    assert "menyusul" in words_on(made(small_map(Map(id="m", ignored=(gone,)))))


def test_a_reason_longer_than_a_page_is_there_whole() -> None:
    found = find(small_map())[0]
    aside = Ignored(code=found.code, records=found.records, reason=long_text(9000))
    pages = made(small_map(Map(id="m", ignored=(aside,))))
    assert [*off_page(pages), *texts_on_texts(pages)] == []
    assert squeezed(aside.reason) in squeezed(words_on_body(pages))


def words_on_body(pages: tuple[Page, ...]) -> str:
    """Without the lines above and below the text."""
    return "\n".join(words_on([Page(page.width, page.height, page.shapes[6:])]) for page in pages)


def test_the_place_goes_from_the_stage_to_the_card() -> None:
    tell = Telling(small_map(), "en")
    found = next(each for each in find(small_map()) if each.records == ("c4",))
    assert places(found, tell) == ("1. Sadar › Step 1 › Support processes › “empat”",)


def test_cards_are_filled_and_framed_where_they_stand() -> None:
    document = small_map()
    mini = miniature(Telling(document, "en"), 150)
    found = next(each for each in find(document) if each.records == ("c4",))
    boxes = [each for each in marked(found, mini, document) if isinstance(each, Box)]
    spot = mini.cell(2, 0, 2)
    assert {(box.x, box.y, box.width, box.height) for box in boxes} == {(spot.x, spot.y, spot.wide, spot.high)}
    assert [box.fill is not None for box in boxes] == [True, False, False]


def test_a_finding_about_no_place_marks_the_head_of_the_map() -> None:
    document = small_map(Map(id="m"))
    mini = miniature(Telling(document, "en"), 150)
    found = next(each for each in find(document) if each.code == "no_scenario")
    assert places(found, Telling(document, "en")) == ("The whole map",)
    top = [each.y for each in marked(found, mini, document) if isinstance(each, Box)]
    assert set(top) == {0.0}


def test_marks_stay_on_the_miniature() -> None:
    document = small_map(
        Card(id="c6", order="a0", lane="l3", step="t4", span=9, text="jauh"), Link(id="k2", source="c1", target="c6")
    )
    mini = miniature(Telling(document, "en"), 150)
    whole = Extent(0, 0, mini.wide, mini.high)
    for each in find(document):
        assert all(whole.holds(extent(shape)) for shape in marked(each, mini, document))
    assert all(whole.holds(extent(shape)) for shape in mini.shapes)


def test_a_sheet_too_small_for_pictures_has_the_words() -> None:
    pages = handout(small_map(), "findings", Brief(sheet=Sheet("", 260, 240), language="en"))
    assert [*small_text(pages), *off_page(pages), *texts_on_texts(pages)] == []
    assert figures(pages) == []
    assert "supports nothing yet" in words_on(pages).replace("\n", " ")


def test_graver_findings_come_first_and_lists_are_read_as_lists() -> None:
    pages = made(small_map())
    kinds = [each.kind for page in pages for each in page.reading]
    assert kinds[:3] == ["H1", "P", "H2"]
    assert "L" in kinds

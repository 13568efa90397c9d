"""Every word of a map stands somewhere on its pages: on the map, or in full behind it."""

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.document import Document
from model.layout.engine import lay_out
from model.layout.shapes import Page, Text, walk
from model.layout.sheets import ORIENTATIONS, PAPERS, Sheet, sheet
from model.layout.text.breaks import shown
from model.layout.view import View, lanes_shown
from model.records import Card, Emotion, Lane, Link, Map, Persona, Role
from tests.checking.page_faults import words_on
from tests.making.crowded_maps import EXTREMES, long_text
from tests.making.maps import maps
from tests.making.small_map import small_map

SHEETS = [None, *(sheet(paper, orientation) for paper in PAPERS for orientation in ORIENTATIONS)]


def bare(text: str) -> str:
    """Without spaces and line breaks: on paper a text is broken over lines."""
    return re.sub(r"\s+", "", shown(text))


def said(document: Document, view: View) -> Iterator[str]:
    """What has to stand on the pages of a view."""
    map_, facts, lanes = document.map, document.map.facts, {lane.id for lane in lanes_shown(document, view)}
    yield from (map_.title, map_.scenario, facts.facilitator, facts.workshop, facts.version, facts.sources)
    yield from (text for stage in document.stages for text in (stage.title, stage.caption))
    yield from (step.title for step in document.steps)
    yield from (lane.title for lane in document.lanes if lane.id in lanes)
    yield from (card.text for card in document.table(Card).values() if card.step is None or card.lane is None)
    yield from (card.text for card in _on_grid(document, lanes))
    yield from (
        feeling.quote.strip().strip('"“”') for feeling in document.table(Emotion).values() if feeling.lane in lanes
    )
    here = {card.id for card in _on_grid(document, lanes)}
    yield from (link.label for link in document.table(Link).values() if {link.source, link.target} <= here)
    if any(lane.role is Role.KPIS and lane.id in lanes for lane in document.lanes):
        yield from (kpi.title for kpi in document.kpis)
    for persona in document.personas[:1]:
        yield from (persona.name, persona.identity, persona.quote.strip().strip('"“”'), *persona.goals)


def _on_grid(document: Document, lanes: set[str]) -> Iterator[Card]:
    return (card for card in document.table(Card).values() if card.step is not None and card.lane in lanes)


def lost(document: Document, view: View, paper: Sheet | None) -> list[str]:
    pages = lay_out(document, view=view, sheet=paper, name="kopi.cjm").pages
    on_paper = bare(words_on(pages)) + bare("\n".join(_by_record(pages)))
    return [text for text in said(document, view) if bare(text) not in on_paper]


def _by_record(pages: Iterable[Page]) -> Iterable[str]:
    """What is said of each record, where a text goes on in another column or on another page too."""
    found: dict[str | None, str] = {}
    for shape, _, _, record in (placed for page in pages for placed in walk(page.shapes)):
        if isinstance(shape, Text):
            found[record] = found.get(record, "") + shape.string
    return found.values()


@given(maps(), st.sampled_from(SHEETS), st.sampled_from(View))
def test_no_word_of_any_map_is_lost(document: Document, paper: Sheet | None, view: View) -> None:
    assert lost(document, view, paper) == []


@pytest.mark.parametrize("paper", [None, sheet("A4"), sheet("A3", "portrait"), sheet("A0")], ids=str)
@pytest.mark.parametrize("extreme", EXTREMES)
def test_no_word_of_an_extreme_map_is_lost(extreme: str, paper: Sheet | None) -> None:
    for view in View:
        assert lost(EXTREMES[extreme](), view, paper) == []


@given(maps(), st.sampled_from(SHEETS), st.sampled_from(View))
def test_what_a_template_asks_is_never_printed(document: Document, paper: Sheet | None, view: View) -> None:
    document = _with_guides(document)
    assert "ORAKEL" not in words_on(lay_out(document, view=view, sheet=paper).pages)


def _with_guides(document: Document) -> Document:
    records = (
        replace(record, guide="ORAKEL") if hasattr(record, "guide") else record for record in document.records.values()
    )
    return Document(records)


def test_a_lane_s_caption_stands_where_the_row_is_high_enough_and_is_dropped_where_it_is_not() -> None:
    lane = Lane(
        id="l1", order="a0", role=Role.CUSTOMER_ACTIONS, title="Tindakan", caption="Apa yang dilakukan pelanggan"
    )
    roomy = words_on(lay_out(small_map(lane), sheet=sheet("A4", "portrait")).pages)
    free = words_on(lay_out(small_map(lane)).pages)
    assert "yang" in roomy
    assert "yang" in free
    many = [Lane(id=f"m{at}", order=f"b{at}", title="Lain", caption="Apa yang lain di sini") for at in range(20)]
    full = words_on(lay_out(small_map(lane, *many), sheet=sheet("A4")).pages)
    assert full.count("Lain") == 20
    assert full.count("yang") < 20


def test_a_caption_longer_than_its_label_stands_behind_the_map() -> None:
    lane = Lane(id="l1", order="a0", role=Role.CUSTOMER_ACTIONS, title="Tindakan", caption=long_text(300))
    for paper in (None, sheet("A4")):
        assert bare(lane.caption) in bare(words_on(lay_out(small_map(lane), sheet=paper).pages))


def test_a_shortened_text_stands_once_behind_however_many_pages_show_it() -> None:
    title = long_text(400)
    lane = Lane(id="lx", order="a0", role=Role.CUSTOMER_ACTIONS, title=title)
    laid = lay_out(EXTREMES["sixty steps"](), sheet=sheet("A4"))
    assert len(laid.composed) > 1
    document = Document([*EXTREMES["sixty steps"]().records.values(), lane])
    pages = lay_out(document, sheet=sheet("A4"), view=View.BLUEPRINT)
    assert len(pages.composed) > 1
    assert bare(words_on(pages.pages)).count(bare(title)) == 1


def test_a_map_without_words_has_one_page() -> None:
    laid = lay_out(Document([Map(id="m")]), sheet=sheet("A4"))
    assert len(laid.pages) == 1


def test_seven_short_goals_of_a_persona_need_no_sheet_behind_the_map_and_eight_do() -> None:
    for count, pages in ((7, 1), (8, 2)):
        persona = Persona(id="p1", order="a0", name="Sari", goals=tuple(f"Tujuan {at}" for at in range(count)))
        document = small_map(persona)
        assert len(lay_out(document, sheet=sheet("A3")).pages) == pages
        assert lost(document, View.JOURNEY, sheet("A3")) == []

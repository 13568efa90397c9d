"""How the pages of a map are read aloud."""

from collections.abc import Iterator

from hypothesis import given, settings

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.reading_map import read_through
from model.handouts.sheet import laid_out
from model.layout.engine import Layout
from model.layout.reading import Element, names
from model.layout.shapes import Group, Page
from model.layout.sheets import sheet
from model.records import Card, Emotion, Lane, Link, Mark, Persona, Role, Stage, Step
from tests.checking.page_extents import groups
from tests.making.crowded_maps import crowded
from tests.making.maps import maps
from tests.making.small_map import small_map


def read(document: Document, paper: str = "A3", language: str | None = "en") -> Layout:
    return laid_out(document, Brief(language=language), sheet(paper))


def elements(parts: tuple[Element | str, ...]) -> Iterator[Element]:
    for part in parts:
        if isinstance(part, Element):
            yield part
            yield from elements(part.parts)


def of_kind(page: Page, kind: str) -> list[Element]:
    return [each for each in elements(page.reading) if each.kind == kind]


def alts(page: Page, name: str) -> list[str]:
    return [each.alt for each in elements(page.reading) if name in each.parts]


def test_a_map_is_read_from_its_title_through_its_stages_and_steps_to_its_legend() -> None:
    document = small_map(Step(id="t1", order="a0", stage="s1", title="Langkah pertama"))
    (page,) = read(document).pages
    said = [
        name
        for name in names(page.reading)
        if name in {group.tag or group.record for group, _, _ in groups(page.shapes)}
    ]
    wanted = ["title", "kind", "persona", "label l1", "label l2", "label l3", "s1", "t1", "c1", "c2", "c4", "c3", "s2"]
    assert [name for name in said if name in {*wanted, "l2", "legend"}] == [*wanted, "l2", "legend"]


def test_a_card_is_read_after_the_name_of_its_lane_and_before_its_signs() -> None:
    lane = Lane(id="l1", order="a0", role=Role.CUSTOMER_ACTIONS, title="Actions")
    marked = Card(id="c1", order="a0", lane="l1", step="t1", text="two\nlines", marks=(Mark.FAIL_POINT,))
    (page,) = read(small_map(lane, marked)).pages
    assert alts(page, "c1") == ["Actions: two lines (fail point)"]
    assert alts(page, "c2") == ["Actions: dua"]


def test_a_curve_is_told_step_by_step_with_what_was_said() -> None:
    felt = Emotion(id="e1", order="a0", lane="l2", step="t1", value=-2, quote="No!", persona="p1")
    later = Emotion(id="e2", order="a1", lane="l2", step="t4", value=0.4, persona="p1")
    lane = Lane(id="l2", order="a1", role=Role.EMOTION, title="Mood")
    (page,) = read(small_map(felt, later, lane, Step(id="t4", order="a1", stage="s2", title="Pay"))).pages
    assert alts(page, "l2") == ["Mood. How Sari feels, step by step: step 1: very bad, “No!”; Pay: neutral."]


def test_each_persona_has_a_curve_and_a_lane_without_feelings_none() -> None:
    other, lane = Persona(id="p2", order="a1", name="Budi"), Lane(id="l9", order="a9", role=Role.EMOTION, title="Sepi")
    felt = Emotion(id="e2", order="a1", lane="l2", step="t2", value=2, persona="p2")
    (page,) = read(small_map(other, felt, lane)).pages
    assert "How Sari feels" in alts(page, "l2")[0]
    assert "How Budi feels, step by step: step 2: very good." in alts(page, "l2")[0]
    assert alts(page, "l9") == []


def test_a_link_with_a_label_is_read_from_card_to_card() -> None:
    (page,) = read(small_map(Link(id="k1", source="c1", target="c3", label="by phone"))).pages
    assert alts(page, "k1") == ["From “satu” to “tiga”: by phone"]
    (page,) = read(small_map()).pages
    assert alts(page, "k1") == []


def test_words_around_the_map_are_in_its_language() -> None:
    (page,) = read(small_map(Link(id="k1", source="c1", target="c3", label="telepon")), language=None).pages
    assert alts(page, "k1") == ["Dari “satu” ke “tiga”: telepon"]


def test_what_stands_on_every_page_is_read_once() -> None:
    pages = read(crowded(stages=6, steps=4), "A4").pages
    assert len(pages) > 1
    read_of = [list(names(page.reading)) for page in pages]
    for name in ("title", "legend", "label l0"):
        assert [name in each for each in read_of] == [True, *[False] * (len(pages) - 1)]
    assert [each.kind for page in pages for each in elements(page.reading) if each.kind == "H1"] == ["H1"]


def test_a_map_of_nothing_is_read_by_its_title() -> None:
    (page,) = read(Document([small_map().map])).pages
    assert [each.parts for each in of_kind(page, "H1")] == [("title",)]
    assert of_kind(page, "LI") == of_kind(page, "H2") == of_kind(page, "Figure") == []


def test_through_a_window_a_curve_tells_what_is_seen_of_it() -> None:
    later = Emotion(id="e2", order="a1", lane="l2", step="t4", value=-1)
    layout = read(small_map(later))
    (composed,) = layout.composed
    seen = (Group(0, 0, (), "e2"), Group(0, 0, (), "l2"))
    told = [each.alt for each in elements(read_through(layout.order, composed, seen)) if each.kind == "Figure"]
    assert len(told) == 1
    assert told[0].endswith("How the customer feels, step by step: step 4: bad.")


@settings(max_examples=25, deadline=None)
@given(maps())
def test_every_stage_and_card_on_a_page_is_read_once_and_in_the_order_of_the_journey(document: Document) -> None:
    layout = read(document)
    columns = {column.step.id: at for at, column in enumerate(layout.order.source.columns) if column.step is not None}
    for composed, page in zip(layout.composed, layout.pages, strict=False):
        said = list(names(page.reading))
        assert len(said) == len(set(said))
        there = {group.record for group, _, _ in groups(page.shapes)}
        cards = [name for name in said if isinstance(document.records.get(name), Card)]
        assert {*cards} == {key for key in there if isinstance(document.records.get(key or ""), Card)}
        stages = [name for name in said if isinstance(document.records.get(name), Stage)]
        assert {*stages} == {key for key in there if isinstance(document.records.get(key or ""), Stage)}
        first = composed.part.columns.start
        at = [max(columns[document.table(Card)[card].step or ""], first) for card in cards]
        assert at == sorted(at)

"""The worksheet on paper: whatever the map, there is room to write, and nothing of anybody's answers stands on it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.making import handout
from model.importers.worksheet_names import About, name, place
from model.layout.fields import Field
from model.layout.look import Look
from model.layout.reading import Element, names
from model.layout.shapes import Box, Page, walk
from model.layout.sheets import MM, Sheet, sheet
from model.records import Card, Lane, Map, Persona, Role, Stage
from model.refusal import Refused
from model.storage.cjm import decode
from tests.checking.page_extents import Extent
from tests.checking.page_faults import off_page, outside_box, small_text, words_on
from tests.checking.text_faults import beyond_margins, texts_on_texts
from tests.making.maps import maps
from tests.making.small_map import small_map
from tests.making.worksheets import pages_of

SHEETS = st.sampled_from(["A4", "A3", "Letter", "A0"])
OPTIONS = st.fixed_dictionaries({each: st.booleans() for each in ("persona", "titles", "by_step", "ruled")})


def written_in(page: Page) -> list[Field]:
    """The fields of a page that somebody fills in."""
    return [field for field in page.fields if field.kind != "hidden"]


def extent(field: Field) -> Extent:
    return Extent(field.x, field.y, field.x + field.width, field.y + field.height)


def blank_of(page: Page) -> Document:
    """The map that goes with a page."""
    (hidden,) = [field for field in page.fields if field.kind == "hidden"]
    return decode(hidden.value.encode())


@settings(max_examples=25)
@given(maps(max_steps=60, max_lanes=25), SHEETS, st.sampled_from(["landscape", "portrait"]), OPTIONS)
def test_no_page_of_any_map_is_cramped_or_cut_off(
    document: Document, paper: str, lies: str, options: dict[str, bool]
) -> None:
    pages = pages_of(document, sheet(paper, lies), **options)
    assert pages
    assert small_text(pages) + off_page(pages) + outside_box(pages, document) == []
    assert texts_on_texts(pages) + beyond_margins(pages) == []
    for page in pages:
        fields = [extent(field) for field in written_in(page)]
        assert all(Extent(0, 0, page.width, page.height).holds(each) for each in fields)
        assert not [one for at, one in enumerate(fields) for other in fields[at + 1 :] if one.overlaps(other)]
        lines = [field for field in page.fields if field.kind == "lines"]
        assert all(field.width > 28 * MM and field.height > 14 * MM for field in lines)


@settings(max_examples=15)
@given(maps(min_steps=1, min_lanes=1), st.booleans())
def test_every_lane_has_a_field_in_every_stage_or_step(document: Document, by_step: bool) -> None:
    pages = pages_of(document, by_step=by_step)
    empty = blank_of(pages[0])
    found = {place(field.name) for page in pages for field in page.fields if field.kind in ("lines", "choice")}
    across = empty.steps if by_step else empty.stages
    answered = {each.ids for each in found if each is not None and each.about is About.ANSWER}
    assert answered == {(lane.id, column.id) for lane in empty.lanes for column in across}


def test_a_small_map_keeps_its_titles_and_asks_for_no_others() -> None:
    (page,) = pages_of(small_map())
    assert {"Kopi", "Sadar", "Beli"} <= set(words_on([page]).splitlines())
    kinds = [place(field.name) for field in written_in(page)]
    assert About.TITLE not in {each.about for each in kinds if each is not None}


def test_titles_left_blank_are_fields_and_stand_nowhere() -> None:
    (page,) = pages_of(small_map(), titles=False, persona=False)
    assert not {"Sadar", "Beli", "Sari"} & set(words_on([page]).split())
    asked = {field.name for field in written_in(page)}
    assert {name("m", About.TITLE, "s1"), name("m", About.TITLE, "s2"), name("m", About.PERSONA)} <= asked
    assert "Sadar" not in page.fields[-1].value


def test_nobodys_answers_go_with_a_worksheet() -> None:
    pages = pages_of(small_map())
    said = words_on(pages) + "".join(field.value + field.title for page in pages for field in page.fields)
    assert not {"dua", "tiga", "empat", "lima"} & set(said.split())
    assert not blank_of(pages[0]).table(Card)


def test_what_goes_with_a_worksheet_says_which_map_it_is_of() -> None:
    empty = blank_of(pages_of(small_map())[0])
    assert (empty.map.id, empty.map.title) == ("m", "Kopi")
    assert [stage.id for stage in empty.stages] == ["s1", "s2"]
    assert [step.id for step in empty.steps] == ["t1", "t2", "t3", "t4"]
    assert [persona.name for persona in empty.personas] == ["Sari"]


def test_a_map_with_nothing_on_it_gets_stages_and_lanes_to_begin_with() -> None:
    empty = Document([Map(id="m")])
    (page,) = pages_of(empty)
    assert len(blank_of(page).stages) == 5
    assert Role.EMOTION in {lane.role for lane in blank_of(page).lanes}
    assert len([field for field in page.fields if field.kind == "text"]) == 5 + 2
    assert pages_of(empty) == pages_of(empty)


def test_feelings_are_ticked_under_five_faces() -> None:
    (page,) = pages_of(small_map())
    ticks = [field for field in page.fields if field.kind == "choice"]
    assert len(ticks) == 2 * 5
    boxes = {(round(x + box.x, 1), round(y + box.y, 1)) for box, x, y, _ in walk(page.shapes) if isinstance(box, Box)}
    assert {(round(field.x, 1), round(field.y, 1)) for field in ticks} <= boxes
    assert [field.choice for field in ticks[:5]] == ["1", "2", "3", "4", "5"]


def test_fields_are_filled_in_stage_by_stage_and_read_in_the_same_order() -> None:
    (page,) = pages_of(small_map(), titles=False)
    order = [each.ids[-1] for field in written_in(page) if (each := place(field.name)) is not None and each.ids]
    assert order == sorted(order)

    def forms(elements: tuple[Element | str, ...]) -> list[str]:
        return [
            name
            for element in elements
            if isinstance(element, Element)
            for name in (*element.fields, *forms(element.parts))
        ]

    assert forms(page.reading) == list(dict.fromkeys(field.name for field in written_in(page)))
    assert len(set(names(page.reading))) == len(list(names(page.reading)))


def test_the_question_of_a_lane_stands_under_its_name_where_there_is_room() -> None:
    guide = "Apa yang dilakukan?"
    (page,) = pages_of(small_map(Lane(id="l1", order="a0", role=Role.CUSTOMER_ACTIONS, title="Tindakan", guide=guide)))
    assert guide in words_on([page]).replace("\n", " ")
    assert any(field.title.endswith(guide) for field in page.fields)


def test_many_stages_go_on_over_further_pages() -> None:
    stages = [Stage(id=f"s{at}", order=f"b{at:02}", title=f"Tahap {at}") for at in range(3, 23)]
    pages = pages_of(small_map(*stages))
    assert len(pages) == 4
    assert {len([field for field in page.fields if field.kind == "lines"]) for page in pages} <= {10, 12}
    assert all("Tanpa" not in page.title and page.title.endswith(f"/{len(pages)}") for page in pages)


def test_a_sheet_one_cannot_write_on_is_refused() -> None:
    with pytest.raises(Refused, match="sheet_too_small"):
        pages_of(small_map(), Sheet("", 60 * MM, 200 * MM))
    with pytest.raises(Refused, match="sheet_too_small"):
        pages_of(small_map(), Sheet("", 300 * MM, 40 * MM))


def test_a_lane_that_is_hidden_is_not_asked_about() -> None:
    look = Look(hidden=frozenset({"l1"}))
    (page,) = handout(small_map(), "worksheet", Brief(sheet=sheet("A4"), look=look))
    assert "l1" not in {lane.id for lane in blank_of(page).lanes}


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_names_of_fields_say_the_ids_again_whatever_they_are(map_: str, lane: str, column: str) -> None:
    written = name(map_, About.ANSWER, lane, column)
    found = place(written)
    assert "." not in written
    assert found is not None
    assert (found.map, found.ids) == (map_, (lane, column))


@pytest.mark.parametrize("written", ["", "j1", "j1|m", "j2|m|map", "j1|m|map|x", "j1|m|answer|l", "j1|m|what|l|s"])
def test_what_is_no_name_of_ours_is_none(written: str) -> None:
    assert place(written) is None


def test_the_persona_that_was_asked_for_stands_on_the_sheet() -> None:
    document = small_map(Persona(id="p2", order="b0", name="Budi"))
    (page,) = handout(document, "worksheet", Brief(sheet=sheet("A4"), look=Look(persona="p2")))
    assert "Budi" in words_on([page]).splitlines()
    (without,) = handout(document, "worksheet", Brief(sheet=sheet("A4"), look=Look(header=frozenset({"title"}))))
    assert not {"Budi", "Sari"} & set(words_on([without]).split())


def test_what_is_shortened_stands_in_full_behind_the_worksheet() -> None:
    title, lane = "Perjalanan yang panjang sekali " * 15, "Pertanggungjawabankebijaksanaan " * 9
    document = small_map(
        Map(id="m", title=title.strip()), Lane(id="l1", order="a0", role=Role.CUSTOMER_ACTIONS, title=lane.strip())
    )
    *sheets, last = pages_of(document)
    assert not any(title.replace(" ", "") in words_on([page]).replace(" ", "").replace("\n", "") for page in sheets)
    said = words_on([last]).replace(" ", "").replace("\n", "")
    assert title.replace(" ", "") in said
    assert lane.replace(" ", "") in said
    assert not last.fields

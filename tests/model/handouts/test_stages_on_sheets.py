"""A sheet for each stage: its part of the map, everything it comes to in words, lines to write on."""

from itertools import groupby

import pytest
from hypothesis import given, settings

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.making import handout
from model.handouts.options import StagesOptions
from model.layout.look import LOOK, Look
from model.layout.shapes import Line, Page, Text, walk
from model.layout.sheets import sheet
from model.layout.style import HAIRLINE
from model.layout.view import lanes_shown, natural_view
from model.records import Card, Emotion, Evidence, EvidenceKind, Kpi, Lane, Map, Persona, Role, Stage, Step
from model.refusal import Refused
from model.storage import cjm
from tests.checking.handed import elements, handout_faults
from tests.checking.page_extents import cards_on
from tests.checking.page_faults import words_on
from tests.checking.printed import SAMPLES, sample_path, squeezed
from tests.making.crowded_maps import MANY, WORD, crowded, long_text
from tests.making.maps import maps
from tests.making.small_blueprints import feeling, frame, link

ROLES = (Role.EMOTION, Role.CUSTOMER_ACTIONS, Role.PAIN_POINTS, Role.OPPORTUNITIES)


def printed(
    document: Document,
    paper: str = "A4",
    way: str = "landscape",
    language: str = "id",
    *,
    notes: bool = True,
    look: Look = LOOK,
) -> tuple[Page, ...]:
    brief = Brief(sheet=sheet(paper, way), language=language, look=look, options=StagesOptions(notes=notes))
    return handout(document, "stages", brief)


def stage_on_a_sheet(language: str = "id") -> str:
    """What the sheet of a stage with everything on it says, without its breaks."""
    document = frame(
        Card(id="c", order="a0", lane=Role.CUSTOMER_ACTIONS, step="t1", text="Ambil nomor",
             evidence=(Evidence(kind=EvidenceKind.FIGURE, text="46 pasien", source="Observasi"),)),
        Card(id="p", order="a0", lane=Role.PAIN_POINTS, step="t1", text="Kertas habis", votes=3),
        Card(id="o", order="a0", lane=Role.OPPORTUNITIES, step="t1", text="Nomor dari rumah", owner="Ratna",
             due="2027-01-29", impact=8, feasibility=4),
        Emotion(id="e", order="a0", lane=Role.EMOTION, step="t1", value=-2, quote="Masih lama?"),
        Kpi(id="q", order="a0", stage="s1", title="Waktu tunggu", baseline=110, target=60, actual=95, unit="menit"),
        roles=ROLES,
    )  # fmt: skip
    return squeezed(words_on(printed(document, language=language)[:1]))


def test_beside_the_drawing_stands_what_the_stage_comes_to() -> None:
    said = stage_on_a_sheet()
    for text in (
        "“Masih lama?”", "sangat buruk (-2) · Langkah 1", "Kertas habis", "3 suara", "Nomor dari rumah",
        "Ratna", "29 Jan 2027", "Waktu tunggu", "Nilai awal 110 · Target 60 · Kini 95 (menit)",
        "Angka: 46 pasien — Observasi",
    ):  # fmt: skip
        assert squeezed(text) in said
    assert squeezed("very bad (-2)") in stage_on_a_sheet(language="en")


def test_lines_to_write_on_are_there_where_they_are_wanted() -> None:
    document = crowded(cards=6)
    with_notes, without = printed(document), printed(document, notes=False)
    assert "Catatan" in words_on(with_notes)
    assert "Catatan" not in words_on(without)
    assert rules_on(with_notes[0]) >= rules_on(without[0]) + 2


def rules_on(page: Page) -> int:
    return sum(isinstance(shape, Line) and shape.stroke == HAIRLINE for shape, *_ in walk(page.shapes))


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("way", ["landscape", "portrait"])
def test_each_stage_of_a_sample_is_on_one_sheet_of_a3(sample: str, way: str) -> None:
    document = cjm.decode(sample_path(sample).read_bytes())
    pages = printed(document, "A3", way)
    assert [page.title for page in pages] == [stage.title for stage in document.stages]


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_card_of_a_stage_stands_in_full_on_its_sheets(sample: str) -> None:
    document = cjm.decode(sample_path(sample).read_bytes())
    shown = {title: squeezed(words_on(pages)) for title, pages in groupby(printed(document), lambda page: page.title)}
    for stage in document.stages:
        steps = {step.id for step in document.steps if step.stage == stage.id}
        for card in document.table(Card).values():
            if card.step in steps and document.table(Lane)[str(card.lane)].role in ROLES:
                assert squeezed(card.text) in shown[stage.title]


def test_type_is_larger_than_on_the_map_where_there_is_room() -> None:
    document = crowded(cards=4)
    sizes = [shape.size for page in printed(document, "A3") for shape, _, _, record in walk(page.shapes)
             if isinstance(shape, Text) and isinstance(document.records.get(record or ""), Card)]  # fmt: skip
    assert max(sizes) > 9.5


def test_a_stage_with_more_steps_than_a_sheet_holds_goes_on_on_further_sheets() -> None:
    document = crowded(stages=1, steps=60, cards=100)
    pages = printed(document)
    assert len(pages) > 5
    assert handout_faults(pages, document) == []
    assert set().union(*(cards_on(page, document) for page in pages)) >= set(document.table(Card))


@pytest.mark.parametrize(
    "document",
    [
        crowded(cards=30, write=lambda number: long_text(500, number)),
        crowded(cards=12, in_one_cell=True, write=lambda number: long_text(200, number)),
        crowded(roles=MANY, cards=100),
        crowded(say=lambda _: WORD, write=lambda _: WORD),
        crowded(say=lambda _: long_text(300)),
        crowded(spans=True, links=10, parked=3, personas=4),
    ],
    ids=["letters", "one cell", "lanes", "words", "titles", "spans"],
)
@pytest.mark.parametrize("way", ["landscape", "portrait"])
def test_crowded_stages_are_without_fault_and_lose_no_card(document: Document, way: str) -> None:
    pages = printed(document, way=way)
    assert handout_faults(pages, document) == []
    lanes = {lane.id for lane in lanes_shown(document, natural_view(document))}
    placed = {card.id for card in document.table(Card).values() if card.step is not None and card.lane in lanes}
    assert set().union(*(cards_on(page, document) for page in pages)) == placed


def test_a_text_too_long_for_its_card_stands_in_full_beside_the_drawing() -> None:
    text = long_text(6000)
    document = frame(Card(id="c", order="a0", lane=Role.CUSTOMER_ACTIONS, step="t1", text=text), roles=ROLES)
    said = [shape.string for page in printed(document) for shape, _, _, record in walk(page.shapes)
            if isinstance(shape, Text) and record == "c"]  # fmt: skip
    assert squeezed(text) in squeezed("".join(said))


def test_a_map_without_stages_is_one_sheet_under_its_own_title() -> None:
    document = crowded(stages=0, steps=0, cards=0)
    (page,) = printed(document)
    assert page.title == document.map.title
    assert handout_faults((page,), document) == []


def test_a_stage_without_a_title_is_called_by_its_number() -> None:
    document = crowded(stages=2, say=lambda _: "")
    assert [page.title for page in printed(document)] == ["Tahap 1", "Tahap 2"]


def test_feelings_are_those_of_the_persona_asked_for() -> None:
    document = frame(
        Persona(id="other", order="a1", name="Budi"),
        feeling("t1", 1, quote="Enak!", persona="persona"),
        Emotion(id="e2", order="a1", lane=Role.EMOTION, step="t1", value=-1, quote="Mahal!", persona="other"),
        roles=ROLES,
    )
    said = words_on(printed(document, look=Look(persona="other")))
    assert "Mahal!" in said
    assert "Enak!" not in said


def test_lanes_left_out_are_neither_drawn_nor_told() -> None:
    document = crowded(cards=20)
    hidden = frozenset(lane.id for lane in document.lanes if lane.role is Role.PAIN_POINTS)
    cards = {card.id for card in document.table(Card).values() if card.lane in hidden}
    pages = printed(document, look=Look(hidden=hidden))
    assert cards
    assert not cards & set().union(*(cards_on(page, document) for page in pages))
    assert "Titik masalah" not in words_on(pages)


def test_a_sheet_is_read_from_its_stage_over_its_lanes_to_its_words() -> None:
    document = frame(
        Card(id="c", order="a0", lane=Role.CUSTOMER_ACTIONS, step="t1", text="Ambil nomor"),
        Card(id="d", order="a0", lane=Role.CUSTOMER_ACTIONS, step="t2", text="Menunggu"),
        Card(id="p", order="a0", lane=Role.PAIN_POINTS, step="t1", text="Kertas habis"),
        link("c", "d"),
        roles=ROLES,
    )
    page = printed(document)[0]
    parts = [(element.kind, element.parts) for element in elements(page.reading)]
    assert parts[0] == ("H1", ("s1",))
    assert parts.index(("LBody", ("c",))) < parts.index(("LBody", ("p",)))
    assert ("LBody", ("d",)) not in parts


@settings(max_examples=15)
@given(maps())
def test_whatever_is_on_a_map_its_stages_are_without_fault_and_the_same_each_time(document: Document) -> None:
    pages = printed(document)
    assert handout_faults(pages, document) == []
    assert printed(Document(document.records.values())) == pages


@pytest.mark.parametrize("paper", ["5000x50mm", "100x60mm"])
def test_a_sheet_without_room_below_the_name_of_a_stage_is_refused(paper: str) -> None:
    document = Document(
        [Map(id="m"), Stage(id="s", order="a0", title=long_text(300)), Step(id="t", order="a0", stage="s")]
    )
    with pytest.raises(Refused) as refused:
        printed(document, paper)
    assert refused.value.code == "no_room_for_stage"
    assert printed(document, "200x150mm")

"""A map as slides: what stands on them, what holds on to what, that everything can be read."""

import datetime
import io
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from pptx import Presentation
from pptx.slide import Slide

from export.info import Info
from export.options import PptxOptions
from export.registry import Job, render
from model.document import Document
from model.handouts.brief import Brief
from model.layout.sheets import sheet
from model.records import Card, Emotion, Lane, Link, Map, Role, Stage, Step
from model.storage import cjm
from tests.checking.printed import sample_path
from tests.checking.slides import connectors_on, shapes_on, sizes_in, slides_in, texts_on
from tests.making.maps import maps, realistic_map

INFO = Info(title="Peta", author="Ani", subject="Pagi", date=datetime.date(2026, 1, 2), language="id")
LONG = " ".join(f"kata{at}" for at in range(160))


def deck(document: Document, **wanted: object) -> bytes:
    job = Job(document, INFO, **wanted)  # type: ignore[arg-type]
    (data,) = render(job, (), Path("a.pptx")).values()
    return data


def clinic() -> Document:
    return cjm.decode(sample_path("clinic").read_bytes())


def one_cell(*cards: Card, links: tuple[Link, ...] = ()) -> Document:
    places = [Lane(id="l1", order="a", role=Role.FRONT_STAGE, title="Depan"), Lane(id="l2", order="b", title="Lain")]
    way = [Stage(id="s1", order="a", title="Pagi"), Step(id="t1", stage="s1", order="a")]
    return Document([Map(id="m1", title="Peta"), *places, *way, *cards, *links])


@pytest.fixture(scope="module")
def shown() -> list[Slide]:
    return slides_in(deck(clinic()))


def test_the_first_slide_has_a_shape_for_each_card_and_every_stage_has_a_slide_of_its_own(shown: list[Slide]) -> None:
    document = clinic()
    stages = [stage.title for stage in document.stages]
    assert len(shown) == 1 + len(stages)
    on_first = texts_on(shown[0])
    roles = {lane.id: lane.role for lane in document.lanes}
    drawn = [card for card in document.table(Card).values() if card.lane and roles[card.lane] is not Role.KPIS]
    hidden = {Role.TOUCHPOINTS, Role.CHANNELS, Role.THOUGHTS}
    for card in (each for each in drawn if roles[each.lane or ""] not in hidden):
        assert on_first.count(card.text) == 1
    for slide, title in zip(shown[1:], stages, strict=True):
        assert any(text.startswith(title) for text in texts_on(slide))


def test_a_stage_s_slide_has_its_own_cards_and_no_others(shown: list[Slide]) -> None:
    document = clinic()
    lane = next(lane for lane in document.lanes if lane.role is Role.CUSTOMER_ACTIONS)
    for slide, stage in zip(shown[1:], document.stages, strict=True):
        said = texts_on(slide)
        for step in document.steps:
            for card in document.cards_in(lane.id, step.id):
                assert (card.text in said) == (step.stage == stage.id)


def test_every_link_holds_on_to_the_two_cards_it_joins(shown: list[Slide]) -> None:
    document = clinic()
    cards = document.table(Card)
    joined = {(cards[link.source].text, cards[link.target].text) for link in document.table(Link).values()}
    held = [(source, target) for _, source, target in connectors_on(shown[0])]
    assert set(held) == joined
    assert len(held) == len(document.table(Link))


def test_a_connector_ends_where_its_cards_have_their_sites(shown: list[Slide]) -> None:
    by_text = {shape.text_frame.text: shape for shape in shapes_on(shown[0]) if shape.has_text_frame}
    level = [each for each in connectors_on(shown[0]) if not each[0]._element.spPr.xfrm.get("rot")]
    assert level
    for line, source, target in level:
        for x, y, text in ((line.begin_x, line.begin_y, source), (line.end_x, line.end_y, target)):
            card = by_text[text]
            middle = card.left + card.width / 2, card.top + card.height / 2
            sites = [(middle[0], card.top), (card.left, middle[1]), (middle[0], card.top + card.height)]
            sites.append((card.left + card.width, middle[1]))
            assert min(abs(x - left) + abs(y - top) for left, top in sites) <= 2 * 12700


def test_a_link_is_called_on_a_slide_what_it_is_called_on_the_map() -> None:
    cards = [Card(id=f"c{at}", order=f"a{at}", lane=f"l{at}", step="t1", text=f"kartu {at}") for at in (1, 2)]
    (slide,) = slides_in(deck(one_cell(*cards, links=(Link(id="k1", source="c1", target="c2", label="minta"),))))
    assert "minta" in texts_on(slide)
    assert [(source, target) for _, source, target in connectors_on(slide)] == [("kartu 1", "kartu 2")]


def test_faces_are_groups_and_say_in_words_what_they_show(shown: list[Slide]) -> None:
    faces: list[Any] = [shape for shape in shown[0].shapes if shape.name.startswith("Emotion ")]
    assert len(faces) == 10
    assert all(len(face.shapes) == 4 for face in faces)
    felt = {f"{each.value:+g}" for each in clinic().table(Emotion).values()}
    assert {face._element.nvGrpSpPr.cNvPr.get("descr") for face in faces} == felt


def test_notes_of_cards_are_said_beside_their_slides(shown: list[Slide]) -> None:
    noted = next(card for card in clinic().table(Card).values() if card.note and card.step)
    said = [slide.notes_slide.notes_text_frame.text for slide in shown if slide.has_notes_slide]  # type: ignore[union-attr]
    assert sum(noted.note in each for each in said) == 2


def test_the_same_map_makes_the_same_bytes_and_says_what_it_is() -> None:
    document = realistic_map(40, 1, links=6)
    data = deck(document)
    assert data == deck(document)
    about = Presentation(io.BytesIO(data)).core_properties
    assert (about.title, about.author, about.subject, about.language) == ("Peta", "Ani", "Pagi", "id")
    assert about.modified == datetime.datetime(2026, 1, 2)


@pytest.mark.parametrize(("asked", "ratio"), [("16x9", 16 / 9), ("sheet", 210 / 297)])
def test_slides_are_wide_or_have_the_shape_of_the_sheet(asked: str, ratio: float) -> None:
    options = PptxOptions(slide=asked)  # type: ignore[arg-type]
    data = deck(clinic(), options=options, brief=Brief(sheet=sheet("A3", "portrait")))
    made = Presentation(io.BytesIO(data))
    assert made.slide_width / made.slide_height == pytest.approx(ratio, abs=0.001)


def test_a_card_leads_to_its_address_and_to_nothing_else() -> None:
    urls = ("https://contoh.id/a?b=1&c", "mailto:ani@contoh.id", "javascript:alert(1)", "file:///etc/passwd", "")
    cards = [
        Card(id=f"c{at}", order=f"a{at}", lane="l1", step="t1", text=f"kartu {at}", url=url)
        for at, url in enumerate(urls)
    ]
    (slide,) = slides_in(deck(one_cell(*cards)))
    led = {
        shape.text_frame.text: shape.click_action.hyperlink.address
        for shape in shapes_on(slide)
        if shape.has_text_frame and shape.text_frame.text.startswith("kartu")
    }
    assert list(led.values()) == [urls[0], urls[1], None, None, None]


def test_what_a_card_cannot_show_stands_in_full_on_a_slide_behind() -> None:
    many = [Card(id=f"c{at}", order=f"a{at:02}", lane="l1", step="t1", text=f"{at} {LONG}") for at in range(12)]
    said = " ".join(" ".join(texts_on(slide)) for slide in slides_in(deck(one_cell(*many))))
    for card in many:
        assert f"{card.text.split()[0]} kata0" in said
    assert all(f"kata{at}" in said for at in range(160))


def test_colours_are_left_out_where_ink_is_spared() -> None:
    look = msgspec.structs.replace(Brief().look, grey=True)
    (first, *_) = slides_in(deck(clinic(), brief=Brief(look=look)))
    written = {each.get("val") for each in first._element.iter() if each.tag.endswith("srgbClr")}
    assert written
    for color in written:
        red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
        assert max(red, green, blue) - min(red, green, blue) <= 40


@settings(max_examples=12)
@given(maps(max_steps=14, max_lanes=10))
def test_any_map_makes_slides_with_words_large_enough_and_shapes_that_are_told_apart(document: Document) -> None:
    data = deck(document)
    made = Presentation(io.BytesIO(data))
    assert min(sizes_in(data), default=7.0) >= 7.0
    for slide in made.slides:
        numbers = [shape.shape_id for shape in shapes_on(slide)]
        assert len(numbers) == len(set(numbers))
        for shape in slide.shapes:
            assert shape.left >= -12700 * 20
            assert shape.top >= -12700 * 20
            assert shape.left + shape.width <= made.slide_width + 12700 * 40


def test_a_thousand_cards_are_all_on_slides() -> None:
    document = realistic_map(1000, 3, links=60)
    data = deck(document)
    said = {text for slide in slides_in(data) for text in texts_on(slide)}
    roles = {lane.id: lane.role for lane in document.lanes}
    seen = [card for card in document.table(Card).values() if roles[card.lane or ""] is Role.FRONT_STAGE]
    assert seen
    assert {card.text for card in seen} <= said
    assert min(sizes_in(data)) >= 7.0

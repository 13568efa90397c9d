"""Cards to cut out: all of them, in true size, their lines shared, their text as large as fits and never cut off."""

from collections import Counter
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import given, settings

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.cards.printed import FORMATS, SIZES, fitted, printed
from model.handouts.cards.slips import Slip, slips
from model.handouts.making import handout
from model.handouts.options import CardsOptions
from model.layout.look import LOOK, Look
from model.layout.shapes import Line, Page, Text, walk
from model.layout.sheets import MM, sheet
from model.layout.text.block import height
from model.layout.text.wrap import count
from model.records import Card, Emotion, Kpi, Mark, Role, Step
from model.refusal import Refused
from resources.words import words
from tests.checking.handed import handout_faults
from tests.checking.page_extents import cards_on
from tests.checking.page_faults import words_on
from tests.checking.printed import squeezed
from tests.making.crowded_maps import BLUEPRINT, WORD, crowded, long_text
from tests.making.maps import maps
from tests.making.small_map import small_map

TEXTS = (
    "Tiba",
    "Menyerahkan kartu BPJS, menjawab pertanyaan loket",
    WORD,
    "a\nb\n\nc",
    long_text(500),
    long_text(5000),
)


def cut_out(
    document: Document, size: Literal["76x76", "50x38"] = "76x76", paper: str = "A4", language: str = "id"
) -> tuple[Page, ...]:
    options = CardsOptions(size=size)
    return handout(document, "cards", Brief(sheet=sheet(paper), options=options, language=language))


def of(document: Document, look: Look = LOOK) -> tuple[Slip, ...]:
    return slips(document, Brief(look=look), words("paper", "id"))


def test_cards_come_lane_by_lane_with_quotes_and_kpis_the_parked_ones_last() -> None:
    said = Emotion(id="e1", order="a0", lane="l2", step="t1", value=1, quote="Enak!", persona="p1")
    document = small_map(said, Kpi(id="q1", order="a0", stage="s1", title="Antrean", baseline=3))
    assert [slip.record for slip in of(document)] == ["c1", "c2", "c3", "e1", "c4", "q1", "c5"]


def test_what_says_nothing_is_no_card_unless_it_bears_a_mark() -> None:
    blank = Card(id="c1", order="a0", lane="l1", step="t1", text=" ")
    marked = Card(id="c2", order="a1", lane="l1", step="t1", marks=(Mark.WAIT_POINT,))
    assert [slip.record for slip in of(small_map(blank, marked)) if slip.record in ("c1", "c2")] == ["c2"]


def test_hidden_lanes_are_not_cut_out() -> None:
    assert {slip.record for slip in of(small_map(), look=Look(hidden=frozenset({"l1"})))} == {"c4", "c5"}


def test_a_card_names_its_stage_and_step() -> None:
    titled = Step(id="t1", order="a0", stage="s1", title="Masuk")
    placed = {slip.record: slip.where for slip in of(small_map(titled))}
    assert placed["c1"] == "1 Sadar · Masuk"
    assert placed["c3"] == "1 Sadar · langkah 2"
    assert placed["c4"] == "1 Sadar · langkah 1–3"
    assert placed["c5"] == "Tempat parkir"


@pytest.mark.parametrize(("size", "wide", "high", "most"), [("76x76", 76, 76, 6), ("50x38", 50, 38, 25)])
def test_cards_have_their_true_size_edge_to_edge_as_many_as_fit(
    size: Literal["76x76", "50x38"], wide: int, high: int, most: int
) -> None:
    document = crowded(cards=60)
    page = cut_out(document, size)[0]
    frames = [frame for found in cards_on(page, document).values() for frame in found]
    assert len(frames) <= most
    for frame in frames:
        assert frame.right - frame.left == pytest.approx(wide * MM)
        assert frame.bottom - frame.top == pytest.approx(high * MM)
    assert len({round(frame.left / (wide * MM) % 1, 6) for frame in frames}) == 1


@pytest.mark.parametrize("cards", [1, 2, 4, 6])
def test_each_edge_is_cut_along_one_line_and_none_is_drawn_twice(cards: int) -> None:
    document = crowded(cards=cards, roles=(Role.CUSTOMER_ACTIONS,))
    page = cut_out(document)[0]
    lines = [line for line in page.shapes if isinstance(line, Line) and not line.dash]
    assert len({(line.x1, line.y1, line.x2, line.y2) for line in lines}) == len(lines)
    assert Counter(round(line.x1, 3) for line in lines if line.x1 == line.x2).most_common(1)[0][1] == 1
    assert Counter(round(line.y1, 3) for line in lines if line.y1 == line.y2).most_common(1)[0][1] == 1
    for frame in (each for found in cards_on(page, document).values() for each in found):
        for x in (frame.left, frame.right):
            assert any(abs(line.x1 - x) < 0.01 and line.y1 <= frame.top + 0.01 <= line.y2 for line in upright(lines))
        for y in (frame.top, frame.bottom):
            assert any(abs(line.y1 - y) < 0.01 and line.x1 <= frame.left + 0.01 <= line.x2 for line in level(lines))


def upright(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.x1 == line.x2]


def level(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.y1 == line.y2]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", FORMATS)
def test_the_text_is_whole_on_the_fewest_cards_and_as_large_as_fits(text: str, size: str) -> None:
    look = FORMATS[size]
    wide, high = look.inside, look.height * 0.6
    points, pieces = fitted(text, "card", wide, high)
    assert squeezed("".join(line.string for piece in pieces for line in piece.lines)) == squeezed(text)
    assert all(height(len(piece), points) <= high for piece in pieces)
    assert len(pieces) == -(-count(text, "card", wide / points) // int(high / height(1, points)))
    larger = [other for other in SIZES if other > points]
    if len(pieces) == 1 and larger and text != WORD:
        assert height(count(text, "card", wide / larger[-1]), larger[-1]) > high


def test_a_text_too_long_for_a_card_goes_on_on_another_that_says_so() -> None:
    slip = Slip("c", Role.SUPPORT, "Proses pendukung", "1 Sadar", long_text(1500))
    pieces = list(printed(slip, FORMATS["50x38"]))
    assert len(pieces) > 1
    for number, piece in enumerate(pieces, start=1):
        texts = [shape.string for shape in piece.group.shapes if isinstance(shape, Text)]
        assert f"{number}/{len(pieces)}" in texts
        assert "Proses pendukung" in texts


def test_lane_titles_too_long_for_a_card_stand_in_full_behind_the_cards() -> None:
    title = long_text(300)
    document = crowded(cards=3, roles=(Role.SUPPORT,), say=lambda _: title)
    assert squeezed(title) in squeezed(words_on(cut_out(document, "50x38")))


def test_a_map_without_cards_says_what_to_do() -> None:
    empty = crowded(stages=0, steps=0, cards=0)
    for language, begins in (("id", "Peta ini belum berisi kartu"), ("en", "There are no cards")):
        pages = cut_out(empty, language=language)
        assert begins in words_on(pages).replace("\n", " ")
        assert not [shape for shape in pages[0].shapes if isinstance(shape, Line)], "there is nothing to cut"


def test_paper_smaller_than_a_card_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        cut_out(crowded(), paper="60x60mm")
    assert refused.value.code == "no_room_for_card"


@settings(max_examples=25)
@given(maps())
def test_whatever_is_on_a_map_its_cards_are_without_fault_and_the_same_each_time(document: Document) -> None:
    pages = cut_out(document, "50x38")
    assert handout_faults(pages, document) == []
    assert cut_out(Document(document.records.values()), "50x38") == pages


@pytest.mark.parametrize("size", FORMATS)
@pytest.mark.parametrize("write", [lambda _: WORD, lambda number: long_text(500, number)], ids=["words", "letters"])
def test_crowded_maps_are_cut_out_without_fault(size: Literal["76x76", "50x38"], write: Callable[[int], str]) -> None:
    document = crowded(cards=12, in_one_cell=True, write=write, parked=2, roles=BLUEPRINT)
    assert handout_faults(cut_out(document, size), document) == []


def test_every_word_of_the_cards_is_there() -> None:
    document = crowded(cards=40, parked=5)
    said = {word for page in cut_out(document) for shape, *_ in walk(page.shapes) if isinstance(shape, Text)
            for word in shape.string.split()}  # fmt: skip
    assert {word for card in document.table(Card).values() for word in card.text.split()} <= said

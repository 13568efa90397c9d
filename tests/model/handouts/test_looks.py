"""Margins, header, persona, lanes left out, numbers and dates: what a page looks like beside its size."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.sheet import one_sheet, split
from model.layout.look import HEADER_PARTS, Logo, Look
from model.layout.shapes import Page, Picture, Text, walk
from model.layout.sheets import MM, PAPERS, sheet
from model.records import Emotion, Lane, Persona, Role
from model.storage import cjm
from tests.checking.page_extents import extent
from tests.checking.page_faults import faults
from tests.checking.printed import sample_path, words_said
from tests.making.crowded_maps import crowded
from tests.making.maps import maps
from tests.making.small_map import small_map

LOGO = Logo("image/png", b"", 300, 120)


def clinic() -> Document:
    return cjm.decode(sample_path("clinic").read_bytes())


def pages(document: Document, paper: str = "A3", **look: Any) -> tuple[Page, ...]:
    return split(document, Brief(sheet=sheet(paper), name="peta.cjm", look=Look(**look)))


def said(made: tuple[Page, ...]) -> str:
    return " ".join(word.text for page in made for word in words_said(page))


@pytest.mark.parametrize("paper", ["A4", "A3", "A1", "Letter"])
@pytest.mark.parametrize("margin", [5.0, 12.7, 40.0])
def test_nothing_stands_in_the_margin(paper: str, margin: float) -> None:
    for page in pages(clinic(), paper, margin=margin * MM):
        for shape, x, y, _ in walk(page.shapes):
            if isinstance(shape, Text):
                box = extent(shape).moved(x, y)
                assert box.left > margin * MM - 1 and box.right < page.width - margin * MM + 1
                assert box.top > margin * MM - 3 and box.bottom < page.height - min(margin * MM, 14) * 0.9


@settings(max_examples=20)
@given(maps(max_cards=10), st.floats(5, 60), st.sampled_from(["A4", "A3"]))
def test_a_page_of_any_margin_has_no_faults(document: Document, margin: float, paper: str) -> None:
    found = faults(pages(document, paper, margin=margin * MM), document)
    assert [fault for fault in found if "beyond the margin" not in fault] == []  # the usual margin, that is


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize(
    ("part", "words"),
    [("title", "Berobat jalan di Puskesmas"), ("persona", "Sari Wulandari"), ("facts", "8 wawancara,")],
)
def test_each_part_of_the_header_can_be_left_out_alone(paper: str, part: str, words: str) -> None:
    whole, without = pages(clinic(), paper), pages(clinic(), paper, header=frozenset(HEADER_PARTS) - {part})
    assert words in said(whole)
    assert words not in said(without)
    assert faults(without, clinic()) == []


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_without_any_header_the_map_begins_at_the_margin(paper: str) -> None:
    bare = pages(clinic(), paper, header=frozenset())
    top = min(word.bottom for word in words_said(bare[0]))
    assert top < 28 + 40
    assert "Cetak biru layanan".casefold() in said(bare).casefold() or paper == "A3"


@pytest.mark.parametrize("paper", ["A4", "A3", "A0"])
def test_a_logo_stands_in_the_right_corner_in_its_own_proportions(paper: str) -> None:
    (page, *_) = pages(clinic(), paper, logo=LOGO)
    (logo,) = [
        extent(shape).moved(x, y)
        for shape, x, y, _ in walk(page.shapes)
        if isinstance(shape, Picture) and not shape.data
    ]
    assert (logo.right - logo.left) / (logo.bottom - logo.top) == pytest.approx(300 / 120)
    assert logo.right == pytest.approx(page.width - logo.top, abs=1)
    words = [word for word in words_said(page) if word.right > logo.left and word.bottom > logo.top]
    assert all(
        word.left > logo.right or word.bottom - 5 > logo.bottom for word in words if word.bottom < logo.bottom + 3
    )


def test_the_map_of_one_persona_shows_only_her_feelings_and_those_of_nobody() -> None:
    feelings = Lane(id="le", order="a0", role=Role.EMOTION)
    people = (Persona(id="p1", order="a0", name="Sari"), Persona(id="p2", order="a1", name="Budi"))
    own = [
        Emotion(id="e1", order="a0", lane="le", step="t1", quote="kutipansari", persona="p1"),
        Emotion(id="e2", order="a0", lane="le", step="t1", quote="kutipanbudi", persona="p2"),
        Emotion(id="e3", order="a0", lane="le", step="t2", quote="kutipansiapa"),
    ]
    document = small_map(feelings, *people, *own)
    hers = said(pages(document, persona="p2"))
    assert "Budi" in hers and "kutipanbudi" in hers and "kutipansiapa" in hers
    assert "Sari" not in hers and "kutipansari" not in hers
    both = said(pages(document))
    assert "kutipansari" in both and "kutipanbudi" in both


def test_a_lane_can_be_left_out_of_one_paper() -> None:
    document = clinic()
    lane = next(each for each in document.lanes if each.role is Role.SUPPORT)
    words = said(pages(document, hidden=frozenset([lane.id])))
    assert lane.title.split()[0] in said(pages(document))
    assert "SIMPUS" in said(pages(document))
    assert "BPJS P-Care" not in words
    assert faults(pages(document, hidden=frozenset([lane.id])), document) == []


def test_numbers_and_date_can_be_left_out() -> None:
    whole, bare = said(pages(clinic(), "A4")), said(pages(clinic(), "A4", numbered=False, dated=False))
    assert "lembar 1/2" in whole and "12 Nov 2026" in whole
    assert "lembar" not in bare.replace("Lembar", "") and "Nov" not in bare


@pytest.mark.parametrize("paper", PAPERS)
def test_one_sheet_is_one_sheet_however_large_it_has_to_be(paper: str) -> None:
    for document in (clinic(), crowded(stages=6, steps=5, cards=200)):
        (page, *behind) = one_sheet(document, Brief(sheet=sheet(paper)))
        asked = sheet(paper)
        assert page.width * page.height >= asked.width * asked.height - 1
        assert faults((page, *behind), document) == []

"""Every kind of paper for those who cannot see it: tagged throughout, and read in the order it was meant to be."""

import datetime
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings

from export import pdf
from export.info import Info
from model.document import Document
from model.handouts.brief import Brief
from model.handouts.kinds import KINDS
from model.handouts.making import handout
from model.layout.look import Look
from model.layout.shapes import Page
from model.layout.sheets import sheet
from model.storage.file import open_map
from tests.checking.export_tools import run
from tests.checking.printed import SAMPLES, sample_path
from tests.checking.tagged import in_order, nodes, spoken, tag_faults, tree, unread
from tests.making.crowded_maps import crowded, long_text
from tests.making.maps import maps

INFO = Info(title="Peta", date=datetime.date(2026, 11, 22))
APART = [kind for kind in KINDS if kind != "pack"]
PRINTED = [("clinic", kind) for kind in APART] + [("train-journey", kind) for kind in ("page", "split", "stages")]
# Of a poster's sheets poppler leaves out what the clip around them cuts off.
HEARD = [pair for pair in PRINTED if pair[1] != "poster"]


@cache
def sample(name: str) -> Document:
    return open_map(sample_path(name)).document


@cache
def pages_of(name: str, kind: str, paper: str = "A4") -> tuple[Page, ...]:
    return handout(sample(name), kind, Brief(sheet=sheet(paper)))


@pytest.mark.parametrize(("name", "kind"), PRINTED)
def test_all_that_stands_on_a_sheet_is_read_or_is_decoration(name: str, kind: str) -> None:
    data = pdf.write(pages_of(name, kind), INFO)
    assert tag_faults(data) == []
    assert b"Tagged:          yes" in run("pdfinfo", data)


@pytest.mark.parametrize(("name", "kind"), HEARD)
def test_a_reader_hears_what_it_was_meant_to_hear_in_that_order(name: str, kind: str) -> None:
    pages = pages_of(name, kind)
    assert "".join(spoken(pdf.write(pages, INFO))).replace(" ", "") == "".join(map(in_order, pages))


@pytest.mark.parametrize("kind", APART)
def test_every_kind_of_paper_begins_with_a_heading(kind: str) -> None:
    headings = [node.kind for node in nodes(tree(pdf.write(pages_of("clinic", kind), INFO))) if node.kind[0] == "H"]
    assert headings[0] == "H1"
    assert all(int(after[1]) - int(before[1]) <= 1 for before, after in pairwise(headings))


@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_of_a_map_on_one_sheet_is_kept_from_those_who_listen(name: str) -> None:
    pages = handout(sample(name), "page", Brief(sheet=sheet("A0")))
    assert [text for page in pages for text in unread(page)] == []


@pytest.mark.parametrize(
    "look", [Look(grey=True, draft=True), Look(bleed=9.0), Look(header=frozenset())], ids=["grey", "bleed", "bare"]
)
def test_whatever_a_page_looks_like_it_is_read_the_same(look: Look) -> None:
    data = pdf.write(handout(sample("clinic"), "split", Brief(sheet=sheet("A4"), look=look)), INFO)
    assert tag_faults(data) == []
    assert "Menunggu dipanggil sambil menggendong anak" in spoken(data)


def test_a_page_crowded_beyond_what_it_holds_is_read_to_its_end_behind_it() -> None:
    document = crowded(write=lambda number: long_text(500, number), in_one_cell=True)
    pages = handout(document, "split", Brief(sheet=sheet("A4")))
    data = pdf.write(pages, INFO)
    assert tag_faults(data) == []
    assert "".join(spoken(data)).replace(" ", "") == "".join(map(in_order, pages))


@settings(max_examples=10, deadline=None)
@given(maps())
def test_the_pages_of_any_map_are_tagged_throughout(document: Document) -> None:
    for kind in ("page", "split"):
        assert tag_faults(pdf.write(handout(document, kind, Brief(sheet=sheet("A3"))), INFO)) == []

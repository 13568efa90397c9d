"""No page of any map has a fault, on any paper, in either view (tests/checking/page_faults.py)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Document
from model.layout.engine import lay_out
from model.layout.sheets import ORIENTATIONS, PAPERS, Sheet, sheet
from model.layout.view import View
from tests.checking.page_faults import faults
from tests.making.crowded_maps import EXTREMES
from tests.making.maps import maps

SHEETS = [sheet(paper, orientation) for paper in PAPERS for orientation in ORIENTATIONS]
SOME_SHEETS = [None, sheet("A4", "portrait"), sheet("A4"), sheet("A3"), sheet("Legal"), sheet("A0", "portrait")]


@given(maps(), st.sampled_from([None, *SHEETS]), st.sampled_from(View))
def test_no_page_of_any_map_has_a_fault(document: Document, paper: Sheet | None, view: View) -> None:
    assert faults(lay_out(document, view=view, sheet=paper, name="kopi.cjm").pages, document) == []


@given(maps(max_steps=4, max_lanes=3, max_cards=40), st.sampled_from([None, *SHEETS]))
def test_no_page_of_a_dense_map_has_a_fault(document: Document, paper: Sheet | None) -> None:
    assert faults(lay_out(document, view=View.BLUEPRINT, sheet=paper, name="kopi.cjm").pages, document) == []


@pytest.mark.parametrize("paper", SOME_SHEETS, ids=lambda paper: f"{paper.name} {paper.width:.0f}" if paper else "free")
@pytest.mark.parametrize("extreme", EXTREMES)
def test_no_page_of_an_extreme_map_has_a_fault(extreme: str, paper: Sheet | None) -> None:
    document = EXTREMES[extreme]()
    for view in View:
        assert faults(lay_out(document, view=view, sheet=paper, name="kopi.cjm").pages, document) == []


def test_the_longest_file_name_stays_on_the_page() -> None:
    document = EXTREMES["two curves"]()
    for name in ("kopi " * 50 + ".cjm", "k" * 250 + ".cjm"):
        for paper in (None, *SHEETS):
            assert faults(lay_out(document, sheet=paper, name=name).pages, document) == []

"""Posters: which grid, what stands on each sheet, and what becomes of maps of every shape."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.info import Info
from export.options import PdfOptions
from export.registry import Job, render
from model.document import Document
from model.handouts.brief import Brief
from model.handouts.making import handout
from model.handouts.options import PosterOptions
from model.handouts.poster.choosing import MOST, chosen
from model.handouts.poster.marks import WHERE
from model.layout.look import Look
from model.layout.reading import names
from model.layout.shapes import Box, Page, Text, walk
from model.layout.sheets import MM, Sheet, sheet
from model.refusal import Refused
from model.storage import cjm
from tests.checking.export_tools import run, text_of
from tests.checking.page_extents import cards_on, extent, groups
from tests.checking.page_faults import off_page, small_text, words_on
from tests.checking.printed import DATE, sample_path
from tests.checking.put_together import Window, differences, glue_lines, sheets_of
from tests.checking.seen import in_the_edge
from tests.making.crowded_maps import MANY, WORD, crowded, long_text
from tests.making.maps import maps


def clinic() -> Document:
    return cjm.decode(sample_path("clinic").read_bytes())


def poster(document: Document, on: Sheet, language: str | None = None, **options: float) -> tuple[Page, ...]:
    brief = Brief(sheet=on, language=language, options=msgspec.convert(options, PosterOptions))
    return handout(document, "poster", brief)


def test_a_grid_has_the_sheets_that_are_asked_for() -> None:
    pages = poster(clinic(), sheet("A4"), columns=3, rows=2)
    assert [page.label for page in pages] == ["B1 K1", "B1 K2", "B1 K3", "B2 K1", "B2 K2", "B2 K3"]
    assert {(page.width, page.height) for page in pages} == {(297 * MM, 210 * MM)}


@pytest.mark.parametrize(
    ("language", "label", "title", "foot"),
    [
        ("id", "B2 K1", "Baris 2, kolom 1", "baris 2/2, kolom 1/2"),
        ("en", "R2 C1", "Row 2, column 1", "row 2/2, column 1/2"),
    ],
)
def test_each_sheet_says_where_it_belongs(language: str, label: str, title: str, foot: str) -> None:
    page = poster(clinic(), sheet("A4"), language, columns=2, rows=2)[2]
    assert (page.label, page.title) == (label, title)
    assert foot in words_on([page])


def test_a_small_map_of_the_sheets_has_the_own_one_filled() -> None:
    for at, page in enumerate(poster(clinic(), sheet("A3"), columns=3, rows=2)):
        cells = [shape for shape in page.shapes if isinstance(shape, Box)]
        assert [cell.fill is not None for cell in cells] == [other == at for other in range(6)]


@pytest.mark.parametrize(("wide", "columns"), [(600, 2), (900, 3), (1400, 5)])
def test_a_poster_is_about_as_wide_as_is_asked_for(wide: float, columns: int) -> None:
    found = chosen(clinic(), Brief(sheet=sheet("A4")), PosterOptions(wide=wide))
    assert abs(found.grid.columns - columns) <= 1
    assert found.big.page.width < found.grid.width <= (wide + 270) * MM


def test_more_sheets_make_larger_letters() -> None:
    sizes = [
        chosen(clinic(), Brief(sheet=sheet("A4")), PosterOptions(columns=each, rows=each)).big.layout.size
        for each in (2, 3, 4)
    ]
    assert sizes == sorted(sizes)
    assert sizes[-1] > 1.6 * sizes[0]


@pytest.mark.parametrize("paper", ["A2", "A1", "A0", "914x1800mm"])
def test_a_large_sheet_is_a_poster_by_itself(paper: str) -> None:
    (page,) = poster(clinic(), sheet(paper))
    assert (page.width, page.height) == (sheet(paper).width, sheet(paper).height)
    assert sheets_of([page]) == []


def test_large_sheets_are_glued_together_all_the_same_when_that_is_asked_for() -> None:
    assert len(poster(clinic(), sheet("A2"), columns=2, rows=1)) == 2


def test_one_sheet_of_any_size_is_one_without_marks() -> None:
    assert sheets_of(poster(clinic(), sheet("A3"), columns=1, rows=1)) == []


@pytest.mark.parametrize("overlap", [0, 10, 25])
def test_neighbours_overlap_as_much_as_is_asked_for(overlap: float) -> None:
    pages = poster(clinic(), sheet("A4"), columns=2, rows=2, overlap=overlap)
    left, right = (window.place for window in sheets_of(pages)[:2])
    assert left.right - right.left == pytest.approx(overlap * MM)
    assert bool(glue_lines(pages[0])) == bool(overlap)


def test_an_overlap_or_a_margin_never_takes_a_whole_sheet() -> None:
    brief = Brief(sheet=sheet("100x80mm"), look=Look(margin=90 * MM))
    pages = handout(crowded(1, 2, cards=2), "poster", msgspec.structs.replace(brief, options=PosterOptions(overlap=50)))
    assert off_page(pages) == []
    assert all(window.place.right - window.place.left > 10 * MM for window in sheets_of(pages))


def test_one_sheet_is_printed_again_alone() -> None:
    document = clinic()
    pages = poster(document, sheet("A4"), columns=2, rows=2)
    job = Job(document, Info(title="Klinik", date=DATE, language="id"), options=PdfOptions(sheets=(3,)))
    (data,) = render(job, pages, Path("poster.pdf")).values()
    assert "baris 2/2, kolom 1/2" in text_of(data)
    assert b"Pages:           1" in run("pdfinfo", data)


def test_a_map_that_does_not_fit_gets_more_sheets() -> None:
    document = crowded(6, 4, MANY, cards=150)
    pages = poster(document, sheet("A4"), columns=2, rows=1)
    assert len(sheets_of(pages)) > 2
    assert small_text(pages) == []


def test_a_map_that_fits_on_no_poster_is_refused() -> None:
    document = crowded(20, 3, MANY, cards=60, write=lambda _: WORD)
    with pytest.raises(Refused) as refused:
        poster(document, sheet("50x50mm"), columns=19, rows=19)
    assert refused.value.code == "poster_sheets"
    assert refused.value.details == {"count": MOST * MOST, "paper": "50 × 50 mm"}


def test_what_finds_no_room_stands_behind_on_the_same_paper() -> None:
    document = crowded(2, 2, cards=8, write=lambda number: long_text(500, number), say=lambda plain: plain * 20)
    pages = poster(document, sheet("A4"), columns=2, rows=2)
    behind = pages[len(sheets_of(pages)) :]
    assert behind
    assert {(page.width, page.height) for page in pages} == {(297 * MM, 210 * MM)}


def test_a_tiny_map_takes_no_sheets_it_cannot_fill() -> None:
    document = crowded(1, 1, cards=1)
    assert len(sheets_of(poster(document, sheet("A4"), columns=5, rows=1))) < 2
    windows = sheets_of(poster(document, sheet("A4"), columns=5, rows=5))
    assert windows
    assert all(filled(window.page) > 0.02 for window in windows)


def filled(page: Page) -> float:
    """The share of a sheet that words cover."""
    texts = [extent(shape) for shape, _, _, _ in walk(page.shapes) if isinstance(shape, Text)]
    return sum((text.right - text.left) * (text.bottom - text.top) for text in texts) / (page.width * page.height)


@pytest.mark.parametrize("columns", [2, 3])
def test_no_sheet_of_a_sample_is_nearly_empty(columns: int) -> None:
    for page in poster(clinic(), sheet("A4"), columns=columns, rows=columns):
        assert filled(page) > 0.02


def test_words_of_a_map_in_a_foot_that_is_too_narrow_are_left_out() -> None:
    document = crowded(2, 2, cards=4, say=lambda _: WORD)
    pages = poster(document, sheet("A4", "portrait"), columns=2, rows=2)
    assert off_page(pages) == []
    feet = [group for page in pages for group, _, _ in groups(page.shapes) if group.tag == WHERE]
    assert [len(foot.shapes) for foot in feet] == [2] * len(feet)


def test_the_same_map_makes_the_same_poster() -> None:
    assert poster(clinic(), sheet("A3"), columns=2, rows=2) == poster(clinic(), sheet("A3"), columns=2, rows=2)


def test_a_stop_is_heard_while_grids_are_tried() -> None:
    class Stopped(Exception):
        pass

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        handout(clinic(), "poster", Brief(sheet=sheet("A4"), check=stop))


def cards_seen(window: Window, document: Document) -> set[str]:
    """The cards of which a sheet shows something."""
    page = msgspec.structs.replace(window.page, shapes=window.shapes)
    frames = cards_on(page, document).items()
    return {key for key, found in frames if any(frame.overlaps(window.place) for frame in found)}


_any_options = st.builds(
    PosterOptions,
    columns=st.integers(0, 4),
    rows=st.integers(0, 4),
    wide=st.sampled_from([0.0, 700.0]),
    overlap=st.sampled_from([0.0, 10.0, 50.0]),
)


@settings(max_examples=20, deadline=None)
@given(
    document=maps(max_steps=14, max_lanes=10),
    options=_any_options,
    paper=st.sampled_from(["A4", "A3", "Letter", "210x99mm"]),
    orientation=st.sampled_from(["landscape", "portrait"]),
)
def test_posters_of_any_map_are_whole(document: Document, options: PosterOptions, paper: str, orientation: str) -> None:
    brief = Brief(sheet=sheet(paper, orientation), options=options)
    pages = handout(document, "poster", brief)
    windows = sheets_of(pages)
    assert pages
    assert small_text(pages) == off_page(pages) == in_the_edge(pages) == []
    for window in windows:
        read = set(names(window.page.reading))
        assert WHERE in read
        assert cards_seen(window, document) <= read
    assert {(page.width, page.height) for page in pages if page.label} <= {(brief.sheet.width, brief.sheet.height)}
    if any(page.label for page in pages):
        assert differences(chosen(document, brief, options).big.page, windows) == []

"""The sheets of a poster put together are the map on one big sheet: in their shapes, and as they are printed."""

import datetime
import io
from functools import lru_cache

import msgspec
import pypdfium2 as pdfium
import pytest
from PIL import Image

from export import pdf
from export.info import Info
from model.document import Document
from model.handouts.brief import Brief
from model.handouts.making import handout
from model.handouts.options import PosterOptions
from model.handouts.poster.choosing import chosen
from model.handouts.poster.fitting import Fitted
from model.layout.shapes import Clip, Group, Page
from model.layout.sheets import MM, sheet
from model.storage import cjm
from tests.checking.page_extents import cards_on
from tests.checking.printed import SAMPLES, sample_path
from tests.checking.put_together import (
    DPI,
    Window,
    differences,
    glue_lines,
    glued,
    sheets_of,
    unlike_pixels,
)

INFO = Info(title="Poster", date=datetime.date(2026, 11, 12), language="id")


class Made(msgspec.Struct, frozen=True):
    """A poster, and the big page it is cut from."""

    document: Document
    fitted: Fitted
    pages: tuple[Page, ...]

    @property
    def single(self) -> Page:
        return self.fitted.big.page

    @property
    def windows(self) -> list[Window]:
        return sheets_of(self.pages)


@lru_cache
def made(sample: str, paper: str, orientation: str, columns: int, rows: int) -> Made:
    document = cjm.decode(sample_path(sample).read_bytes())
    options = PosterOptions(columns=columns, rows=rows)
    brief = Brief(sheet=sheet(paper, orientation), name=f"{sample}.cjm", options=options)
    return Made(document, chosen(document, brief, options), handout(document, "poster", brief))


GRIDS = [("A4", "landscape", 3, 3), ("A4", "portrait", 0, 0), ("A3", "landscape", 2, 2), ("Letter", "landscape", 3, 2)]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("grid", GRIDS)
def test_the_shapes_of_all_sheets_are_those_of_the_single_one(sample: str, grid: tuple[str, str, int, int]) -> None:
    poster = made(sample, *grid)
    assert len(poster.windows) == poster.fitted.grid.columns * poster.fitted.grid.rows
    assert differences(poster.single, poster.windows) == []


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("grid", GRIDS)
def test_no_card_of_a_sample_is_cut(sample: str, grid: tuple[str, str, int, int]) -> None:
    assert cut_cards(made(sample, *grid)) == []


def test_sheets_of_one_size_would_cut_cards() -> None:
    """What the cuts in the gaps are for, and that a cut card would be seen."""
    poster = made("clinic", "A4", "landscape", 3, 3)
    wide, high = poster.single.width, poster.single.height
    even = msgspec.structs.replace(poster.fitted, columns=(wide / 3, wide * 2 / 3), rows=(high / 3, high * 2 / 3))
    assert len(cut_cards(msgspec.structs.replace(poster, fitted=even))) > 10


def cut_cards(poster: Made) -> list[str]:
    """The cards through which the visible edge of a sheet goes, once it is glued over its neighbour."""
    columns, rows = poster.fitted.columns, poster.fitted.rows
    return [
        key
        for key, frames in cards_on(poster.single, poster.document).items()
        for frame in frames
        if any(frame.left < x < frame.right for x in columns) or any(frame.top < y < frame.bottom for y in rows)
    ]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("grid", GRIDS)
def test_glue_lines_lie_where_the_next_sheet_begins(sample: str, grid: tuple[str, str, int, int]) -> None:
    poster = made(sample, *grid)
    begin = {(each.place.left, each.place.top) for each in poster.windows}
    for window in poster.windows:
        for line in glue_lines(window.page):
            x, y = line.x1 - window.x, line.y1 - window.y
            starts = [left for left, _ in begin] if line.x1 == line.x2 else [top for _, top in begin]
            assert min(abs((x if line.x1 == line.x2 else y) - start) for start in starts) < 1e-6
    assert sum(len(glue_lines(window.page)) for window in poster.windows) == expected_lines(poster.fitted)


def expected_lines(fitted: Fitted) -> int:
    """One for each pair of neighbours."""
    columns, rows = fitted.grid.columns, fitted.grid.rows
    return (columns - 1) * rows + columns * (rows - 1)


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("grid", GRIDS)
def test_neighbours_share_the_overlap_and_a_whole_sheet_is_used(sample: str, grid: tuple[str, str, int, int]) -> None:
    poster = made(sample, *grid)
    by_place = {each.page.label: each.place for each in poster.windows}
    assert len(by_place) == len(poster.windows)
    right = max(place.right for place in by_place.values())
    for place in by_place.values():
        assert place.right - place.left <= poster.fitted.grid.window_width + 1e-6
        assert place.bottom - place.top <= poster.fitted.grid.window_height + 1e-6
        following = [other.left for other in by_place.values() if other.top == place.top and other.left > place.left]
        assert place.right == pytest.approx(right if not following else min(following) + 10 * MM)


PRINTED = [("clinic", "A4", "landscape", 3, 3), ("train-journey", "A3", "landscape", 2, 2)]


@pytest.mark.parametrize("poster", PRINTED, ids=lambda each: each[0])
def test_the_printed_sheets_are_the_single_one_to_half_a_millimetre(poster: tuple[str, str, str, int, int]) -> None:
    found = made(*poster)
    (whole,) = pictures([found.single])
    together = glued(found.single, found.windows, pictures([window.page for window in found.windows]))
    assert together.size == whole.size
    assert unlike_pixels(together, whole, found.windows) == 0


def test_a_sheet_that_is_one_millimetre_off_is_seen() -> None:
    found = made("clinic", "A4", "landscape", 3, 3)
    (whole,) = pictures([found.single])
    for x, y in ((MM, 0.0), (0.0, MM)):
        pages = [window.page for window in found.windows]
        pages[4] = shifted(pages[4], x, y)
        assert unlike_pixels(glued(found.single, found.windows, pictures(pages)), whole, found.windows) > 1000
        assert differences(found.single, sheets_of(pages)) != []


def shifted(page: Page, x: float, y: float) -> Page:
    """The page with what its window shows a little off."""
    clip, *others = page.shapes
    assert isinstance(clip, Clip)
    (moved,) = clip.shapes
    assert isinstance(moved, Group)
    off = msgspec.structs.replace(moved, shapes=(Group(x, y, moved.shapes),))
    return msgspec.structs.replace(page, shapes=(msgspec.structs.replace(clip, shapes=(off,)), *others))


def pictures(pages: list[Page]) -> list[Image.Image]:
    """Pages as pdfium prints them."""
    with pdfium.PdfDocument(io.BytesIO(pdf.write(pages, INFO))) as file:
        return [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in file]

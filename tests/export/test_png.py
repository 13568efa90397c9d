"""Pages as pictures: their pixels, their size on paper, what they say of themselves."""

import datetime
import io
from pathlib import Path

import pytest
from PIL import Image

from export.info import Info
from export.options import PngOptions
from export.png import MOST_PIXELS, largest_dpi, size
from export.registry import Job, render
from model.handouts.brief import Brief
from model.layout.shapes import Box, Page
from model.refusal import Refused
from tests.making.small_map import small_map

INFO = Info(title="Peta “Tiga”", author="Ani", date=datetime.date(2026, 1, 1), language="id")
SQUARE = Page(72.0, 144.0, (Box(18, 36, 36, 72, fill="#0067A3"),), title="Satu")


class Stopped(Exception):
    """Somebody wants no more of it."""


def drawn(page: Page = SQUARE, brief: Brief | None = None, **options: object) -> Image.Image:
    job = Job(small_map(), INFO, brief=brief or Brief(), options=PngOptions(**options))  # type: ignore[arg-type]
    (data,) = render(job, (page,), Path("a.png")).values()
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("dpi", [36, 150, 600])
def test_a_picture_has_so_many_dots_to_the_inch_and_says_so(dpi: int) -> None:
    image = drawn(dpi=dpi)
    assert image.size == (dpi, 2 * dpi)
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)
    assert (image.info["Title"], image.info["Author"]) == ("Peta “Tiga” – Satu", "Ani")


def test_bare_paper_is_white_or_nothing_at_all() -> None:
    white, clear = drawn(dpi=72), drawn(dpi=72, transparent=True)
    assert (white.mode, white.getpixel((2, 2)), white.getpixel((36, 72))) == ("RGB", (255, 255, 255), (0, 103, 163))
    assert (clear.mode, clear.getpixel((36, 72))) == ("RGBA", (0, 103, 163, 255))
    assert clear.getpixel((2, 2)) == (255, 255, 255, 0)


def test_strips_meet_without_a_seam() -> None:
    tall = Page(720.0, 1440.0, (Box(100, 0, 500, 1440, fill="#0067A3"),))
    image = drawn(tall, dpi=300)
    middle = image.crop((1000, 0, 1001, image.height))
    assert image.width * image.height * 3 > 2 * (16 << 20)
    assert middle.getextrema() == ((0, 0), (103, 103), (163, 163))


def test_several_pages_are_several_files() -> None:
    job = Job(small_map(), INFO, options=PngOptions(dpi=36, sheets=(1, 3)))
    assert [path.name for path in render(job, (SQUARE,) * 3, Path("a.png"))] == ["a-1.png", "a-3.png"]


def test_the_same_page_makes_the_same_bytes() -> None:
    job = Job(small_map(), INFO, options=PngOptions(dpi=72))
    assert render(job, (SQUARE,), Path("a.png")) == render(job, (SQUARE,), Path("a.png"))


def test_a_picture_nobody_could_open_is_refused_with_the_largest_that_works() -> None:
    page = Page(2384.0, 3370.0, ())
    with pytest.raises(Refused) as refused:
        drawn(page, dpi=600)
    most = refused.value.details["most"]
    assert (refused.value.code, most) == ("png_too_large", largest_dpi(page))
    across, down = size(page, most)
    assert MOST_PIXELS * 0.98 < across * down <= MOST_PIXELS
    with pytest.raises(Refused):
        size(page, most + 1)


def test_a_page_too_large_for_any_picture_is_refused_before_another_is_drawn() -> None:
    with pytest.raises(Refused) as refused:
        drawn(Page(60_000.0, 60_000.0, ()), dpi=36)
    assert refused.value.code == "png_never"


def test_drawing_ends_when_it_is_to_end() -> None:
    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        drawn(brief=Brief(check=stop))

"""Pictures on paper."""

import re

import pytest
from PIL import Image

from export import pdf
from model.layout.shapes import Picture
from tests.checking.export_reader import of_type
from tests.checking.export_tools import colour_at, near, rendered, run
from tests.making.export_pages import INFO, as_jpeg, as_png, page

RED, GREY = (194, 65, 12), "#55606E"


def shown(data: bytes, x: float = 100, y: float = 50, kind: str = "image/png") -> Picture:
    return Picture(x, y, 120, 80, kind, data)


def halves(mode: str = "RGB") -> Image.Image:
    """Red on top, blue below."""
    image = Image.new("RGB", (30, 20), RED)
    image.paste((0, 103, 163), (0, 10, 30, 20))
    return image.convert(mode)


def test_a_png_stands_upright_in_its_rectangle() -> None:
    image = rendered(pdf.write((page(shown(as_png(halves()))),), INFO))
    assert colour_at(image, 160, 60) == "#C2410C"
    assert colour_at(image, 160, 120) == "#0067A3"
    assert {colour_at(image, *place) for place in ((98, 60), (222, 60), (160, 48), (160, 132))} == {"#FFFFFF"}


def test_a_jpeg_goes_in_as_it_is() -> None:
    content = as_jpeg(halves())
    data = pdf.write((page(shown(content)),), INFO)
    assert [each.stream for each in of_type(data, "XObject")] == [content]
    assert near(colour_at(rendered(data), 160, 60), "#C2410C", slack=6)


def test_a_grey_jpeg_is_grey() -> None:
    data = pdf.write((page(shown(as_jpeg(Image.new("L", (16, 16), 100)))),), INFO)
    assert near(colour_at(rendered(data), 160, 60), "#646464")


def test_what_shines_through_a_png_shines_through_on_paper() -> None:
    image = Image.new("RGBA", (20, 20), (*RED, 255))
    image.paste((*RED, 128), (0, 0, 10, 20))
    image.paste((*RED, 0), (0, 0, 5, 20))
    drawn = rendered(pdf.write((page(shown(as_png(image))),), INFO))
    assert colour_at(drawn, 110, 90) == "#FFFFFF"
    assert near(colour_at(drawn, 145, 90), "#E09F84", slack=4)
    assert colour_at(drawn, 200, 90) == "#C2410C"


def test_a_png_that_is_opaque_all_over_has_no_mask() -> None:
    data = pdf.write((page(shown(as_png(halves("RGBA")))),), INFO)
    assert len(of_type(data, "XObject")) == 1


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (Image.new("1", (16, 16), 0), "#000000"),
        (Image.new("L", (16, 16), 156), "#9C9C9C"),
        (Image.new("LA", (16, 16), (156, 255)), "#9C9C9C"),
        (Image.new("I;16", (16, 16), 40_000), "#9C9C9C"),
        (Image.new("RGB", (16, 16), RED).quantize(2), "#C2410C"),
    ],
    ids=["black and white", "grey", "grey with opacity", "16 bits", "palette"],
)
def test_every_kind_of_png_is_painted(image: Image.Image, expected: str) -> None:
    assert near(colour_at(rendered(pdf.write((page(shown(as_png(image))),), INFO)), 150, 90), expected)


def test_a_palette_with_a_transparent_colour_is_masked() -> None:
    image = halves().quantize(2, dither=Image.Dither.NONE)
    image.info["transparency"] = image.getpixel((5, 15))
    drawn = rendered(pdf.write((page(shown(as_png(image))),), INFO))
    assert colour_at(drawn, 160, 120) == "#FFFFFF"
    assert near(colour_at(drawn, 160, 60), "#C2410C")


def test_the_same_content_is_stored_once() -> None:
    content, again = as_png(halves()), bytes(bytearray(as_png(halves())))
    data = pdf.write((page(shown(content), shown(again, y=150)), page(shown(content))), INFO)
    assert len(of_type(data, "XObject")) == 1
    assert colour_at(rendered(data, page=2), 160, 60) == "#C2410C"


@pytest.mark.parametrize("content", [b"", b"GIF89a", as_png(halves())[:70], as_jpeg(halves("CMYK"))])
def test_a_picture_that_cannot_be_read_is_a_crossed_box(content: bytes) -> None:
    data = pdf.write((page(shown(content)),), INFO)
    run("qpdf", data, "--check")
    image = rendered(data)
    assert near(colour_at(image, 160, 90), GREY, slack=40)
    assert near(colour_at(image, 100, 90), GREY, slack=90)
    assert not of_type(data, "XObject")


def test_pages_name_only_pictures_that_are_in_the_file() -> None:
    data = pdf.write((page(shown(b"kaput"), shown(as_png(halves()), y=150)),), INFO)
    named = set(re.findall(rb"/(P\d+) \d+ 0 R", data))
    assert len(named) == len(of_type(data, "XObject")) == 1
    assert colour_at(rendered(data), 160, 160) == "#C2410C"

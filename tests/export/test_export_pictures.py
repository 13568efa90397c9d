"""Pictures before they are painted."""

import struct
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from export import pictures
from model.layout.shapes import Group, Picture
from model.pictures import Header, is_sound
from tests.making.export_pages import as_jpeg, as_png, page

KINDS = [as_png(Image.effect_noise((13, 9), 90).convert(mode)) for mode in ("L", "LA", "RGB", "RGBA", "P", "1", "I;16")]
PNG = as_png(Image.new("RGB", (30, 20), (194, 65, 12)))
JPEG = as_jpeg(Image.new("RGB", (30, 20), (194, 65, 12)))


def code(data: bytes) -> str:
    with pytest.raises(pictures.Unreadable) as caught:
        pictures.check(data)
    return caught.value.code


def png_of(width: int, height: int) -> bytes:
    """A small file that claims to be a large picture."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + PNG[33:]


def test_a_picture_is_known_by_its_content() -> None:
    assert pictures.check(PNG) == Header("image/png", 30, 20)
    assert pictures.check(JPEG) == Header("image/jpeg", 30, 20, channels=3)


def test_a_picture_of_more_than_forty_million_pixels_is_not_decoded() -> None:
    assert code(png_of(40_000, 40_000)) == "picture_size"
    assert code(png_of(0, 20)) == "picture_size"


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", b"<svg/>", b"RIFF\0\0\0\0WEBP"])
def test_other_formats_are_not_pictures(data: bytes) -> None:
    assert code(data) == "picture_format"


def test_a_jpeg_for_the_printing_press_is_not_taken() -> None:
    assert code(as_jpeg(Image.new("CMYK", (30, 20)))) == "picture_format"


@pytest.mark.parametrize("saved", [as_png, as_jpeg])
def test_a_picture_cut_off_anywhere_is_broken(saved: Callable[[Image.Image], bytes]) -> None:
    whole = saved(Image.effect_noise((30, 20), 90))
    for length in range(12, len(whole) - 30, 7):
        assert code(whole[:length]) in ("picture_broken", "picture_size")


@given(st.sampled_from([PNG, JPEG]), st.integers(min_value=0, max_value=600), st.binary(min_size=1, max_size=8))
def test_damage_never_does_more_than_make_a_picture_unreadable(whole: bytes, place: int, noise: bytes) -> None:
    damaged = whole[:place] + noise + whole[place + len(noise) :]
    try:
        pictures.check(damaged)
    except pictures.Unreadable as unreadable:
        assert unreadable.code.startswith("picture_")


@given(st.sampled_from(KINDS), st.integers(min_value=0, max_value=2000), st.binary(max_size=4), st.integers(0, 4))
def test_what_is_taken_for_sound_is_decoded_to_its_end(whole: bytes, place: int, noise: bytes, gone: int) -> None:
    damaged = whole[:place] + noise + whole[place + gone :]
    if is_sound(damaged):
        assert pictures.pixels(damaged).samples


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "P"])
def test_common_pictures_are_known_to_be_sound_without_decoding_them(mode: str) -> None:
    assert is_sound(as_png(Image.effect_noise((13, 9), 90).convert(mode)))


def test_faults_name_the_record_and_the_reason_once() -> None:
    broken = Picture(0, 0, 9, 9, "image/png", PNG[:60])
    shown = page(
        Group(0, 0, (broken, broken), record="p_1"),
        Group(0, 0, (Picture(0, 0, 9, 9, "image/png", PNG),), record="c_2"),
        Picture(0, 0, 9, 9, "image/gif", b"GIF89a"),
    )
    assert list(pictures.faults((shown, shown))) == [("p_1", "picture_broken"), (None, "picture_format")]

import struct

import pytest

from model.ids import asset_id
from model.operations.pictures import MOST_BYTES, picture_asset, set_picture
from model.records import Asset, Card, Persona
from model.refusal import Refused
from tests.making.small import picture
from tests.making.small_map import PICTURE, done, small_map

FRAME = b"\xff\xc0\x00\x11\x08\x00\x02\x00\x03" + bytes(10)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(9) + b"\xff\xdb\x00\x04ab" + FRAME


def test_a_picture_is_shown_by_a_card_and_by_a_persona_and_kept_once() -> None:
    document = done(small_map(), set_picture(small_map(), "p1", picture(7)))
    document = done(document, set_picture(document, "c1", picture(7)))
    assert document.table(Persona)["p1"].picture == document.table(Card)["c1"].picture == asset_id(picture(7))
    assert len(document.table(Asset)) == 2


def test_a_picture_goes_with_the_last_that_shows_it() -> None:
    shared = done(small_map(), set_picture(small_map(), "c1", PICTURE))
    one = done(shared, set_picture(shared, "c2", None))
    assert set(one.table(Asset)) == {asset_id(PICTURE)}
    assert not done(one, set_picture(one, "c1", None)).table(Asset)
    assert set(done(one, set_picture(one, "c1", picture(9))).table(Asset)) == {asset_id(picture(9))}


def test_the_same_picture_again_changes_nothing() -> None:
    assert not set_picture(small_map(), "c2", PICTURE)
    assert not set_picture(small_map(), "c1", None)


def test_a_jpeg_is_known_by_its_content() -> None:
    assert picture_asset(JPEG).type == "image/jpeg"
    assert picture_asset(b"\xff\xd8\xff" + JPEG[2:]).type == "image/jpeg"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg/>",
        b"%PDF-1.7",
        PICTURE[:20],
        PICTURE.replace(b"IHDR", b"IHDX"),
        PICTURE[:20] + b"\x7f" + PICTURE[21:],
        JPEG[:-12],
        b"\xff\xd8\xff\xda" + bytes(50),
        b"\xff\xd8\xff" * 9,
        JPEG[: -len(FRAME)] + FRAME.replace(b"\x00\x02\x00\x03", bytes(4)),
    ],
)
def test_what_is_no_whole_png_or_jpeg_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="picture_kind"):
        set_picture(small_map(), "c1", data)


def test_a_picture_too_large_to_keep_or_to_unpack_is_refused() -> None:
    with pytest.raises(Refused, match="picture_bytes"):
        set_picture(small_map(), "c1", PICTURE + bytes(MOST_BYTES))
    huge = JPEG.replace(b"\x00\x02\x00\x03", struct.pack(">HH", 60000, 60000))
    with pytest.raises(Refused, match="picture_pixels"):
        set_picture(small_map(), "c1", huge)


def test_a_step_shows_no_picture() -> None:
    for record in ("t1", "gone"):
        with pytest.raises(Refused, match="missing"):
            set_picture(small_map(), record, PICTURE)

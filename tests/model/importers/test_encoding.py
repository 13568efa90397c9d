"""Which alphabet a file is written in."""

import codecs

import pytest

from model.importers.encoding import Encoding, encoding_of, read_text, tidy

TEXT = "journey\n  Minum kopi café – 5 €: 5: バス\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
    ],
)
def test_a_file_that_says_its_encoding_is_read_by_it(data: bytes, name: str) -> None:
    assert encoding_of(data) == Encoding(name)
    assert read_text(data) == TEXT


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_a_guess(name: str) -> None:
    assert encoding_of(TEXT.encode(name)) == Encoding(name, sure=False)
    assert read_text(TEXT.encode(name)) == TEXT


def test_bytes_that_are_no_utf_8_are_taken_for_windows_1252() -> None:
    data = "Minum café – 5 €".encode("cp1252")
    assert encoding_of(data) == Encoding("cp1252", sure=False)
    assert read_text(data) == "Minum café – 5 €"


def test_a_damaged_utf_8_file_loses_its_broken_letters_only() -> None:
    data = "バスに乗る é".encode() + b"\xff" + "– selesai".encode()
    assert encoding_of(data) == Encoding("utf-8", sure=False)
    assert read_text(data) == "バスに乗る é\ufffd– selesai"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", bytes(range(256)), b"\0\0\0\0"])
def test_a_picture_or_a_program_is_no_text(data: bytes) -> None:
    assert encoding_of(data).name == ""
    assert read_text(data) == ""


def test_an_odd_byte_at_the_end_of_utf_16_is_no_reason_to_fail() -> None:
    assert read_text(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c") == "ab\ufffd"


def test_tidy_text_has_plain_newlines_and_nothing_that_breaks_a_file() -> None:
    assert tidy("\ufeffa\r\nb\rc\td\u00a0e") == ("a\nb\nc\td\u00a0e", 0)
    assert tidy("a\0b\ud800c\x0bd\x1b") == ("a\ufffdb\ufffdc\ufffdd\ufffd", 4)

"""Maps inside of PDFs: whoever made the PDF, whatever state it is in."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.storage.cjm import encode
from model.storage.enclosed import is_pdf, open_enclosed
from model.storage.faults import StorageError
from model.storage.form import MAX_BYTES
from model.storage.sentences import error_sentence
from tests.making.attached import by_another, with_inside
from tests.making.small_map import small_map

MAP = small_map()
DATA = encode(MAP)


def put(folder: Path, data: bytes) -> Path:
    path = folder / "peta.pdf"
    path.write_bytes(data)
    return path


def refused(path: Path) -> str:
    with pytest.raises(StorageError) as caught:
        open_enclosed(path)
    assert all("peta.pdf" in error_sentence(caught.value, language) for language in ("id", "en"))
    return caught.value.code


@pytest.mark.parametrize(
    "data",
    [
        with_inside(DATA), b"\n\n" + with_inside(DATA), by_another(("Peta.CJM", DATA)),
        by_another(("catatan.txt", b"x"), ("peta.cjm", DATA)),
    ],
)  # fmt: skip
def test_the_map_inside_a_pdf_opens_as_it_stands(tmp_path: Path, data: bytes) -> None:
    path = put(tmp_path, data)
    assert is_pdf(path)
    recovered = open_enclosed(path)
    assert recovered.faults == []
    assert recovered.document.records == MAP.records


def test_what_is_readable_of_a_damaged_map_inside_comes_with_its_faults(tmp_path: Path) -> None:
    recovered = open_enclosed(put(tmp_path, with_inside(DATA[: len(DATA) // 2])))
    assert recovered.faults
    assert recovered.document.map.title == "Kopi"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (by_another(), "no_map_inside"),
        (by_another(("catatan.txt", b"x")), "no_map_inside"),
        (with_inside(b""), "no_map_inside"),
        (by_another(("peta.cjm", DATA), password="rahasia"), "pdf_damaged"),
        (b"%PDF-1.7\nnothing", "pdf_damaged"),
        (with_inside(DATA)[:2000], "pdf_damaged"),
    ],
)
def test_a_pdf_without_a_map_says_so(tmp_path: Path, data: bytes, code: str) -> None:
    assert refused(put(tmp_path, data)) == code


def test_a_map_larger_than_any_is_not_unpacked(tmp_path: Path) -> None:
    assert refused(put(tmp_path, with_inside(bytes(MAX_BYTES + 10)))) == "no_map_inside"


def test_a_pdf_larger_than_any_map_is_not_read(tmp_path: Path) -> None:
    path = put(tmp_path, b"%PDF-1.7\n")
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 10)
    assert refused(path) == "pdf_too_large"


def test_a_large_pdf_is_not_searched_for_what_it_lost(tmp_path: Path) -> None:
    whole = with_inside(DATA)
    lost = re.sub(rb"startxref\n\d+", b"startxref\n7", whole)
    assert open_enclosed(put(tmp_path, lost)).document.records == MAP.records
    large = b"%PDF-1.7\n%" + b"x" * (9 * 1024 * 1024) + b"\n"
    assert refused(put(tmp_path, large + lost)) == "pdf_damaged"
    assert refused(put(tmp_path, large + whole[: whole.index(b"startxref")])) == "pdf_damaged"


def test_other_files_are_no_pdf(tmp_path: Path) -> None:
    assert not is_pdf(put(tmp_path, DATA))
    assert not is_pdf(tmp_path / "tiada.pdf")
    assert not is_pdf(tmp_path)


@settings(max_examples=60)
@given(st.integers(0, 6000), st.binary(min_size=1, max_size=40))
def test_no_damage_to_a_pdf_ends_in_anything_but_a_map_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, at: int, bytes_: bytes
) -> None:
    whole = with_inside(DATA)
    at %= len(whole)
    path = put(tmp_path_factory.mktemp("pdf"), b"%PDF-1.7" + whole[8:at] + bytes_ + whole[at + len(bytes_) :])
    try:
        assert open_enclosed(path).document.map is not None
    except StorageError as error:
        assert error.code in ("no_map_inside", "pdf_damaged")

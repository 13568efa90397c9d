"""What fonts a computer has: found wherever they lie, read once, the unusable ones left out."""

import os
from pathlib import Path

import pytest

from model.layout.text.alone import alone
from model.layout.text.computer import FOLDERS, folders, fonts
from model.layout.text.faces import meet
from tests.making.fonts import collection, font, put

THAI, JAVANESE = "กขค", "ꦲꦤ"


def names(folder: Path, cache: Path | None = None) -> list[str]:
    """What is found now: what is remembered of the folder goes by its path, so each test has one of its own."""
    fonts.cache_clear()
    return [each.font.name for each in fonts((folder,), cache)]


def test_fonts_are_found_in_folders_of_folders_in_the_order_of_their_paths(tmp_path: Path) -> None:
    put([font("Two", THAI)], tmp_path / "b" / "deep")
    put([font("One", THAI), font("Three", JAVANESE, cff=True)], tmp_path / "a")
    assert names(tmp_path) == ["One-Regular", "Three-Regular", "Two-Regular"]


def test_faces_of_one_file_are_told_apart_and_each_can_stand_alone(tmp_path: Path) -> None:
    faces = [font("First", THAI), font("Second", JAVANESE, wide=700)]
    (tmp_path / "both.ttc").write_bytes(collection(faces))
    assert names(tmp_path) == ["First-Regular", "Second-Regular"]
    second = meet("Second-Regular", tmp_path / "both.ttc", 1)
    (tmp_path / "alone.ttf").write_bytes(alone(second))
    again = meet("Alone", tmp_path / "alone.ttf", 0)
    assert (again.characters, again.units) == (second.characters, second.units) == (frozenset(map(ord, JAVANESE)), 1000)
    assert again.font.get_glyph_h_advance(1) == 700


@pytest.mark.parametrize(
    "damage", [b"", b"\0\1\0\0", b"OTTO" + b"\xff" * 400, b"ttcf\0\2\0\0\xff\xff\xff\xff" + b"\0" * 40]
)
def test_a_damaged_file_is_no_font_and_hides_no_other(damage: bytes, tmp_path: Path) -> None:
    put([font("Whole", THAI)], tmp_path)
    (tmp_path / "damaged.ttf").write_bytes(damage)
    (tmp_path / "folder.ttf").mkdir()
    assert names(tmp_path) == ["Whole-Regular"]


@pytest.mark.parametrize("cut", [0.0, 0.01, 0.1, 0.5, 0.9])
def test_part_of_a_font_is_as_good_as_none(cut: float, tmp_path: Path) -> None:
    whole = put([font("Whole", THAI)], tmp_path) / "00.ttf"
    whole.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * cut)])
    assert names(tmp_path) == []


def test_a_font_of_nothing_but_boxes_has_no_character(tmp_path: Path) -> None:
    boxes = font("Last Resort", THAI)
    boxes["name"].setName("LastResort", 6, 3, 1, 0x409)
    put([boxes, font("Whole", THAI)], tmp_path)
    assert names(tmp_path) == ["Whole-Regular"]


def test_a_file_nobody_may_read_is_no_font(tmp_path: Path) -> None:
    put([font("Whole", THAI)], tmp_path)
    (tmp_path / "gone.ttf").symlink_to(tmp_path / "nowhere.ttf")
    (tmp_path / "round.ttf").symlink_to(tmp_path / "round.ttf")
    assert names(tmp_path) == ["Whole-Regular"]


@pytest.mark.parametrize("restricted", [0x0002, 0x0100, 0x0200])
def test_a_font_that_may_not_be_put_into_documents_is_left_out(restricted: int, tmp_path: Path) -> None:
    put([font("Kept", THAI, restricted=restricted), font("Free", THAI, restricted=0x0008)], tmp_path)
    assert names(tmp_path) == ["Free-Regular"]


def test_files_are_read_again_only_when_they_change(tmp_path: Path) -> None:
    file = put([font("Old", THAI)], tmp_path / "fonts") / "00.ttf"
    cache, seen = tmp_path / "cache" / "fonts.json", file.stat()
    assert names(file.parent, cache) == ["Old-Regular"]
    file.write_bytes(bytes(seen.st_size))
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert names(file.parent, cache) == ["Old-Regular"]
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns + 1))
    assert names(file.parent, cache) == []


@pytest.mark.parametrize("kept", [b"", b"{", b'{"form":0,"files":{}}', b'{"form":1,"files":{"a":3}}', b"\xff\xfe"])
def test_what_is_kept_may_be_damaged_or_of_another_version(kept: bytes, tmp_path: Path) -> None:
    folder, cache = put([font("Whole", THAI)], tmp_path / "fonts"), tmp_path / "fonts.json"
    cache.write_bytes(kept)
    assert names(folder, cache) == names(folder, cache) == ["Whole-Regular"]


def test_where_nothing_can_be_kept_fonts_are_found_all_the_same(tmp_path: Path) -> None:
    folder = put([font("Whole", THAI)], tmp_path / "fonts")
    (tmp_path / "file").write_bytes(b"")
    assert names(folder, tmp_path / "file" / "fonts.json") == ["Whole-Regular"]


def test_a_name_is_plain_whatever_the_font_says(tmp_path: Path) -> None:
    put([font("../Evil (font) #1\n", THAI)], tmp_path)
    assert names(tmp_path) == ["..Evilfont1-Regular"]


def test_the_variable_names_the_folders_and_nothing_means_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDERS, os.pathsep.join(("one", "two")))
    assert folders() == (Path("one"), Path("two"))
    monkeypatch.setenv(FOLDERS, "")
    assert folders() == ()
    monkeypatch.delenv(FOLDERS)
    assert folders()

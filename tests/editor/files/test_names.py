"""A file's name from a title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.files.names import LONGEST, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Berobat di puskesmas", "Berobat di puskesmas"),
        ("Loket A/B: antre?", "Loket A B antre"),
        ("dua\nbaris", "dua baris"),
        ("  ...  ", "Peta baru"),
        ("", "Peta baru"),
        (".rahasia", "rahasia"),
        ("con", "con_"),
        ("Nul.1", "Nul.1_"),
        ("Kantor pos 2.0", "Kantor pos 2.0"),
    ],
)
def test_a_title_becomes_a_name_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "Peta baru") == name


@given(st.text())
def test_a_name_is_never_empty_long_or_a_way_to_another_folder(title: str) -> None:
    name = file_name(title, "x")
    assert 0 < len(name) <= LONGEST
    assert len(name.encode("utf-8")) <= 201
    assert not set('/\\:\0\n<>"|?*') & set(name)
    assert name.strip(". ") == name

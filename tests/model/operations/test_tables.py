import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.operations.tables import rows_of, text_of

WORDS = st.text("ab c\"'\t\n", max_size=6).map(str.strip)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("a\nb", [["a"], ["b"]]),
        ("a\r\n\r\nb\r", [["a"], ["b"]]),
        ("• a\n• b", [["a"], ["b"]]),
        ("•\ta\n•\tb", [["a"], ["b"]]),
        ("●\ta\n○\tb", [["a"], ["b"]]),
        ("\uf0b7\ta\n\uf0b7\tb", [["a"], ["b"]]),
        ("–\u00a0a\n\n–\u00a0b", [["a"], ["b"]]),
        ("Judul\n- a\n- b", [["Judul"], ["- a"], ["- b"]]),
        ("1. a\n2) b", [["a"], ["b"]]),
        ("- a\tb\n- c\td", [["- a", "b"], ["- c", "d"]]),
        ("\t- a", [["", "- a"]]),
        ("- a\nb", [["- a"], ["b"]]),
        ("-5\n-6", [["-5"], ["-6"]]),
        ("a\tb\n\tc", [["a", "b"], ["", "c"]]),
        ("\ta", [["", "a"]]),
        ("a\t\n\nb\tc", [["a", ""], [""], ["b", "c"]]),
        ('"a\nb"\tc', [["a\nb", "c"]]),
        ('"a ""b"" c"', [['a "b" c']]),
        ('"Halo" katanya\tc', [['"Halo" katanya', "c"]]),
        ('"Halo"\tc', [['"Halo"', "c"]]),
        ('"a\tb', [['"a', "b"]]),
    ],
)
def test_pasted_text_is_read_as_rows_of_cells(text: str, rows: list[list[str]]) -> None:
    assert rows_of(text) == rows


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_a_table_written_for_a_spreadsheet_is_read_back(rows: list[list[str]]) -> None:
    assert rows_of(text_of(rows)) == rows


@given(st.text('a"\t\n', max_size=200))
def test_no_word_of_a_pasted_text_is_lost(text: str) -> None:
    assert sum(cell.count("a") for row in rows_of(text) for cell in row) == text.count("a")

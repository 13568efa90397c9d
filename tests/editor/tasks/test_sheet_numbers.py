"""Which sheets of several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.tasks.sheet_numbers import sheet_numbers


@pytest.mark.parametrize(
    ("text", "numbers"), [("1", (1,)), ("1, 3-5", (1, 3, 4, 5)), ("5;2–3 , 2", (2, 3, 5)), (" 4 - 4 ", (4,))]
)
def test_numbers_and_stretches_are_understood(text: str, numbers: tuple[int, ...]) -> None:
    assert sheet_numbers(text, 5) == numbers


@pytest.mark.parametrize("text", ["", ",", "0", "6", "5-4", "1-", "a", "1.5", "²", "9" * 5000])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no sheets"):
        sheet_numbers(text, 5)


@given(st.sets(st.integers(1, 40), min_size=1))
def test_any_set_of_sheets_can_be_written(chosen: set[int]) -> None:
    assert sheet_numbers(", ".join(map(str, chosen)), 40) == tuple(sorted(chosen))

"""Numbers as text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.numbers import Numbers


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (8.5, "8.5"),
        (8.50, "8.5"),
        (-0.001, "0"),
        (100, "100"),
        (1200.0, "1200"),
        (0.126, "0.13"),
        (-3.10, "-3.1"),
    ],
)
def test_numbers_are_as_short_as_they_can_be(value: float, written: str) -> None:
    assert Numbers(2)[value] == written


@given(st.floats(min_value=-1e9, max_value=1e9))
def test_a_number_comes_back_rounded(value: float) -> None:
    written = Numbers(3)[value]
    assert re.fullmatch(r"-?\d+(\.\d*[1-9])?", written)
    assert abs(float(written) - value) <= 0.0005 + abs(value) * 1e-12


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="no number"):
        Numbers(2)[value]

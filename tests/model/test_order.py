from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import order
from model.order import DIGITS, FIRST

HEADS = st.sampled_from("AYZabyz")


@st.composite
def keys(draw: st.DrawFn) -> str:
    first = draw(HEADS)
    length = ord(first) - ord("a") + 1 if first >= "a" else ord("Z") - ord(first) + 1
    digits = st.text("019AZaz" + DIGITS[31], min_size=length, max_size=length)
    key = first + draw(digits) + draw(st.text("0V1z", max_size=4)).rstrip("0")
    return key if order.is_key(key) else FIRST


@given(keys(), keys())
def test_there_is_a_key_between_any_two(one: str, other: str) -> None:
    low, high = sorted((one, other))
    if low == high:
        with pytest.raises(ValueError, match="no key between"):
            order.between(low, high)
    else:
        middle = order.between(low, high)
        assert low < middle < high
        assert order.is_key(middle)


@given(keys())
def test_there_is_a_key_ahead_of_and_behind_any(key: str) -> None:
    ahead, behind = order.between(None, key), order.between(key, None)
    assert ahead < key < behind
    assert order.is_key(ahead)
    assert order.is_key(behind)


@given(st.none() | keys(), st.none() | keys(), st.integers(0, 40))
def test_several_keys_stand_in_order_between_their_neighbours(one: str | None, other: str | None, count: int) -> None:
    low, high = (min(one, other), max(one, other)) if one is not None and other is not None else (one, other)
    if low is not None and low == high:
        high = None
    row = order.several(low, high, count)
    assert len(row) == count
    fence = [key for key in (low, *row, high) if key is not None]
    assert all(left < right for left, right in pairwise(fence))
    assert all(order.is_key(key) for key in row)


@given(st.lists(st.floats(0, 1, exclude_max=True), max_size=60))
def test_a_row_grown_anywhere_stays_in_order(places: list[float]) -> None:
    row: list[str] = []
    for place in places:
        at = int(place * (len(row) + 1))
        row.insert(at, order.between(row[at - 1] if at else None, row[at] if at < len(row) else None))
    assert row == sorted(set(row))


def test_a_thousand_records_one_behind_the_other_have_short_keys() -> None:
    assert max(map(len, order.several(None, None, 1000))) == 3


def test_a_thousand_records_between_two_have_short_keys() -> None:
    assert max(map(len, order.several("a0", "a1", 1000))) <= 5


@pytest.mark.parametrize("key", ["", "a", "a00", "b0", "~0", "a0-", "A" + "0" * 26, "0", "é0"])
def test_what_is_no_key_is_refused(key: str) -> None:
    assert not order.is_key(key)
    with pytest.raises(ValueError, match="not an order key"):
        order.between(key, None)

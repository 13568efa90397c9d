"""Broken JSON read in pieces: what is whole in it is read right, wherever the pieces end."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.records import Asset, Card
from model.storage.recovery import recover
from model.storage.recovery.parsing import parse
from model.storage.recovery.salvaging import Salvage
from model.storage.strings import quoted_end

BEHIND: dict[str, Any] = {
    "number": 1234567890123, "small": -0.5e-10, "yes": True, "nothing": None, "smile": "🙂\u2028", "list": [1, [2, {}]],
}  # fmt: skip


@pytest.mark.parametrize("length", range(15_880, 16_010))
def test_a_long_line_is_read_right_wherever_a_piece_of_it_ends(length: int) -> None:
    members = {"long": "k" * length, **BEHIND}
    cut = json.dumps(members)[:-1]
    assert parse(cut.encode()).members == members


@pytest.mark.parametrize("length", range(0, 420, 7))
def test_records_of_any_length_on_one_line_are_all_read(length: int) -> None:
    cards = [{"id": f"c_{at}", "order": "a0", "votes": 10**9 + at, "text": "k" * length} for at in range(200)]
    cut = json.dumps({"format": "customer-journey-map", "cards": cards})[:-2]
    assert parse(cut.encode()).members["cards"] == cards


@pytest.mark.parametrize("section", ["assets", "cards", "map", "x"])
@pytest.mark.parametrize("odd", ["5", "null", "[1]", '{"a": 1}', '"kata"', "[]", "{}"])
@pytest.mark.parametrize("end", ["}", "", ","])
def test_a_member_that_stands_twice_as_different_things_crashes_nothing(section: str, odd: str, end: str) -> None:
    picture = '{"sha256:a": {"type": "image/png", "data": "aGFsbw=="}'
    text = f'{{"{section}": {odd},\n"assets": {picture}}},\n"cards": [{{"id": "c", "text": "kata"}}]{end}'
    found = recover(text.encode()).document
    assert [asset.data for asset in found.table(Asset).values()] == [b"halo"]
    assert "kata" in {card.text for card in found.table(Card).values()}


_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"')


@given(st.text('"\\n\n u0', max_size=12), st.integers(0, 4))
def test_the_end_of_a_quoted_text_is_the_first_quote_that_is_not_escaped(text: str, at: int) -> None:
    found = _QUOTED.match(text, at)
    assert quoted_end(text, at) == (found.end() if found else None)


def test_a_text_of_many_escapes_is_read_in_little_memory() -> None:
    text = '"' + r"\"" * 300_000 + '"'
    assert quoted_end(text, 0) == len(text)
    assert Salvage(text).whole(0) == ('"' * 300_000, len(text))

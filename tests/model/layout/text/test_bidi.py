"""Which way characters run: as another program of the Unicode rules says, and in the cases people write."""

from unicodedata import bidirectional

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from model.layout.text.bidi import base_of, levels, logical, mixed, visual

UNSEEN = "\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LETTERS = "abאבגעربت019٠١+-,./%$€ \u00a0()[]{}<>!?\u0301\u064e" + UNSEEN


def shown(text: str) -> str:
    """The characters from left to right, without those nobody sees."""
    return "".join(text[at] for at in visual(levels(text)[1]) if text[at] not in UNSEEN)


@given(st.text(st.sampled_from(LETTERS), max_size=14))
def test_characters_stand_where_another_program_puts_them(text: str) -> None:
    text += "א"  # where a line ends does not matter here: what is read to the left keeps its spaces
    other = "".join(each for each in get_display(text, base_dir="LR"[base_of(text)]) if each not in UNSEEN)
    assert shown(text) == other


@given(st.lists(st.integers(0, 4), max_size=12))
def test_the_order_of_reading_is_found_again(found: list[int]) -> None:
    places = visual(found)
    assert [places[at] for at in logical([found[at] for at in places])] == list(range(len(found)))


@given(st.text(max_size=30))
def test_every_character_of_any_text_has_a_level(text: str) -> None:
    base, found = levels(text)
    assert len(found) == len(text)
    assert all(level >= base for level in found if level >= 0)
    assert mixed(text) or not any(bidirectional(each) in ("R", "AL") for each in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pulang", "pulang"),
        ("שלום 12:30", "12:30 םולש"),
        ("kata «שלום» itu", "kata «םולש» itu"),
        ("אב (גד) 5%", "5% (דג) בא".replace("(", "\0").replace(")", "(").replace("\0", ")")),
        ("a (אב)", "a (בא)"),
    ],
)
def test_what_people_write_stands_as_they_read_it(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_paragraph_goes_the_way_of_its_first_letter() -> None:
    assert (base_of("12 שלום a"), base_of("12 a שלום"), base_of("12"), base_of("\u2067שלום\u2069 a")) == (1, 0, 0, 0)

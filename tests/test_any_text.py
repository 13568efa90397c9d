"""What is typed is what is stored, shown and exported: any text of Unicode, on every way a text can go."""

import pytest
from hypothesis import example, given, settings

from tests.checking.kept_text import SLOW_WAYS, WAYS, unwrapped
from tests.making.unicode import TEXTS


@pytest.mark.parametrize("way", WAYS)
@given(text=TEXTS)
@example(text="10\u00a0€ \u202fx")
@example(text="\ufffeKopi")
@example(text="a\ud83d\x00\ude42\r\n\u2029b")
def test_a_text_arrives_as_it_set_out(way: str, text: str) -> None:
    found, wanted = WAYS[way](text)
    assert found == wanted


@pytest.mark.parametrize("way", SLOW_WAYS)
@settings(max_examples=30)
@given(text=TEXTS)
@example(text="10\u00a0€ a\u0301 fi 👩\u200d🍳 שלום")
def test_a_text_is_read_out_of_a_file_for_others(way: str, text: str) -> None:
    found, wanted = SLOW_WAYS[way](text)
    assert found == wanted


@pytest.mark.parametrize("lines", [["ab", "d"], ["ab"], ["ab", "c", "c"], ["b", "c"], []], ids=repr)
def test_lines_that_say_something_else_are_told_apart(lines: list[str]) -> None:
    assert unwrapped(["ab", "c"], "ab c") == "ab c"
    assert unwrapped(lines, "ab c") != "ab c"


def test_a_line_that_begins_inside_a_letter_is_told_apart() -> None:
    assert unwrapped(["e", "\u0301x"], "e\u0301x") != "e\u0301x"

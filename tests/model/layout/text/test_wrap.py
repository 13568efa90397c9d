"""Lines: as many as greedy filling needs, balanced, none too wide, every character in its place."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.layout.text.block import single
from model.layout.text.breaks import pieces, shown
from model.layout.text.graphemes import graphemes
from model.layout.text.shaping import width
from model.layout.text.wrap import Lines, count, untorn, wrap
from tests.making.phrases import SCRIPTS

SENTENCE = "Pelanggan menunggu antrean di depan gerai bersama keluarga dan teman-teman"
writing = st.lists(st.sampled_from([word for script in SCRIPTS.values() for word in script]), max_size=14).map(" ".join)
texts = writing | st.text(max_size=60)
measures = st.floats(1.5, 40)


def strings(lines: Lines) -> list[str]:
    return [line.string for line in lines.lines]


def narrowest(text: str, lines: int, most: float) -> float:
    """The least width at which greedy filling needs no more lines and tears no word, by trying a hundred."""
    widest = max(piece.width for piece in pieces(text, "card"))
    tried = (widest + (most - widest) * at / 100 for at in range(101))
    return next(measure for measure in tried if count(text, "card", measure) <= lines)


@given(texts, measures)
def test_no_character_is_lost_and_none_comes(text: str, measure: float) -> None:
    joined = "".join(strings(wrap(text, "card", measure)))
    assert joined.replace(" ", "") == shown(text).replace("\n", "").replace(" ", "")


@given(texts, measures)
def test_no_line_is_wider_than_its_measure_but_for_one_grapheme(text: str, measure: float) -> None:
    for line in wrap(text, "card", measure).lines:
        assert line.width <= measure + 1e-6 or len(graphemes(line.string.strip())) == 1


@given(texts, measures)
def test_balanced_lines_are_as_many_as_greedy_ones(text: str, measure: float) -> None:
    balanced, greedy = wrap(text, "card", measure), wrap(text, "card", measure, balanced=False)
    assert len(balanced) == len(greedy) == count(text, "card", measure)
    assert balanced.width <= greedy.width + 1e-6


@given(writing, st.floats(5, 30))
def test_balanced_lines_are_as_narrow_as_their_number_allows(text: str, measure: float) -> None:
    assume(max((piece.width for piece in pieces(text, "card")), default=0.0) <= measure)
    lines = wrap(text, "card", measure)
    if len(lines) > 1:
        assert lines.width <= narrowest(text, len(lines), measure) + 0.02


@pytest.mark.parametrize("measure", [12.0, 16.0, 20.0, 24.0, 30.0])
def test_no_word_is_left_alone_where_the_lines_can_share(measure: float) -> None:
    lines = wrap(SENTENCE, "card", measure)
    assert len(lines) > 1
    assert len(lines.lines[-1].string.split()) > 1 or lines.lines[-1].width > lines.width / 2


@given(texts, measures, st.integers(1, 4))
def test_a_text_past_its_limit_ends_in_an_ellipsis_and_says_so(text: str, measure: float, limit: int) -> None:
    lines = wrap(text, "card", measure, limit)
    assert len(lines) <= limit
    assert lines.whole == (count(text, "card", measure) <= limit)
    assert lines.whole or lines.lines[-1].string.endswith("…")


@given(writing, st.floats(3, 30), st.integers(1, 4))
def test_an_ellipsis_stays_within_the_measure(text: str, measure: float, limit: int) -> None:
    assert wrap(text, "card", measure, limit).width <= measure + 1e-6


def test_a_word_longer_than_the_measure_is_cut_between_graphemes() -> None:
    word = "e\u0301" * 12 + "👩‍🍳" * 3
    cut = strings(wrap(word, "card", 2.5))
    assert "".join(cut) == word
    assert len(cut) > 3
    assert all(line[0] not in "\u0301\u200d" for line in cut)


def test_line_ends_typed_by_hand_are_kept() -> None:
    assert strings(wrap("satu\n\ndua tiga", "card", 50)) == ["satu", "", "dua tiga"]


@pytest.mark.parametrize("text", ["", " ", "   "])
def test_a_text_of_nothing_takes_at_most_one_line(text: str) -> None:
    assert len(wrap(text, "card", 10)) <= 1
    assert wrap(text, "card", 10).whole


def test_one_line_is_one_line_whatever_is_typed() -> None:
    line, whole = single("satu\ndua", "regular", 50)
    assert (line.string, whole) == ("satu dua", True)
    assert not single(SENTENCE, "regular", 10)[1]
    assert single("", "regular", 10)[0].width == 0


def test_a_title_is_set_smaller_before_a_word_is_torn() -> None:
    wide = width("Pertanggungjawaban", "bold")
    assert untorn("Pertanggungjawaban kita", "bold", wide * 9, (12.0, 9.0, 7.0)) == 9.0
    assert untorn("Pertanggungjawaban kita", "bold", wide * 12, (12.0, 9.0, 7.0)) == 12.0
    assert untorn("Pertanggungjawaban kita", "bold", wide, (12.0, 9.0, 7.0)) == 7.0


def test_a_measure_below_nothing_is_taken_as_one_that_fits_any_letter() -> None:
    lines = wrap("Pendaftaran", "regular", -3.0, 2)
    assert not lines.whole
    assert len(lines) <= 2

"""Where a line may end: Unicode's rules throughout, the short cut for plain words included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_units

from model.layout.text.breaks import _SIMPLE, _units, pieces, shown
from model.layout.text.graphemes import graphemes
from tests.making.phrases import SCRIPTS

PLAIN = [
    chr(code)
    for low, high in ((0x30, 0x3A), (0xC0, 0x250), (0x370, 0x500), (0x1E00, 0x1F00))
    for code in range(low, high)
]
LATIN = "".join(chr(code) for code in range(0x41, 0x7B))
words = st.text(st.sampled_from("aZ09éЖωế().,:;?!·±& “”%-–—\n"), max_size=12)
bits = ["a", "09", "12.30", "1,5%", "a-b", "a-9", "2–3×", "“a", "a.”", "a”,", "(a)", "—", "–", "·", "?", "%", "-"]
sentences = st.lists(st.tuples(st.sampled_from(bits), st.sampled_from([" ", "\n", "", "-", "–"])), max_size=6)


def units(text: str) -> list[str]:
    """The pieces with the spaces behind them, as the short cut or the full rules made them."""
    return [f"{piece.text}{' ' * round(piece.space / pieces('a ', 'card')[0].space)}" for piece in pieces(text, "card")]


@given(words)
def test_the_short_cut_breaks_where_unicode_does(text: str) -> None:
    assert "".join(_units(text)) == text
    assert list(_units(text)) == list(line_break_units(text))


@given(sentences)
def test_the_short_cut_breaks_sentences_where_unicode_does(pairs: list[tuple[str, str]]) -> None:
    text = "".join(f"{bit}{between}" for bit, between in pairs)
    assert list(_units(text)) == list(line_break_units(text))


@pytest.mark.parametrize(
    "text",
    [
        "± 20 menit", "A · B", "1 & 2", "Lama, Bu?", "Wah! Antre lagi? (Ya!)", "Tahap 1 · Tahap 2", "“Antre lagi?”",
        "Pukul 06.30–09.15, 45% penuh", "obat-obatan", "Sari — peserta BPJS", "dua\nbaris",
    ],
)  # fmt: skip
def test_signs_that_stand_alone_and_what_ends_a_sentence_take_the_short_cut(text: str) -> None:
    assert _SIMPLE.fullmatch(text)
    assert list(_units(text)) == list(line_break_units(text))


@pytest.mark.parametrize("frame", ["a {}b", "a{} b", "{0}{0}", "({0}) {0}.", "1{}2 3", "{}1", "a. {}", "{}), a"])
def test_every_letter_of_the_short_cut_breaks_where_unicode_does(frame: str) -> None:
    for character in (*PLAIN, *LATIN):
        text = frame.format(character)
        assert units(text) == list(line_break_units(text)), hex(ord(character))


def test_a_long_text_that_is_almost_plain_is_broken_at_once() -> None:
    text = "Pelanggan menunggu. " * 500 + "Lama!"
    assert len(pieces(text, "card")) == 1001


@given(st.text(max_size=40), st.sampled_from(["card", "regular", "bold", "italic"]))
def test_no_character_gets_lost_between_pieces(text: str, style: str) -> None:
    joined = "".join(piece.text for piece in pieces(text, style))
    assert joined.replace(" ", "") == shown(text).replace("\n", "").replace(" ", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P-Care", ["P-Care"]),
        ("e-mail baru", ["e-mail", "baru"]),
        ("lari-lari", ["lari-", "lari"]),
        ("ICD-10", ["ICD-10"]),
        ("obat-obatan, pil", ["obat-", "obatan,", "pil"]),
    ],
)
def test_a_hyphen_ends_a_line_only_behind_three_letters(text: str, expected: list[str]) -> None:
    assert [piece.text for piece in pieces(text, "card")] == expected


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(ending: str) -> None:
    assert [(piece.text, piece.ends_line) for piece in pieces(f"satu{ending}dua", "card")] == [
        ("satu", True),
        ("dua", False),
    ]


def test_control_characters_and_tabs_are_set_as_spaces() -> None:
    assert shown("a\tb\x00c\x7fd") == "a b c d"


@given(st.lists(st.sampled_from([word for script in SCRIPTS.values() for word in script]), max_size=5).map(" ".join))
def test_graphemes_join_to_the_text_and_marks_stay_on_their_letters(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert not any(grapheme[0] in "\u0301\u0303" for grapheme in graphemes(text)[1:])


@pytest.mark.parametrize("letter", ["👩\u200d🍳", "👍🏽", "🇮🇩", "❤\ufe0f\u200d🔥", "e\u0301", "🏴\U000e0067\U000e007f"])
def test_no_line_ends_inside_what_a_reader_sees_as_one_character(letter: str) -> None:
    text = f"مرحبا{letter}مرحبا{letter}{letter} a{letter}"
    joined = "".join(piece.text for piece in pieces(text, "card"))
    assert sum(piece.text.count(letter) for piece in pieces(text, "card")) == joined.count(letter) == 4

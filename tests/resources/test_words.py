"""Sentences: complete in both languages, with the same blanks; numbers and dates as each language writes them."""

import datetime
import json
import re
from itertools import chain
from string import Formatter

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

import resources
from resources.words import LANGUAGES, Words, spoken, words

# Qt's own words stand in Indonesian only, it has the English itself; tests/editor/test_qt_words.py looks at them.
ROOMS = sorted({file.name.partition(".")[0] for file in resources.path("i18n").glob("*.json")} - {"qt"})
PERCENT = re.compile(r"%\(\w+\)[sr]|%[sr]")


def sentences(room: str, language: str) -> dict[str, str]:
    """A room's file, in which no key may stand twice."""
    text = resources.path("i18n", f"{room}.{language}.json").read_text(encoding="utf-8")
    pairs: list[tuple[str, str]] = json.loads(text, object_pairs_hook=list)
    assert len(pairs) == len(dict(pairs)), f"a key stands twice in {room}.{language}"
    return dict(pairs)


def blanks(sentence: str) -> set[str]:
    """The {blanks} of a sentence, and argparse's own kind."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None} | {*PERCENT.findall(sentence)}


@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_stands_in_both_languages(room: str) -> None:
    indonesian, english = (set(sentences(room, language)) for language in ("id", "en"))
    # Indonesian has no plural: there a sentence for one thing may be left out.
    assert {key for key in indonesian ^ english if not key.endswith(".one")} == set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_has_the_same_blanks_in_both_languages(room: str) -> None:
    indonesian, english = sentences(room, "id"), sentences(room, "en")
    for key in indonesian.keys() & english.keys():
        # "One card" needs no number.
        spared = {"count"} if key.endswith(".one") else set()
        assert blanks(indonesian[key]) - spared == blanks(english[key]) - spared, key


@pytest.mark.parametrize("room", ROOMS)
def test_a_sentence_for_one_thing_fills_no_blank_that_the_one_for_many_has_not(room: str) -> None:
    for language in LANGUAGES:
        table = sentences(room, language)
        for key in table:
            if key.endswith(".one"):
                assert blanks(table[key]) <= blanks(table[key.removesuffix(".one")]), key


@pytest.mark.parametrize("room", ROOMS)
def test_no_sentence_is_empty_or_has_a_blank_without_a_name(room: str) -> None:
    for sentence in chain.from_iterable(sentences(room, language).values() for language in LANGUAGES):
        assert sentence.strip()
        assert "" not in blanks(sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_ways_to_write_dates_and_numbers_are_those_of_the_locale(language: str) -> None:
    said = words("paper", language)
    for month in range(1, 13):
        day = datetime.date(2026, month, 9)
        assert said.date(day.isoformat()) == format_date(day, "d MMM y", locale=language)
    for value in (*range(-1100, 1101), 10**6, -(10**6), 123456789, 10**14):
        assert said.number(value) == said.number(float(value)) == format_decimal(value, locale=language)


def test_a_language_nobody_translated_gets_english() -> None:
    assert [spoken(tag) for tag in ("id", "id-ID", "id_ID", "en-GB", "fr", "", "C")] == [
        "id", "id", "id", "en", "en", "en", "en",
    ]  # fmt: skip


def test_numbers_and_dates_follow_the_language() -> None:
    indonesian, english = words("cli", "id-ID"), words("cli", "en")
    assert (indonesian.number(1234567.5), english.number(1234567.5)) == ("1.234.567,5", "1,234,567.5")
    assert (indonesian.date("2026-05-12"), english.date("2026-05-12")) == ("12 Mei 2026", "12 May 2026")
    assert indonesian.date("kira-kira Mei") == "kira-kira Mei"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (1e300, "1E300"), (-1.23456e308, "-1,235E308"), (1e-300, "1E-300"), (5e-324, "4,941E-324"), (1e15, "1E15"),
        (9.99999e-7, "1E-6"), (1e-6, "0,000001"), (0.00045, "0,00045"), (999e12, "999.000.000.000.000"), (0.0, "0"),
        (float("inf"), "∞"), (float("-inf"), "-∞"), (float("nan"), "–"),
    ],
)  # fmt: skip
def test_a_number_of_any_size_is_told_shortly(value: float, told: str) -> None:
    assert words("paper", "id").number(value) == told


@given(st.floats())
def test_every_number_is_told_in_a_few_signs(value: float) -> None:
    assert all(0 < len(words("cli", language).number(value)) < 30 for language in LANGUAGES)


def test_one_thing_is_told_in_the_sentence_for_one() -> None:
    english: Words = words("cli", "en")
    assert english("findings_ignored", count=1) == "1 more was set aside by hand."
    assert english("findings_ignored", count=2) == "2 more were set aside by hand."


def test_a_sentence_nobody_wrote_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("cli", "en")("no such sentence")

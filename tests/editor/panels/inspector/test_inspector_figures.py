"""Numbers and dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.panels.inspector.figures import date_of, number_of
from model.refusal import Refused
from resources.words import LANGUAGES, words


@pytest.mark.parametrize(
    ("typed", "indonesian", "english"),
    [
        ("", None, None), ("  ", None, None), ("7", 7, 7), ("1,5", 1.5, 1.5), ("1.5", 1.5, 1.5), (",5", 0.5, 0.5),
        ("1.500", 1500, 1.5), ("1,500", 1.5, 1500), ("1.234.567,5", 1234567.5, 1234567.5), ("-2", -2, -2),
        ("−0,5", -0.5, -0.5), ("+3", 3, 3), ("1 500", 1500, 1500), ("1,235E300", 1.235e300, 1.235e303), ("2.", 2, 2),
    ],
)  # fmt: skip
def test_a_number_is_read_in_its_language_and_else_in_the_other(
    typed: str, indonesian: float | None, english: float | None
) -> None:
    assert (number_of(typed, "id"), number_of(typed, "en")) == (indonesian, english)


@pytest.mark.parametrize("typed", ["lama", "1,5,2", "--1", "1.2.3", "5 menit", "nan", "inf", "٣", "1e", "."])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_number_is_refused(typed: str, language: str) -> None:
    with pytest.raises(Refused, match="not_a_number"):
        number_of(typed, language)


@given(st.integers(-(10**9), 10**9).map(lambda thousandths: thousandths / 1000), st.sampled_from(LANGUAGES))
def test_a_number_is_read_as_it_is_written(number: float, language: str) -> None:
    assert number_of(words("inspector", language).number(number), language) == number


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-12", "12 Nov 2026", "12 november 2026", "12 November 2026", "November 12, 2026", "12/11/2026",
        "12-11-2026", "12.11.2026", "2026/11/12", " 12  Nov  2026 ",
    ],
)  # fmt: skip
def test_a_date_is_understood_however_it_is_written(typed: str) -> None:
    assert date_of(typed) == ("2026-11-12")


@pytest.mark.parametrize(
    ("typed", "read"), [("5 Mei 2026", "2026-05-05"), ("5 Agu 2026", "2026-08-05"), ("1 May 2026", "2026-05-01")]
)
def test_months_have_their_names_in_both_languages(typed: str, read: str) -> None:
    assert date_of(typed) == read


@pytest.mark.parametrize(
    "typed", ["", "besok", "31 Februari 2026", "32/1/2026", "1/13/26", "12 xyz 2026", "Mei 2026", "²0A"]
)
def test_what_is_no_date_stays_as_it_was_typed(typed: str) -> None:
    assert date_of(typed) == typed


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(LANGUAGES))
def test_a_date_is_read_as_it_is_written(day: date, language: str) -> None:
    assert date_of(words("inspector", language).date(str(day))) == str(day)


@given(st.text(max_size=30), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_is_a_number_or_refused(typed: str, language: str) -> None:
    try:
        number_of(typed, language)
    except Refused as refused:
        assert refused.code == "not_a_number"
    date_of(typed)

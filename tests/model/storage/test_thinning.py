"""Thinning out: many of the last hour, few of last year, and a clock that was wrong costs nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.storage.thinning import DAY, HOUR, MONTH, YEAR, Kept, over_limit, superfluous, trusted

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MINUTES = timedelta(minutes=5)


def gone_on(every: timedelta, times: int, begin: datetime = NOW) -> list[datetime]:
    return [begin + at * every for at in range(times)]


def kept_of(whens: list[datetime], precious: bool = False) -> list[datetime]:
    """What is there in the end of versions made at these times, each of which thins out as it comes."""
    left: list[Kept] = []
    for when in whens:
        left.append(Kept(when, precious))
        gone = frozenset(superfluous(left, when))
        left = [each for at, each in enumerate(left) if at not in gone]
    return [each.when for each in left]


def test_all_of_the_last_hour_stay() -> None:
    whens = gone_on(MINUTES, 13)
    assert kept_of(whens) == whens


def test_of_a_day_one_an_hour_stays_besides() -> None:
    whens = gone_on(MINUTES, 12 * 24)
    left = kept_of(whens)
    older = [when for when in left if whens[-1] - when > HOUR]
    hours = [when.replace(minute=0) for when in older]
    assert len(hours) == len(set(hours))
    assert 22 <= len(hours) <= 24
    assert len(left) <= 13 + 24


def test_of_a_month_one_a_day_and_of_a_year_one_a_week_stays_and_nothing_is_older() -> None:
    whens = gone_on(4 * HOUR, 6 * 400)
    left = kept_of(whens)
    ages = [whens[-1] - when for when in left]
    assert max(ages) <= YEAR
    days = [when.date() for when, age in zip(left, ages, strict=True) if 2 * DAY < age <= MONTH]
    weeks = [when.date().isocalendar()[:2] for when, age in zip(left, ages, strict=True) if age > MONTH + DAY]
    assert len(days) == len(set(days))
    assert len(weeks) == len(set(weeks))
    assert 28 <= len(days) <= 30
    assert 46 <= len(weeks) <= 50


def test_one_version_a_week_for_years_stays_for_a_year() -> None:
    left = kept_of(gone_on(timedelta(weeks=1), 200))
    assert 50 <= len(left) <= 55


def test_the_only_version_stays_however_old_it_is() -> None:
    assert superfluous([Kept(NOW - 10 * YEAR)], NOW) == []


def test_precious_ones_all_stay_for_a_month() -> None:
    whens = gone_on(MINUTES, 100)
    assert kept_of(whens, precious=True) == whens
    later = kept_of([*whens, *gone_on(4 * HOUR, 6 * 40, NOW + DAY)], precious=True)
    assert len([when for when in later if when in whens]) <= 2


times = st.lists(st.integers(-1000, 1000), min_size=1, max_size=40)
leaps = st.one_of(st.integers(-50_000, -2), st.integers(2, 50_000))  # hours


@given(times)
def test_the_latest_always_stays(hours: list[int]) -> None:
    kept = [Kept(NOW + at * HOUR) for at in hours]
    assert len(kept) - 1 not in superfluous(kept, NOW)


@given(leaps, st.integers(1, 60), st.integers(0, 100))
def test_a_clock_that_was_wrong_for_hours_takes_nothing_of_the_hour_before_nor_of_itself(
    hours: int, leapt: int, after: int
) -> None:
    before = gone_on(MINUTES, 40)
    wrong = gone_on(MINUTES, leapt, before[-1] + hours * HOUR)
    right = gone_on(MINUTES, after, before[-1] + (leapt + 1) * MINUTES)
    left = kept_of([*before, *wrong, *right])
    really = [*before, *gone_on(MINUTES, leapt, before[-1] + MINUTES), *right]
    shown = [*before, *wrong, *right]
    # The leap itself, there and back, is no step that anybody could measure.
    young = [when for real, when in zip(really, shown, strict=True) if really[-1] - real <= HOUR - 2 * MINUTES]
    assert set(young) <= set(left)


def test_a_clock_that_has_gone_on_for_a_day_is_believed() -> None:
    later = NOW + YEAR
    assert trusted([NOW, later], later + HOUR) == NOW + HOUR
    assert trusted([NOW, later, later + 5 * HOUR], later + 6 * HOUR) == NOW + HOUR
    assert trusted([NOW, later, *gone_on(HOUR, 24, later + HOUR)], later + 25 * HOUR) == later + 25 * HOUR


def test_a_night_counts_once_the_next_day_has_come() -> None:
    day = gone_on(MINUTES, 97)
    assert trusted(day, NOW + DAY) == day[-1]
    assert trusted([*day, NOW + DAY], NOW + DAY + HOUR) == day[-1] + HOUR


def test_a_clock_that_is_set_right_again_makes_nothing_older() -> None:
    day = gone_on(MINUTES, 12 * 30)
    assert trusted([*day, NOW + YEAR], day[-1] + MINUTES) == day[-1]
    assert trusted([NOW, NOW - YEAR], NOW - YEAR + HOUR) == NOW - YEAR + HOUR
    assert trusted([], NOW) == NOW


def test_a_clock_set_right_to_another_wrong_time_is_not_believed() -> None:
    assert trusted([NOW, NOW + 2 * YEAR], NOW + YEAR) == NOW


def test_what_a_dead_clock_dated_long_ago_was_made_after_what_was_there() -> None:
    dead = datetime(2000, 1, 1, tzinfo=UTC)
    whens = [NOW, *gone_on(HOUR, 3, dead), *gone_on(HOUR, 30, NOW + HOUR)]
    assert len(kept_of(whens)) >= 20


@pytest.mark.parametrize(
    ("sizes", "precious", "limit", "out"),
    [
        ([5, 5, 5], [False] * 3, 15, []),
        ([5, 5, 5], [False] * 3, 14, [0]),
        ([5, 5, 5], [True, False, False], 12, [1]),
        ([5, 5, 5], [True, False, False], 1, [1, 0]),
        ([50], [False], 1, []),
        ([], [], 1, []),
    ],
)
def test_of_too_many_bytes_the_oldest_go_first_and_the_last_never(
    sizes: list[int], precious: list[bool], limit: int, out: list[int]
) -> None:
    assert list(over_limit(sizes, precious, limit)) == out

"""Which earlier versions of a map may go: fewer of them the older they are, and never for a clock that was wrong."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import msgspec

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
_NOTHING = timedelta(0)
MONTH, YEAR = timedelta(days=31), timedelta(days=366)
_BEGINNING = datetime(2001, 1, 1)
"""A Monday: weeks are counted from here, in UTC like all times here."""


class Kept(msgspec.Struct, frozen=True):
    """What thinning needs to know of a version. `precious`: of work that somebody let go or nearly lost."""

    when: datetime
    precious: bool = False


def superfluous(versions: Sequence[Kept], now: datetime) -> list[int]:
    """The places of the versions that may go; `versions` as they were made, the latest last, which always stays.

    All of the last hour stay, one an hour for a day, one a day for a month, one a week for a year. Precious ones all
    stay for a month. Of several in one hour, day or week the latest stays.
    """
    moments = _ordered([each.when for each in versions], now)
    believed = trusted([each.when for each in versions], now)
    seen: set[tuple[timedelta, int]] = set()
    gone: list[int] = []
    for at in reversed(range(len(versions) - 1)):
        age = believed - moments[at]
        if age <= (MONTH if versions[at].precious else HOUR):
            continue
        share = _share(age, moments[at])
        if share is None or share in seen:
            gone.append(at)
        else:
            seen.add(share)
    return gone


def trusted(whens: Sequence[datetime], now: datetime) -> datetime:
    """The time it is at least, as far as the clock can be believed.

    What the clock said a day ago or earlier, by itself, is believed. Of the time since then only what passed in steps
    of an hour at most counts: a longer one may be a night or a clock that leapt, and the next day will tell.
    """
    line = [*whens, now]
    anchor = next((at for at in reversed(range(len(line))) if now - line[at] >= DAY), 0)
    passed = sum((_counted(before, after) for before, after in pairwise(line[anchor:])), _NOTHING)
    return min(line[anchor] + passed, now)


def _ordered(whens: Sequence[datetime], now: datetime) -> list[datetime]:
    """When each was made at the earliest: never in the future, and never before one that was made earlier, but later
    by the steps since. What a clock says that had been set back too far makes nothing older than it is."""
    moments: list[datetime | None] = []
    for before, when in pairwise([*whens[:1], *whens]):
        earlier = moments[-1] if moments else None
        known = [earlier + _counted(before, when)] if earlier is not None else []
        moments.append(max([*known, *([when] if when <= now else [])], default=None))
    return [now if each is None else min(each, now) for each in moments]


def _counted(before: datetime, after: datetime) -> timedelta:
    """What surely passed between two moments: nothing where the clock went back, or further than it may be believed."""
    return after - before if _NOTHING < after - before <= HOUR else _NOTHING


def _share(age: timedelta, moment: datetime) -> tuple[timedelta, int] | None:
    """The hour, day or week that keeps one version; None for what is too old."""
    for limit, length in ((DAY, HOUR), (MONTH, DAY), (YEAR, timedelta(weeks=1))):
        if age <= limit:
            return length, (moment.replace(tzinfo=None) - _BEGINNING) // length
    return None


def over_limit(sizes: Sequence[int], precious: Sequence[bool], limit: int) -> Iterator[int]:
    """The places to leave out until the rest is within the limit (bytes): the oldest first, precious ones after all
    others, the last one never."""
    total = sum(sizes)
    for at in sorted(range(len(sizes) - 1), key=lambda place: (precious[place], place)):
        if total <= limit:
            return
        total -= sizes[at]
        yield at

"""Numbers and dates as people type them, in either language the program speaks."""

import datetime
import re
from functools import cache

from model.refusal import Refused
from resources.words import LANGUAGES

_SIGNS = {"id": (",", r"\."), "en": (r"\.", ",")}
"""The decimal sign and the one between thousands."""


def number_of(text: str, language: str) -> float | None:
    """The number that is meant, or None for no text. Refuses `not_a_number`.

    What is none in `language` may be one in the other: 1.5 means one and a half in Indonesian too, but 1.500 does not.
    """
    bare = re.sub(r"\s", "", text).replace("−", "-")
    if not bare:
        return None
    for tongue in (language, *LANGUAGES):
        if _number(tongue).fullmatch(bare):
            point, thousands = (sign[-1] for sign in _SIGNS[tongue])
            return float(bare.replace(thousands, "").replace(point, "."))
    raise Refused("not_a_number")


@cache
def _number(language: str) -> re.Pattern[str]:
    point, thousands = _SIGNS[language]
    whole = rf"(\d{{1,3}}({thousands}\d{{3}})+|\d+)"
    return re.compile(rf"[+-]?({whole}({point}\d*)?|{point}\d+)(E[+-]?\d{{1,3}})?", re.IGNORECASE | re.ASCII)


def date_of(text: str) -> str:
    """2026-11-12 for 12 Nov 2026, 12 November 2026, Nov 12, 2026 and 12/11/2026; what is no date as it stands."""
    parts = re.findall(r"\d+|[^\W\d_]+", text)
    if len(parts) != 3:
        return text
    first, second, third = parts
    if len(first) == 4:
        return _day(first, second, third) or text
    return _day(third, second, first) or _day(third, first, second) or text


def _day(year: str, month: str, day: str) -> str:
    """The ISO date, or nothing where these are not a year, a month by number or name, and a day."""
    which = int(month) if month.isdecimal() else _month(month.casefold())
    try:
        return datetime.date(int(year), which, int(day)).isoformat() if len(year) == 4 else ""
    except ValueError:
        return ""


def _month(name: str) -> int:
    """The month that begins with these three letters or more; 0 for none."""
    long_enough = len(name) >= 3
    return next((month for known, month in _months() if long_enough and known.startswith(name)), 0)


@cache
def _months() -> tuple[tuple[str, int], ...]:
    from babel.dates import get_month_names

    return tuple(
        (str(name).casefold(), month)
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for month, name in get_month_names(width, locale=language).items()
    )

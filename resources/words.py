"""Sentences, numbers and dates in the languages the program speaks, without Qt: for paper and the command line."""

import datetime
import json
import math
from functools import lru_cache

import resources

LANGUAGES = ("id", "en")
_MONTHS = {
    "id": ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
"""CLDR's short names, as babel has them; with them and the points between
thousands a window need not load it."""

_BETWEEN_THOUSANDS = {"id": ".", "en": ","}

SMALLEST, LARGEST = 1e-6, 1e15
"""The sizes between which a number is written out."""


class Words:
    """The words of one room (`paper`, `cli`, `findings`: the files in resources/i18n) in one language."""

    def __init__(self, room: str, language: str) -> None:
        self.language = language
        self._sentences: dict[str, str] = json.loads(resources.path("i18n", f"{room}.{language}.json").read_bytes())

    def __call__(self, key: str, **details: object) -> str:
        """The sentence with its blanks filled. A detail `count` of 1 picks `key.one` where there is one.

        Raises KeyError for a sentence nobody wrote, in any language: the tests find it first.
        """
        if details.get("count") == 1 and f"{key}.one" in self._sentences:
            key = f"{key}.one"
        return self._sentences[key].format(**details)

    def __contains__(self, key: str) -> bool:
        return key in self._sentences

    def keys(self) -> frozenset[str]:
        """Every sentence there is."""
        return frozenset(self._sentences)

    def number(self, value: float) -> str:
        """1234567.5 as 1.234.567,5 in Indonesian; what would take more digits than one reads as 1,235E300."""
        if -LARGEST < value < LARGEST and value == int(value):
            return f"{int(value):,}".replace(",", _BETWEEN_THOUSANDS[self.language])
        from babel.numbers import format_decimal

        if value and not SMALLEST <= abs(value) < LARGEST:
            return self._scientific(value)
        return format_decimal(value, format="#,##0.######", locale=self.language)

    def _scientific(self, value: float) -> str:
        """Three digits behind the point and a power of ten. Babel's own way writes out every digit, or fails."""
        if not math.isfinite(value):
            return "–" if math.isnan(value) else "∞" if value > 0 else "-∞"
        digits, _, power = f"{value:.3e}".partition("e")
        return f"{self.number(float(digits))}E{int(power)}"

    def date(self, iso: str) -> str:
        """2026-11-12 as 12 Nov 2026; anything that is no ISO date as it stands."""
        try:
            day = datetime.date.fromisoformat(iso)
        except ValueError:
            return iso
        return f"{day.day} {_MONTHS[self.language][day.month - 1]} {day.year}"


@lru_cache
def words(room: str, language: str) -> Words:
    """The words of a room; the language is a BCP 47 tag, and one we do not speak gets English."""
    return Words(room, spoken(language))


def spoken(language: str) -> str:
    """The nearest language the program speaks."""
    primary = language.replace("_", "-").split("-")[0].lower()
    return primary if primary in LANGUAGES else "en"

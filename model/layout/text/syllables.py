"""Where a line may end in writing without spaces, for which UAX 14 asks for a dictionary: between syllables.

A dictionary would break between words only; none comes with the program. The rules here do not cut inside a syllable,
as far as the writing shows it: in Thai and Lao a vowel written ahead of its consonant begins one; in Khmer and Burmese
each consonant does that carries no sign which makes it the end of another.
"""

import re
from collections.abc import Iterator

_WITHOUT_SPACES = re.compile("[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]")
_BREAKS = re.compile(
    # Thai, Lao: ahead of a vowel that is written first, and behind the sign that says a word twice
    "(?<=[\u0e01-\u0e3a\u0e45-\u0e4e\u0e81-\u0ebd\u0ec6-\u0ecd])(?=[\u0e40-\u0e44\u0ec0-\u0ec4])"
    "|(?<=[\u0e46\u0ec6])(?=[\u0e01-\u0e2e\u0e81-\u0eae])"
    # Thai: around words of grammar that are hardly ever a part of others
    "|(?<=[\u0e01-\u0e3a\u0e45-\u0e4e])(?=ความ|ที่|ผู้|หรือ|จาก|ของ|ซึ่ง)|(?<=และ)(?=[\u0e01-\u0e2e])"
    # Khmer: ahead of a consonant or a vowel of its own, unless a coeng puts it below the one before
    "|(?<=[\u1780-\u17d1\u17d3\u17dd])(?<!\u17d2)(?=[\u1780-\u17b3])"
    # Burmese: ahead of a consonant that neither an asat nor a virama makes the end of the syllable or of a stack
    "|(?<=[\u1000-\u1038\u103a-\u103f])(?=[\u1000-\u102a](?!\u103a|\u1039|[\u1037]\u103a))"
)
_LEAST = 2  # letters with their signs that are left on either side, so that no line is a letter's


def broken(unit: str) -> Iterator[str]:
    """The parts of a unit of UAX 14 behind each of which a line may end."""
    if not _WITHOUT_SPACES.search(unit):
        yield unit
        return
    held = ""
    *parts, last = _BREAKS.split(unit)
    for part in parts:
        held += part
        if len(held) >= _LEAST:
            yield held
            held = ""
    if held + last:
        yield held + last

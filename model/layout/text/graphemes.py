"""Text as its readers count it: letters with their marks, and what must not be torn though it is several letters."""

from functools import lru_cache
from unicodedata import category, combining


@lru_cache(maxsize=4096)
def graphemes(text: str) -> tuple[str, ...]:
    """What a reader sees as single characters (UAX 29)."""
    if text.isascii():
        return tuple(text)
    # Not uniseg's: version 0.8 cuts every grapheme after a joiner one character too late.
    import regex

    return tuple(regex.findall(r"\X", text))


def clusters(text: str) -> tuple[str, ...]:
    """What no line may end inside: graphemes, with those below or before them that a script writes as one.

    So stay the vowels of Thai and Lao with their consonant, on whichever side they are written, and consonants that a
    virama joins, which Unicode counts as one grapheme in some scripts only.
    """
    found: list[str] = []
    for grapheme in graphemes(text):
        if found and (grapheme[0] in _BEHIND or found[-1][-1] in _AHEAD or combining(found[-1][-1]) == _VIRAMA):
            found[-1] += grapheme
        else:
            found.append(grapheme)
    return tuple(found)


_AHEAD = "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
_BEHIND = "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6"
_VIRAMA = 9  # the canonical combining class


def seen(characters: str) -> str:
    """Without what only joins, hides or chooses how others look: a face needs no glyph for these."""
    return "".join(each for each in characters if not _unseen(each))


def _unseen(character: str) -> bool:
    return category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"

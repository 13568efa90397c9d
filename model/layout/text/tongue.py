"""The language of the words that are set: it decides how Chinese characters are drawn, and is asked about nothing else.

Words are shaped once in a program's life, for whatever asks; so the language is not told with each, but beforehand.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

from model.layout.text import fallback as computer
from model.layout.text.faces import Face

P = ParamSpec("P")
T = TypeVar("T")


class _Tongue:
    """`told` last, and whether anything that is remembered depends on it."""

    def __init__(self) -> None:
        self.told = ""
        self.asked = False
        self.forget: list[Callable[[], None]] = []


_TONGUE = _Tongue()


def speak(language: str) -> None:
    """The words that follow are a map's in this language (a tag of BCP 47)."""
    if language == _TONGUE.told:
        return
    _TONGUE.told = language
    if _TONGUE.asked:
        forget()


def forget() -> None:
    """All that is remembered of words is worked out again: the language changed, or the fonts of the computer."""
    for each in _TONGUE.forget:
        each()
    _TONGUE.asked = False


def fallback(characters: str, grapheme: str, style: str, around: str) -> Face | None:
    """The computer's face for characters that none of ours has. `around`: the text, which may tell its language."""
    _TONGUE.asked = True
    return computer.fallback(characters, grapheme, style, computer.variant_of(_TONGUE.told, around))


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A function of words whose last answers, at `most` so many, are kept until another language is spoken."""

    def keeping(function: Callable[P, T]) -> Callable[P, T]:
        kept = lru_cache(maxsize=most)(function)
        _TONGUE.forget.append(kept.cache_clear)
        return cast("Callable[P, T]", kept)

    return keeping

"""Pairs of brackets, as the Unicode Bidirectional Algorithm counts them (UAX 9, BD14 to BD16)."""

from collections.abc import Sequence
from unicodedata import bidirectional, category, mirrored, normalize

_DEEPEST = 63
_CROSSED = {"⦍": "⦐", "⦏": "⦎"}
Pair = tuple[int, int]


def pairs(letters: Sequence[str]) -> list[Pair]:
    """The places of the brackets that belong together, by those of the opening ones."""
    found: list[Pair] = []
    waiting: list[tuple[str, int]] = []
    for at, letter in enumerate(letters):
        kind = _kind(letter)
        if kind == "Ps":
            if len(waiting) == _DEEPEST:
                return []
            waiting.append((_other(letter), at))
        elif kind == "Pe":
            same = normalize("NFC", letter)
            depth = next((depth for depth in range(len(waiting) - 1, -1, -1) if waiting[depth][0] == same), None)
            if depth is not None:
                found.append((waiting[depth][1], at))
                del waiting[depth:]
    return sorted(found)


def _kind(letter: str) -> str:
    if not letter or not mirrored(letter) or bidirectional(letter) != "ON":
        return ""
    return category(letter)


def _other(opening: str) -> str:
    """What closes a bracket: in Unicode it mostly has the next number."""
    letter = normalize("NFC", opening)
    return _CROSSED.get(letter) or chr(ord(letter) + (2 if letter in "[{［｛" else 1))

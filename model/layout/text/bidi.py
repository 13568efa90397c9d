"""Which way each character runs: the embedding levels of the Unicode Bidirectional Algorithm (UAX 9, revision 48).

Levels count from 0: even ones run to the right, odd ones to the left. The rules' own names stand beside the code.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from unicodedata import bidirectional

from model.layout.text.brackets import Pair, pairs
from model.layout.text.embedded import OPENING, REMOVED, explicit, first_strong, sequences

_JOINING = frozenset({("EN", "CS"), ("AN", "CS"), ("EN", "ES")})  # numbers, and what is one number between two
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_TO_THE_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def mixed(text: str) -> bool:
    """Whether anything in the text may run to the left."""
    return not text.isascii() and _TO_THE_LEFT.search(text) is not None


def base_of(text: str) -> int:
    """The level of a paragraph (P2 and P3): that of its first letter outside of isolates."""
    return first_strong([bidirectional(each) for each in text])


def levels(text: str) -> tuple[int, list[int]]:
    """The level of a paragraph, and that of each of its characters."""
    types = [bidirectional(each) or "L" for each in text]
    base = first_strong(types)
    found, kinds = explicit(types, base)
    for sequence in sequences(types, found):
        _resolve(text, sequence, types, kinds, found, base)
    implied = [_implied(level, kind) for level, kind in zip(found, kinds, strict=True)]
    return base, _kept(types, implied, base)


def visual(levels: Sequence[int]) -> list[int]:
    """The places from left to right (L2): which of the items with these levels stands first, second, ..."""
    places = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        _turn(places, [levels[at] for at in places], level)
    return places


def logical(levels: Sequence[int]) -> list[int]:
    """The other way round: of items that stand from left to right, which is read first, second, ..."""
    places = list(range(len(levels)))
    for level in range(1, max(levels, default=0) + 1):
        _turn(places, [levels[at] for at in places], level)
    return places


def _turn(places: list[int], levels: Sequence[int], least: int) -> None:
    for high, group in groupby(range(len(levels)), lambda at: levels[at] >= least):
        if high:
            each = list(group)
            places[each[0] : each[-1] + 1] = places[each[0] : each[-1] + 1][::-1]


def _resolve(
    text: str, places: Sequence[int], types: Sequence[str], kinds: list[str], found: Sequence[int], base: int
) -> None:
    level = found[places[0]]
    before = next((found[at] for at in range(places[0] - 1, -1, -1) if types[at] not in REMOVED), base)
    after = next((found[at] for at in range(places[-1] + 1, len(types)) if types[at] not in REMOVED), base)
    if types[places[-1]] in OPENING:
        after = base
    start, end = ("LR"[max(level, other) % 2] for other in (before, after))
    run = [kinds[at] for at in places]
    _weak(run, start)
    _bracketed([text[at] for at in places], [types[at] for at in places], run, start, "LR"[level % 2])
    _neutral(run, start, end, "LR"[level % 2])
    for at, kind in zip(places, run, strict=True):
        kinds[at] = kind


def _weak(run: list[str], start: str) -> None:
    """W1 to W7."""
    _marks_and_numbers(run, start)
    for at in range(1, len(run) - 1):  # W4
        one, kind, other = run[at - 1 : at + 2]
        if one == other and (one, kind) in _JOINING:
            run[at] = one
    for kind, group in groupby(range(len(run)), lambda at: run[at]):  # W5
        if kind == "ET":
            each = list(group)
            beside = [run[at] for at in (each[0] - 1, each[-1] + 1) if 0 <= at < len(run)]
            run[each[0] : each[-1] + 1] = ["EN" if "EN" in beside else "ON"] * len(each)
    strong = start
    for at, kind in enumerate(run):  # W6 and W7
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "CS"):
            run[at] = "ON"
        elif kind == "EN" and strong == "L":
            run[at] = "L"


def _marks_and_numbers(run: list[str], start: str) -> None:
    """W1 to W3."""
    strong = last = start
    for at, kind in enumerate(run):
        if kind == "NSM":
            run[at] = kind = "ON" if last in OPENING or last == "PDI" else last
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            run[at] = "AN"
        last = run[at]
    run[:] = ["R" if kind == "AL" else kind for kind in run]


def _bracketed(letters: Sequence[str], types: Sequence[str], run: list[str], start: str, embedding: str) -> None:
    """N0: both brackets of a pair run as what stands between them does."""
    for opening, closing in pairs([letter if run[at] == "ON" else "" for at, letter in enumerate(letters)]):
        inside = {_strong(kind) for kind in run[opening + 1 : closing]} - {""}
        if embedding in inside:
            direction = embedding
        elif inside:
            direction = next((each for kind in reversed(run[:opening]) if (each := _strong(kind))), start)
        else:
            continue
        _turn_pair((opening, closing), types, run, direction)


def _turn_pair(pair: Pair, types: Sequence[str], run: list[str], direction: str) -> None:
    for at in pair:
        run[at] = direction
        for mark in range(at + 1, len(run)):
            if types[mark] != "NSM":
                break
            run[mark] = direction


def _strong(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else ""


def _neutral(run: list[str], start: str, end: str, embedding: str) -> None:
    """N1 and N2."""
    for neutral, group in groupby(range(len(run)), lambda at: run[at] in _NEUTRAL):
        if neutral:
            each = list(group)
            one = _strong(run[each[0] - 1]) if each[0] else start
            other = _strong(run[each[-1] + 1]) if each[-1] + 1 < len(run) else end
            run[each[0] : each[-1] + 1] = [one if one == other else embedding] * len(each)


def _implied(level: int, kind: str) -> int:
    """I1 and I2."""
    if level % 2:
        return level + (kind in ("L", "EN", "AN"))
    return level + (1 if kind == "R" else 2 if kind in ("AN", "EN") else 0)


def _kept(types: Sequence[str], found: list[int], base: int) -> list[int]:
    """Separators at the paragraph's level (L1, but for ends of lines, which have no spaces here); what is removed (X9)
    goes with what stands ahead of it."""
    resetting = False
    for at in range(len(types) - 1, -1, -1):
        if types[at] in ("S", "B"):
            resetting = True
        elif types[at] not in ("WS", *OPENING, "PDI", *REMOVED):
            resetting = False
        if resetting:
            found[at] = base
    for at, kind in enumerate(types):
        if kind in REMOVED:
            found[at] = found[at - 1] if at else base
    return found

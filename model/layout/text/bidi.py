"""Which way each character runs: the embedding levels of the Unicode Bidirectional Algorithm (UAX 9, revision 48).

Levels count from 0: even ones run to the right, odd ones to the left. The rules' own names stand beside the code.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import bidirectional

from model.layout.text.brackets import Pair, pairs

_DEEPEST = 125  # BD2
_EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
_ISOLATES = {"RLI": 1, "LRI": 0}
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})  # X9
_OPENING = frozenset({"LRI", "RLI", "FSI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_TO_THE_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def mixed(text: str) -> bool:
    """Whether anything in the text may run to the left."""
    return not text.isascii() and _TO_THE_LEFT.search(text) is not None


def base_of(text: str) -> int:
    """The level of a paragraph (P2 and P3): that of its first letter outside of isolates."""
    return _first_strong([bidirectional(each) for each in text], 0, len(text))


def levels(text: str) -> tuple[int, list[int]]:
    """The level of a paragraph, and that of each of its characters."""
    types = [bidirectional(each) or "L" for each in text]
    base = _first_strong(types, 0, len(types))
    found, kinds = _explicit(types, base)
    for sequence in _sequences(types, found):
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


def _first_strong(types: Sequence[str], start: int, end: int) -> int:
    depth = 0
    for kind in types[start:end]:
        if kind in _OPENING:
            depth += 1
        elif kind == "PDI" and depth:
            depth -= 1
        elif kind == "PDI" and start:  # the isolate that begins at `start` ends here
            return 0
        elif not depth and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def _explicit(types: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Levels and types after embeddings, overrides and isolates (X1 to X8)."""
    found, kinds = [base] * len(types), list(types)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    lost_isolates = lost_embeddings = isolates = 0
    for at, kind in enumerate(types):
        level, override, _ = stack[-1]
        found[at] = level
        if kind in _EMBEDDINGS:
            odd, forced = _EMBEDDINGS[kind]
            if (deeper := _deeper(level, odd)) <= _DEEPEST and not lost_isolates and not lost_embeddings:
                stack.append((deeper, forced, False))
            elif not lost_isolates:
                lost_embeddings += 1
        elif kind in _OPENING:
            kinds[at] = override or kind
            odd = _ISOLATES.get(kind, -1) if kind != "FSI" else _first_strong(types, at + 1, len(types))
            if (deeper := _deeper(level, odd)) <= _DEEPEST and not lost_isolates and not lost_embeddings:
                isolates += 1
                stack.append((deeper, "", True))
            else:
                lost_isolates += 1
        elif kind == "PDI":
            if lost_isolates:
                lost_isolates -= 1
            elif isolates:
                lost_embeddings, isolates = 0, isolates - 1
                while not stack.pop()[2]:
                    pass
            found[at], override, _ = stack[-1]
            kinds[at] = override or kind
        elif kind == "PDF":
            if lost_embeddings and not lost_isolates:
                lost_embeddings -= 1
            elif not lost_isolates and not stack[-1][2] and len(stack) > 1:
                stack.pop()
        elif kind not in ("BN", "B"):
            kinds[at] = override or kind
    return found, kinds


def _deeper(level: int, odd: int) -> int:
    return level + 1 + (level + 1 + odd) % 2


def _sequences(types: Sequence[str], found: Sequence[int]) -> Iterator[list[int]]:
    """The isolating run sequences (BD13), as places in the text."""
    left = [at for at, kind in enumerate(types) if kind not in _REMOVED]
    runs = [list(run) for _, run in groupby(left, lambda at: found[at])]
    waiting: list[list[int]] = []
    done: list[list[int]] = []
    for run in runs:
        if types[run[0]] == "PDI" and waiting and found[waiting[-1][-1]] == found[run[0]]:
            sequence = waiting.pop()
            sequence += run
        else:
            sequence = run
            done.append(sequence)
        if types[sequence[-1]] in _OPENING:
            waiting.append(sequence)
    yield from done


def _resolve(
    text: str, places: Sequence[int], types: Sequence[str], kinds: list[str], found: Sequence[int], base: int
) -> None:
    level = found[places[0]]
    before = next((found[at] for at in range(places[0] - 1, -1, -1) if types[at] not in _REMOVED), base)
    after = next((found[at] for at in range(places[-1] + 1, len(types)) if types[at] not in _REMOVED), base)
    if types[places[-1]] in _OPENING:
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
    strong = last = start
    for at, kind in enumerate(run):
        if kind == "NSM":
            run[at] = kind = "ON" if last in _OPENING or last == "PDI" else last
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            run[at] = "AN"
        last = run[at]
    run[:] = ["R" if kind == "AL" else kind for kind in run]
    for at in range(1, len(run) - 1):
        one, kind, other = run[at - 1 : at + 2]
        if one == other and ((kind == "CS" and one in ("EN", "AN")) or (kind == "ES" and one == "EN")):
            run[at] = one
    for kind, group in groupby(range(len(run)), lambda at: run[at]):
        if kind == "ET":
            each = list(group)
            beside = [run[at] for at in (each[0] - 1, each[-1] + 1) if 0 <= at < len(run)]
            run[each[0] : each[-1] + 1] = ["EN" if "EN" in beside else "ON"] * len(each)
    strong = start
    for at, kind in enumerate(run):
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "CS"):
            run[at] = "ON"
        elif kind == "EN" and strong == "L":
            run[at] = "L"


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
        elif types[at] not in ("WS", *_OPENING, "PDI", *_REMOVED):
            resetting = False
        if resetting:
            found[at] = base
    for at, kind in enumerate(types):
        if kind in _REMOVED:
            found[at] = found[at - 1] if at else base
    return found

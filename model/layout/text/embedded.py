"""Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9, X1 to X10)."""

from collections.abc import Iterator, Sequence
from itertools import groupby

OPENING = frozenset({"LRI", "RLI", "FSI"})
REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})  # X9
_DEEPEST = 125  # BD2
_EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
_ISOLATES = {"RLI": 1, "LRI": 0}


class _Nesting:
    """What is open where one reads: a level, an override and whether it is an isolate; how many found no room."""

    def __init__(self, base: int) -> None:
        self.open = [(base, "", False)]
        self.isolates = 0
        self.lost_isolates = 0
        self.lost_embeddings = 0

    def embed(self, odd: int, override: str) -> None:
        """X2 to X5."""
        if self._fits(odd):
            self.open.append((self._deeper(odd), override, False))
        elif not self.lost_isolates:
            self.lost_embeddings += 1

    def isolate(self, odd: int) -> None:
        """X5a to X5c."""
        if self._fits(odd):
            self.isolates += 1
            self.open.append((self._deeper(odd), "", True))
        else:
            self.lost_isolates += 1

    def end_isolate(self) -> None:
        """X6a."""
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif self.isolates:
            self.lost_embeddings, self.isolates = 0, self.isolates - 1
            while not self.open.pop()[2]:
                pass

    def end_embedding(self) -> None:
        """X7."""
        if self.lost_isolates:
            return
        if self.lost_embeddings:
            self.lost_embeddings -= 1
        elif len(self.open) > 1 and not self.open[-1][2]:
            self.open.pop()

    def _fits(self, odd: int) -> bool:
        return self._deeper(odd) <= _DEEPEST and not self.lost_isolates and not self.lost_embeddings

    def _deeper(self, odd: int) -> int:
        level = self.open[-1][0] + 1
        return level + (level + odd) % 2


def explicit(types: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """The levels and types of characters after X1 to X8."""
    nesting, found, kinds = _Nesting(base), [base] * len(types), list(types)
    for at, kind in enumerate(types):
        if kind == "PDI":
            nesting.end_isolate()
        found[at], override, _ = nesting.open[-1]
        if kind in _EMBEDDINGS:
            nesting.embed(*_EMBEDDINGS[kind])
        elif kind == "PDF":
            nesting.end_embedding()
        elif kind not in ("BN", "B"):
            kinds[at] = override or kind
        if kind in OPENING:
            nesting.isolate(_ISOLATES.get(kind, first_strong(types, at + 1) if kind == "FSI" else 0))
    return found, kinds


def first_strong(types: Sequence[str], start: int = 0) -> int:
    """The level the first letter asks for (P2 and P3), of a paragraph or of the isolate that begins at `start`."""
    depth = 0
    for kind in types[start:]:
        if kind in OPENING:
            depth += 1
        elif kind == "PDI" and depth:
            depth -= 1
        elif kind == "PDI" and start:
            return 0
        elif not depth and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def sequences(types: Sequence[str], found: Sequence[int]) -> Iterator[list[int]]:
    """The isolating run sequences (BD13), as places in the text."""
    left = [at for at, kind in enumerate(types) if kind not in REMOVED]
    waiting: list[list[int]] = []
    done: list[list[int]] = []
    for _, group in groupby(left, lambda at: found[at]):
        run = list(group)
        if types[run[0]] == "PDI" and waiting and found[waiting[-1][-1]] == found[run[0]]:
            sequence = waiting.pop()
            sequence += run
        else:
            sequence = run
            done.append(sequence)
        if types[sequence[-1]] in OPENING:
            waiting.append(sequence)
    yield from done

"""Mermaid's scores, 1 to 5, as feelings, -2 to +2. Mermaid itself takes any number and draws it off the scale."""

import math
import re

from model.importers.mermaid.statements import NUMBER

_NUMBER = re.compile(NUMBER)
_MIDDLE, _LOWEST, _HIGHEST = 3, 1, 5


def score(text: str) -> float | None:
    """The number a score is written as, with a decimal point or comma; None for words."""
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def feeling(score: float) -> tuple[float, str]:
    """The feeling of a score, to the half step, and the code of the note it needs, if any."""
    kept = min(max(score, _LOWEST), _HIGHEST)
    halves = math.floor((kept - _MIDDLE) * 2 + 0.5) / 2
    if kept != score:
        return halves, "score_clamped"
    return halves, "" if halves == kept - _MIDDLE else "score_rounded"

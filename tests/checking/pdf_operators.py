"""What the operators of a PDF page draw: the sizes of its type as printed, and whether it draws at all."""

import math
import re
from collections.abc import Iterator

_TOKEN = re.compile(r"<<|>>|<[0-9A-Fa-f]*>|\[[^\]]*\]|/[^\s\[\]<>/]+|[^\s\[\]<>/]+")
_PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}

Linear = tuple[float, float, float, float]
"""a b c d of a transformation, without its shift."""


def type_sizes(operators: str) -> list[float]:
    """Points from line to line of each piece of text that is shown, all transformations on the way applied."""
    return list(_sizes(operators))


def draws(operators: str) -> bool:
    """Whether any line or area is painted."""
    return any(name in _PAINTS for name, _ in _steps(operators))


def _sizes(operators: str) -> Iterator[float]:
    state: tuple[Linear, float] = ((1, 0, 0, 1), 0.0)
    kept: list[tuple[Linear, float]] = []
    line: Linear = (1, 0, 0, 1)
    for name, operands in _steps(operators):
        matrix, size = state
        if name == "q":
            kept.append(state)
        elif name == "Q":
            state = kept.pop()
        elif name == "cm":
            state = (_times(_linear(operands), matrix), size)
        elif name == "BT":
            line = (1, 0, 0, 1)
        elif name == "Tf":
            state = (matrix, float(operands[-1]))
        elif name == "Tm":
            line = _linear(operands)
        elif name in ("TJ", "Tj", "'", '"'):
            _, _, right, up = _times(line, matrix)
            yield size * math.hypot(right, up)


def _steps(operators: str) -> Iterator[tuple[str, list[str]]]:
    """Each operator with what stands before it."""
    operands: list[str] = []
    for token in _TOKEN.findall(operators):
        if re.match(r"[A-Za-z'\"]", token):
            yield token, operands
            operands = []
        else:
            operands.append(token)


def _linear(operands: list[str]) -> Linear:
    a, b, c, d = (float(each) for each in operands[-6:-2])
    return a, b, c, d


def _times(first: Linear, then: Linear) -> Linear:
    (a, b, c, d), (e, f, g, h) = first, then
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h

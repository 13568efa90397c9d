"""Wrapped lines as shapes."""

from model.layout.shapes import Text
from model.layout.text.faces import CHAINS, face
from model.layout.text.wrap import Line, Lines, wrap

LEADING = 1.26


def height(lines: int, size: float, leading: float = LEADING) -> float:
    """Points that so many lines take, from the top of the first to the bottom of the last."""
    return lines * size * leading


def block(
    lines: Lines,
    style: str,
    x: float,
    y: float,
    size: float,
    color: str,
    *,
    align: float = 0.0,
    width: float = 0.0,
    leading: float = LEADING,
) -> tuple[Text, ...]:
    """The lines with the top of the first at `y`. `align`: 0 left, 0.5 centred, 1 right, within `width` points.

    What is read to the left begins at the right where a width is given.
    """
    rise = baseline(style, size, leading)
    return tuple(
        Text(
            x=round(x + _share(line, align, width) * (width - line.width * size), 3),
            y=round(y + rise + at * size * leading, 3),
            size=size,
            color=color,
            runs=line.runs,
            joined=line.joined,
        )
        for at, line in enumerate(lines.lines)
        if line.runs
    )


def _share(line: Line, align: float, width: float) -> float:
    """How much of the room beside a line is on its left."""
    return 1.0 if line.level % 2 and width and align == 0 else align


def baseline(style: str, size: float, leading: float = LEADING) -> float:
    """Points from the top of a line to its baseline: ascent and descent centred in the leading."""
    first = face(CHAINS[style][0])
    return size * (leading + first.ascent - first.descent) / 2


def single(text: str, style: str, measure: float) -> tuple[Line, bool]:
    """The text on one line of at most `measure` ems, and whether it is all there."""
    lines = wrap(text.replace("\n", " "), style, measure, 1)
    return (lines.lines[0] if lines.lines else Line((), 0.0)), lines.whole

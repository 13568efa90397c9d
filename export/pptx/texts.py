"""Words in shapes: one paragraph each, at a size at which they fit whatever program measures them."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from export.pptx import drawing
from model.layout.shapes import Text
from model.layout.text.wrap import count, wrap

SMALLEST = 7.0
LEADING = 1.2
_SLACK = 0.97  # of a measure: other programs round, hint and break words in other ways
_STEP = 0.96
_SAME_BLOCK = 1.75  # of a size: lines that are further apart are not of one text


class Fitted(msgspec.Struct, frozen=True):
    """A text at a size in points; where no size fits it is shortened."""

    text: str
    size: float


def fitted(text: str, width: float, height: float, largest: float, style: str = "regular") -> Fitted:
    """The largest size, from `largest` down to 7 points, at which a text fits `width` by `height` points."""
    size = largest
    while size > SMALLEST and not _fits(text, width, height, size, style):
        size = max(size * _STEP, SMALLEST)
    if _fits(text, width, height, size, style):
        return Fitted(text, size)
    lines = wrap(text, style, width * _SLACK / size, max(int(height / (size * LEADING)), 1))
    return Fitted(joined([(line.string, line.joined) for line in lines.lines]), size)


def _fits(text: str, width: float, height: float, size: float, style: str) -> bool:
    return count(text, style, width * _SLACK / size) * size * LEADING <= height


def joined(lines: Sequence[tuple[str, bool]]) -> str:
    """Lines as the text they were: a blank between two, but where a word goes on."""
    ends = ["" if goes_on else " " for _, goes_on in lines[:-1]]
    return "".join(part for (said, _), end in zip(lines, [*ends, ""], strict=True) for part in (said, end)).rstrip()


def blocks(texts: Sequence[Text]) -> list[list[Text]]:
    """Lines below each other of one look, text by text."""
    found: list[list[Text]] = [[each] for each in texts[:1]]
    for before, each in pairwise(texts):
        if _look(before) == _look(each) and 0 < each.y - before.y <= each.size * _SAME_BLOCK:
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _look(text: Text) -> tuple[float, str, float]:
    return text.size, text.color, text.tracking


def words(
    text: str,
    size: float,
    color: str,
    language: str,
    *,
    face: str = "",
    align: str = "l",
    leading: float = 0.0,
    tracking: float = 0.0,
) -> str:
    """A paragraph of one look; it reads to the left where its first letter does. `face` says whether it is bold."""
    leftwards = reads_leftwards(text)
    look = drawing.run(text, size, color, language, bold="Bold" in face, italic="Italic" in face, tracking=tracking)
    side = {"l": "r", "r": "l"}.get(align, align) if leftwards else align
    return drawing.paragraph(look, leading or size * LEADING, side, leftwards=leftwards)


def reads_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction runs to the left (UAX 9, P2 and P3)."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((each != "L" for each in directions if each in ("L", "R", "AL")), False)

"""Where a line may end: Unicode's rules (UAX 14), and one of our own for short words before a hyphen."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from model.layout.text import bidi
from model.layout.text.fallback import is_chinese
from model.layout.text.glyphs import Glyphs
from model.layout.text.graphemes import clusters
from model.layout.text.shaping import shape, turned
from model.layout.text.syllables import broken
from model.layout.text.tongue import remembered

# Words of Latin, Greek or Cyrillic letters and digits, with what stands around them in a sentence, and signs that stand
# alone: here UAX 14 breaks behind spaces, line ends, dashes and hyphens only, and asking the full rules would cost a
# hundred times as much, and loading them the time of a whole layout.
# No character can be matched in two ways: a long text that is not simple after all must be found out at once. Only
# single letters are repeated possessively: with groups that goes wrong before Python 3.11.5.
_GREEK = r"\u0370-\u0377\u037a-\u037d\u0386\u0388-\u038a\u038e-\u03a1\u03a3-\u03ff"
_ALPHABETS = rf"A-Za-z\u00c0-\u024f{_GREEK}\u0400-\u04ff\u1e00-\u1eff"
_LETTERS = rf"[0-9{_ALPHABETS}]"
_ENDING = r"(?:[.,:;?!]?(?:\)|”(?! \())[.,:;?!]?|[.,:;?!])?"
_WORD = rf"(?:[·±&–]|—(?! —)|[(“]?{_LETTERS}++(?:[-–.,:]{_LETTERS}++)*(?:(?<=[0-9])%)?{_ENDING})"
_SIMPLE = re.compile(f"{_WORD}(?:[ \n]{_WORD})*")
_BREAK = re.compile(rf"(?<=[ \n])|(?<={_LETTERS}-)(?=[{_ALPHABETS}])|(?<={_LETTERS}–)(?={_LETTERS})")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]|\r\n?|\t")
_SHORT_BEFORE_HYPHEN = re.compile(r"(?:^|[^\w])\w{1,2}-$")


class Piece(msgspec.Struct, frozen=True):
    """Text that stays together: its glyphs without the spaces behind it, its width and the spaces' in ems.

    Runs are in the order of reading. Where a part does not say by itself how it is drawn, `around` is the whole text,
    `level` that of the paragraph and `levels` those of the piece's characters (`bidi`).
    """

    text: str
    runs: tuple[Glyphs, ...]
    spaces: tuple[Glyphs, ...]
    width: float
    space: float
    ends_line: bool
    level: int = 0
    levels: tuple[int, ...] = ()
    around: str = ""


@remembered(65536)
def pieces(text: str, style: str) -> tuple[Piece, ...]:
    """The unbreakable pieces of a text in reading order."""
    text = shown(text)
    units = _joined(_units(text))
    if bidi.mixed(text):
        return tuple(_turned(units, text, style))
    if is_chinese(text):
        return tuple(_part(unit, style, text, 0, [0] * len(unit)) for unit in units)
    return tuple(_piece(unit, style) for unit in units)


def _turned(units: Iterator[str], text: str, style: str) -> Iterator[Piece]:
    """The pieces of a text in which something may run to the left. Directions know nothing of lines, so they come
    first."""
    found: list[tuple[int, int]] = []
    for paragraph in text.split("\n"):
        base, levels = bidi.levels(paragraph)
        found += [(base, level) for level in levels] + [(base, base)]
    at = 0
    for unit in units:
        levels = [level for _, level in found[at : at + len(unit)]]
        yield _part(unit, style, text, found[at][0], levels)
        at += len(unit)


def shown(text: str) -> str:
    """The text as it is set: line ends as newlines, other control characters as spaces."""
    return _CONTROL.sub(lambda found: "\n" if found[0][0] in "\r\x85\u2028\u2029\x0b\x0c" else " ", text)


def _units(text: str) -> Iterator[str]:
    if _SIMPLE.fullmatch(text):
        yield from _BREAK.split(text)
    elif text:
        from uniseg.linebreak import line_break_units

        for unit in _untorn(line_break_units(text), text):
            yield from broken(unit)


def _untorn(units: Iterable[str], text: str) -> Iterator[str]:
    """The units, with no break inside what a reader sees as one character: uniseg 0.8 has some in emoji."""
    ends = set(accumulate(map(len, clusters(text))))
    held, at = "", 0
    for unit in units:
        held, at = held + unit, at + len(unit)
        if at in ends:
            yield held
            held = ""


def _joined(units: Iterator[str]) -> Iterator[str]:
    """Units with no break behind a hyphen that has fewer than three letters before it ("P-Care")."""
    held = ""
    for unit in units:
        held += unit
        if not _SHORT_BEFORE_HYPHEN.search(held):
            yield held
            held = ""
    if held:
        yield held


def _piece(unit: str, style: str) -> Piece:
    line = unit.rstrip("\n")
    word = line.rstrip(" ")
    runs, spaces = shape(word, style), shape(line[len(word) :], style) if len(line) > len(word) else ()
    return _made(word, runs, spaces, ends_line=unit.endswith("\n"))


def _part(unit: str, style: str, around: str, level: int, levels: Sequence[int]) -> Piece:
    """A piece of a text that is more than its pieces."""
    word = unit.rstrip("\n").rstrip(" ")
    cut, end = len(word), len(unit.rstrip("\n"))
    runs = tuple(turned(word, style, levels, around))
    spaces = tuple(turned(unit[cut:end], style, levels[cut:end], around))
    made = _made(word, runs, spaces, ends_line=unit.endswith("\n"))
    return msgspec.structs.replace(made, level=level, levels=tuple(levels[:cut]), around=around)


def _made(word: str, runs: tuple[Glyphs, ...], spaces: tuple[Glyphs, ...], *, ends_line: bool) -> Piece:
    return Piece(
        text=word,
        runs=runs,
        spaces=spaces,
        width=sum(run.width for run in runs),
        space=sum(run.width for run in spaces),
        ends_line=ends_line,
    )


def cut_out(piece: Piece, style: str, start: int, end: int) -> Piece:
    """A part of a piece that is too wide."""
    text, levels = piece.text[start:end], piece.levels[start:end]
    runs = tuple(turned(text, style, levels, piece.around)) if piece.around else shape(text, style)
    made = _made(text, runs, (), ends_line=False)
    return msgspec.structs.replace(made, level=piece.level, levels=levels, around=piece.around)

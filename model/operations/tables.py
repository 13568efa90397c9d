"""Text from other programs as rows of cells: a list one a line, a spreadsheet's range by tabs."""

import re
from collections.abc import Sequence

from model.operations.plain import plain

_BULLET = re.compile(r"[ \u00a0]*(?:[•·▪◦‣∙●○■□*–—\uf0b7-]|\d{1,3}[.)])[ \u00a0\t]+(?=\S)")
# Spreadsheets quote a cell only for a tab, a newline or a quote within it; other quotes are someone's words.
_CELL = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*)')


def rows_of(text: str) -> list[list[str]]:
    """The cells of a pasted text, without empty lines at its ends, and without bullets where every line has one.

    A list gives rows of one cell, without its empty lines.
    """
    rows = _split(_without_bullets(plain(text).strip("\n")))
    return rows if any(len(row) > 1 for row in rows) else [row for row in rows if row[0]]


def text_of(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as text that spreadsheets and `rows_of` read back."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _split(text: str) -> list[list[str]]:
    rows, at = list[list[str]]([[]]), 0
    while at <= len(text):
        cell, at = _cell(text, at)
        rows[-1].append(cell.strip())
        if text[at : at + 1] == "\n":
            rows.append([])
        at += 1
    return rows


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins here, and where it ends."""
    found = _CELL.match(text, at)
    if found and found[1] and ("\n" in found[1] or "\t" in found[1] or '""' in found[1]):
        return found[1].replace('""', '"'), found.end()
    ends = [end for end in (text.find("\t", at), text.find("\n", at)) if end >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _without_bullets(text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    bare = [_BULLET.sub("", line, count=1) for line in lines]
    listed = all(_BULLET.match(line) and "\t" not in rest for line, rest in zip(lines, bare, strict=True))
    return "\n".join(bare) if lines and listed else text


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in '\t\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell

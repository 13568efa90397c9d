"""The map as Markdown: headings, paragraphs and pipe tables, every word of the map as it stands on the card."""

import re
from collections.abc import Iterable, Iterator

from export.registry import Files, Job
from export.xml import without_forbidden
from model.handouts.outline.matrix import Matrix, matrix
from model.handouts.outline.telling import Telling, asked
from model.handouts.outline.whole import opening, telling
from model.handouts.prose import Block, Cell, Heading, Listing, Said, Table
from model.handouts.typesetting import safe_url

BEGINS = "[//]: # (Jejak)"
"""A line no renderer shows: a reference that nothing refers to. By it we know a file of ours."""

# All that CommonMark, GitHub's tables, autolinks, mentions, formulas and emoji names could take for more than a letter.
_SIGNS = re.compile(r"[\\`*_{}\[\]()<>#|~&$@^=!]|:(?=[\w/])|(?<=www)\.", re.IGNORECASE)
_BEGINNING = re.compile(r"^(\d{1,9})([.)])|^([-+:])", re.MULTILINE)
_BLANK = re.compile(r"[ \t]+")
_BREAK = re.compile(r"\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HARD, _IN_LIST = "\\\n", "\\\n  "  # line ends inside a paragraph
_IN_ADDRESS = re.compile(r"[<>|\\`]")


def files(job: Job) -> Files:
    """One file."""
    return {"": write(asked(job.document, job.brief))}


def write(tell: Telling) -> bytes:
    """The map: what it is about, the grid as a table, and everything once more as text."""
    grid = (Heading(2, tell.say("matrix")), _grid(matrix(tell), tell))
    blocks = (*opening(tell), *grid, *telling(tell))
    return "\n\n".join((BEGINS, *map(_block, blocks))).encode() + b"\n"


def escaped(text: str) -> str:
    """Text that every renderer shows as it is, on one line or on several."""
    lines = (_BLANK.sub(" ", without_forbidden(line)).strip(" ") for line in _BREAK.split(text))
    harmless = _SIGNS.sub(r"\\\g<0>", "\n".join(line for line in lines if line))
    return _BEGINNING.sub(_escaped_beginning, harmless)


def _escaped_beginning(found: re.Match[str]) -> str:
    """What would begin a list."""
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"


def _grid(grid: Matrix, tell: Telling) -> Table:
    """A pipe table has one row of headings: each step says its stage."""
    stages = [stage.title for stage in grid.stages for _ in range(stage.columns)]
    head = (" · ".join(part for part in pair if part) for pair in zip(stages, grid.steps, strict=True))
    return Table((tell.say("lane"), *head), tuple((name, *cells) for name, cells in grid.rows))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_line(block.text)}"
        case Listing():
            return "\n".join("- " + _said(item, _IN_LIST) for item in block.items)
        case Table(head=()):
            return "\n".join(_names(block))
        case Table():
            return "\n".join(_table(block))
    return _said(block, _HARD)


def _names(table: Table) -> Iterator[str]:
    """A table without a head is a list of names and what they stand for."""
    for name, *cells in table.rows:
        yield f"- **{_cell(name)}**: {'; '.join(_cell(each) for each in cells)}"


def _table(table: Table) -> Iterator[str]:
    yield _row(_line(name) for name in table.head)
    yield _row("---" for _ in table.head)
    for cells in table.rows:
        yield _row(map(_cell, cells))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_said(each, "<br>") for each in cell.said)


def _said(text: Said, line_end: str) -> str:
    words = escaped(text.text).replace("\n", line_end)
    url = safe_url(text.url)
    return f"[{words}](<{_IN_ADDRESS.sub(_percent, url)}>)" if url else words


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _line(text: str) -> str:
    return escaped(text).replace("\n", " ")
